package org.tierscope.runtime;

/**
 * ArrayBuffers and the views on them as storage (25.1, 23.2, 25.3). An ARRAY_BUFFER's fields: its BYTES cell, its length
 * in bytes. Views know the address of their first element; the buffer keeps the bytes alive.
 */
public final class Buffers {
    /** What node allows too. */
    private static final long MAX_BYTES = (1L << 31) - (1 << 16);

    private static final int BYTES = 0;
    private static final int BYTE_LENGTH = 1;

    private final Vm vm;

    Buffers(Vm vm) {
        this.vm = vm;
    }

    /** A buffer of zero bytes. */
    public long newBuffer(long byteLength, long prototype) {
        if (byteLength > MAX_BYTES) {
            throw vm.rangeError("Array buffer allocation failed");
        }
        long bytes = vm.heap().allocate((int) (16 + byteLength), Heap.header(CellType.BYTES));
        long buffer = vm.objects().allocate(vm.objects().rootShape(prototype, CellType.ARRAY_BUFFER, 0), 0);
        Objects.setField(buffer, BYTES, bytes);
        Objects.setField(buffer, BYTE_LENGTH, Value.number(byteLength));
        return buffer;
    }

    public long newBuffer(long byteLength) {
        return newBuffer(byteLength, vm.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE));
    }

    public static long byteLength(long buffer) {
        return (long) Value.numberAsDouble(Objects.field(buffer, BYTE_LENGTH));
    }

    /** Address of a buffer's first byte. */
    public static long data(long buffer) {
        return Objects.field(buffer, BYTES) + 16;
    }

    /** A typed array (or, with kind EMPTY, a DataView) of {@code length} elements from {@code byteOffset} on. */
    public long newView(long buffer, long byteOffset, long length, ElementsKind kind, long prototype) {
        CellType type = kind == ElementsKind.EMPTY ? CellType.DATA_VIEW : CellType.TYPED_ARRAY;
        long view = vm.objects().allocate(vm.objects().rootShape(prototype, type, 0), 0);
        Objects.setElementsKind(view, kind);
        Mem.putLong(view + Layout.TYPED_BUFFER, buffer);
        Mem.putLong(view + Layout.TYPED_DATA, data(buffer) + byteOffset);
        Mem.putLong(view + Layout.TYPED_LENGTH, length);
        Mem.putLong(view + Layout.TYPED_BYTE_OFFSET, byteOffset);
        return view;
    }

    /** Whether the length of a typed array cannot change. */
    static boolean isFixedLength(long view) {
        return true;
    }

    public static long bufferOf(long view) {
        return Mem.getLong(view + Layout.TYPED_BUFFER);
    }

    public static long viewData(long view) {
        return Mem.getLong(view + Layout.TYPED_DATA);
    }

    /** In elements; for a DataView in bytes. */
    public static long viewLength(long view) {
        return Mem.getLong(view + Layout.TYPED_LENGTH);
    }

    public static long viewOffset(long view) {
        return Mem.getLong(view + Layout.TYPED_BYTE_OFFSET);
    }
}
