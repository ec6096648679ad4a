package io.coverbook.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the embedded server on a machine: durable above all, and sized for a month-end.
 *
 * @param memoryBytes what the machine or the container has
 * @param freeDiskBytes what is left where the cluster lies
 * @param sharedBuffers what the user wants, such as {@code 512MB}; null for a quarter of the memory
 */
record Settings(
        long memoryBytes, long freeDiskBytes, @Nullable String sharedBuffers) {

    private static final long MB = 1024L * 1024;

    Settings {
        if (sharedBuffers != null && !sharedBuffers.matches("[1-9][0-9]{0,8}(kB|MB|GB)")) {
            throw new ServerException("COVERBOOK_PG_SHARED_BUFFERS is '" + sharedBuffers
                    + "', but must be a whole number with kB, MB or GB, such as 512MB. Correct or unset it.");
        }
    }

    /** The lines of the file that the server reads at each start. */
    String text(int port) {
        return values(port).entrySet().stream()
                .map(e -> e.getKey() + " = '" + e.getValue() + "'\n")
                .collect(Collectors.joining(
                        "",
                        "# Written by Coverbook at each start; own settings go into another file beside it.\n",
                        ""));
    }

    Map<String, String> values(int port) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("max_connections", "60");
        all.put("fsync", "on");
        all.put("full_page_writes", "on");
        all.put("synchronous_commit", "on");
        all.put("wal_level", "minimal"); // nobody follows this server: a table filled from empty needs no log
        all.put("max_wal_senders", "0");
        all.put("shared_buffers", sharedBuffers == null ? within(memoryBytes / 4, 32, 2048) : sharedBuffers);
        all.put("work_mem", within(memoryBytes / 64, 4, 64));
        all.put("maintenance_work_mem", within(memoryBytes / 16, 16, 512));
        all.put("max_wal_size", within(freeDiskBytes / 2, 128, 16 * 1024));
        all.put("checkpoint_timeout", "30min");
        all.put("autovacuum", "on");
        all.put("jit", "off");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("datestyle", "ISO, YMD");
        all.put("lc_messages", "C");
        all.put("logging_collector", "off");
        return all;
    }

    private static String within(long bytes, long leastMegabytes, long mostMegabytes) {
        return Math.max(leastMegabytes, Math.min(mostMegabytes, bytes / MB)) + "MB";
    }
}
