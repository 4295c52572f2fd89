package org.tierscope.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tierscope.record.proto.Event;

/**
 * Appends events to a stream or a new file, buffered. What has been flushed survives the process. Not thread-safe:
 * threads share a {@link Recorder}.
 */
public final class RecordingWriter implements Closeable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final FrameWriter frames;

    public RecordingWriter(OutputStream out) throws IOException {
        frames = new FrameWriter(new BufferedOutputStream(out, BUFFER_BYTES));
    }

    /** Replaces the file if it exists. */
    public static RecordingWriter create(Path file) throws IOException {
        return new RecordingWriter(Files.newOutputStream(file));
    }

    /** Writes a whole recording, for instance one that a workbench has received. */
    public static void write(Path file, List<Event> events) throws IOException {
        try (RecordingWriter writer = create(file)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
    }

    /** @throws IOException if the disk is full or the reader has gone; the events before are intact */
    public void write(Event event) throws IOException {
        frames.writeFrame(event.toByteArray());
    }

    public void flush() throws IOException {
        frames.flush();
    }

    /** Bytes written so far, buffered ones included. */
    public long bytesWritten() {
        return frames.bytesWritten();
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
