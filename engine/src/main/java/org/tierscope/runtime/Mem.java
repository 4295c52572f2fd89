package org.tierscope.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Raw access to native memory by absolute address: the heap, VM stack, feedback vectors and VM state
 * that machine code shares with Java.
 *
 * <p>All access goes through one segment that spans the whole address space, which HotSpot compiles to plain
 * loads and stores. Nothing here checks an address: a caller must own the memory it names.
 */
public final class Mem {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfChar U16 = ValueLayout.JAVA_CHAR_UNALIGNED;
    private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfByte I8 = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED;

    private Mem() {}

    public static long getLong(long address) {
        return ALL.get(I64, address);
    }

    public static void putLong(long address, long value) {
        ALL.set(I64, address, value);
    }

    public static int getInt(long address) {
        return ALL.get(I32, address);
    }

    public static void putInt(long address, int value) {
        ALL.set(I32, address, value);
    }

    public static char getChar(long address) {
        return ALL.get(U16, address);
    }

    public static void putChar(long address, char value) {
        ALL.set(U16, address, value);
    }

    public static short getShort(long address) {
        return ALL.get(I16, address);
    }

    public static void putShort(long address, short value) {
        ALL.set(I16, address, value);
    }

    public static byte getByte(long address) {
        return ALL.get(I8, address);
    }

    /** The byte at {@code address}, zero-extended. */
    public static int getUnsignedByte(long address) {
        return ALL.get(I8, address) & 0xFF;
    }

    public static void putByte(long address, byte value) {
        ALL.set(I8, address, value);
    }

    public static double getDouble(long address) {
        return ALL.get(F64, address);
    }

    public static void putDouble(long address, double value) {
        ALL.set(F64, address, value);
    }

    public static float getFloat(long address) {
        return ALL.get(F32, address);
    }

    public static void putFloat(long address, float value) {
        ALL.set(F32, address, value);
    }

    /** Copies {@code bytes} bytes; the ranges may overlap. */
    public static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }

    public static void fill(long address, long bytes, byte value) {
        ALL.asSlice(address, bytes).fill(value);
    }

    /** The {@code bytes} bytes at {@code address} as a segment, for bulk operations. */
    public static MemorySegment segment(long address, long bytes) {
        return ALL.asSlice(address, bytes);
    }
}
