package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is delivered to run the program by others can be read by them, and names only what the program has. */
class DeployTest {

    private static final Path DEPLOY = Path.of("src/deploy");
    private static final String IMAGE = "coverbook:0.1.0";

    private static List<Map<String, Object>> documents(String file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object document : new Yaml().loadAll(Files.readString(DEPLOY.resolve(file)))) {
            all.add(map(document));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    /** What lies below a node by a path of names, lists by number. */
    private static Object at(Object node, String path) {
        Object now = node;
        for (String name : path.split("/")) {
            now = now instanceof List<?> list ? list.get(Integer.parseInt(name)) : map(now).get(name);
            if (now == null) {
                throw new AssertionError("nothing at " + path + " (" + name + ")");
            }
        }
        return now;
    }

    /** Fails when the program would refuse the words. */
    private static void understood(List<String> words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Program.commandLine(new Root(Clock.systemUTC()), nowhere, nowhere).parseArgs(words.toArray(String[]::new));
    }

    private static List<String> words(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static void known(Iterable<String> variables) {
        Set<String> names = Arrays.stream(Variable.values()).map(Enum::name).collect(Collectors.toSet());
        for (String variable : variables) {
            String name = variable.replaceAll("_FILE$", "");
            assertTrue(
                    names.contains(name) || Set.of("LANG", "COVERBOOK_NO_BUILD").contains(name), variable);
        }
    }

    @Test
    void the_deployment_can_be_read_and_is_careful() throws IOException {
        List<Map<String, Object>> all = documents("kubernetes/serve.yaml");
        assertEquals(
                List.of("Deployment", "Service"),
                all.stream().map(d -> d.get("kind")).toList());
        careful(at(all.get(0), "spec/template/spec"));
        understood(words(at(all.get(0), "spec/template/spec/containers/0/args")));
        assertEquals(at(all.get(0), "spec/selector/matchLabels"), at(all.get(0), "spec/template/metadata/labels"));
        assertEquals(at(all.get(1), "spec/selector"), at(all.get(0), "spec/template/metadata/labels"));
    }

    private static void careful(Object pod) {
        Object container = at(pod, "containers/0");
        assertEquals(IMAGE, at(container, "image"));
        assertEquals(true, at(pod, "securityContext/runAsNonRoot"));
        assertEquals(true, at(container, "securityContext/readOnlyRootFilesystem"));
        assertEquals(false, at(container, "securityContext/allowPrivilegeEscalation"));
        assertTrue((int) at(pod, "terminationGracePeriodSeconds") > 25, "less than a stop may take");
        Set<String> mounted = new TreeSet<>();
        for (Object mount : (List<?>) at(container, "volumeMounts")) {
            mounted.add(String.valueOf(at(mount, "name")));
        }
        Set<String> volumes = new TreeSet<>();
        for (Object volume : (List<?>) at(pod, "volumes")) {
            volumes.add(String.valueOf(at(volume, "name")));
        }
        assertEquals(volumes, mounted);
    }

    @Test
    void the_jobs_can_be_read_run_one_at_a_time_and_are_not_tried_again_in_vain() throws IOException {
        List<Map<String, Object>> all = documents("kubernetes/jobs.yaml");
        assertEquals(2, all.size());
        for (Map<String, Object> job : all) {
            assertEquals("CronJob", job.get("kind"));
            assertEquals("Forbid", at(job, "spec/concurrencyPolicy"));
            assertEquals("Etc/UTC", at(job, "spec/timeZone"));
            assertEquals(5, String.valueOf(at(job, "spec/schedule")).split(" ").length);
            Object rule = at(job, "spec/jobTemplate/spec/podFailurePolicy/rules/0");
            assertEquals(
                    List.of(Exit.USAGE, Exit.REJECTED, Exit.CONTROL, Exit.APPROVAL, Exit.CLOSED),
                    at(rule, "onExitCodes/values"));
            Object pod = at(job, "spec/jobTemplate/spec/template/spec");
            assertEquals("Never", at(pod, "restartPolicy"));
            careful(pod);
            Object container = at(pod, "containers/0");
            assertEquals(at(container, "name"), at(rule, "onExitCodes/containerName"));
            if (map(container).containsKey("command")) {
                String line = words(at(container, "args")).get(0);
                understood(List.of(line.substring(line.indexOf("coverbook.jar ") + 14)
                        .split(" (?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")));
            } else {
                understood(words(at(container, "args")));
            }
        }
    }

    @Test
    void what_is_set_is_what_the_program_reads() throws IOException {
        List<Map<String, Object>> all = documents("kubernetes/configuration.yaml");
        known(map(at(all.get(0), "data")).keySet());
        known(map(at(all.get(1), "stringData")).keySet());
        for (Variable variable : Variable.values()) {
            assertFalse(
                    variable.secret() && map(at(all.get(0), "data")).containsKey(variable.name()),
                    () -> variable + " lies open");
        }
        Map<String, Object> compose = documents("compose.yaml").get(0);
        known(map(at(compose, "services/serve/environment")).keySet());
        understood(words(at(compose, "services/serve/command")));
        assertEquals(IMAGE, at(compose, "services/serve/image"));
    }

    @Test
    void the_container_is_made_of_the_layers_of_the_jar_and_runs_as_nobody() throws IOException {
        String file = Files.readString(DEPLOY.resolve("Containerfile"));
        assertTrue(file.contains("extract --layers") && file.contains("\nUSER 10001:10001\n"), file);
        List<String> set = file.lines()
                .filter(line -> line.startsWith("ENV "))
                .flatMap(line -> Stream.of(line.substring(4).split(" ")))
                .map(pair -> pair.split("=")[0])
                .toList();
        known(set);
        assertEquals(3, set.size());
    }

    @Test
    void every_unit_has_what_it_names() throws IOException {
        Set<String> services = new TreeSet<>();
        Set<String> timed = new TreeSet<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("systemd"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                assertTrue(text.startsWith("[Unit]") || text.startsWith("# "), name);
                (name.endsWith(".timer") ? timed : services).add(name.replaceAll("\\.\\w+$", ""));
                text.lines()
                        .filter(line -> line.startsWith("ExecStart="))
                        .map(line -> List.of(
                                line.substring(line.indexOf("/coverbook ") + 11).split(" ")))
                        .forEach(DeployTest::understood);
                text.lines()
                        .filter(line -> line.startsWith("Environment="))
                        .forEach(line -> known(Stream.of(line.substring(12).split(" "))
                                .map(pair -> pair.split("=")[0])
                                .toList()));
            }
        }
        assertTrue(services.containsAll(timed), timed + " of " + services);
        assertEquals(Set.of("coverbook-work"), timed);
    }

    @Test
    void alerts_can_be_read_and_say_what_to_do() throws IOException {
        List<?> rules = (List<?>) at(documents("prometheus/alerts.yaml").get(0), "groups/0/rules");
        assertTrue(rules.size() >= 7);
        for (Object rule : rules) {
            assertFalse(String.valueOf(at(rule, "annotations/summary")).isBlank());
            assertFalse(String.valueOf(at(rule, "annotations/action")).isBlank());
        }
        assertEquals(
                "/actuator/prometheus",
                at(documents("prometheus/scrape.yaml").get(0), "scrape_configs/0/metrics_path"));
    }
}
