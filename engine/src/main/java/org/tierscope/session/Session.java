package org.tierscope.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.tierscope.record.Loss;
import org.tierscope.record.RawEvent;
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

    private final EventStore store = new EventStore();
    private final RecordingIndex index = new RecordingIndex(store);
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
        session.readFrom(file);
        try (RecordingReader reader = new RecordingReader(Files.newInputStream(file))) {
            for (Optional<RawEvent> event = reader.nextRaw(); event.isPresent(); event = reader.nextRaw()) {
                try {
                    session.append(event.get());
                } catch (InvalidProtocolBufferException e) {
                    reader.notAnEvent(event.get().offset(), e);
                }
            }
            reader.losses().forEach(session::report);
            session.reportUnknown(reader.unknownEvents());
        }
        return session;
    }

    /**
     * Has events that are appended raw be read from the file they are recorded in, whenever somebody asks for them: they take no memory.
     *
     * @throws IOException if the file cannot be read
     */
    public void readFrom(Path recording) throws IOException {
        store.setFile(recording);
    }

    /** Appends an event. Its time must not be before that of the last one; if it is, it counts as the same time. */
    public void append(Event event) {
        byte[] bytes = event.toByteArray();
        try {
            RawEvent raw = RawEvent.of(bytes, 0);
            append(raw, store.keep(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("not an event: " + e.getMessage(), e);
        }
    }

    /**
     * Appends an event that stands in the file of {@link #readFrom}.
     *
     * @throws IOException if it turns out to be none; then nothing has been appended
     */
    public void append(RawEvent event) throws IOException {
        append(event, EventStore.inFile(event.offset(), event.payload().length));
    }

    /** Appends an event that stands in no file. */
    public void appendCopy(RawEvent event) throws IOException {
        append(event, store.keep(event.payload()));
    }

    private void append(RawEvent event, long place) throws IOException {
        IOException[] failure = new IOException[1];
        write(() -> {
            try {
                index.add(event, place);
            } catch (IOException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    /** Reports that there are events of unknown kinds, if there are. */
    public void reportUnknown(long events) {
        if (events > 0) {
            report(Problem.Severity.WARNING, events + " events are of kinds that only a later Tierscope knows; they are left out");
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

    /** All events until now, in order; each is read when it is asked for. */
    public List<Timed<Event>> events() {
        return read(index.events::all);
    }

    /** The event at a place in {@link #events()}. */
    public Event event(int eventIndex) {
        return events().get(eventIndex).value();
    }

    /** Writes everything until now to a file, which any Tierscope can open. */
    public void save(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        // the file may be the one that the events are read from
        Path whole = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            try (RecordingWriter writer = RecordingWriter.create(whole)) {
                for (Timed<Event> event : events()) {
                    writer.write(event.value());
                }
            }
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Runs {@code query} while nobody appends. */
    <T> T query(java.util.function.Function<RecordingIndex, T> query) {
        return read(() -> query.apply(index));
    }

    private long endOfIndex() {
        return index.events.endNanos();
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
