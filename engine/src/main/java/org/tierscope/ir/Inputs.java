package org.tierscope.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The representations that an operation takes its operands in.
 *
 * @param fixed one per operand, null where several will do
 * @param variadic whether there may be any number of operands
 * @param each with {@code variadic}: the representation of all, null where several will do
 */
public record Inputs(List<Representation> fixed, boolean variadic, Representation each) {
    public Inputs {
        fixed = Collections.unmodifiableList(new ArrayList<>(fixed));
    }

    static Inputs of(Representation... fixed) {
        return new Inputs(Arrays.asList(fixed), false, null);
    }

    static Inputs all(Representation each) {
        return new Inputs(List.of(), true, each);
    }

    static Inputs any() {
        return all(null);
    }

    /** What operand {@code index} must be held as; null where several will do. */
    public Representation at(int index) {
        return variadic ? each : fixed.get(index);
    }

    public boolean accepts(int count) {
        return variadic || count == fixed.size();
    }
}
