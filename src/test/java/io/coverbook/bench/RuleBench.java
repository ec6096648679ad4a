package io.coverbook.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * Runs what JMH measures of the rules and the parsers. What JMH needs beside a benchmark is generated here, so that the
 * ordinary build compiles the benchmarks and nothing more.
 */
class RuleBench {

    private static final String HERE = "src/test/java/io/coverbook/bench/";

    @Test
    void rules_and_parsers() throws IOException, InterruptedException {
        Path folder = BenchOrder.given().folder();
        Path classes = folder.resolve("jmh");
        BenchServer.remove(classes);
        Files.createDirectories(classes);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-processor",
                        BenchmarkProcessor.class.getName(),
                        "-processorpath",
                        StockRun.classPath(),
                        "-classpath",
                        StockRun.classPath(),
                        "-d",
                        classes.toString(),
                        HERE + "RuleSpeed.java",
                        HERE + "ParserSpeed.java");
        assertEquals(0, compiled);
        Path results = folder.resolve("jmh.json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                classes + File.pathSeparator + StockRun.classPath(),
                Main.class.getName(),
                "-rf",
                "json",
                "-rff",
                results.toString()));
        command.addAll(
                List.of(System.getProperty("jmh", "-f 1 -wi 3 -w 1s -i 5 -r 1s").split(" ")));
        Path said = folder.resolve("jmh.txt");
        Process jmh = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int ended = jmh.waitFor();
        String text = Files.readString(said);
        System.out.println(text.substring(Math.max(0, text.indexOf("\nBenchmark  "))));
        assertEquals(0, ended);
        String told = Files.readString(results);
        for (String benchmark :
                List.of("RuleSpeed.term", "RuleSpeed.usualScope", "RuleSpeed.hardCover", "ParserSpeed.row")) {
            assertTrue(told.contains(benchmark), told);
        }
    }
}
