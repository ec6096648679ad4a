package io.coverbook.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program of its own that uses the server of a data directory until it is told to close it, or its parent dies. */
public final class ServerProgram {

    /** Begins the lines that are answers; the others are log. */
    static final String ANSWER = "answer: ";

    private ServerProgram() {}

    public static void main(String[] args) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(ANSWER + "READY");
        orders.readLine();
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(args[0]))) {
            System.out.println(ANSWER + server.jdbcUrl());
            orders.readLine();
        }
        System.out.println(ANSWER + "CLOSED");
    }
}
