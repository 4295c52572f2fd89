package org.tierscope.ir;

/**
 * Where a node comes from: a bytecode, and the calls through which its function was inlined.
 *
 * @param function id
 * @param pc of the bytecode in that function
 * @param caller the inlined call, or null in the function being compiled
 * @param copy which of several copies of a loop's body it is in; 0 where there is one
 */
public record Origin(int function, int pc, Origin caller, int copy) {
    public Origin(int function, int pc, Origin caller) {
        this(function, pc, caller, 0);
    }

    Origin inCopy(int number) {
        return new Origin(function, pc, caller, number);
    }

    /** Inlining depth: 0 in the function being compiled. */
    public int depth() {
        return caller == null ? 0 : 1 + caller.depth();
    }

    /** The origin in the function being compiled. */
    public Origin outermost() {
        return caller == null ? this : caller.outermost();
    }

    @Override
    public String toString() {
        return "f" + function + "@" + pc + (caller == null ? "" : " in " + caller);
    }
}
