package org.tierscope.runtime;

/**
 * A built-in function written in Java. Its frame is a {@link Frame} whose registers are just its arguments;
 * it returns a value or throws {@link GuestException}. It may hold raw cell addresses in locals: the collector scans
 * the native stack conservatively.
 */
@FunctionalInterface
public interface NativeFunction {
    /**
     * @param fp the frame: {@code this} at {@link Frame#THIS}, new.target at {@link Frame#NEW_TARGET}
     * @param argc number of arguments, at {@code Frame.get(fp, 0)}…
     */
    long call(Vm vm, long fp, int argc);

    /** Argument {@code i}, undefined where it was not passed. */
    static long argument(long fp, int argc, int i) {
        return i < argc ? Frame.get(fp, i) : Value.UNDEFINED;
    }

    static long thisValue(long fp) {
        return Mem.getLong(fp + Frame.THIS);
    }
}
