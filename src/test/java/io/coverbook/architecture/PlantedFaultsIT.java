package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that the gate bites: faults are planted in a copy of the house, and each check must name the files with a
 * fault and no other, so the rest of the house is accepted in the same breath. The tools of the build run as the build
 * runs them, from the copy's own pom.xml; all faults of one tool share one run.
 */
class PlantedFaultsIT {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String MAIN = "src/main/java/io/coverbook/";

    @TempDir
    Path copy;

    @BeforeEach
    void copy_the_house() throws IOException {
        for (String part : List.of("pom.xml", ".mvn/jvm.config", "src/main", "src/checkstyle")) {
            copyTree(HERE.resolve(part), copy.resolve(part));
        }
    }

    @Test
    void the_compiler_refuses_what_a_reviewer_would_miss() throws IOException {
        plant("NullPassed", "int planted() { return planted(null); } int planted(String s) { return s.length(); }");
        plant(
                "NullableUnguarded",
                "record Held(@org.jspecify.annotations.Nullable String text) {}"
                        + " int planted(Held held) { return held.text().length(); }");
        plant(
                "DecimalEquals",
                "boolean planted(java.math.BigDecimal a, java.math.BigDecimal b) { return a.equals(b); }");
        plant("HostZone", "java.time.LocalDate planted() { return java.time.LocalDate.now(); }");
        plant("WideProduct", "long planted(int a, int b) { return a * b; }");
        plant("CaseMissing", "void planted(Tier tier) { switch (tier) { case STANDARD: break; } }");
        plant(
                "Guarded",
                "int planted(@org.jspecify.annotations.Nullable String s) { return s == null ? 0 : s.length(); }");

        String said = refusalOf("compile", "-Denforcer.skip");

        assertEquals(
                Set.of(
                        "NullPassed NullAway",
                        "NullableUnguarded NullAway",
                        "DecimalEquals BigDecimalEquals",
                        "HostZone JavaTimeDefaultTimeZone",
                        "WideProduct IntLongMath",
                        "CaseMissing MissingCasesInEnumSwitch"),
                found(said, "ERROR] .*/(\\w+)\\.java:\\[\\d+,\\d+] \\[(\\w+)]"));
    }

    /** A warning stops the compiler before the analysis above begins, so it has a run of its own. */
    @Test
    void the_compiler_refuses_a_warning() throws IOException {
        plant("RawList", "int planted(java.util.List list) { return list.size(); }");

        String said = refusalOf("compile", "-Denforcer.skip");

        assertEquals(Set.of("RawList raw"), found(said, "(\\w+)\\.java:\\[\\d+,\\d+] found (raw) type"));
        assertEquals(Set.of("RawList Werror"), found(said, "ERROR] .*/(\\w+)\\.java: .* -(Werror) specified"));
    }

    @Test
    void checkstyle_refuses_what_is_too_long_or_too_deep() throws IOException {
        plant("LongMethod", "void planted() {\n" + "int a;\n".repeat(59) + "}\n");
        plant("LongestMethod", "void planted() {\n" + "int a;\n".repeat(58) + "}\n");
        plant("LongFile", "\n".repeat(497) + "\n");
        plant("LongestFile", "\n".repeat(496) + "\n");
        plant("SixParameters", "void planted(int a, int b, int c, int d, int e, int f) {}");
        plant("DeepIf", "void planted(boolean a) { if (a) { if (a) { if (a) { if (a) { planted(a); } } } } }");
        plant("DeepLoop", "void planted() { for (;;) { for (;;) { for (;;) { planted(); } } } }");
        plant("CatchAll", "void planted() { try { planted(); } catch (RuntimeException e) { return; } }");

        String said = refusalOf("checkstyle:check@size");

        assertEquals(
                Set.of(
                        "LongMethod MethodLength",
                        "LongFile FileLength",
                        "SixParameters ParameterNumber",
                        "DeepIf NestedIfDepth",
                        "DeepLoop NestedForDepth",
                        "CatchAll IllegalCatch"),
                found(said, "(\\w+)\\.java:\\d+\\S* .*\\[(\\w+)]"));
    }

    @Test
    void spotless_refuses_another_layout() throws IOException {
        plant("BadLayout", "void  planted( ) { }");
        Files.writeString(
                copy.resolve(MAIN + "plan/GoodLayout.java"),
                "package io.coverbook.plan;\n\nfinal class GoodLayout {}\n");

        String said = refusalOf("spotless:check", "-DspotlessFiles=.*/plan/(BadLayout|GoodLayout|Tier)\\.java");

        assertEquals(Set.of("BadLayout java"), found(said, "/(\\w+)\\.(java)\\R"));
    }

    /** The libraries come from the same build, so that none need be fetched to be refused. */
    @Test
    void the_enforcer_refuses_libraries_with_proven_faults() throws IOException {
        List<String> banned = List.of(
                "commons-collections:commons-collections:3.2.2",
                "commons-beanutils:commons-beanutils:1.9.4",
                "org.springframework.batch:spring-batch-core:6.0.4",
                "org.postgresql:postgresql:42.7.11",
                "log4j:log4j:1.2.17");
        Path house = copy.resolve("house");
        Files.createDirectories(house);
        StringBuilder modules = new StringBuilder("<module>house</module>");
        StringBuilder dependencies = new StringBuilder();
        for (String library : banned) {
            String artifact = library.split(":")[1];
            modules.append("<module>").append(artifact).append("</module>");
            if (!artifact.equals("postgresql")) {
                dependencies.append("<dependency>").append(coordinates(library)).append("</dependency>");
            }
            Files.createDirectories(copy.resolve(artifact));
            Files.writeString(copy.resolve(artifact + "/pom.xml"), project(coordinates(library)));
        }
        String pom = Files.readString(copy.resolve("pom.xml"));
        String planted = pom.replaceFirst("\n  <dependencies>", "\n  <dependencies>" + dependencies)
                .replaceFirst("<properties>", "<properties><postgresql.version>42.7.11</postgresql.version>");
        Files.writeString(house.resolve("pom.xml"), planted);
        Files.writeString(
                copy.resolve("pom.xml"),
                project(coordinates("planted:all:1") + "<packaging>pom</packaging><modules>" + modules + "</modules>"));

        String said = refusalOf("validate");

        assertEquals(
                banned.stream().map(l -> l.replaceFirst(":([^:]+)$", " $1")).collect(Collectors.toSet()),
                found(said, "([\\w.-]+:[\\w.-]+):jar:([\\w.]+) <--- banned"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    plan    | Object planted = io.coverbook.ingest.ExportKind.class;  | looks upstairs
                    money   | Object planted = io.coverbook.calendar.Term.class;      | looks next door
                    plan    | java.sql.Connection planted;                            | a library not on its list
                    """)
    void the_floor_plan_refuses_a_trespass(String room, String member) throws IOException {
        Path classes = copyOfClasses();
        assertEquals(List.of(), FloorPlanTest.trespasses(imported(classes)));
        compile(classes, room, "final class Planted { " + member + " }");
        List<String> trespasses = FloorPlanTest.trespasses(imported(classes));
        assertTrue(
                !trespasses.isEmpty()
                        && trespasses.stream().allMatch(t -> t.contains("io.coverbook." + room + ".Planted")),
                trespasses::toString);
    }

    @Test
    void the_floor_plan_refuses_a_room_not_drawn_and_a_room_not_built() throws IOException {
        Path classes = copyOfClasses();
        assertEquals(FloorPlanTest.roomsPlanned(), FloorPlanTest.roomsBuilt(imported(classes)));
        compile(classes, "attic", "final class Planted {}");
        Set<String> withAttic = new TreeSet<>(FloorPlanTest.roomsPlanned());
        withAttic.add("attic");
        assertEquals(withAttic, FloorPlanTest.roomsBuilt(imported(classes)));

        Set<String> withoutMoney = new TreeSet<>(withAttic);
        withoutMoney.remove("money");
        deleteTree(classes.resolve("io/coverbook/money"));
        assertEquals(withoutMoney, FloorPlanTest.roomsBuilt(imported(classes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a clock in a rule    | java.time.YearMonth m = java.time.YearMonth.now(zone); | the Clock or the month handed in
                    a clock as a method  | Object d = (Supplier<LocalDate>) LocalDate::now;       | the Clock or the month handed in
                    a double in a rule   | int a(int b) { double c = b; return (int) c; }         | Money or a whole number
                    SQL in a string      | String q = "SELECT * FROM charge";                     | a file in resources/io/coverbook/store
                    a catch-all          | void a() { try { a(); } catch (RuntimeException e) {} } | the one exception you can answer
                    talk to the terminal | void a() { System.out.println("done"); }               | a logger, or return the text
                    a name that says little | static class ChargeHelper {}                        | a noun of finance and support that says what it settles
                    """)
    void tidy_refuses(String fault, String member, String remedy) throws IOException {
        assertEquals(List.of(), TidyTest.untidy(copy));
        plant("Planted", member);
        List<String> untidy = TidyTest.untidy(copy);
        assertEquals(1, untidy.size(), () -> fault + ": " + untidy);
        assertTrue(untidy.get(0).startsWith(MAIN + "plan/Planted.java:3: "), untidy::toString);
        assertTrue(untidy.get(0).endsWith("— use " + remedy), untidy::toString);
    }

    @Test
    void a_statement_that_nobody_loads_is_refused() throws IOException {
        assertEquals(List.of(), SqlFilesTest.faults(copy));
        Path shelf = copy.resolve("src/main/resources/io/coverbook/store");
        Files.createDirectories(shelf);
        Files.writeString(shelf.resolve("planted-count.sql"), "-- Counts.\nselect count(*) from planted\n");
        assertEquals(List.of("planted-count.sql: no class of the store room names it"), SqlFilesTest.faults(copy));
    }

    private void plant(String type, String members) throws IOException {
        Files.writeString(
                copy.resolve(MAIN + "plan/" + type + ".java"),
                "package io.coverbook.plan;\nfinal class " + type + " {\n" + members + "}\n");
    }

    /** What Maven says when it refuses the copy. */
    private String refusalOf(String... goals) throws IOException {
        Processes.Ended maven = Processes.maven(copy, Duration.ofMinutes(3), goals);
        assertNotEquals(0, maven.exitCode(), maven.output());
        return maven.output();
    }

    /** The distinct matches of a pattern with two groups, as "one two". */
    private static Set<String> found(String output, String pattern) {
        return Pattern.compile(pattern)
                .matcher(output)
                .results()
                .map(m -> m.group(1) + " " + m.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String coordinates(String library) {
        String[] part = library.split(":");
        return "<groupId>" + part[0] + "</groupId><artifactId>" + part[1] + "</artifactId><version>" + part[2]
                + "</version>";
    }

    private static String project(String content) {
        return "<project><modelVersion>4.0.0</modelVersion>" + content + "</project>";
    }

    private Path copyOfClasses() throws IOException {
        Path classes = copy.resolve("target/classes");
        copyTree(HERE.resolve("target/classes"), classes);
        return classes;
    }

    private void compile(Path classes, String room, String type) throws IOException {
        Path source = copy.resolve(MAIN + room + "/Planted.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package io.coverbook." + room + ";\n" + type + "\n");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classes.toString(),
                        source.toString());
        assertEquals(0, code, source::toString);
    }

    private static JavaClasses imported(Path classes) {
        return new ClassFileImporter().importPath(classes);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
