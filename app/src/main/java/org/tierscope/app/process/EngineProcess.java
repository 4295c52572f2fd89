package org.tierscope.app.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tierscope.record.FrameWriter;
import org.tierscope.record.NotARecordingException;
import org.tierscope.record.proto.Control;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Run;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.Stop;
import org.tierscope.session.Problem;
import org.tierscope.session.Session;

/**
 * A running engine. Its recording goes into a session and, byte for byte, into a file, so that it survives the
 * workbench too. May be used by any thread; nothing here waits for the engine except its own threads.
 */
public final class EngineProcess {
    /** How long an engine that was asked to stop may take before it is killed. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    private static final int MOST_WORDS = 2000;

    private final Process process;
    private final Session session;
    private final Path recordingFile;
    private final Consumer<EngineExit> onExit;
    private final Runnable onGone;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("engine-control").factory());
    private FrameWriter control;
    private final ErrorTail errors;
    private volatile boolean stopAsked;
    private volatile boolean killed;

    private EngineProcess(Process process, Session session, Path recordingFile, Consumer<EngineExit> onExit, Runnable onGone) {
        this.onGone = onGone;
        this.process = process;
        this.session = session;
        this.recordingFile = recordingFile;
        this.onExit = onExit;
        this.errors = new ErrorTail(process.getErrorStream());
    }

    /**
     * Starts an engine and tells it to run a program.
     *
     * @param directory for the recording and for crash reports; the recording is {@code run.tsr} in it
     * @param onExit called once, on a thread of its own, when the program's end is in the session
     * @throws IOException if the process cannot be started
     */
    public static EngineProcess start(EngineCommand command, Run run, Session session, Path directory,
            Consumer<EngineExit> onExit) throws IOException {
        return start(command, run, session, directory, onExit, () -> { });
    }

    /**
     * The same for an engine that may stay behind its program, to be asked.
     *
     * @param onGone called once, after {@code onExit}, when it answers no more
     */
    public static EngineProcess start(EngineCommand command, Run run, Session session, Path directory,
            Consumer<EngineExit> onExit, Runnable onGone) throws IOException {
        Path recordingFile = directory.resolve("run.tsr");
        OutputStream copy = Files.newOutputStream(recordingFile);
        Process process;
        try {
            process = new ProcessBuilder(command.words(directory)).directory(directory.toFile()).start();
        } catch (IOException e) {
            copy.close();
            throw e;
        }
        EngineProcess engine = new EngineProcess(process, session, recordingFile, onExit, onGone);
        TeeInputStream recording = new TeeInputStream(process.getInputStream(), copy);
        daemon("engine-recording", () -> engine.readRecording(recording));
        engine.send(Control.newBuilder().setRun(run).build());
        return engine;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The file that receives the recording. */
    public Path recordingFile() {
        return recordingFile;
    }

    /** Sends a message; an engine that has gone does not get it, and its end is reported anyway. */
    public void send(Control message) {
        try {
            sender.execute(() -> write(message));
        } catch (RejectedExecutionException gone) {
            // the process has ended, and readRecording tells how
        }
    }

    /** On the sender's thread, because an engine that is busy may leave the pipe full. */
    private void write(Control message) {
        try {
            if (control == null) {
                control = new FrameWriter(process.getOutputStream());
            }
            control.writeFrame(message.toByteArray());
            control.flush();
        } catch (IOException gone) {
            // the pipe is closed because the process has ended, and readRecording tells how
        }
    }

    /** Asks the engine to end the program, and kills it if it has not ended after {@link #GRACE}. */
    public void stop() {
        if (stopAsked) {
            return;
        }
        stopAsked = true;
        send(Control.newBuilder().setStop(Stop.getDefaultInstance()).build());
        daemon("engine-stop", () -> {
            try {
                if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends the process at once. */
    public void kill() {
        stopAsked = true;
        killed = true;
        process.destroyForcibly();
    }

    private void readRecording(TeeInputStream recording) {
        Optional<RunEnded> end = Optional.empty();
        String broken = "";
        try {
            end = RecordingPump.live(new BufferedInputStream(recording, 1 << 16), session, recordingFile,
                    () -> recording.failure() == null, ended -> onExit.accept(new EngineExit(ended, false, stopAsked))).run();
        } catch (NotARecordingException e) {
            broken = e.getMessage() + wordsInstead();
        } catch (IOException e) {
            broken = e.getMessage();
        }
        int exitCode = awaitExit();
        if (end.isEmpty()) {
            RunEnded ended = deathSeen(exitCode, broken);
            session.append(Event.newBuilder().setTimeNanos(session.endNanos()).setRunEnded(ended).build());
            onExit.accept(new EngineExit(ended, true, stopAsked));
        } else if (exitCode != 0 && !stopAsked) {
            session.report(Problem.Severity.WARNING,
                    "the engine died after the program's end: " + deathSeen(exitCode, broken).getDetail());
        }
        if (recording.failure() != null) {
            session.report(Problem.Severity.WARNING,
                    "the recording could not be written to " + recordingFile + ": " + recording.failure().getMessage());
        }
        sender.shutdownNow();
        onGone.run();
    }

    /** A JVM that cannot start says why on its standard output, where the recording was expected. */
    private String wordsInstead() {
        try (InputStream in = Files.newInputStream(recordingFile)) {
            String text = new String(in.readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
            boolean readable = text.chars().allMatch(c -> c >= ' ' && c != 0xfffd || c == '\n' || c == '\r' || c == '\t');
            return text.isEmpty() || !readable ? "" : "; it wrote:\n" + text;
        } catch (IOException e) {
            return "";
        }
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    /** What is known of a process that ended without a word. */
    private RunEnded deathSeen(int exitCode, String broken) {
        StringBuilder detail = new StringBuilder();
        if (killed) {
            detail.append("it did not react to the request to stop and was killed");
        } else if (exitCode > 128) {
            detail.append("killed by signal ").append(exitCode - 128).append(signalName(exitCode - 128));
        } else {
            detail.append("exit code ").append(exitCode);
        }
        if (!broken.isEmpty()) {
            detail.append("; ").append(broken);
        }
        String lastWords = errors.text();
        if (!lastWords.isBlank() && !killed) {
            detail.append("\n").append(lastWords.strip());
        }
        return RunEnded.newBuilder()
                .setStatus(stopAsked ? RunEnded.Status.STOPPED : RunEnded.Status.CRASHED)
                .setDetail(detail.toString())
                .setExitCode(exitCode)
                .setWallMillis(TimeUnit.NANOSECONDS.toMillis(session.endNanos()))
                .build();
    }

    private static String signalName(int signal) {
        return switch (signal) {
            case 4 -> " (illegal instruction)";
            case 6 -> " (abort)";
            case 7 -> " (bus error)";
            case 8 -> " (arithmetic fault)";
            case 9 -> " (kill)";
            case 11 -> " (segmentation fault)";
            case 15 -> " (terminate)";
            default -> "";
        };
    }

    static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
