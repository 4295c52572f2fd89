package org.tierscope.runtime;

/**
 * How machine code makes a cell of a kind that is known at run time: 16 bytes of native memory that say which header word it gets
 * and between which words of the VM state its size class allocates. Constants are byte offsets.
 */
public final class Recipe {
    /** u64: the cell's first word; 0 where the runtime has to make the cell. */
    public static final int HEADER = 0;
    /** u32: offset in the VM state of the cursor; the limit is behind it. */
    public static final int CURSOR = 8;
    /** u32: bytes. */
    public static final int CELL_SIZE = 12;

    public static final int SIZE = 16;

    private Recipe() {}

    /** Writes the recipe for cells of {@code bytes} bytes; cells that are not small have none. */
    static void write(long address, long header, int bytes) {
        if (bytes <= SizeClasses.MAX_SMALL) {
            int sizeClass = SizeClasses.of(bytes);
            Mem.putInt(address + CURSOR, VmState.ALLOCATION + sizeClass * VmState.ALLOCATION_STRIDE);
            Mem.putInt(address + CELL_SIZE, SizeClasses.size(sizeClass));
            Mem.putLong(address + HEADER, header);
        }
    }

    static void write(long address, Shape shape) {
        write(address, Heap.header(shape.id(), shape.type(), 0), shape.objectSize());
    }
}
