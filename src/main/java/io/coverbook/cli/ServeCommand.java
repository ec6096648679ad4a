package io.coverbook.cli;

import io.coverbook.batch.Setting;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.schedule.JobCards;
import io.coverbook.web.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code serve}: the answers over HTTP until the program is told to stop. */
@Command(
        name = "serve",
        description =
                "Answers over HTTP, as JSON, and works off the schedule, until it is stopped; answers on this machine"
                        + " only unless told otherwise.",
        footer = {
            "",
            "A server that listens beyond this machine needs a token, which every request must carry as",
            "Authorization: Bearer TOKEN. It is read from --token-file, else from COVERBOOK_TOKEN.",
            "",
            "Examples:",
            "  coverbook serve",
            "  coverbook serve --no-schedule",
            "  coverbook serve --port 9000 --listen 0.0.0.0 --token-file /run/secrets/coverbook"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int SURELY = 2;

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "the port, 0 for any that is free (default: 8080)")
    private int port = 8080;

    @Option(names = "--listen", paramLabel = "ADDRESS", description = "the address to listen on (default: 127.0.0.1)")
    private String listen = "127.0.0.1";

    @Option(names = "--token-file", paramLabel = "FILE", description = "the file whose first line is the token")
    private @Nullable Path tokenFile;

    @Option(names = "--no-schedule", description = "answers only, and leaves the schedule to others")
    private boolean noSchedule;

    @Mixin
    private CardOptions cards = new CardOptions();

    @Override
    public Integer call() throws Exception {
        Root program = Objects.requireNonNull(root);
        Setting setting = program.options().setting();
        ZoneId zone = PolicyCatalogue.policies(setting.policies()).zone();
        WebServer.Place place = new WebServer.Place(address(), port(), token());
        check(place);
        JobCards all = cards.cards(program);
        WebServer.Ground ground = new WebServer.Ground(
                program.database(), program.clock(), zone, setting.reference().support());
        try (WebServer server = WebServer.start(ground, place, watch());
                ServedSchedule schedule = noSchedule ? null : ServedSchedule.start(program, all)) {
            program.serving(server);
            program.err()
                    .println("Answers at " + server.url() + "/api/v1, described by " + server.url()
                            + "/api/v1/openapi.json; stop with Ctrl-C.");
            program.err()
                    .println(
                            schedule == null
                                    ? "The schedule is left to others."
                                    : "Works off the schedule of " + all.all().size() + " cards: coverbook schedule");
            return untilStopped(program, server);
        } catch (PortInUseException e) {
            throw mistake("port " + e.getPort() + " is in use; choose another with --port, or 0 for any that is free");
        }
    }

    /** A server that was killed is started by whoever comes next, and that is whoever starts this program again. */
    private static int untilStopped(Root program, WebServer server) throws InterruptedException, IOException {
        int gone = 0;
        while (!server.await(LOOK)) {
            gone = program.session().serverGone() ? gone + 1 : 0;
            if (gone == SURELY) {
                program.err().println("The database of this data directory was ended from outside; start again.");
                program.err().flush();
                program.session().giveUpConnections();
                return Exit.BUSY;
            }
        }
        return Exit.DONE;
    }

    private static WebServer.Watch watch() {
        return new WebServer.Watch(
                Variable.COVERBOOK_DROP_DIR.value().map(Path::of).orElse(null), Variable.COVERBOOK_TRACES_URL.orNull());
    }

    private int port() {
        if (port < 0 || port > LAST_PORT) {
            throw mistake("--port is between 0 and " + LAST_PORT);
        }
        return port;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw mistake("'" + listen + "' is no address of this machine");
        }
    }

    private @Nullable String token() {
        Path file = tokenFile;
        if (file == null) {
            return Variable.COVERBOOK_TOKEN.orNull();
        }
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw mistake("the token cannot be read from " + file);
        }
    }

    private void check(WebServer.Place place) {
        String token = place.token();
        if (token == null && !place.address().isLoopbackAddress()) {
            throw mistake("to listen on " + listen + ", which others can reach, give a token: --token-file, or"
                    + " COVERBOOK_TOKEN");
        }
        if (token != null && token.length() < WebServer.SHORTEST_TOKEN) {
            throw mistake("the token is too short; it has at least " + WebServer.SHORTEST_TOKEN + " characters");
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
