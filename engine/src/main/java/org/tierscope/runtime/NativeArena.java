package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.List;

/** Zeroed native memory that lives as long as the VM: feedback vectors, function and validity cells. */
final class NativeArena {
    private static final long CHUNK = 1 << 20;

    private final List<long[]> chunks = new ArrayList<>();
    private long cursor;
    private long limit;

    /** Memory aligned to {@code bytes} rounded up to 4, 8 or 16. */
    long allocate(long bytes) {
        long alignment = bytes <= 4 ? 4 : bytes <= 8 ? 8 : 16;
        long address = cursor + alignment - 1 & -alignment;
        if (address + bytes > limit) {
            long size = Math.max(CHUNK, bytes + 4095 & -4096);
            address = NativeMemory.reserve(size);
            chunks.add(new long[] {address, size});
            limit = address + size;
        }
        cursor = address + bytes;
        return address;
    }

    void close() {
        for (long[] chunk : chunks) {
            NativeMemory.release(chunk[0], chunk[1]);
        }
        chunks.clear();
    }
}
