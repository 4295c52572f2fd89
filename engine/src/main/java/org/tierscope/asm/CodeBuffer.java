package org.tierscope.asm;

import java.util.Arrays;

/** Growable little-endian bytes. */
final class CodeBuffer {
    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    void put8(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    /** Appends the {@code count} low bytes of {@code value}. */
    void put(long value, int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        store(bytes, size, value, count);
        size += count;
    }

    /** Overwrites {@code count} bytes at {@code position}. */
    void set(int position, long value, int count) {
        store(bytes, position, value, count);
    }

    static void store(byte[] bytes, int position, long value, int count) {
        for (int i = 0; i < count; i++) {
            bytes[position + i] = (byte) (value >>> 8 * i);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
