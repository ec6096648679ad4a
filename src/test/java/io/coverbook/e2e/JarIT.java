package io.coverbook.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is delivered: in layers, with the list of its parts, and nothing in it that tells when it was built. */
class JarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String PARTS = "META-INF/sbom/application.cdx.json";

    private static ZipFile jar() throws IOException {
        return new ZipFile(System.getProperty("coverbook.jar"));
    }

    private static String text(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void no_entry_tells_when_it_was_built() throws IOException {
        try (ZipFile jar = jar()) {
            Set<LocalDateTime> times = new TreeSet<>();
            for (ZipEntry entry : jar.stream().toList()) {
                times.add(entry.getTimeLocal());
            }
            assertEquals(Set.of(LocalDateTime.parse("2026-11-22T00:00:00")), times);
            String manifest = text(jar, "META-INF/MANIFEST.MF");
            assertTrue(
                    manifest.lines().noneMatch(line -> line.startsWith("Built-By") || line.startsWith("Build-Time")),
                    manifest);
        }
    }

    @Test
    void it_has_layers() throws IOException {
        try (ZipFile jar = jar()) {
            List<String> layers = text(jar, "BOOT-INF/layers.idx")
                    .lines()
                    .filter(line -> line.startsWith("- \""))
                    .toList();
            assertEquals(
                    List.of(
                            "- \"dependencies\":",
                            "- \"spring-boot-loader\":",
                            "- \"snapshot-dependencies\":",
                            "- \"application\":"),
                    layers);
        }
    }

    /** The plugin that lists the parts does nothing in a build without a network, and is silent about it. */
    @Test
    void the_list_of_its_parts_is_whole_unless_it_was_built_offline() throws IOException {
        boolean offline = System.getProperty("maven.network", "").equals("offline true");
        try (ZipFile jar = jar()) {
            List<String> found = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(PARTS))
                    .toList();
            assertEquals(offline ? 0 : 1, found.size(), found::toString);
            if (offline) {
                return;
            }
            Set<String> parts = new TreeSet<>();
            JsonNode list = JsonMapper.shared().readTree(text(jar, found.get(0)));
            for (JsonNode part : list.path("components")) {
                parts.add(part.path("name").asString() + "-"
                        + part.path("version").asString() + ".jar");
            }
            List<String> missing = new ArrayList<>();
            for (ZipEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(LIBRARIES)
                        && name.endsWith(".jar")
                        && !parts.contains(name.substring(LIBRARIES.length()))) {
                    missing.add(name);
                }
            }
            // The launcher's own tool for layers comes with the plugin that packs the jar.
            missing.removeIf(name -> name.contains("spring-boot-jarmode-tools"));
            assertEquals(List.of(), missing);
        }
    }
}
