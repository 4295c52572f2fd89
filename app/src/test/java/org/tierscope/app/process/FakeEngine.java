package org.tierscope.app.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tierscope.record.FrameReader;
import org.tierscope.record.RecordingWriter;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.Control;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunPaused;
import org.tierscope.record.proto.RunResumed;
import org.tierscope.session.sample.SampleRecording;

/**
 * Stands in for the engine in tests of everything around it: speaks the same protocol, and does what the name of the
 * program says.
 */
public final class FakeEngine {
    private final RecordingWriter out = new RecordingWriter(System.out);
    private long nanos;

    private FakeEngine() throws IOException {
    }

    public static void main(String[] arguments) throws Exception {
        new FakeEngine().run();
    }

    private void run() throws Exception {
        FrameReader control = new FrameReader(System.in);
        Control first = Control.parseFrom(control.next().orElseThrow());
        String program = Path.of(first.getRun().getProgramPath()).getFileName().toString().replace(".js", "");
        List<Event> events = SampleRecording.events();
        switch (program) {
            case "sum" -> post(events);
            case "waits" -> {
                post(events.subList(0, events.size() - 1));
                obey(control);
            }
            case "deaf" -> {
                post(events.subList(0, events.size() - 1));
                Thread.sleep(60_000);
            }
            case "crash" -> {
                post(events.subList(0, events.size() / 2));
                System.err.println("# A fatal error has been detected");
                System.err.flush();
                Runtime.getRuntime().halt(134);
            }
            case "garbage" -> {
                post(events.subList(0, 5));
                System.out.write("panic: heap is corrupt\n".getBytes());
                System.out.flush();
                post(events.subList(5, events.size()));
            }
            case "chatter" -> {
                System.out.println("Error occurred during initialization of VM");
                System.out.println("two options contradict each other");
                System.exit(1);
            }
            case "silent" -> System.exit(7);
            case "busy" -> busy();
            default -> throw new IllegalArgumentException(program);
        }
        out.close();
    }

    private void post(List<Event> events) throws IOException {
        for (Event event : events) {
            post(event.toBuilder());
        }
    }

    private void post(Event.Builder event) throws IOException {
        nanos = Math.max(nanos, event.getTimeNanos());
        out.write(event.setTimeNanos(nanos).build());
        out.flush();
    }

    /** Prints as fast as it can for two seconds. */
    private void busy() throws IOException {
        post(SampleRecording.events().subList(0, SampleRecording.events().size() - 1));
        long end = System.nanoTime() + 2_000_000_000L;
        int line = 0;
        while (System.nanoTime() < end) {
            nanos += 1000;
            post(Event.newBuilder().setConsoleOutput(ConsoleOutput.newBuilder().setText("line " + line++ + "\n")));
        }
        post(Event.newBuilder().setRunEnded(RunEnded.newBuilder().setStatus(RunEnded.Status.COMPLETED)));
    }

    private void obey(FrameReader control) throws IOException {
        for (Optional<byte[]> frame = control.next(); frame.isPresent(); frame = control.next()) {
            nanos += 1000;
            Control message = Control.parseFrom(frame.get());
            switch (message.getKindCase()) {
                case PAUSE -> post(Event.newBuilder().setRunPaused(RunPaused.newBuilder().setWhy("asked by the user")));
                case RESUME -> post(Event.newBuilder().setRunResumed(RunResumed.getDefaultInstance()));
                case EVALUATE -> post(Event.newBuilder().setConsoleOutput(ConsoleOutput.newBuilder()
                        .setText("evaluated " + message.getEvaluate().getText() + "\n")));
                case SET_OPTION -> post(Event.newBuilder().setConsoleOutput(ConsoleOutput.newBuilder()
                        .setText("option " + message.getSetOption().getName() + "="
                                + message.getSetOption().getValue() + "\n")));
                case STOP -> {
                    post(Event.newBuilder().setRunEnded(RunEnded.newBuilder().setStatus(RunEnded.Status.STOPPED)));
                    return;
                }
                default -> throw new IllegalArgumentException(message.toString());
            }
        }
    }
}
