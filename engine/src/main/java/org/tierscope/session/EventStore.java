package org.tierscope.session;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a session's events: in the file they are recorded in or, without one, in memory. What a view needs is read and parsed when
 * it asks; the latest parsed things are kept. A place is where some message stands, in one number: whether in memory, its offset and its
 * length. Thread-safe.
 */
final class EventStore {
    private static final int LENGTH_BITS = 28;
    private static final int OFFSET_BITS = 35;
    private static final int BLOCK_BYTES = 1 << 20;
    /** Parsed messages take about ten times their bytes. */
    private static final long CACHED_BYTES = 12 << 20;
    private static final int LEAST_COST = 256;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<Long> blockStarts = new ArrayList<>();
    private int usedOfLast;
    private RandomAccessFile file;
    private Path path;
    private long cachedBytes;
    private final Map<Long, MessageLite> cache = new LinkedHashMap<>(64, 0.75f, true);

    /** Has places in a file read from it. */
    synchronized void setFile(Path recording) throws IOException {
        path = recording;
        file = new RandomAccessFile(recording.toFile(), "r");
    }

    /** The place of bytes in the file. */
    static long inFile(long offset, int length) {
        return offset << LENGTH_BITS | length;
    }

    /** The place of a part of what is at {@code place}. */
    static long part(long place, int from, int length) {
        long offset = place >>> LENGTH_BITS << LENGTH_BITS;
        return offset + ((long) from << LENGTH_BITS) | length;
    }

    /** Keeps bytes in memory. */
    synchronized long keep(byte[] bytes) {
        if (blocks.isEmpty() || usedOfLast + bytes.length > blocks.getLast().length) {
            long start = blocks.isEmpty() ? 0 : blockStarts.getLast() + blocks.getLast().length;
            blocks.add(new byte[Math.max(BLOCK_BYTES, bytes.length)]);
            blockStarts.add(start);
            usedOfLast = 0;
        }
        System.arraycopy(bytes, 0, blocks.getLast(), usedOfLast, bytes.length);
        long offset = blockStarts.getLast() + usedOfLast;
        usedOfLast += bytes.length;
        return Long.MIN_VALUE | inFile(offset, bytes.length);
    }

    /** What stands at a place. */
    synchronized <T extends MessageLite> T read(long place, Parser<T> parser) {
        @SuppressWarnings("unchecked")
        T known = (T) cache.get(place);
        if (known != null) {
            return known;
        }
        try {
            T message = parser.parseFrom(bytes(place));
            remember(place, message);
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(new IOException("the recording has changed since it was opened: " + path, e));
        }
    }

    private void remember(long place, MessageLite message) {
        cache.put(place, message);
        cachedBytes += cost(place);
        var oldest = cache.entrySet().iterator();
        while (cachedBytes > CACHED_BYTES && cache.size() > 1) {
            cachedBytes -= cost(oldest.next().getKey());
            oldest.remove();
        }
    }

    private static int cost(long place) {
        return Math.max(LEAST_COST, length(place));
    }

    private static int length(long place) {
        return (int) (place & (1L << LENGTH_BITS) - 1);
    }

    private byte[] bytes(long place) {
        long offset = place >>> LENGTH_BITS & (1L << OFFSET_BITS) - 1;
        byte[] bytes = new byte[length(place)];
        if (place < 0) {
            int block = blockAt(offset);
            System.arraycopy(blocks.get(block), (int) (offset - blockStarts.get(block)), bytes, 0, bytes.length);
            return bytes;
        }
        try {
            file.seek(offset);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the recording can no longer be read: " + path, e);
        }
    }

    private int blockAt(long offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blockStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
