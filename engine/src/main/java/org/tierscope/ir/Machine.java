package org.tierscope.ir;

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
}
