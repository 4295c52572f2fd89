package org.tierscope.runtime;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * Raw access to native memory by absolute address: the heap, VM stack, feedback vectors and VM state
 * that machine code shares with Java.
 *
 * <p>All goes through {@code sun.misc.Unsafe}: one intrinsic each, in the JVM's own interpreter and its quick compiler too. A
 * {@code MemorySegment} compiles to as good code at last, but is twenty calls deep until then, and its depth uses up what the
 * JVM's compiler may inline into a loop as large as an interpreter's. Nothing here checks an address: a caller must own the
 * memory it names.
 */
@SuppressWarnings("removal")
public final class Mem {
    private static final Unsafe UNSAFE = unsafe();

    private Mem() {}

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("this JVM has no sun.misc.Unsafe", e);
        }
    }

    public static long getLong(long address) {
        return UNSAFE.getLong(address);
    }

    public static void putLong(long address, long value) {
        UNSAFE.putLong(address, value);
    }

    public static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    public static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    public static char getChar(long address) {
        return UNSAFE.getChar(address);
    }

    public static void putChar(long address, char value) {
        UNSAFE.putChar(address, value);
    }

    public static short getShort(long address) {
        return UNSAFE.getShort(address);
    }

    public static void putShort(long address, short value) {
        UNSAFE.putShort(address, value);
    }

    public static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    /** The byte at {@code address}, zero-extended. */
    public static int getUnsignedByte(long address) {
        return UNSAFE.getByte(address) & 0xFF;
    }

    public static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    public static double getDouble(long address) {
        return UNSAFE.getDouble(address);
    }

    public static void putDouble(long address, double value) {
        UNSAFE.putDouble(address, value);
    }

    public static float getFloat(long address) {
        return UNSAFE.getFloat(address);
    }

    public static void putFloat(long address, float value) {
        UNSAFE.putFloat(address, value);
    }

    /** Copies {@code bytes} bytes; the ranges may overlap. */
    public static void copy(long from, long to, long bytes) {
        UNSAFE.copyMemory(from, to, bytes);
    }

    /** Fills {@code to} with what is at {@code address}. */
    public static void read(long address, byte[] to) {
        UNSAFE.copyMemory(null, address, to, Unsafe.ARRAY_BYTE_BASE_OFFSET, to.length);
    }

    /** Fills {@code to} with what is at {@code address}. */
    public static void read(long address, char[] to) {
        UNSAFE.copyMemory(null, address, to, Unsafe.ARRAY_CHAR_BASE_OFFSET, 2L * to.length);
    }

    /** Copies all of {@code from} to {@code address}. */
    public static void write(byte[] from, long address) {
        UNSAFE.copyMemory(from, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, address, from.length);
    }

    /** Copies all of {@code from} to {@code address}. */
    public static void write(char[] from, long address) {
        UNSAFE.copyMemory(from, Unsafe.ARRAY_CHAR_BASE_OFFSET, null, address, 2L * from.length);
    }

    public static void fill(long address, long bytes, byte value) {
        UNSAFE.setMemory(address, bytes, value);
    }
}
