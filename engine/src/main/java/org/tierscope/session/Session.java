package org.tierscope.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.tierscope.record.Loss;
import org.tierscope.record.Recording;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.RecordingWriter;
import org.tierscope.record.proto.Event;

/**
 * A recording that can be looked at while it grows. Any thread may append, any thread may read.
 *
 * <p>Views do not receive events: they are told that there is something new, not more often than they can keep up
 * with, and then read the {@link Moment} they show. Reading costs what is read, however long the recording is.
 */
public final class Session {

    private final RecordingIndex index = new RecordingIndex();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refreshPending = new AtomicBoolean();
    private final Executor refresher;

    /**
     * @param refresher runs the notification of listeners, for instance on the user interface's thread. It gets the
     *     next task only after the one before has begun, so whatever delay it adds is the refresh interval.
     */
    public Session(Executor refresher) {
        this.refresher = refresher;
    }

    /** A session whose listeners are called by the thread that appends. */
    public Session() {
        this(Runnable::run);
    }

    /**
     * Opens a recording. What was not readable of it becomes a {@link Problem}.
     *
     * @throws org.tierscope.record.NotARecordingException if the file is none, or of a later version
     * @throws IOException if the file cannot be read at all
     */
    public static Session open(Path file) throws IOException {
        Session session = new Session();
        session.appendAll(RecordingReader.read(file));
        return session;
    }

    /** Appends an event. Its time must not be before that of the last one; if it is, it counts as the same time. */
    public void append(Event event) {
        write(() -> {
            long end = endOfIndex();
            index.add(event.getTimeNanos() < end ? event.toBuilder().setTimeNanos(end).build() : event);
        });
    }

    /** Appends what was read of a recording, and its losses as problems. */
    public void appendAll(Recording recording) {
        write(() -> recording.events().forEach(index::add));
        recording.losses().forEach(this::report);
        if (recording.unknownEvents() > 0) {
            report(Problem.Severity.WARNING, recording.unknownEvents()
                    + " events are of kinds that only a later Tierscope knows; they are left out");
        }
    }

    /** Reports damage of the recording. */
    public void report(Loss loss) {
        report(Problem.Severity.WARNING, "the recording is damaged, " + loss);
    }

    /** Adds a problem that somebody beside the engine has noticed. */
    public void report(Problem.Severity severity, String text) {
        write(() -> index.problem(endOfIndex(), severity, text, Optional.empty()));
    }

    /** Calls {@code listener} after changes, once for however many; returns what stops it. */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The state at {@code nanos} since the start of the run. */
    public Moment at(long nanos) {
        return new Moment(this, nanos);
    }

    /** The state at a cursor. */
    public Moment at(Cursor cursor) {
        return switch (cursor) {
            case Cursor.Live live -> now();
            case Cursor.Fixed fixed -> at(fixed.nanos());
        };
    }

    /** The state at the end of what is recorded. */
    public Moment now() {
        return at(endNanos());
    }

    /** Time of the last event; 0 if there is none. */
    public long endNanos() {
        return read(this::endOfIndex);
    }

    /** All events until now, in order. */
    public List<Timed<Event>> events() {
        return read(() -> index.events.until(Long.MAX_VALUE));
    }

    /** The event at a place in {@link #events()}. */
    public Event event(int eventIndex) {
        return events().get(eventIndex).value();
    }

    /** Writes everything until now to a file, which any Tierscope can open. */
    public void save(Path file) throws IOException {
        RecordingWriter.write(file, events().stream().map(Timed::value).toList());
    }

    /** Runs {@code query} while nobody appends. */
    <T> T query(java.util.function.Function<RecordingIndex, T> query) {
        return read(() -> query.apply(index));
    }

    private long endOfIndex() {
        return index.events.last(Long.MAX_VALUE).map(Timed::nanos).orElse(0L);
    }

    private <T> T read(Supplier<T> query) {
        lock.readLock().lock();
        try {
            return query.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
        if (refreshPending.compareAndSet(false, true)) {
            refresher.execute(() -> {
                refreshPending.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }
}
