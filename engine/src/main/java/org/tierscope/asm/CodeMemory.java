package org.tierscope.asm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Memory for machine code: one reserved range, so that any code in it reaches any other with 32-bit
 * displacements. It is mapped twice, see {@link DualMapping}. All addresses here are of the executable view;
 * writing goes through this class only.
 *
 * <p>Safe for use by several threads. Freeing a block that a thread still runs or will return into is the
 * caller's mistake; freed bytes become {@code int3}, so that such a mistake stops at once.
 */
public final class CodeMemory implements AutoCloseable {
    public static final long DEFAULT_SIZE = 128L << 20;
    private static final int ALIGNMENT = 16;
    private static final byte INT3 = (byte) 0xCC;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

    /**
     * A range of code memory, for maps of it.
     *
     * @param owner what is there, or null when the range is free
     */
    public record Range(long address, long size, String owner) {
        public boolean isFree() {
            return owner == null;
        }
    }

    /** How full it is. All in bytes but {@code blocks}, a count. */
    public record Statistics(long size, long used, long free, long largestFree, int blocks) {
    }

    private final DualMapping mapping;
    private final FreeRanges freeRanges;
    private final TreeMap<Long, CodeBlock> blocks = new TreeMap<>();
    private Consumer<CodeBlock> follower = block -> {};

    private CodeMemory(long size) {
        mapping = new DualMapping(size);
        freeRanges = new FreeRanges(start(), size);
    }

    /** @throws UnsupportedOperationException where {@link Platform} has no machine code */
    public static CodeMemory reserve() {
        return reserve(DEFAULT_SIZE);
    }

    /**
     * @param size bytes, a multiple of the page size, at most 2 GB
     * @throws UnsupportedOperationException where {@link Platform} has no machine code
     */
    public static CodeMemory reserve(long size) {
        if (size <= 0 || size > 1L << 31 || (size & 4095) != 0) {
            throw new IllegalArgumentException("size of code memory must be whole pages up to 2 GB, not " + size);
        }
        return new CodeMemory(size);
    }

    /** First address of the executable view. */
    public long start() {
        return mapping.executable.address();
    }

    /** One past the last address of the executable view. */
    public long end() {
        return start() + mapping.size;
    }

    public boolean contains(long address) {
        return address >= start() && address < end();
    }

    /**
     * Takes a block; its bytes are {@code int3} until written.
     *
     * @throws CodeMemoryFullException when no free range is large enough
     */
    public synchronized CodeBlock allocate(int size, String owner) {
        if (size <= 0) {
            throw new IllegalArgumentException("size of code must be positive, not " + size);
        }
        int reserved = size + ALIGNMENT - 1 & -ALIGNMENT;
        long address = freeRanges.take(reserved);
        if (address == FreeRanges.NONE) {
            throw new CodeMemoryFullException(size, freeRanges.largest(), mapping.size);
        }
        CodeBlock block = new CodeBlock(address, size, reserved, owner);
        blocks.put(address, block);
        view(address, reserved).fill(INT3);
        return block;
    }

    /** Allocates a block for the code and writes it there. */
    public synchronized CodeBlock install(AssembledCode code, String owner) {
        CodeBlock block = allocate(code.size(), owner);
        try {
            write(block.address(), code.bytesAt(block.address()));
        } catch (RuntimeException e) {
            free(block);
            throw e;
        }
        follower.accept(block);
        return block;
    }

    /** Tells {@code follower} of all code that is here, and from now on of what is installed, on the thread that does it. */
    public synchronized void follow(Consumer<CodeBlock> follower) {
        this.follower = follower;
        blocks.values().forEach(follower);
    }

    /** Gives the block back; nothing may run it any more. */
    public synchronized void free(CodeBlock block) {
        if (!blocks.remove(block.address(), block)) {
            throw new IllegalArgumentException("not allocated: " + block);
        }
        view(block.address(), block.reserved()).fill(INT3);
        freeRanges.give(block.address(), block.reserved());
    }

    /**
     * Overwrites bytes of existing code. When they lie in one aligned word of eight bytes, a processor that
     * runs there sees either the old or the new ones, never a mixture; longer patches are only for code that
     * nobody runs.
     */
    public synchronized void patch(long address, byte... bytes) {
        requireInBlock(address, bytes.length);
        long word = address & -8;
        if (address + bytes.length > word + 8) {
            write(address, bytes);
            return;
        }
        MemorySegment place = view(word, 8);
        byte[] whole = place.toArray(ValueLayout.JAVA_BYTE);
        System.arraycopy(bytes, 0, whole, (int) (address - word), bytes.length);
        WORD.varHandle().setVolatile(place, 0L, MemorySegment.ofArray(whole).get(ValueLayout.JAVA_LONG_UNALIGNED, 0));
    }

    /** A copy of code bytes, as they are now. */
    public synchronized byte[] read(long address, int size) {
        return view(address, size).toArray(ValueLayout.JAVA_BYTE);
    }

    /** The allocated block that holds {@code address}, or null. */
    public synchronized CodeBlock blockAt(long address) {
        Map.Entry<Long, CodeBlock> entry = blocks.floorEntry(address);
        return entry != null && entry.getValue().contains(address) ? entry.getValue() : null;
    }

    /** All of the memory in order of addresses, used and free; neighbours touch. */
    public synchronized List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        blocks.values().forEach(block -> ranges.add(new Range(block.address(), block.reserved(), block.owner())));
        freeRanges.forEach((address, size) -> ranges.add(new Range(address, size, null)));
        ranges.sort((a, b) -> Long.compare(a.address(), b.address()));
        return ranges;
    }

    public synchronized Statistics statistics() {
        long free = freeRanges.total();
        return new Statistics(mapping.size, mapping.size - free, free, freeRanges.largest(), blocks.size());
    }

    /** Unmaps everything. Whoever still runs code here, or calls into it later, crashes the process. */
    @Override
    public synchronized void close() {
        mapping.close();
    }

    private void write(long address, byte[] bytes) {
        view(address, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    private MemorySegment view(long address, long size) {
        return mapping.writable.asSlice(address - start(), size);
    }

    private void requireInBlock(long address, int size) {
        CodeBlock block = blockAt(address);
        if (block == null || address + size > block.address() + block.reserved()) {
            throw new IllegalArgumentException(
                    "no code block holds %d bytes at %s".formatted(size, IntelText.hex(address)));
        }
    }
}
