package org.tierscope.baseline;

import java.util.Arrays;

/** Which bytecode each byte of a function's baseline code belongs to. */
public final class PcMap {
    /** The pc of code that belongs to no bytecode: prologue and epilogue. */
    public static final int NONE = -1;

    private final int[] offsets;
    private final int[] pcs;

    private PcMap(int[] offsets, int[] pcs) {
        this.offsets = offsets;
        this.pcs = pcs;
    }

    /** The pc of the instruction that the byte at {@code offset} was made for, or {@link #NONE}. */
    public int pcAt(int offset) {
        int i = Arrays.binarySearch(offsets, offset);
        int range = i >= 0 ? i : -i - 2;
        return range < 0 ? NONE : pcs[range];
    }

    /** Collects ranges in the order of offsets. */
    static final class Builder {
        private int[] offsets = new int[64];
        private int[] pcs = new int[64];
        private int size;

        /** Bytes from {@code offset} on belong to {@code pc}. */
        void add(int offset, int pc) {
            if (size > 0 && offsets[size - 1] == offset) {
                size--;
            }
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
                pcs = Arrays.copyOf(pcs, size * 2);
            }
            offsets[size] = offset;
            pcs[size++] = pc;
        }

        PcMap build() {
            return new PcMap(Arrays.copyOf(offsets, size), Arrays.copyOf(pcs, size));
        }
    }
}
