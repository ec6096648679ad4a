package io.coverbook.outbox;

import io.coverbook.outbox.Attempt.Result;
import io.coverbook.outbox.Digest.Item;
import io.coverbook.outbox.Letters.Language;
import io.coverbook.store.OutboxStore;
import io.coverbook.store.OutboxStore.Channel;
import io.coverbook.store.OutboxStore.Message;
import io.coverbook.store.OutboxStore.Settled;
import io.coverbook.store.OutboxStore.Start;
import io.coverbook.store.OutboxStore.State;
import io.coverbook.store.OutboxStore.Untold;
import io.coverbook.store.OutboxStore.Waiting;
import io.coverbook.store.OutboxStore.Way;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has happened: keeps a message for every event that has none, and sends what waits and is due. Driven by what
 * is recorded alone, so it can be called at any time, by any number of programs, and says everything once.
 */
public final class Outbox {

    private static final int MOST = 1_000;
    private static final int FAILURES = 3;
    private static final List<String> RENEWALS = List.of("RENEWAL_DUE", "RENEWAL_LAPSED");

    private final OutboxStore store;
    private final Places places;
    private final Letters letters;
    private final Clock clock;
    private final String actor;

    /** @param actor on whose behalf customers are written to */
    public Outbox(OutboxStore store, Places places, Letters letters, Clock clock, String actor) {
        this.store = store;
        this.places = places;
        this.letters = letters;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * What a call did, in messages.
     *
     * @param problems why something did not arrive, each once, without anybody's address
     */
    public record Told(int kept, int sent, int waiting, int refused, List<String> problems) {}

    /** Something that nothing in the database tells of, such as a close that did not begin. */
    public record Remark(Topic topic, String key, String about, Map<String, @Nullable Object> facts) {}

    /** What would be told now, with the letters that would be sent; keeps and sends nothing. */
    public record Preview(List<String> lines, List<Draft> letters) {}

    /** A letter as it would be sent. */
    public record Draft(String recipient, String subject, String text) {}

    /** Keeps what is new and sends what is due. With letters, customers are written to as well. */
    public Told deliver(LocalDate reconciled, boolean withLetters, List<Remark> remarks) {
        Start start = store.begin(reconciled);
        int kept = 0;
        List<Way> ways = ways();
        for (Item event : events(start, reconciled)) {
            kept += keep(start, event, ways);
        }
        for (Remark remark : remarks) {
            kept += keep(start, new Item(remark.topic(), Facts.of(remark.facts()), remark.key(), remark.about()), ways);
        }
        if (withLetters && places.mail() != null) {
            store.beginLetters(reconciled, actor);
            LocalDate from = Objects.requireNonNull(store.start().orElseThrow().lettersFrom());
            for (Untold notice : letterNotices(from, reconciled)) {
                kept += keepLetter(start, notice);
            }
        }
        return send(kept, withLetters);
    }

    /** Lets letters begin with notices of an earlier or later day; the first word counts. */
    public void beginLetters(LocalDate day) {
        store.begin(day);
        store.beginLetters(day, actor);
    }

    /** What would happen; nothing is written, and telling does not begin by it. */
    public Preview preview(LocalDate reconciled, LocalDate lettersFrom) {
        Start start = store.wouldBegin(reconciled);
        List<String> lines = events(start, reconciled).stream()
                .map(event -> event.topic() + ": " + event.headline())
                .toList();
        List<Draft> drafts = new ArrayList<>();
        LocalDate from = start.lettersFrom() == null ? lettersFrom : start.lettersFrom();
        Map<String, List<Facts>> by = new LinkedHashMap<>();
        for (Untold notice : letterNotices(from, reconciled)) {
            Facts facts = Facts.of(notice.facts());
            for (String recipient : recipients(facts)) {
                by.computeIfAbsent(recipient + " " + language(facts), key -> new ArrayList<>())
                        .add(facts);
            }
        }
        by.forEach((key, notices) -> {
            MailPost.Letter letter = letters.write(language(notices.get(0)), notices);
            drafts.add(new Draft(key.substring(0, key.indexOf(' ')), letter.subject(), letter.text()));
        });
        return new Preview(lines, drafts);
    }

    private List<Item> events(Start start, LocalDate reconciled) {
        List<Item> events = new ArrayList<>();
        for (Untold run : store.runs(start)) {
            run(run).ifPresent(topic -> events.add(item(topic, run)));
        }
        for (Untold run : store.stopped(start)) {
            run(run).ifPresent(topic -> events.add(item(topic, run)));
        }
        for (Untold file : store.files(start)) {
            Facts facts = Facts.of(file.facts());
            events.add(item(Topic.ofFile(facts.text("outcome"), facts.text("code")), file));
        }
        store.agreements(reconciled).forEach(each -> events.add(item(Topic.AGREEMENT_WITHOUT_PLAN, each)));
        store.notices("NOTICE", RENEWALS, start.from()).stream()
                .filter(notice -> !late(notice, reconciled))
                .forEach(each -> events.add(item(
                        each.key().startsWith("NOTICE|RENEWAL_DUE") ? Topic.RENEWAL_DUE : Topic.RENEWAL_LAPSED, each)));
        return events;
    }

    private static Optional<Topic> run(Untold run) {
        Facts facts = Facts.of(run.facts());
        return Topic.ofRun(
                facts.text("purpose"), facts.text("state"), facts.truth("second_person"), facts.text("note"));
    }

    private List<Untold> letterNotices(LocalDate from, LocalDate reconciled) {
        return store.notices("LETTER", Letters.KINDS, from).stream()
                .filter(notice -> !late(notice, reconciled))
                .toList();
    }

    /** Nobody is told any more that a contract will end which has ended: another notice says what came of it. */
    private static boolean late(Untold notice, LocalDate reconciled) {
        Facts facts = Facts.of(notice.facts());
        String end = facts.text("contract_end");
        return facts.text("kind").equals("RENEWAL_DUE")
                && !end.isEmpty()
                && LocalDate.parse(end).isBefore(reconciled);
    }

    private static Item item(Topic topic, Untold event) {
        return new Item(topic, Facts.of(event.facts()), event.key(), event.about());
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Places.Mail mail = places.mail();
        if (mail != null && !mail.to().isEmpty()) {
            ways.add(new Way(Channel.MAIL, "", ""));
        }
        if (places.webhook() != null) {
            ways.add(new Way(Channel.WEBHOOK, "", ""));
        }
        return ways;
    }

    private int keep(Start start, Item event, List<Way> ways) {
        Message message = new Message(
                Ids.of(start.book(), event.key()),
                event.key(),
                event.topic().name(),
                event.about(),
                clock.instant(),
                event.facts().json());
        return store.keep(message, ways) ? 1 : 0;
    }

    private int keepLetter(Start start, Untold notice) {
        Facts facts = Facts.of(notice.facts());
        List<Way> ways = recipients(facts).stream()
                .map(address -> new Way(Channel.LETTER, address, language(facts).name()))
                .toList();
        Message message = new Message(
                Ids.of(start.book(), notice.key()),
                notice.key(),
                facts.text("kind"),
                notice.about(),
                clock.instant(),
                facts.json());
        return store.keep(message, ways) ? 1 : 0;
    }

    private static Language language(Facts facts) {
        return Language.of(facts.text("country"));
    }

    /** Those of the notice that are addresses; an account without one has its id there (G12). */
    private static List<String> recipients(Facts facts) {
        return Arrays.stream(facts.text("recipient").split(";"))
                .map(String::strip)
                .filter(Places::isAddress)
                .distinct()
                .toList();
    }

    private Told send(int kept, boolean withLetters) {
        List<Settled> all = new ArrayList<>();
        Places.Mail mail = places.mail();
        if (mail != null) {
            MailPost post = new MailPost(mail);
            if (!mail.to().isEmpty()) {
                all.addAll(rounds(Channel.MAIL, MOST, (due, now) -> digest(post, mail, due, now)));
            }
            if (withLetters) {
                all.addAll(rounds(Channel.LETTER, MOST, (due, now) -> letter(post, due, now)));
            }
        }
        Places.Hook hook = places.webhook();
        if (hook != null) {
            Webhook webhook = new Webhook(hook.url(), hook.secret());
            all.addAll(rounds(Channel.WEBHOOK, 1, (due, now) -> post(webhook, due.get(0), now)));
        }
        TreeSet<String> problems = new TreeSet<>();
        all.stream()
                .filter(each -> each.problem() != null)
                .forEach(each -> problems.add(String.valueOf(each.problem())));
        return new Told(
                kept,
                count(all, State.SENT),
                count(all, State.WAITING),
                count(all, State.REFUSED),
                List.copyOf(problems));
    }

    private static int count(List<Settled> all, State state) {
        return (int) all.stream().filter(each -> each.state() == state).count();
    }

    /** What was tried, and how that went. */
    private record Tried(List<Waiting> messages, Attempt attempt) {}

    private List<Settled> rounds(Channel channel, int most, BiFunction<List<Waiting>, Instant, Tried> work) {
        List<Settled> all = new ArrayList<>();
        int failures = 0;
        while (failures < FAILURES) {
            Instant now = clock.instant();
            Result[] last = {Result.AWAY};
            List<Settled> round = store.attempt(channel, now, most, due -> {
                Tried tried = work.apply(due, now);
                last[0] = tried.attempt().result();
                return tried.messages().stream()
                        .map(message -> settled(message, tried.attempt(), now))
                        .toList();
            });
            all.addAll(round);
            if (round.isEmpty() || last[0] == Result.AWAY) {
                break;
            }
            failures += last[0] == Result.SENT ? 0 : 1;
        }
        return all;
    }

    private static Settled settled(Waiting message, Attempt attempt, Instant now) {
        return switch (attempt.result()) {
            case SENT -> new Settled(message, State.SENT, now, null);
            case REFUSED -> new Settled(message, State.REFUSED, now, attempt.problem());
            case FAILED, AWAY ->
                Backoff.over(message.message().at(), now)
                        ? new Settled(message, State.GIVEN_UP, now, attempt.problem())
                        : new Settled(message, State.WAITING, Backoff.next(message.attempts(), now), attempt.problem());
        };
    }

    private static Tried digest(MailPost post, Places.Mail mail, List<Waiting> due, Instant now) {
        List<Item> items = due.stream()
                .map(waiting -> new Item(
                        Topic.valueOf(waiting.message().topic()),
                        Facts.read(waiting.message().facts()),
                        waiting.message().key(),
                        waiting.message().about()))
                .toList();
        Digest digest = Digest.of(items);
        MailPost.Letter letter = new MailPost.Letter(digest.subject(), digest.text());
        return new Tried(due, post.send(Ids.ofAll(due), mail.to(), letter, now));
    }

    private Tried letter(MailPost post, List<Waiting> due, Instant now) {
        Waiting first = due.get(0);
        List<Waiting> same = due.stream()
                .filter(waiting -> waiting.recipient().equals(first.recipient())
                        && waiting.language().equals(first.language()))
                .toList();
        MailPost.Letter letter = letters.write(
                Language.valueOf(first.language()),
                same.stream()
                        .map(waiting -> Facts.read(waiting.message().facts()))
                        .toList());
        return new Tried(same, post.send(Ids.ofAll(same), List.of(first.recipient()), letter, now));
    }

    private static Tried post(Webhook webhook, Waiting waiting, Instant now) {
        Message message = waiting.message();
        return new Tried(List.of(waiting), webhook.post(message.id(), body(message), now));
    }

    /** The same at every attempt. */
    static String body(Message message) {
        Topic topic = Topic.valueOf(message.topic());
        Facts facts = Facts.read(message.facts());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("headline", Headline.of(topic, facts));
        data.put("needs_somebody", topic.urgent());
        data.put("about", message.about());
        data.put("facts", facts.all());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("schemaVersion", 1);
        body.put("type", topic.name());
        body.put("timestamp", message.at().toString());
        body.put("data", data);
        return Facts.json(body);
    }
}
