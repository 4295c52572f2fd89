package org.tierscope.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.record.FrameReader;
import org.tierscope.record.QueueRecorder;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.Control;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.GuestError;
import org.tierscope.record.proto.Log;
import org.tierscope.record.proto.OptionSetting;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.Run;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.SourceLoaded;

/**
 * An engine process: reads {@link Control} frames from standard input, runs one program, and writes its recording to standard
 * output. What the program prints travels as events. Ends with the program, or when its input ends.
 */
public final class EngineMain {
    private final Recorder recorder;
    private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();
    private volatile Engine engine;

    private EngineMain(Recorder recorder) {
        this.recorder = recorder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        OutputStream recording = new BufferedOutputStream(System.out, 1 << 16);
        InputStream control = System.in;
        // Nothing but the recording may get onto standard output.
        System.setOut(System.err);
        long start = System.nanoTime();
        try (var recorder = new QueueRecorder(recording, () -> System.nanoTime() - start)) {
            new EngineMain(recorder).serve(control);
        }
        System.exit(0);
    }

    private void serve(InputStream control) throws InterruptedException {
        var reader = new Thread(() -> readControl(control), "control");
        reader.setDaemon(true);
        reader.start();
        run(runs.take());
    }

    private void readControl(InputStream input) {
        try (var frames = new FrameReader(input)) {
            for (Optional<byte[]> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                handle(Control.parseFrom(frame.get()));
            }
        } catch (IOException e) {
            log(Log.Level.ERROR, "control channel: " + e.getMessage());
        }
        // Nobody is left who could want the result.
        Engine running = engine;
        if (running != null) {
            running.stop();
        }
    }

    private void handle(Control message) {
        Engine running = engine;
        switch (message.getKindCase()) {
            case RUN -> runs.add(message.getRun());
            case STOP -> {
                if (running != null) {
                    running.stop();
                }
            }
            case PAUSE -> {
                if (running != null) {
                    running.pause();
                }
            }
            case RESUME -> {
                if (running != null) {
                    running.resume();
                }
            }
            case SET_OPTION -> setOption(running, OptionSetting.newBuilder()
                    .setName(message.getSetOption().getName()).setValue(message.getSetOption().getValue()).build());
            case EVALUATE -> {
                if (running != null) {
                    running.evaluate(message.getEvaluate().getRequestId(), message.getEvaluate().getText());
                }
            }
            case COLLECT_GARBAGE -> {
                if (running != null) {
                    running.collectGarbage();
                }
            }
            default -> log(Log.Level.WARNING, "this engine does not know the message " + message.getKindCase());
        }
    }

    private void run(Run run) {
        long start = System.nanoTime();
        try {
            EngineOptions options = EngineOptions.DEFAULTS;
            for (OptionSetting setting : run.getOptionsList()) {
                options = withSetting(options, setting);
            }
            Program program = run.getSourceText().isEmpty()
                    ? Program.load(Path.of(run.getProgramPath()))
                    : Program.of(run.getProgramPath(), run.getSourceText());
            var nowhere = OutputStream.nullOutputStream();
            engine = new Engine(options).output(nowhere, nowhere).recorder(recorder);
            if (run.getStay()) {
                engine.stay();
            }
            if (run.getPaused()) {
                engine.pause();
            }
            engine.run(program);
        } catch (ProgramException e) {
            invalidProgram(run, e, start);
        } catch (RuntimeException e) {
            ended(RunEnded.Status.CRASHED, String.valueOf(e.getMessage()), start);
        }
    }

    private void setOption(Engine running, OptionSetting setting) {
        Optional<EngineOption<?>> option = EngineOption.named(setting.getName());
        if (running == null || option.isEmpty() || !EngineOption.LIVE.contains(option.get())) {
            log(Log.Level.WARNING, "--" + setting.getName() + " cannot be changed while a program runs");
            return;
        }
        try {
            running.setOption(option.get(), setting.getValue());
            log(Log.Level.INFO, "--" + setting.getName() + "=" + setting.getValue());
        } catch (IllegalArgumentException e) {
            log(Log.Level.WARNING, e.getMessage());
        }
    }

    private EngineOptions withSetting(EngineOptions options, OptionSetting setting) {
        for (EngineOption<?> option : EngineOption.ALL) {
            if (option.name().equals(setting.getName())) {
                return options.withText(option, setting.getValue());
            }
        }
        log(Log.Level.WARNING, "this engine has no option " + setting.getName());
        return options;
    }

    private void invalidProgram(Run run, ProgramException error, long start) {
        recorder.post(Event.newBuilder()
                .setRunStarted(RunStarted.newBuilder().setProgramPath(run.getProgramPath())));
        recorder.post(Event.newBuilder()
                .setSourceLoaded(SourceLoaded.newBuilder()
                        .setSourceId(1)
                        .setPath(run.getProgramPath())
                        .setText(run.getSourceText())));
        var position = Position.newBuilder()
                .setSourceId(1)
                .setOffset(error.offset())
                .setLine(error.line())
                .setColumn(error.column());
        recorder.post(Event.newBuilder()
                .setGuestError(GuestError.newBuilder()
                        .setMessage(error.getMessage())
                        .setPosition(position)
                        .setSyntax(error.line() > 0)));
        ended(RunEnded.Status.FAILED, error.getMessage(), start);
    }

    private void ended(RunEnded.Status status, String detail, long start) {
        recorder.post(Event.newBuilder()
                .setRunEnded(RunEnded.newBuilder()
                        .setStatus(status)
                        .setDetail(detail)
                        .setExitCode(1)
                        .setWallMillis((System.nanoTime() - start) / 1_000_000)));
    }

    private void log(Log.Level level, String text) {
        recorder.post(Event.newBuilder().setLog(Log.newBuilder().setLevel(level).setText(text)));
    }
}
