package org.tierscope.runtime;

/** Checks every allocated cell: its header, its size, and that what it points at is an allocated cell. For verify mode. */
public final class HeapVerifier {
    private final Vm vm;
    private final Heap heap;

    public HeapVerifier(Vm vm) {
        this.vm = vm;
        this.heap = vm.heap();
    }

    /**
     * Returns the number of cells that were checked.
     *
     * @throws IllegalStateException naming the first cell that is wrong
     */
    public long verify() {
        long[] count = {0};
        heap.forEachCell(cell -> {
            count[0]++;
            check(cell);
        });
        return count[0];
    }

    private void check(long cell) {
        int code = Layout.cellType(cell);
        require(code > 0 && code < CellType.values().length, cell, "cell type " + code);
        CellType type = CellType.of(code);
        long size = heap.cellSize(cell);
        if (type.isObject()) {
            Shape shape = vm.shapes().get(Mem.getInt(cell));
            require(shape != null, cell, "unknown shape " + Mem.getInt(cell));
            require(shape.type() == type, cell, type + " with " + shape);
            require(shape.objectSize() <= size, cell, "object larger than its cell");
            checkObject(cell, shape);
            return;
        }
        require(Mem.getInt(cell) == code, cell, type + " with shape " + Mem.getInt(cell));
        switch (type) {
            case STRING_LATIN1 -> require(16L + Strings.length(cell) <= size, cell, "string length");
            case STRING_UTF16 -> require(16L + 2L * Strings.length(cell) <= size, cell, "string length");
            case STRING_ROPE -> checkFields(cell, cell + Layout.ROPE_LEFT, cell + Layout.ROPE_RIGHT + 8);
            case CONTEXT -> {
                int slots = Mem.getInt(cell + Layout.CONTEXT_SLOT_COUNT);
                require(Layout.CONTEXT_SLOTS + 8L * slots <= size, cell, "context slots");
                checkFields(cell, cell + Layout.CONTEXT_PARENT, cell + Layout.CONTEXT_SLOTS + 8L * slots);
            }
            case SLOTS, ELEMENTS, ELEMENTS_DOUBLE, VALUES -> {
                int capacity = Mem.getInt(cell + Layout.ARRAY_CAPACITY);
                require(Layout.ARRAY_DATA + 8L * capacity <= size, cell, "capacity " + capacity);
                if (type != CellType.ELEMENTS_DOUBLE) {
                    checkFields(cell, cell + Layout.ARRAY_DATA, cell + Layout.ARRAY_DATA + 8L * capacity);
                }
            }
            default -> {
                // nothing that could be wrong
            }
        }
    }

    private void checkObject(long object, Shape shape) {
        long elements = Mem.getLong(object + Layout.OBJECT_ELEMENTS);
        ElementsKind kind = ElementsKind.at(object);
        if (kind.isBoxed() || kind.isDouble()) {
            require(heap.cellAt(elements) == elements, object, "elements are no cell");
            CellType expected = kind.isDouble() ? CellType.ELEMENTS_DOUBLE : CellType.ELEMENTS;
            require(CellType.at(elements) == expected, object, kind + " elements in " + CellType.at(elements));
            if (shape.type() == CellType.ARRAY) {
                require(Elements.limit(object) <= Elements.capacity(object), object, "length above capacity");
            }
        }
        int outOfLine = shape.slotCount() - shape.inObjectCapacity();
        if (outOfLine > 0) {
            long slots = Mem.getLong(object + Layout.OBJECT_SLOTS);
            require(heap.cellAt(slots) == slots && slots != 0, object, "no slots for " + shape);
            require(Mem.getInt(slots + Layout.ARRAY_CAPACITY) >= outOfLine, object, "too few slots for " + shape);
        }
        checkFields(object, object + Layout.OBJECT_SLOTS, object + Layout.OBJECT_FIELDS);
        long properties = object + Layout.OBJECT_FIELDS + 8L * shape.type().fixedFields();
        checkFields(object, properties, object + shape.objectSize());
    }

    private void checkFields(long cell, long from, long to) {
        for (long at = from; at < to; at += 8) {
            long word = Mem.getLong(at);
            if (heap.contains(word)) {
                require(heap.cellAt(word) == word, cell, "field +" + (at - cell) + " points at no cell: "
                        + Long.toHexString(word));
            }
        }
    }

    private static void require(boolean condition, long cell, String problem) {
        if (!condition) {
            throw new IllegalStateException("heap: cell " + Long.toHexString(cell) + " "
                    + CellType.of(Math.min(Layout.cellType(cell), CellType.values().length - 1)) + ": " + problem);
        }
    }
}
