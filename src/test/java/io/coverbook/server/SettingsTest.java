package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final long MB = 1024L * 1024;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # memory MB, free disk MB, shared_buffers, work_mem, maintenance_work_mem, max_wal_size
                  64,         100,        32MB,           4MB,     16MB,                 128MB
                 512,        2048,        128MB,          8MB,     32MB,                 1024MB
                4096,       20000,        1024MB,         64MB,    256MB,                10000MB
               24000,      500000,        2048MB,         64MB,    512MB,                16384MB
            """)
    void memory_and_disk_are_shared_with_others(
            long memory, long disk, String buffers, String work, String maintenance, String wal) {
        Map<String, String> values = new Settings(memory * MB, disk * MB, null).values(5432);
        assertEquals(buffers, values.get("shared_buffers"));
        assertEquals(work, values.get("work_mem"));
        assertEquals(maintenance, values.get("maintenance_work_mem"));
        assertEquals(wal, values.get("max_wal_size"));
    }

    @Test
    void nothing_committed_may_be_lost_and_nobody_comes_in_from_outside() {
        String text = new Settings(4096 * MB, 4096 * MB, null).text(5432);
        for (String line : new String[] {
            "fsync = 'on'",
            "full_page_writes = 'on'",
            "synchronous_commit = 'on'",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "port = '5432'",
            "timezone = 'UTC'",
            "datestyle = 'ISO, YMD'"
        }) {
            assertTrue(text.lines().anyMatch(line::equals), () -> line + " is not in\n" + text);
        }
        assertFalse(text.contains("wal_compression"), "the binaries come without lz4");
    }

    @Test
    void the_user_may_size_the_buffers() {
        assertEquals("512MB", new Settings(MB, MB, "512MB").values(1).get("shared_buffers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "512", "0MB", "-1MB", "1TB", "1MB'", "1.5GB"})
    void a_size_that_is_none_stops_the_start(String wish) {
        ServerException refused = assertThrows(ServerException.class, () -> new Settings(MB, MB, wish));
        assertTrue(refused.getMessage().contains("COVERBOOK_PG_SHARED_BUFFERS is '" + wish + "'"));
    }
}
