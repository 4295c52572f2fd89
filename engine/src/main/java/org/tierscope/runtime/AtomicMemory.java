package org.tierscope.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Atomic access to memory that several threads use: elements of 1, 2, 4 or 8 bytes, aligned to their size. */
public final class AtomicMemory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final VarHandle I32 = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle I64 = ValueLayout.JAVA_LONG.varHandle();

    private AtomicMemory() {}

    public static void fence() {
        VarHandle.fullFence();
    }

    /** Replaces {@code expected}, sign-extended, unless something else is there; elements below 4 bytes within their word. */
    public static boolean replace(long address, int size, long expected, long replacement) {
        if (size == 8) {
            return I64.compareAndSet(ALL, address, expected, replacement);
        }
        if (size == 4) {
            return I32.compareAndSet(ALL, address, (int) expected, (int) replacement);
        }
        long word = address & -4L;
        int shift = (int) (address & 3) * 8;
        int mask = (1 << 8 * size) - 1 << shift;
        for (;;) {
            int before = (int) I32.getVolatile(ALL, word);
            if ((before & mask) != ((int) expected << shift & mask)) {
                return false;
            }
            int after = before & ~mask | (int) replacement << shift & mask;
            if (I32.compareAndSet(ALL, word, before, after)) {
                return true;
            }
        }
    }
}
