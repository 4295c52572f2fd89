package org.tierscope.ir;

import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * The world around a graph that {@link GraphInterpreter} runs: memory, calls and whatever else is not plain
 * computation.
 */
public interface Machine {
    /** A guest exception, thrown by {@link #perform}. */
    final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final long value;

        public Thrown(long value) {
            super("guest exception", null, false, false);
            this.value = value;
        }

        public long value() {
            return value;
        }
    }

    /** Reads {@code bytes} (1, 2, 4 or 8) bytes, zero-extended. */
    long load(long address, int bytes);

    void store(long address, int bytes, long value);

    /** The value of a frame register at entry, or after an ExecuteBytecode. */
    long register(int register);

    /**
     * Does what a call, runtime call or allocation does.
     *
     * @param operands bits of each operand in its representation
     * @return bits of the result in its representation
     * @throws Thrown where it throws
     */
    long perform(Node node, long[] operands);

    /** The same for operations that are guards too: null where one fails. */
    default Long attempt(Node node, long[] operands) {
        return perform(node, operands);
    }

    /** Allocates an object that compiled code has not, with the shape it has where the graph is left. */
    default long make(VirtualObject object) {
        long address = perform(object.identity(), new long[0]);
        if (object.shape() != 0) {
            store(address + Layout.SHAPE, 4, object.shape());
        }
        return address;
    }

    /** Fills field {@code index}, in the order that {@link VirtualKind} says, of such an object with a boxed word. */
    default void setField(VirtualObject object, long address, int index, long word) {
        long target = switch (object.kind()) {
            case OBJECT -> address + Layout.OBJECT_FIELDS + 8L * index;
            case ARRAY -> load(address + Layout.OBJECT_ELEMENTS, 8) + Layout.ARRAY_DATA + 8L * index;
            case CONTEXT -> address + (index == 0 ? Layout.CONTEXT_PARENT : Layout.CONTEXT_SLOTS + 8L * (index - 1));
            case CLOSURE -> address + Layout.FUNCTION_CONTEXT;
        };
        boolean raw = ((ElementsKind) object.identity().parameter(2)).isDouble();
        store(target, 8, raw ? Double.doubleToRawLongBits(Value.numberAsDouble(word)) : word);
    }

    /**
     * Whether a loop's next iteration must not begin now.
     *
     * @param steps nodes run so far
     */
    default boolean isInterrupted(long steps) {
        return false;
    }
}
