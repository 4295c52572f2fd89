package org.tierscope.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * ArrayBuffers, SharedArrayBuffers and the views on them as storage (25.1, 25.2, 23.2, 25.3).
 *
 * <p>A view holds the address of its first element and its current length, which is what all code, compiled code too, goes by;
 * both are zero while it is detached or out of bounds. So a buffer knows its views, and corrects them whenever it is resized or
 * detached: the first one in a field, the others in a list here that does not keep them alive.
 */
public final class Buffers {
    /** What node allows too. */
    private static final long MAX_BYTES = (1L << 31) - (1 << 16);

    /** The bit of {@link Layout#TYPED_BYTE_OFFSET} of views whose length follows the buffer's. */
    private static final long TRACKS_LENGTH = Long.MIN_VALUE;

    // Fields of buffers.
    /** Address of the first byte, no cell; 0 when detached. The collector skips this field. */
    private static final int DATA = 0;
    /** The BYTES cell; 0 when shared or detached. */
    private static final int STORE = 1;
    /** Length in bytes, a number. */
    private static final int BYTE_LENGTH = 2;
    /** A number where the buffer is resizable or growable, else undefined. */
    private static final int MAX_BYTE_LENGTH = 3;
    /** One of its views, or 0. */
    private static final int FIRST_VIEW = 4;

    private static final class Views {
        private long[] addresses = new long[4];
        private int count;

        void add(long view) {
            if (count == addresses.length) {
                addresses = Arrays.copyOf(addresses, 2 * count);
            }
            addresses[count++] = view;
        }

        void sweep(Heap heap) {
            int live = 0;
            for (int i = 0; i < count; i++) {
                if (heap.isMarked(addresses[i])) {
                    addresses[live++] = addresses[i];
                }
            }
            count = live;
        }
    }

    private final Vm vm;
    private final Map<Long, Views> moreViews = new HashMap<>();
    private final Map<Long, SharedMemory> shared = new HashMap<>();

    Buffers(Vm vm) {
        this.vm = vm;
    }

    /** After marking: forgets dead buffers and views. */
    void sweep(Heap heap) {
        moreViews.keySet().removeIf(buffer -> !heap.isMarked(buffer));
        moreViews.values().forEach(views -> views.sweep(heap));
        shared.keySet().removeIf(buffer -> !heap.isMarked(buffer));
    }

    // Buffers.

    /** A buffer of zero bytes; {@code maxByteLength} is −1 for one of fixed length. */
    public long newBuffer(long byteLength, long maxByteLength, long prototype) {
        if (Math.max(byteLength, maxByteLength) > MAX_BYTES) {
            throw vm.rangeError("Array buffer allocation failed");
        }
        long buffer = vm.objects().allocate(vm.objects().rootShape(prototype, CellType.ARRAY_BUFFER, 0), 0);
        setStore(buffer, newStore(byteLength), byteLength);
        Objects.setField(buffer, MAX_BYTE_LENGTH, maxByteLength < 0 ? Value.UNDEFINED : Value.number(maxByteLength));
        return buffer;
    }

    public long newBuffer(long byteLength) {
        return newBuffer(byteLength, -1, vm.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE));
    }

    private long newStore(long byteLength) {
        return vm.heap().allocate((int) (16 + byteLength), Heap.header(CellType.BYTES));
    }

    private static void setStore(long buffer, long store, long byteLength) {
        Objects.setField(buffer, STORE, store);
        Objects.setField(buffer, DATA, store + 16);
        Objects.setField(buffer, BYTE_LENGTH, Value.number(byteLength));
    }

    /** A SharedArrayBuffer on bytes of its own. */
    public long newShared(long byteLength, long maxByteLength, long prototype) {
        if (Math.max(byteLength, maxByteLength) > MAX_BYTES) {
            throw vm.rangeError("Array buffer allocation failed");
        }
        SharedMemory memory;
        try {
            memory = new SharedMemory(byteLength, Math.max(byteLength, maxByteLength));
        } catch (OutOfMemoryError e) {
            throw vm.rangeError("Array buffer allocation failed");
        }
        return newShared(memory, maxByteLength >= 0, prototype);
    }

    /** A SharedArrayBuffer on bytes that other VMs may have, too. */
    public long newShared(SharedMemory memory, boolean growable, long prototype) {
        long buffer = vm.objects().allocate(vm.objects().rootShape(prototype, CellType.SHARED_ARRAY_BUFFER, 0), 0);
        Objects.setField(buffer, DATA, memory.data());
        Objects.setField(buffer, BYTE_LENGTH, Value.number(memory.byteLength()));
        Objects.setField(buffer, MAX_BYTE_LENGTH, growable ? Value.number(memory.maxByteLength()) : Value.UNDEFINED);
        shared.put(buffer, memory);
        return buffer;
    }

    /** The bytes of a SharedArrayBuffer. */
    public SharedMemory memoryOf(long buffer) {
        return shared.get(buffer);
    }

    public static boolean isShared(long buffer) {
        return Layout.cellType(buffer) == CellType.SHARED_ARRAY_BUFFER.ordinal();
    }

    /** Whether nothing can change the bytes of a buffer (proposal immutable ArrayBuffer). */
    public static boolean isImmutable(long buffer) {
        return Layout.hasFlag(buffer, Layout.FLAG_RESTRICTED_ELEMENTS);
    }

    /** Makes a buffer that has no views yet immutable. */
    public static void makeImmutable(long buffer) {
        Objects.setFlag(buffer, Layout.FLAG_RESTRICTED_ELEMENTS);
    }

    public static boolean isDetached(long buffer) {
        return Objects.field(buffer, DATA) == 0;
    }

    /** Whether the buffer is resizable or growable. */
    public static boolean isResizable(long buffer) {
        return Objects.field(buffer, MAX_BYTE_LENGTH) != Value.UNDEFINED;
    }

    /** 0 when detached. */
    public long byteLength(long buffer) {
        if (isShared(buffer) && isResizable(buffer)) {
            refresh(buffer);
        }
        return (long) Value.numberAsDouble(Objects.field(buffer, BYTE_LENGTH));
    }

    public long maxByteLength(long buffer) {
        if (isDetached(buffer)) {
            return 0;
        }
        return isResizable(buffer)
                ? (long) Value.numberAsDouble(Objects.field(buffer, MAX_BYTE_LENGTH))
                : byteLength(buffer);
    }

    /** Address of a buffer's first byte; 0 when detached. */
    public static long data(long buffer) {
        return Objects.field(buffer, DATA);
    }

    /** Another VM may have grown the memory. */
    private void refresh(long buffer) {
        long length = Value.number(memoryOf(buffer).byteLength());
        if (length != Objects.field(buffer, BYTE_LENGTH)) {
            Objects.setField(buffer, BYTE_LENGTH, length);
            forEachView(buffer, Buffers::update);
        }
    }

    /** Resizes a resizable buffer, to at most its maximum. */
    public void resize(long buffer, long newLength) {
        long length = byteLength(buffer);
        long store = Objects.field(buffer, STORE);
        if (newLength > vm.heap().cellSize(store) - 16) {
            long grown = newStore(Math.min(maxByteLength(buffer), Math.max(newLength, 2 * length)));
            Mem.copy(store + 16, grown + 16, length);
            store = grown;
        } else if (newLength < length) {
            Mem.fill(store + 16 + newLength, length - newLength, (byte) 0);
        }
        setStore(buffer, store, newLength);
        forEachView(buffer, Buffers::update);
    }

    /** Grows a growable shared buffer; false where the length is not between the current one and the maximum. */
    public boolean grow(long buffer, long newLength) {
        boolean grown = memoryOf(buffer).grow(newLength);
        refresh(buffer);
        return grown;
    }

    /** DetachArrayBuffer. */
    public void detach(long buffer) {
        Objects.setField(buffer, STORE, 0);
        Objects.setField(buffer, DATA, 0);
        Objects.setField(buffer, BYTE_LENGTH, Value.ZERO);
        forEachView(buffer, Buffers::update);
        Objects.setField(buffer, FIRST_VIEW, 0);
        moreViews.remove(buffer);
    }

    /** ArrayBufferCopyAndDetach's last steps: the bytes move to a new buffer. */
    public long transfer(long buffer, long newLength, long maxByteLength) {
        long length = byteLength(buffer);
        long prototype = vm.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE);
        if (newLength == length && newLength <= MAX_BYTES) {
            long moved = vm.objects().allocate(vm.objects().rootShape(prototype, CellType.ARRAY_BUFFER, 0), 0);
            setStore(moved, Objects.field(buffer, STORE), length);
            Objects.setField(moved, MAX_BYTE_LENGTH, maxByteLength < 0 ? Value.UNDEFINED : Value.number(maxByteLength));
            detach(buffer);
            return moved;
        }
        long copy = newBuffer(newLength, maxByteLength, prototype);
        Mem.copy(data(buffer), data(copy), Math.min(length, newLength));
        detach(buffer);
        return copy;
    }

    // Views.

    /**
     * A typed array (or, with kind EMPTY, a DataView) of {@code length} elements from {@code byteOffset} on; length −1 follows the
     * buffer's.
     */
    public long newView(long buffer, long byteOffset, long length, ElementsKind kind, long prototype) {
        CellType type = kind == ElementsKind.EMPTY ? CellType.DATA_VIEW : CellType.TYPED_ARRAY;
        // Compiled code knows by its shape what it may write to: a view that it may not has another one, with room for a property.
        int capacity = isImmutable(buffer) ? 1 : 0;
        long view = vm.objects().allocate(vm.objects().rootShape(prototype, type, capacity), 0);
        if (isImmutable(buffer)) {
            Objects.setFlag(view, Layout.FLAG_RESTRICTED_ELEMENTS);
        }
        Objects.setElementsKind(view, kind);
        Mem.putLong(view + Layout.TYPED_BUFFER, buffer);
        Mem.putLong(view + Layout.TYPED_BYTE_OFFSET, length < 0 ? byteOffset | TRACKS_LENGTH : byteOffset);
        Mem.putLong(view + Layout.TYPED_FIXED_LENGTH, Math.max(0, length));
        update(view);
        if (Objects.field(buffer, FIRST_VIEW) == 0) {
            Objects.setField(buffer, FIRST_VIEW, view);
        } else {
            moreViews.computeIfAbsent(buffer, b -> new Views()).add(view);
        }
        return view;
    }

    private void forEachView(long buffer, LongConsumer action) {
        long first = Objects.field(buffer, FIRST_VIEW);
        if (first != 0) {
            action.accept(first);
        }
        Views more = moreViews.get(buffer);
        for (int i = 0; more != null && i < more.count; i++) {
            action.accept(more.addresses[i]);
        }
    }

    /** Makes a view's address and length those that its buffer gives it now. */
    private static void update(long view) {
        long buffer = bufferOf(view);
        long available = (long) Value.numberAsDouble(Objects.field(buffer, BYTE_LENGTH));
        long offset = viewOffset(view);
        int size = elementSize(view);
        long length = isTrackingLength(view)
                ? Math.max(0, available - offset) / size
                : Mem.getLong(view + Layout.TYPED_FIXED_LENGTH);
        boolean outside = isDetached(buffer) || offset > available || offset + length * size > available;
        Mem.putLong(view + Layout.TYPED_LENGTH, outside ? 0 : length);
        Mem.putLong(view + Layout.TYPED_DATA, outside ? 0 : data(buffer) + offset);
    }

    private static int elementSize(long view) {
        ElementsKind kind = ElementsKind.at(view);
        return kind == ElementsKind.EMPTY ? 1 : TypedArrays.elementSize(kind);
    }

    public static long bufferOf(long view) {
        return Mem.getLong(view + Layout.TYPED_BUFFER);
    }

    /** Address of the first element; 0 where the view is out of bounds. */
    public static long viewData(long view) {
        return Mem.getLong(view + Layout.TYPED_DATA);
    }

    /** In elements; for a DataView in bytes; 0 where the view is out of bounds. */
    public long viewLength(long view) {
        long buffer = bufferOf(view);
        if (isShared(buffer) && isResizable(buffer)) {
            refresh(buffer);
        }
        return Mem.getLong(view + Layout.TYPED_LENGTH);
    }

    /** In bytes; 0 where the view is out of bounds. */
    public long viewBytes(long view) {
        return viewLength(view) * elementSize(view);
    }

    /** The length in elements that a view has while it is in bounds, where that does not follow the buffer's. */
    public static long fixedLength(long view) {
        return Mem.getLong(view + Layout.TYPED_FIXED_LENGTH);
    }

    /** [[ByteOffset]], whether the view is out of bounds or not. */
    public static long viewOffset(long view) {
        return Mem.getLong(view + Layout.TYPED_BYTE_OFFSET) & ~TRACKS_LENGTH;
    }

    /** Whether the view's length follows its buffer's. */
    public static boolean isTrackingLength(long view) {
        return Mem.getLong(view + Layout.TYPED_BYTE_OFFSET) < 0;
    }

    /** IsTypedArrayOutOfBounds, IsViewOutOfBounds: also where the buffer is detached. */
    public boolean isOutOfBounds(long view) {
        viewLength(view);
        return viewData(view) == 0;
    }

    /** IsTypedArrayFixedLength: whether the length of a typed array cannot change. */
    static boolean isFixedLength(long view) {
        long buffer = bufferOf(view);
        return !isTrackingLength(view) && (!isResizable(buffer) || isShared(buffer));
    }
}
