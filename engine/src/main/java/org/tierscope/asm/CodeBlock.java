package org.tierscope.asm;

/**
 * A piece of code memory.
 *
 * @param address where the processor runs it; a multiple of 16
 * @param size    bytes asked for
 * @param reserved bytes taken, {@code size} rounded up to a multiple of 16
 * @param owner   what it is, for people: a function's name and tier, a stub
 */
public record CodeBlock(long address, int size, int reserved, String owner) {

    public long end() {
        return address + size;
    }

    public boolean contains(long where) {
        return where >= address && where < end();
    }
}
