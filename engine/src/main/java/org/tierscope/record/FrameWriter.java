package org.tierscope.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a header and then frames, to a file or to the other process. Not thread-safe, not buffered.
 *
 * @see RecordingFormat
 */
public final class FrameWriter implements Closeable {

    private final OutputStream out;
    private long bytesWritten;

    /** Writes the header at once, so that the other side can tell early whether it understands. */
    public FrameWriter(OutputStream out) throws IOException {
        this.out = out;
        write(RecordingFormat.header(RecordingFormat.VERSION));
    }

    /** @throws IllegalArgumentException if the payload is larger than a reader accepts (256 MiB) */
    public void writeFrame(byte[] payload) throws IOException {
        if (payload.length > RecordingFormat.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("an event of " + payload.length + " bytes is too large to record");
        }
        write(RecordingFormat.head(payload));
        write(payload);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        bytesWritten += bytes.length;
    }

    /** Bytes handed to the stream so far, header included. */
    public long bytesWritten() {
        return bytesWritten;
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
