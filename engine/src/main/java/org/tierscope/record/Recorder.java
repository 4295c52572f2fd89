package org.tierscope.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.tierscope.record.proto.Event;

/**
 * Where the engine's threads post what happens. Any thread may post; events get their time here, in the order
 * they are posted. An engine asks {@link #isOn()} before it builds an event:
 *
 * <pre>{@code
 * if (recorder.isOn()) {
 *     recorder.post(Event.newBuilder().setCodeFreed(CodeFreed.newBuilder().setCodeId(id)));
 * }
 * }</pre>
 */
public sealed interface Recorder extends Closeable permits SilentRecorder, QueueRecorder {

    /** A recorder that nobody reads: posting does nothing, and {@link #isOn()} is a constant. */
    static Recorder off() {
        return SilentRecorder.INSTANCE;
    }

    /** Whether posting is worth the work of building an event. */
    boolean isOn();

    /**
     * Sets the event's time, counted from the first event, and appends it. Returns at once unless the writer is far behind; then it waits,
     * because a recording must not have silent gaps.
     */
    void post(Event.Builder event);

    /** Nanoseconds since the start of the run, as the next event would get. */
    long nanos();

    /** Waits until everything posted so far has reached the stream. */
    void flush();

    /** Why events no longer reach the stream (disk full, the reader has gone), if that happened. */
    Optional<IOException> failure();

    /** Events that were posted after the failure and are lost. */
    long lostEvents();

    /** Writes what is left and closes the stream. */
    @Override
    void close();
}
