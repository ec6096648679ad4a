package io.coverbook.web;

import io.coverbook.answer.AdvisedListing;
import io.coverbook.answer.Codes;
import io.coverbook.answer.CoverJson;
import io.coverbook.answer.CoverLists;
import io.coverbook.answer.CoverLists.Asked;
import io.coverbook.answer.CoverOf;
import io.coverbook.answer.CoverSummary;
import io.coverbook.answer.Coverage;
import io.coverbook.answer.QuestionWords;
import io.coverbook.answer.SupportAnswer;
import io.coverbook.answer.SupportDesk;
import io.coverbook.answer.SupportJson;
import io.coverbook.answer.SupportQuestion;
import io.coverbook.answer.SupportQuestion.QuestionException;
import io.coverbook.report.Json;
import io.coverbook.report.JsonListing;
import io.coverbook.request.SupportTerms;
import io.coverbook.store.Database;
import io.coverbook.store.ListStore;
import io.coverbook.store.ListStore.Kind;
import io.coverbook.store.Listing;
import io.coverbook.store.RunStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The answers: what a command says with {@code --json}, in pages. Nothing here changes anything. */
@RestController
@RequestMapping(path = "/api/v1")
class Api {

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final SupportTerms terms;

    Api(Database database, Clock clock, ZoneId zone, SupportTerms terms) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.terms = terms;
    }

    /** May this request for support be made, is it covered, in which language and by when is it answered. */
    @GetMapping(path = "/ask")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        Query query = Query.of(request.getParameterMap(), QuestionWords.NAMES.toArray(String[]::new));
        SupportQuestion question = question(query.all());
        LocalDate reconciled = new RunStore(database).reconciledOn().orElse(null);
        SupportAnswer answer = new SupportDesk(database, zone, terms, reconciled).answer(question);
        return json(out -> Json.write(out, Json.versioned(SupportJson.of(answer))));
    }

    private SupportQuestion question(Map<String, String> words) {
        try {
            return QuestionWords.read(words, zone, clock.instant());
        } catch (QuestionException e) {
            throw ApiException.bad(String.valueOf(e.getMessage()));
        }
    }

    /** The subscription, or the list of an account, agreement, customer or user, with its cover. */
    @GetMapping(path = "/coverage")
    ResponseEntity<byte[]> coverage(HttpServletRequest request) {
        Query query = Query.of(
                request.getParameterMap(),
                "subscription",
                "account",
                "agreement",
                "customer",
                "user",
                "at",
                "known",
                "limit",
                "offset");
        String name = query.only("subscription", "account", "agreement", "customer", "user");
        String word = Objects.requireNonNull(query.text(name));
        if (name.equals("subscription")) {
            Coverage coverage = new Coverage(database);
            return json(out -> Json.write(
                    out, Json.versioned(CoverJson.of(coverage.answer(word, query.day("at"), query.known("known"))))));
        }
        Asked asked =
                new Asked(CoverOf.valueOf(name.toUpperCase(Locale.ROOT)), word, query.day("at"), query.known("known"));
        return json(out -> {
            JsonListing rows = new JsonListing(out);
            PageListing page = new PageListing(rows, query.offset(), query.limit());
            CoverSummary summary = new CoverLists(database).read(asked, page);
            Map<String, @Nullable Object> more = CoverJson.of(summary);
            more.put("next", page.more() ? next(request, query) : null);
            rows.end(more);
        });
    }

    @GetMapping(path = "/agreements")
    ResponseEntity<byte[]> agreements(HttpServletRequest request) {
        Query query = Query.of(
                request.getParameterMap(),
                "flagged",
                "waived",
                "verdict",
                "status",
                "account",
                "at",
                "limit",
                "offset");
        Map<String, @Nullable Object> filters = new HashMap<>();
        filters.put("flagged", query.truth("flagged"));
        filters.put("waived", query.truth("waived"));
        filters.put("verdict", query.code("verdict", Codes.Of.VERDICT));
        filters.put("status", query.code("status", Codes.Of.AGREEMENT_STATUS));
        filters.put("account", query.text("account"));
        LocalDate at = query.day("at");
        filters.put("on", at == null ? new RunStore(database).reconciledOn().orElseGet(this::today) : at);
        filters.put("today", today());
        return list(Kind.AGREEMENTS, filters, request, query);
    }

    @GetMapping(path = "/flags")
    ResponseEntity<byte[]> flags(HttpServletRequest request) {
        Query query =
                Query.of(request.getParameterMap(), "code", "severity", "object", "open", "waived", "limit", "offset");
        Map<String, @Nullable Object> filters = new HashMap<>();
        filters.put("code", query.code("code", Codes.Of.FLAG));
        filters.put("severity", query.code("severity", Codes.Of.SEVERITY));
        filters.put("object", query.text("object"));
        filters.put("open", query.truth("open"));
        filters.put("waived", query.truth("waived"));
        filters.put("today", today());
        return list(Kind.FLAGS, filters, request, query);
    }

    @GetMapping(path = "/invoices")
    ResponseEntity<byte[]> invoices(HttpServletRequest request) {
        Query query = Query.of(request.getParameterMap(), "status", "period", "currency", "account", "limit", "offset");
        Map<String, @Nullable Object> filters = new HashMap<>();
        YearMonth period = query.month("period");
        String currency = query.text("currency");
        filters.put("status", query.code("status", Codes.Of.INVOICE_STATUS));
        filters.put("period", period == null ? null : period.atDay(1));
        filters.put("currency", currency == null ? null : currency.toUpperCase(Locale.ROOT));
        filters.put("account", query.text("account"));
        return list(Kind.INVOICES, filters, request, query);
    }

    /** The entitlement table; a page has whole subscriptions, and the next begins after the last of them. */
    @GetMapping(path = "/entitlements")
    ResponseEntity<byte[]> entitlements(HttpServletRequest request) {
        Query query = Query.of(request.getParameterMap(), "subscription", "after", "limit");
        Map<String, @Nullable Object> filters = new HashMap<>();
        filters.put("subscription", query.text("subscription"));
        String after = query.text("after");
        filters.put("after", after == null ? "" : after);
        filters.put("most", query.limit());
        return json(out -> {
            JsonListing rows = new JsonListing(out);
            LastListing last = new LastListing(rows);
            new ListStore(database).read(Kind.ENTITLEMENTS, filters, last);
            String id = last.subscriptions() < query.limit() ? null : last.subscription();
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            more.put("next", id == null ? null : link(request, "after", id));
            rows.end(more);
        });
    }

    /** Remembers the subscription of the last row, and how many there were. */
    private static final class LastListing implements Listing {

        private final Listing target;
        private @Nullable String subscription;
        private int subscriptions;

        LastListing(Listing target) {
            this.target = target;
        }

        @Override
        public void columns(List<Column> columns) {
            target.columns(columns);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            String id = Objects.toString(values.get(0));
            subscriptions += id.equals(subscription) ? 0 : 1;
            subscription = id;
            target.row(values);
        }

        int subscriptions() {
            return subscriptions;
        }

        @Nullable String subscription() {
            return subscription;
        }
    }

    /** What there is, in the words of OpenAPI. */
    @GetMapping(path = "/openapi.json")
    ResponseEntity<byte[]> openapi() {
        try (InputStream in = Objects.requireNonNull(Api.class.getResourceAsStream("openapi.json"))) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseEntity<byte[]> list(
            Kind kind, Map<String, @Nullable Object> filters, HttpServletRequest request, Query query) {
        filters.put("most", query.limit() + 1L);
        filters.put("skip", (long) query.offset());
        return json(out -> {
            JsonListing rows = new JsonListing(out);
            PageListing page = new PageListing(rows, 0, query.limit());
            new ListStore(database).read(kind, filters, kind == Kind.FLAGS ? new AdvisedListing(page) : page);
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            more.put("next", page.more() ? next(request, query) : null);
            rows.end(more);
        });
    }

    private static String next(HttpServletRequest request, Query query) {
        return link(request, "offset", String.valueOf((long) query.offset() + query.limit()));
    }

    /** The same request from another place on, without the host, which a proxy may have changed. */
    private static String link(HttpServletRequest request, String name, String value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((parameter, values) -> {
            if (!parameter.equals(name)) {
                link.queryParam(parameter, "{" + parameter + "}");
            }
        });
        Map<String, String> all = new HashMap<>();
        request.getParameterMap().forEach((parameter, values) -> all.put(parameter, values[0]));
        all.put(name, value);
        return link.queryParam(name, "{" + name + "}")
                .encode()
                .buildAndExpand(all)
                .toUriString();
    }

    private interface Answer {
        void write(PrintWriter out);
    }

    /** Whole before it is sent, so that what goes wrong on the way is told as what it is. */
    private static ResponseEntity<byte[]> json(Answer answer) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        answer.write(out);
        out.flush();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
