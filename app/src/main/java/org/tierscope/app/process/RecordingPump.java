package org.tierscope.app.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.tierscope.record.Loss;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.session.Problem;
import org.tierscope.session.Session;

/** Brings a recording into a session, event by event, whether it comes from a running engine or from a file. */
public final class RecordingPump {
    private static final long EVENTS_BETWEEN_REPORTS = 1000;

    private final InputStream in;
    private final Session session;
    private final Consumer<RunEnded> onEnd;
    private Optional<RunEnded> end = Optional.empty();
    private int reportedLosses;
    private long events;

    public RecordingPump(InputStream in, Session session) {
        this(in, session, ended -> { });
    }

    /** @param onEnd called when the program's end is in the session; more may follow */
    RecordingPump(InputStream in, Session session, Consumer<RunEnded> onEnd) {
        this.in = in;
        this.session = session;
        this.onEnd = onEnd;
    }

    /**
     * Reads until the stream ends. Damage becomes problems of the session.
     *
     * @return the event that ends a recording, if it came
     * @throws IOException if the stream is no recording, or of a later version, or cannot be read
     */
    public Optional<RunEnded> run() throws IOException {
        try (RecordingReader reader = new RecordingReader(in)) {
            for (Optional<Event> event = reader.next(); event.isPresent(); event = reader.next()) {
                session.append(end.isEmpty() ? event.get() : atTheEnd(event.get()));
                if (event.get().hasRunEnded()) {
                    end = Optional.of(event.get().getRunEnded());
                    onEnd.accept(end.get());
                }
                if (++events % EVENTS_BETWEEN_REPORTS == 0) {
                    reportLosses(reader);
                }
            }
            reportLosses(reader);
            if (reader.unknownEvents() > 0) {
                session.report(Problem.Severity.WARNING, reader.unknownEvents()
                        + " events are of kinds that only a later Tierscope knows; they are left out");
            }
        }
        return end;
    }

    /** What happens after the program's end, because somebody asked for it, counts as happening there: time goes on with the program. */
    private Event atTheEnd(Event event) {
        return event.toBuilder().setTimeNanos(session.endNanos()).build();
    }

    private void reportLosses(RecordingReader reader) {
        var losses = reader.losses();
        while (reportedLosses < losses.size()) {
            Loss loss = losses.get(reportedLosses++);
            session.report(loss);
        }
    }
}
