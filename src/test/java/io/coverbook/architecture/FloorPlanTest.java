package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the floor plan of the house: which room may look into which, and which libraries it may use. */
class FloorPlanTest {

    private static final String ROOT = "io.coverbook.";

    /** Bottom floor first. A room may look only into rooms listed above it here, so no cycle can be drawn. */
    private static final String PLAN = """
            room        | may look into                                                  | and may use
            money       |                                                                |
            calendar    |                                                                |
            plan        | money calendar                                                 |
            renewal     | calendar plan                                                  |
            billing     | money calendar plan renewal                                    |
            entitlement | calendar plan renewal                                          |
            request     | plan entitlement                                               |
            reconcile   | money calendar plan renewal billing entitlement                |
            azure       |                                                                | java.nio.charset java.net tools.jackson
            ingest      | money calendar plan request azure                              | com.opencsv de.focus_shift java.nio java.security org.dhatim.fastexcel org.slf4j
            server      |                                                                | java.nio java.net java.sql java.security com.sun.management org.postgresql org.apache.commons.compress org.tukaani org.slf4j
            fault       |                                                                | java.sql javax.sql
            store       | money calendar plan renewal billing entitlement request reconcile ingest fault | java.nio java.sql javax.sql org.postgresql org.slf4j org.springframework.dao org.springframework.jdbc org.springframework.transaction
            answer      | money calendar plan renewal billing entitlement request reconcile ingest store |
            report      | store fault                                                    | java.nio java.security tools.jackson
            outbox      | store                                                          | java.net java.nio java.security jakarta.mail javax.crypto org.springframework.mail tools.jackson
            backup      | store fault                                                    | java.nio java.security javax.sql org.flywaydb tools.jackson
            batch       | plan azure ingest store                                        | java.nio.file org.slf4j org.springframework.batch org.springframework.core.task org.springframework.dao
            schedule    | store batch                                                    | java.nio java.text javax.sql org.quartz org.yaml.snakeyaml org.springframework org.slf4j
            web         | request store answer report                                    | java.net java.nio java.security io.micrometer jakarta.servlet org.springframework org.slf4j
            cli         | plan request azure ingest server fault store answer report outbox backup batch schedule web | java.net java.nio javax.sql org.flywaydb org.springframework org.quartz picocli
            """;

    /** A connection is seen by store alone; beside it, fault wraps one and server opens its own to look after roles. */
    private static final Set<String> ROOMS_WITH_CONNECTIONS = Set.of("store", "fault", "server");

    private static final Set<String> EVERYWHERE =
            Set.of("java.lang", "java.util", "java.time", "java.math", "java.io", "org.jspecify.annotations");

    private record Room(Set<String> neighbours, Set<String> libraries) {}

    private static final Map<String, Room> ROOMS = readPlan(PLAN);

    @Test
    void the_house_is_built_as_planned() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.coverbook");
        assertEquals(new TreeSet<>(ROOMS.keySet()), roomsBuilt(house));
        assertEquals(List.of(), trespasses(house));
        assertEquals(Set.of("App"), outsideTheRooms(house));
    }

    @Test
    void nobody_but_store_sees_a_connection() {
        Set<String> seeing = new TreeSet<>();
        ROOMS.forEach((name, room) -> {
            if (room.libraries().contains("java.sql")) {
                seeing.add(name);
            }
        });
        assertEquals(new TreeSet<>(ROOMS_WITH_CONNECTIONS), seeing);
    }

    @Test
    void a_plan_that_looks_upstairs_cannot_be_drawn() {
        String upstairs = """
                room     | may look into | and may use
                money    | calendar      |
                calendar |               |
                """;
        assertThrows(AssertionError.class, () -> readPlan(upstairs));
        assertEquals(2, readPlan(upstairs.replace("| calendar ", "|          ")).size());
    }

    /** A rule about a room that does not exist proves nothing, and a room outside the plan is governed by nothing. */
    static Set<String> roomsBuilt(JavaClasses house) {
        Set<String> built = new TreeSet<>();
        for (JavaClass type : house) {
            if (type.getPackageName().startsWith(ROOT) && !type.getSimpleName().equals("package-info")) {
                built.add(roomOf(type));
            }
        }
        return built;
    }

    static List<String> trespasses(JavaClasses house) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : house) {
            if (type.getPackageName().startsWith(ROOT) && ROOMS.containsKey(roomOf(type))) {
                for (Dependency look : type.getDirectDependenciesFromSelf()) {
                    if (!allowed(roomOf(type), look.getTargetClass().getBaseComponentType())) {
                        found.add(look.getDescription());
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> outsideTheRooms(JavaClasses house) {
        Set<String> types = new TreeSet<>();
        for (JavaClass type : house) {
            if (!type.getPackageName().startsWith(ROOT)) {
                types.add(type.getName().substring(ROOT.length()).split("\\$")[0]);
            }
        }
        return types;
    }

    static Set<String> roomsPlanned() {
        return new TreeSet<>(ROOMS.keySet());
    }

    private static boolean allowed(String room, JavaClass seen) {
        String where = seen.getPackageName();
        if (where.startsWith(ROOT)) {
            return roomOf(seen).equals(room) || ROOMS.get(room).neighbours().contains(roomOf(seen));
        }
        return under(EVERYWHERE, where) || under(ROOMS.get(room).libraries(), where);
    }

    private static boolean under(Set<String> roots, String where) {
        return roots.stream().anyMatch(root -> where.equals(root) || where.startsWith(root + "."));
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    private static Map<String, Room> readPlan(String plan) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (String line : plan.lines().skip(1).toList()) {
            String[] cell = line.split("\\|", -1);
            Room room = new Room(words(cell[1]), words(cell[2]));
            assertTrue(rooms.keySet().containsAll(room.neighbours()), () -> "looks upstairs: " + line);
            rooms.put(cell[0].strip(), room);
        }
        return rooms;
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : Set.of(cell.strip().split(" +"));
    }
}
