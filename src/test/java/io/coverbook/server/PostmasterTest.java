package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterTest {

    private static final String WHOLE = "9151\n/data/postgres/cluster\n1795366643\n54991\n\n127.0.0.1\n 21 4\nready\n";

    @TempDir
    Path cluster;

    @Test
    void the_pid_file_names_process_and_port() throws IOException {
        assertEquals(Optional.empty(), Postmaster.named(cluster));
        Files.writeString(Postmaster.file(cluster), WHOLE);
        assertEquals(Optional.of(new Postmaster(9151, 54991)), Postmaster.named(cluster));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9151",
                "9151\n/data\n1795366643\n",
                "9151\n/data\n1795366643\n\n",
                "-7\n/data\n1\n5432\n",
                "x\n/data\n1\n5432\n",
                "1\n/data\n1\n123456\n"
            })
    void half_a_pid_file_names_nobody(String text) {
        assertEquals(Optional.empty(), Postmaster.parse(text.lines().toList()));
    }

    @Test
    void a_living_process_of_another_program_is_no_server() {
        assertFalse(new Postmaster(ProcessHandle.current().pid(), 1).alive(cluster));
        assertFalse(new Postmaster(Long.MAX_VALUE / 4, 1).alive(cluster));
    }
}
