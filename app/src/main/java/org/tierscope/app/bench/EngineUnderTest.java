package org.tierscope.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.app.json.Json;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.record.Recording;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;

/** Tierscope as the thing that is measured: {@code run} or {@code record} in a new process like this one. */
final class EngineUnderTest {
    private final List<String> command;

    /** @param mainClass the command line's main class */
    EngineUnderTest(String mainClass) {
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    }

    /** Runs a program in at most this tier. */
    Measurement measure(Path program, Tier tier, EngineOptions options)
            throws IOException, InterruptedException {
        Path stats = Files.createTempFile("tierscope", ".json");
        try {
            List<String> words = command("run", options);
            words.add("--max-tier=" + tier.label());
            words.add("--stats=" + stats);
            words.add(program.toString());
            String output = Processes.outputOf(words);
            return measurement(Json.parse(Files.readString(stats)), output);
        } finally {
            Files.deleteIfExists(stats);
        }
    }

    /** Runs a program in all tiers, recording everything; what compilations took, without what they compiled, is in the recording. */
    Measurement measureRecorded(Path program, EngineOptions options) throws IOException, InterruptedException {
        Path recording = Files.createTempFile("tierscope", ".tsr");
        try {
            List<String> words = command("record", options);
            words.addAll(List.of("-o", recording.toString(), program.toString()));
            String output = Processes.outputOf(words);
            return recorded(RecordingReader.read(recording), output);
        } finally {
            Files.deleteIfExists(recording);
        }
    }

    /** Wall time of a whole process that runs a program, in milliseconds. */
    double processMillis(Path program) throws IOException, InterruptedException {
        List<String> words = command("run", EngineOptions.DEFAULTS);
        words.add(program.toString());
        long start = System.nanoTime();
        Processes.outputOf(words);
        return (System.nanoTime() - start) / 1e6;
    }

    private List<String> command(String name, EngineOptions options) {
        var words = new ArrayList<>(command);
        words.add(name);
        words.addAll(options.toArguments());
        return words;
    }

    private static Measurement recorded(Recording recording, String output) {
        Compiling baseline = Compiling.NONE;
        Compiling optimizing = Compiling.NONE;
        var tiers = new HashMap<Integer, org.tierscope.record.proto.Tier>();
        for (Event event : recording.events()) {
            if (event.hasCompilationStarted()) {
                var started = event.getCompilationStarted();
                tiers.put(started.getCompilationId(), started.getTier());
            } else if (event.hasCompilationFinished()) {
                var finished = event.getCompilationFinished();
                var compiling = new Compiling(finished.getMicros(), 0);
                if (tiers.get(finished.getCompilationId()) == org.tierscope.record.proto.Tier.BASELINE) {
                    baseline = baseline.plus(compiling);
                } else {
                    optimizing = optimizing.plus(compiling);
                }
            }
        }
        double millis = recording.events().getLast().getTimeNanos() / 1e6;
        return Measurement.of(millis, baseline, optimizing, output);
    }

    private static Measurement measurement(Object stats, String output) {
        double millis = (double) field(field(stats, "totals"), "wallMillis");
        Compiling baseline = Compiling.NONE;
        Compiling optimizing = Compiling.NONE;
        for (Object function : (List<?>) field(stats, "functions")) {
            for (Object compilation : (List<?>) field(function, "compilations")) {
                var compiling = new Compiling(
                        (double) field(compilation, "micros"), (double) field(function, "bytecodes"));
                if (field(compilation, "tier").equals(Tier.BASELINE.label())) {
                    baseline = baseline.plus(compiling);
                } else {
                    optimizing = optimizing.plus(compiling);
                }
            }
        }
        return Measurement.of(millis, baseline, optimizing, output);
    }

    private static Object field(Object object, String name) {
        return ((Map<?, ?>) object).get(name);
    }
}
