package org.tierscope.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the frames of a file or a pipe, stepping over damage and remembering what was lost. Never waits for
 * more bytes than the frame at hand needs, so a live stream is as good as a file. Not thread-safe.
 *
 * @see RecordingFormat
 */
public final class FrameReader implements Closeable {

    private final InputStream in;
    private final List<Loss> losses = new ArrayList<>();

    /** Bytes read but not yet consumed: {@code buffer[start..end)}; {@code position} is the offset of {@code start}. */
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long position;

    /** Damage being stepped over. */
    private long lossFrom = -1;
    private String lossWhy;
    private final StringBuilder lossText = new StringBuilder();

    /**
     * Reads the header.
     *
     * @throws NotARecordingException if neither a header nor a frame is found, or the version is a later one
     */
    public FrameReader(InputStream in) throws IOException {
        this.in = in;
        readHeader();
    }

    private void readHeader() throws IOException {
        if (!fill(RecordingFormat.HEADER_BYTES)) {
            int common = Math.min(available(), RecordingFormat.MAGIC.length);
            if (!Arrays.equals(buffer, start, start + common, RecordingFormat.MAGIC, 0, common)) {
                throw new NotARecordingException("this is not a Tierscope recording");
            }
            lose(available(), "the recording ends within its header");
            return;
        }
        ByteBuffer header = RecordingFormat.littleEndian(Arrays.copyOfRange(buffer, start, start + 16));
        int crc = RecordingFormat.checksum(buffer, start, RecordingFormat.HEADER_BYTES - 4);
        boolean intact = crc == header.getInt(RecordingFormat.HEADER_BYTES - 4)
                && Arrays.equals(header.array(), 0, 8, RecordingFormat.MAGIC, 0, 8);
        if (intact) {
            int version = Short.toUnsignedInt(header.getShort(8));
            if (version > RecordingFormat.VERSION) {
                throw NotARecordingException.laterVersion(version);
            }
            skip(RecordingFormat.HEADER_BYTES);
            return;
        }
        if (!findHead("the header of the recording is damaged")) {
            throw new NotARecordingException("this is not a Tierscope recording");
        }
        endLoss();
    }

    /** The next readable payload; empty at the end of the stream. */
    public Optional<byte[]> next() throws IOException {
        while (true) {
            if (!fill(RecordingFormat.HEAD_BYTES)) {
                lose(available(), "the recording ends within a frame");
                endLoss();
                return Optional.empty();
            }
            OptionalInt length = headAt(start);
            if (length.isEmpty()) {
                findHead("these bytes are not a frame");
                continue;
            }
            int frameBytes = RecordingFormat.HEAD_BYTES + length.getAsInt();
            if (!fill(frameBytes)) {
                lose(RecordingFormat.HEAD_BYTES, "the recording ends within a frame");
                continue;
            }
            int payloadAt = start + RecordingFormat.HEAD_BYTES;
            int expected = RecordingFormat.littleEndian(buffer).getInt(start + 8);
            if (RecordingFormat.checksum(buffer, payloadAt, length.getAsInt()) != expected) {
                lose(frameBytes, "the checksum of a frame does not fit its content");
                endLoss();
                continue;
            }
            endLoss();
            byte[] payload = Arrays.copyOfRange(buffer, payloadAt, payloadAt + length.getAsInt());
            skip(frameBytes);
            return Optional.of(payload);
        }
    }

    /** What could not be read until now, in order. */
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** Bytes consumed until now. */
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Loses bytes until an intact head begins at {@code start}; false if the stream ends first. */
    private boolean findHead(String why) throws IOException {
        while (fill(RecordingFormat.HEAD_BYTES)) {
            int from = start;
            while (from + RecordingFormat.HEAD_BYTES <= end && headAt(from).isEmpty()) {
                from++;
            }
            boolean found = from + RecordingFormat.HEAD_BYTES <= end;
            lose(from - start, why);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Length of the payload if an intact head stands at {@code at}. */
    private OptionalInt headAt(int at) {
        if (buffer[at] != RecordingFormat.MARKER[0]
                || !Arrays.equals(buffer, at, at + 4, RecordingFormat.MARKER, 0, 4)) {
            return OptionalInt.empty();
        }
        ByteBuffer bytes = RecordingFormat.littleEndian(buffer);
        int length = bytes.getInt(at + 4);
        boolean intact = bytes.getInt(at + 12) == RecordingFormat.checksum(buffer, at, 12)
                && length >= 0 && length <= RecordingFormat.MAX_PAYLOAD_BYTES;
        return intact ? OptionalInt.of(length) : OptionalInt.empty();
    }

    /** Adds bytes to the damage being stepped over, which keeps the reason it began with. */
    private void lose(int bytes, String why) {
        if (bytes == 0) {
            return;
        }
        if (lossFrom < 0) {
            lossFrom = position;
            lossWhy = why;
        }
        for (int i = start; i < start + bytes && lossText.length() < Loss.EXCERPT_CHARS; i++) {
            if (buffer[i] == '\n' || buffer[i] >= ' ' && buffer[i] < 127) {
                lossText.append((char) buffer[i]);
            }
        }
        skip(bytes);
    }

    private void endLoss() {
        if (lossFrom >= 0) {
            losses.add(new Loss(lossFrom, position, lossWhy, lossText.toString()));
            lossFrom = -1;
            lossText.setLength(0);
        }
    }

    private int available() {
        return end - start;
    }

    private void skip(int bytes) {
        start += bytes;
        position += bytes;
    }

    /** Reads until at least {@code bytes} are available; false if the stream ends first. */
    private boolean fill(int bytes) throws IOException {
        while (available() < bytes) {
            if (start + bytes > buffer.length) {
                byte[] target = bytes > buffer.length ? new byte[Integer.highestOneBit(bytes) * 2] : buffer;
                System.arraycopy(buffer, start, target, 0, available());
                end -= start;
                start = 0;
                buffer = target;
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }
}
