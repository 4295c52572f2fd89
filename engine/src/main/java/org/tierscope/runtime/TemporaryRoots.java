package org.tierscope.runtime;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Cells that Java code keeps only in Java objects (fields, arrays, captured variables), where the collector does not see them.
 * Used as a stack: remember {@link #depth()}, push, and {@link #reset} in a finally block.
 */
public final class TemporaryRoots {
    private long[] cells = new long[64];
    private int depth;

    public int depth() {
        return depth;
    }

    public void push(long value) {
        if (depth == cells.length) {
            cells = Arrays.copyOf(cells, 2 * depth);
        }
        cells[depth++] = value;
    }

    public void reset(int to) {
        Arrays.fill(cells, to, depth, 0);
        depth = to;
    }

    void forEachRoot(LongConsumer mark) {
        for (int i = 0; i < depth; i++) {
            mark.accept(cells[i]);
        }
    }
}
