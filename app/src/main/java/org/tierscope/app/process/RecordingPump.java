package org.tierscope.app.process;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tierscope.record.Loss;
import org.tierscope.record.RawEvent;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.session.Session;

/** Brings a recording into a session, event by event, whether it comes from a running engine or from a file. */
public final class RecordingPump {
    private static final long EVENTS_BETWEEN_REPORTS = 1000;

    private final InputStream in;
    private final Session session;
    private final BooleanSupplier isInFile;
    private final Consumer<RunEnded> onEnd;
    private Optional<RunEnded> end = Optional.empty();
    private int reportedLosses;
    private long events;

    private RecordingPump(InputStream in, Session session, BooleanSupplier isInFile, Consumer<RunEnded> onEnd) {
        this.in = in;
        this.session = session;
        this.isInFile = isInFile;
        this.onEnd = onEnd;
    }

    /** Reads a file, which is then read again wherever something of it is asked for. */
    public static void read(Path recording, Session session) throws IOException {
        session.readFrom(recording);
        try (InputStream in = Files.newInputStream(recording)) {
            new RecordingPump(in, session, () -> true, ended -> { }).run();
        }
    }

    /**
     * Reads what an engine writes.
     *
     * @param copy gets every byte before it comes out of {@code in}
     * @param isInFile whether that has succeeded until now
     * @param onEnd called when the program's end is in the session; more may follow
     */
    static RecordingPump live(InputStream in, Session session, Path copy, BooleanSupplier isInFile, Consumer<RunEnded> onEnd)
            throws IOException {
        session.readFrom(copy);
        return new RecordingPump(in, session, isInFile, onEnd);
    }

    /**
     * Reads until the stream ends. Damage becomes problems of the session.
     *
     * @return the event that ends a recording, if it came
     * @throws IOException if the stream is no recording, or of a later version, or cannot be read
     */
    Optional<RunEnded> run() throws IOException {
        try (RecordingReader reader = new RecordingReader(in)) {
            for (Optional<RawEvent> event = reader.nextRaw(); event.isPresent(); event = reader.nextRaw()) {
                // Who waits for the end must find all that was lost before it.
                if (++events % EVENTS_BETWEEN_REPORTS == 0 || event.get().kindCase() == Event.KindCase.RUN_ENDED) {
                    reportLosses(reader);
                }
                try {
                    append(event.get());
                } catch (InvalidProtocolBufferException e) {
                    reader.notAnEvent(event.get().offset(), e);
                }
            }
            reportLosses(reader);
            session.reportUnknown(reader.unknownEvents());
        }
        return end;
    }

    /** What happens after the program's end, because somebody asked for it, counts as happening there: time goes on with the program. */
    private void append(RawEvent event) throws IOException {
        RawEvent timed = end.isEmpty() ? event : event.at(session.endNanos());
        if (isInFile.getAsBoolean()) {
            session.append(timed);
        } else {
            session.appendCopy(timed);
        }
        if (event.kindCase() == Event.KindCase.RUN_ENDED) {
            end = Optional.of(Event.parseFrom(event.payload()).getRunEnded());
            onEnd.accept(end.get());
        }
    }

    private void reportLosses(RecordingReader reader) {
        var losses = reader.losses();
        while (reportedLosses < losses.size()) {
            Loss loss = losses.get(reportedLosses++);
            session.report(loss);
        }
    }
}
