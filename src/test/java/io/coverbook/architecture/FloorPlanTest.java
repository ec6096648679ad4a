package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
            reconcile   | money calendar plan renewal billing entitlement                |
            ingest      | money calendar plan                                            | com.opencsv java.nio java.security org.slf4j
            server      |                                                                | java.nio java.net java.sql java.security com.sun.management org.postgresql org.apache.commons.compress org.tukaani org.slf4j
            """;

    private static final Set<String> EVERYWHERE =
            Set.of("java.lang", "java.util", "java.time", "java.math", "java.io", "org.jspecify.annotations");

    private record Room(Set<String> neighbours, Set<String> libraries) {}

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.coverbook");

    private static final Map<String, Room> ROOMS = readPlan();

    /** A rule about a room that does not exist proves nothing, and a room outside the plan is governed by nothing. */
    @Test
    void the_plan_names_every_room_and_no_other() {
        Set<String> built = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (type.getPackageName().startsWith(ROOT) && !type.getSimpleName().equals("package-info")) {
                built.add(roomOf(type));
            }
        }
        assertEquals(new TreeSet<>(ROOMS.keySet()), built);
    }

    @Test
    void every_room_looks_only_where_the_plan_allows() {
        List<String> trespasses = new ArrayList<>();
        for (JavaClass type : HOUSE) {
            if (type.getPackageName().startsWith(ROOT)) {
                for (Dependency look : type.getDirectDependenciesFromSelf()) {
                    if (!allowed(roomOf(type), look.getTargetClass().getBaseComponentType())) {
                        trespasses.add(look.getDescription());
                    }
                }
            }
        }
        assertTrue(trespasses.isEmpty(), () -> String.join("\n", trespasses));
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

    private static Map<String, Room> readPlan() {
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (String line : PLAN.lines().skip(1).toList()) {
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
