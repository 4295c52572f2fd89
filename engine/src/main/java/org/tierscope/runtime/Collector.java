package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mark-sweep collector. Roots: the guest stack up to the top of the current frame and the native stack of the guest's
 * thread, both word by word, where anything that points at or into an allocated cell keeps it; and exactly: intrinsics,
 * names, constants of linked functions, cells named in feedback vectors (strong, so that a cached holder or call target
 * is never stale), property keys of shapes, and what is registered with {@link Vm#addRoots}. Weak: interned strings, keys of
 * weak collections, targets of weak references.
 */
public final class Collector {
    /** Words above the current frame's top that are scanned too: a call window may stand ready there. */
    private static final int STACK_MARGIN = 256;

    /**
     * What one collection did. Sizes are bytes of live cells and of blocks in use.
     *
     * @param live what is left; nothing is counted unless that was asked for
     */
    public record Statistics(int number, long micros, long usedBefore, long usedAfter, long liveBytes, CellCounts live) {}

    private final Vm vm;
    private final Heap heap;
    private long[] stack = new long[4096];
    private int depth;
    private boolean[] usedShapes = new boolean[0];
    private final List<Long> weakCollections = new ArrayList<>();
    private final List<Long> weakReferences = new ArrayList<>();
    private int collections;
    private int ephemeronsMarked;
    private boolean counting;
    private CellCounts counts = new CellCounts();

    Collector(Vm vm) {
        this.vm = vm;
        this.heap = vm.heap();
    }

    /** From now on each collection counts what it leaves. */
    void countCells() {
        counting = true;
    }

    public int collections() {
        return collections;
    }

    /** Collects now. Called at safepoints, and where memory is full in the middle of an operation. */
    Statistics collect() {
        long start = System.nanoTime();
        long before = heap.usedBytes();
        heap.retireRuns();
        heap.clearMarks();
        counts = new CellCounts();
        usedShapes = new boolean[vm.shapes().limit()];
        vm.fields().megamorphic().clear();
        vm.conversions().doubles().clear();
        markRoots();
        drain();
        markEphemerons();
        clearWeak();
        vm.strings().table().sweep(heap);
        vm.shapes().sweep(heap, usedShapes);
        vm.prototypes().sweep(heap);
        vm.buffers().sweep(heap);
        vm.weakTargets().sweep(heap);
        for (int id = 0; id < vm.functionCount(); id++) {
            vm.function(id).sweep(heap);
        }
        long live = heap.sweep();
        collections++;
        return new Statistics(collections, (System.nanoTime() - start) / 1000, before, heap.usedBytes(), live, counts);
    }

    private void markRoots() {
        long[] nativeStack = NativeMemory.stackInUse();
        markRange(nativeStack[0], nativeStack[1]);
        long top = Math.min(Frame.top(vm.currentFp()) + 8L * STACK_MARGIN, vm.stackEnd());
        markRange(vm.stackBase(), top);
        markWord(Mem.getLong(vm.state() + VmState.EXCEPTION));
        markRange(vm.state() + VmState.EXIT_GPR, vm.state() + VmState.EXIT_XMM);
        vm.forEachRoot(this::markWord);
        vm.shapes().forEachKey(this::markCell);
    }

    /** Every word of a range that points at or into a cell. */
    private void markRange(long from, long to) {
        for (long at = from; at < to; at += 8) {
            markWord(Mem.getLong(at));
        }
    }

    private void markWord(long word) {
        if (heap.contains(word)) {
            long cell = heap.cellAt(word);
            if (cell != 0) {
                markCell(cell);
            }
        }
    }

    private void markCell(long cell) {
        if (heap.mark(cell)) {
            if (depth == stack.length) {
                stack = Arrays.copyOf(stack, 2 * depth);
            }
            stack[depth++] = cell;
        }
    }

    /** A value or address in a cell's field: exactly a cell, or nothing. */
    private void markField(long word) {
        if (heap.contains(word)) {
            markCell(word);
        }
    }

    private void markFields(long from, long to) {
        for (long at = from; at < to; at += 8) {
            markField(Mem.getLong(at));
        }
    }

    private void drain() {
        while (depth > 0) {
            scan(stack[--depth]);
        }
    }

    private void scan(long cell) {
        CellType type = CellType.at(cell);
        if (counting) {
            counts.add(type, heap.cellSize(cell));
        }
        switch (type) {
            case FREE, STRING_LATIN1, STRING_UTF16, BIGINT, ELEMENTS_DOUBLE, BYTES -> {
                // no pointers
            }
            case STRING_ROPE -> markFields(cell + Layout.ROPE_LEFT, cell + Layout.ROPE_RIGHT + 8);
            case SYMBOL -> markField(Mem.getLong(cell + Layout.SYMBOL_DESCRIPTION));
            case ACCESSOR -> markFields(cell + Layout.ACCESSOR_GETTER, cell + Layout.ACCESSOR_SETTER + 8);
            case CONTEXT -> {
                int slots = Mem.getInt(cell + Layout.CONTEXT_SLOT_COUNT);
                markFields(cell + Layout.CONTEXT_PARENT, cell + Layout.CONTEXT_SLOTS + 8L * slots);
            }
            case SLOTS, ELEMENTS, VALUES -> {
                long data = cell + Layout.ARRAY_DATA;
                markFields(data, data + 8L * Mem.getInt(cell + Layout.ARRAY_CAPACITY));
            }
            case FRAME -> {
                long data = cell + Layout.ARRAY_DATA;
                markRange(data, data + 8L * Mem.getInt(cell + Layout.ARRAY_CAPACITY));
            }
            case WEAK_MAP, WEAK_SET -> {
                weakCollections.add(cell);
                scanObject(cell, 1);
            }
            case WEAK_REF -> {
                weakReferences.add(cell);
                scanObject(cell, 1);
            }
            case ARRAY_BUFFER, SHARED_ARRAY_BUFFER -> scanObject(cell, 1);
            case TYPED_ARRAY, DATA_VIEW -> {
                markField(Mem.getLong(cell + Layout.TYPED_BUFFER));
                scanObject(cell, 5);
            }
            default -> scanObject(cell, 0);
        }
    }

    /** An object's header fields, its fixed fields from {@code firstField} on, and its properties. */
    private void scanObject(long object, int firstField) {
        int id = Mem.getInt(object);
        Shape shape = vm.shapes().get(id);
        if (!usedShapes[id]) {
            usedShapes[id] = true;
            markField(shape.prototype());
        }
        markFields(object + Layout.OBJECT_SLOTS, object + Layout.OBJECT_FIELDS);
        markFields(object + Layout.OBJECT_FIELDS + 8L * firstField, object + shape.objectSize());
    }

    /** Values of weak maps live while map and key do. */
    private void markEphemerons() {
        int done;
        do {
            done = ephemeronsMarked;
            for (int i = 0; i < weakCollections.size(); i++) {
                long collection = weakCollections.get(i);
                markTable(collection);
                HashTables.visitWeak(collection, (key, value) -> {
                    if (heap.isMarked(key) && heap.contains(value) && !heap.isMarked(value)) {
                        markCell(value);
                        ephemeronsMarked++;
                    }
                    return true;
                });
            }
            drain();
        } while (done != ephemeronsMarked);
    }

    private void markTable(long collection) {
        long table = Objects.field(collection, HashTables.TABLE);
        if (table != 0) {
            heap.mark(table);
        }
    }

    private void clearWeak() {
        for (long collection : weakCollections) {
            HashTables.visitWeak(collection, (key, value) -> heap.isMarked(key));
        }
        for (long reference : weakReferences) {
            long target = Objects.field(reference, 0);
            if (heap.contains(target) && !heap.isMarked(target)) {
                Objects.setField(reference, 0, Value.UNDEFINED);
            }
        }
        weakCollections.clear();
        weakReferences.clear();
    }
}
