package org.tierscope.runtime;

import java.util.Arrays;

/**
 * The guest's memory: one reserved range cut into blocks of 64 KB. A block holds cells of one size class, or (with its
 * followers) one large cell, or is free. Cells never move.
 *
 * <p>Small cells are bump-allocated from free runs: for its size class the VM state holds a cursor and a limit, between which
 * all memory is zero. Machine code allocates a small cell of class {@code c} like this, with
 * {@code A = VmState.ALLOCATION + c * ALLOCATION_STRIDE}:
 *
 * <pre>
 *   mov  rax, [r13 + A]
 *   lea  rcx, [rax + size(c)]
 *   cmp  rcx, [r13 + A + 8]
 *   ja   slow                    ; call the runtime: allocate(bytes, header)
 *   mov  [r13 + A], rcx
 *   mov  rcx, header             ; 8 bytes: shape id, type, flags, elements kind
 *   mov  [rax], rcx              ; fields are zero and must get values before the next safepoint
 * </pre>
 *
 * <p>A cell whose type byte is {@link CellType#FREE} is not allocated; zero words in a cell are not values but harmless
 * to the collector.
 */
public final class Heap {
    static final int BLOCK_SHIFT = 16;
    static final int BLOCK_BYTES = 1 << BLOCK_SHIFT;

    // What a block is; size classes are 0 and up.
    static final byte BLOCK_FREE = -1;
    static final byte BLOCK_LARGE = -2;
    static final byte BLOCK_LARGE_REST = -3;

    /** Blocks kept back for making the error that says that memory is full. */
    private static final int RESERVE_BLOCKS = 8;

    private static final long MIN_TRIGGER_BYTES = 8L << 20;

    private final long state;
    private final VmOptions options;
    private final long base;
    private final int blockCount;
    final byte[] blockKind;
    /** Large cells: blocks of the cell at its first block, distance back to that at the others. */
    final int[] blockSpan;

    private final boolean[] blockDirty;
    /** One bit per 16 bytes: survived the last collection. */
    final long[] marks;

    private final int[] currentBlock = new int[SizeClasses.COUNT];
    private final int[] nextCell = new int[SizeClasses.COUNT];
    private final int[][] partialBlocks = new int[SizeClasses.COUNT][8];
    private final int[] partialCount = new int[SizeClasses.COUNT];
    private int firstFreeHint;
    private int usedBlocks;
    private int blockLimit;
    private long allocatedSinceCollection;
    private long trigger = MIN_TRIGGER_BYTES;
    private int allocationsUntilCollection;
    private Runnable collectionRequest = () -> {};
    private Runnable emergencyCollection = () -> {};
    private Runnable exhausted = () -> {};
    private long liveBytes;

    Heap(long state, VmOptions options) {
        this.state = state;
        this.options = options;
        this.blockCount = (int) Math.max(4 * RESERVE_BLOCKS, options.maxHeapBytes() >>> BLOCK_SHIFT);
        long reserved = NativeMemory.reserve((long) (blockCount + 1) << BLOCK_SHIFT);
        this.base = reserved + BLOCK_BYTES - 1 & -BLOCK_BYTES;
        this.blockKind = new byte[blockCount];
        this.blockSpan = new int[blockCount];
        this.blockDirty = new boolean[blockCount];
        this.marks = new long[blockCount << BLOCK_SHIFT - 10];
        this.blockLimit = blockCount - RESERVE_BLOCKS;
        this.allocationsUntilCollection = options.gcEvery();
        Arrays.fill(blockKind, BLOCK_FREE);
        Arrays.fill(currentBlock, -1);
    }

    /**
     * What runs when a collection is due at the next safepoint, when memory is full now, and when that did not help (this one
     * throws, and may use the reserve).
     */
    void setHooks(Runnable collectionRequest, Runnable emergencyCollection, Runnable exhausted) {
        this.collectionRequest = collectionRequest;
        this.emergencyCollection = emergencyCollection;
        this.exhausted = exhausted;
    }

    void close() {
        NativeMemory.release(base & -BLOCK_BYTES, (long) blockCount << BLOCK_SHIFT);
    }

    /** The 8 bytes that a cell begins with; {@code shape} is the type's code for cells that are no objects. */
    public static long header(int shape, CellType type, int flags) {
        return shape & 0xFFFF_FFFFL | (long) type.code() << 32 | (long) flags << 40;
    }

    public static long header(CellType type) {
        return header(type.code(), type, 0);
    }

    /**
     * A new cell of at least {@code bytes} bytes, zero but for its header.
     *
     * @throws GuestException a RangeError where memory is full even after a collection
     */
    public long allocate(int bytes, long header) {
        if (bytes > SizeClasses.MAX_SMALL) {
            return allocateLarge(bytes, header);
        }
        int sizeClass = SizeClasses.of(bytes);
        long slot = state + VmState.ALLOCATION + (long) sizeClass * VmState.ALLOCATION_STRIDE;
        long cell = Mem.getLong(slot);
        long next = cell + SizeClasses.size(sizeClass);
        if (next > Mem.getLong(slot + 8)) {
            return allocateSlow(sizeClass, slot, header);
        }
        Mem.putLong(slot, next);
        Mem.putLong(cell, header);
        return cell;
    }

    private long allocateSlow(int sizeClass, long slot, long header) {
        countForStress();
        if (!refill(sizeClass, slot)) {
            collectNow();
            if (!refill(sizeClass, slot)) {
                throw outOfMemory();
            }
        }
        long cell = Mem.getLong(slot);
        Mem.putLong(slot, cell + SizeClasses.size(sizeClass));
        Mem.putLong(cell, header);
        return cell;
    }

    /** Collects in the middle of an operation; gives up where that would have to be done again at once. */
    private void collectNow() {
        emergencyCollection.run();
        if (liveBytes > ((long) blockLimit << BLOCK_SHIFT) / 32 * 31) {
            throw outOfMemory();
        }
    }

    /** Opens the reserve and has the runtime throw its error. */
    OutOfMemoryError outOfMemory() {
        blockLimit = blockCount;
        exhausted.run();
        return new OutOfMemoryError("guest heap");
    }

    private void countForStress() {
        if (options.gcEvery() > 0 && --allocationsUntilCollection <= 0) {
            allocationsUntilCollection = options.gcEvery();
            collectionRequest.run();
        }
    }

    /** Gives the class a run of free cells; false where no block is left. In stress mode runs are one cell long. */
    private boolean refill(int sizeClass, long slot) {
        int size = SizeClasses.size(sizeClass);
        int cells = BLOCK_BYTES / size;
        for (;;) {
            int block = currentBlock[sizeClass];
            if (block < 0) {
                block = nextBlock(sizeClass);
                if (block < 0) {
                    Mem.putLong(slot, 0);
                    Mem.putLong(slot + 8, 0);
                    return false;
                }
                currentBlock[sizeClass] = block;
                nextCell[sizeClass] = 0;
            }
            long start = blockAddress(block);
            int cell = nextCell[sizeClass];
            while (cell < cells && isMarked(start + (long) cell * size)) {
                cell++;
            }
            if (cell == cells) {
                currentBlock[sizeClass] = -1;
                continue;
            }
            int end = cell + 1;
            while (options.gcEvery() == 0 && end < cells && !isMarked(start + (long) end * size)) {
                end++;
            }
            nextCell[sizeClass] = end;
            handOut(block, slot, start + (long) cell * size, start + (long) end * size);
            return true;
        }
    }

    private void handOut(int block, long slot, long from, long to) {
        if (blockDirty[block]) {
            Mem.fill(from, to - from, (byte) 0);
        }
        Mem.putLong(slot, from);
        Mem.putLong(slot + 8, to);
        count(to - from);
    }

    private void count(long bytes) {
        allocatedSinceCollection += bytes;
        if (allocatedSinceCollection >= trigger) {
            collectionRequest.run();
        }
    }

    private int nextBlock(int sizeClass) {
        if (partialCount[sizeClass] > 0) {
            return partialBlocks[sizeClass][--partialCount[sizeClass]];
        }
        int block = takeBlocks(1);
        if (block >= 0) {
            if (blockDirty[block]) {
                Mem.fill(blockAddress(block), BLOCK_BYTES, (byte) 0);
                blockDirty[block] = false;
            }
            blockKind[block] = (byte) sizeClass;
        }
        return block;
    }

    /** The first of {@code count} adjoining free blocks, or −1. */
    private int takeBlocks(int count) {
        if (usedBlocks + count > blockLimit) {
            return -1;
        }
        int run = 0;
        for (int block = firstFreeHint; block < blockCount; block++) {
            run = blockKind[block] == BLOCK_FREE ? run + 1 : 0;
            if (run == count) {
                int first = block - count + 1;
                if (first == firstFreeHint) {
                    firstFreeHint = block + 1;
                }
                usedBlocks += count;
                return first;
            }
        }
        return -1;
    }

    private long allocateLarge(int bytes, long header) {
        countForStress();
        int blocks = (int) ((long) bytes + BLOCK_BYTES - 1 >>> BLOCK_SHIFT);
        int first = takeBlocks(blocks);
        if (first < 0) {
            emergencyCollection.run();
            first = takeBlocks(blocks);
            if (first < 0) {
                throw outOfMemory();
            }
        }
        blockKind[first] = BLOCK_LARGE;
        blockSpan[first] = blocks;
        for (int i = 1; i < blocks; i++) {
            blockKind[first + i] = BLOCK_LARGE_REST;
            blockSpan[first + i] = i;
        }
        long cell = blockAddress(first);
        for (int i = 0; i < blocks; i++) {
            if (blockDirty[first + i]) {
                Mem.fill(cell + (long) i * BLOCK_BYTES, BLOCK_BYTES, (byte) 0);
                blockDirty[first + i] = false;
            }
        }
        count((long) blocks << BLOCK_SHIFT);
        Mem.putLong(cell, header);
        return cell;
    }

    // What the collector needs.

    long blockAddress(int block) {
        return base + ((long) block << BLOCK_SHIFT);
    }

    int blockCount() {
        return blockCount;
    }

    /** Whether an address lies in the reserved range. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - base, (long) blockCount << BLOCK_SHIFT) < 0;
    }

    boolean isMarked(long cell) {
        long bit = cell - base >>> 4;
        return (marks[(int) (bit >>> 6)] & 1L << bit) != 0;
    }

    /** Marks the cell; false if it was marked already. */
    boolean mark(long cell) {
        long bit = cell - base >>> 4;
        int word = (int) (bit >>> 6);
        long mask = 1L << bit;
        if ((marks[word] & mask) != 0) {
            return false;
        }
        marks[word] |= mask;
        return true;
    }

    void clearMarks() {
        int words = BLOCK_BYTES >> 10;
        for (int block = 0; block < blockCount; block++) {
            if (blockKind[block] != BLOCK_FREE) {
                Arrays.fill(marks, block * words, (block + 1) * words, 0);
            }
        }
    }

    /** Start of the allocated cell that {@code address} points at or into, or 0. */
    public long cellAt(long address) {
        if (!contains(address)) {
            return 0;
        }
        int block = (int) (address - base >>> BLOCK_SHIFT);
        byte kind = blockKind[block];
        long cell;
        if (kind >= 0) {
            int size = SizeClasses.size(kind);
            int offset = (int) (address - base) & BLOCK_BYTES - 1;
            int index = offset / size;
            if (index >= BLOCK_BYTES / size) {
                return 0;
            }
            cell = blockAddress(block) + (long) index * size;
        } else if (kind == BLOCK_FREE) {
            return 0;
        } else {
            cell = blockAddress(kind == BLOCK_LARGE ? block : block - blockSpan[block]);
        }
        return Layout.cellType(cell) == 0 ? 0 : cell;
    }

    /** Bytes that the cell at {@code cell} occupies. */
    public long cellSize(long cell) {
        int block = (int) (cell - base >>> BLOCK_SHIFT);
        byte kind = blockKind[block];
        return kind >= 0 ? SizeClasses.size(kind) : (long) blockSpan[block] << BLOCK_SHIFT;
    }

    /** Every allocated cell. */
    public void forEachCell(java.util.function.LongConsumer visitor) {
        for (int block = 0; block < blockCount; block++) {
            byte kind = blockKind[block];
            long start = blockAddress(block);
            if (kind == BLOCK_LARGE) {
                visitor.accept(start);
            } else if (kind >= 0) {
                int size = SizeClasses.size(kind);
                for (long cell = start; cell + size <= start + BLOCK_BYTES; cell += size) {
                    if (Layout.cellType(cell) != 0) {
                        visitor.accept(cell);
                    }
                }
            }
        }
    }

    /** The most memory that cells may take. */
    long maxBytes() {
        return (long) blockCount << BLOCK_SHIFT;
    }

    public long usedBytes() {
        return (long) usedBlocks << BLOCK_SHIFT;
    }

    /** Ends every free run, so that no allocation happens in it while marks change. */
    void retireRuns() {
        for (int c = 0; c < SizeClasses.COUNT; c++) {
            long slot = state + VmState.ALLOCATION + (long) c * VmState.ALLOCATION_STRIDE;
            Mem.putLong(slot, 0);
            Mem.putLong(slot + 8, 0);
            currentBlock[c] = -1;
            partialCount[c] = 0;
        }
    }

    /** After marking: frees the cells that are not marked. Returns the bytes of those that are. */
    long sweep() {
        long live = 0;
        usedBlocks = 0;
        firstFreeHint = blockCount;
        for (int block = 0; block < blockCount; block++) {
            byte kind = blockKind[block];
            if (kind >= 0) {
                live += sweepBlock(block, kind);
            } else if (kind == BLOCK_LARGE) {
                int span = blockSpan[block];
                if (isMarked(blockAddress(block))) {
                    live += (long) span << BLOCK_SHIFT;
                    usedBlocks += span;
                } else {
                    for (int i = 0; i < span; i++) {
                        blockKind[block + i] = BLOCK_FREE;
                        blockDirty[block + i] = false;
                    }
                    NativeMemory.discard(blockAddress(block), (long) span << BLOCK_SHIFT);
                    firstFreeHint = Math.min(firstFreeHint, block);
                }
                block += span - 1;
            } else {
                firstFreeHint = Math.min(firstFreeHint, block);
            }
        }
        allocatedSinceCollection = 0;
        liveBytes = live;
        trigger = Math.max(MIN_TRIGGER_BYTES, Math.min(live, (long) blockCount << BLOCK_SHIFT - 2));
        if (usedBlocks <= blockCount - 2 * RESERVE_BLOCKS) {
            blockLimit = blockCount - RESERVE_BLOCKS;
        }
        return live;
    }

    private long sweepBlock(int block, int sizeClass) {
        long start = blockAddress(block);
        int size = SizeClasses.size(sizeClass);
        int cells = BLOCK_BYTES / size;
        if (!anyMarked(block)) {
            blockKind[block] = BLOCK_FREE;
            blockDirty[block] = true;
            firstFreeHint = Math.min(firstFreeHint, block);
            if (options.verify()) {
                poison(start, BLOCK_BYTES);
            }
            return 0;
        }
        int live = 0;
        for (int i = 0; i < cells; i++) {
            long cell = start + (long) i * size;
            if (isMarked(cell)) {
                live++;
            } else if (options.verify()) {
                poison(cell, size);
            } else {
                Mem.putLong(cell, 0);
            }
        }
        usedBlocks++;
        if (live < cells) {
            blockDirty[block] = true;
            int[] list = partialBlocks[sizeClass];
            if (partialCount[sizeClass] == list.length) {
                list = Arrays.copyOf(list, 2 * list.length);
                partialBlocks[sizeClass] = list;
            }
            list[partialCount[sizeClass]++] = block;
        }
        return (long) live * size;
    }

    /** A word that is no value and no address, and a header that says FREE. */
    private static void poison(long cell, long bytes) {
        Mem.fill(cell, bytes, (byte) 0x0B);
        Mem.putLong(cell, 0);
    }

    private boolean anyMarked(int block) {
        int words = BLOCK_BYTES >> 10;
        for (int i = block * words; i < (block + 1) * words; i++) {
            if (marks[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
