package org.tierscope.record;

import java.io.IOException;
import java.util.Optional;
import org.tierscope.record.proto.Event;

/** See {@link Recorder#off()}. */
final class SilentRecorder implements Recorder {

    static final SilentRecorder INSTANCE = new SilentRecorder();

    private SilentRecorder() {
    }

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public void post(Event.Builder event) {
        // nobody reads
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public void flush() {
        // nothing to write
    }

    @Override
    public Optional<IOException> failure() {
        return Optional.empty();
    }

    @Override
    public long lostEvents() {
        return 0;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
