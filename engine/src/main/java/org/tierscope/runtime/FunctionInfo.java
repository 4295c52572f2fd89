package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;

/**
 * A function linked into one VM: a {@link BytecodeFunction} with its constants as values and its feedback vector,
 * or a native function. All closures of one function share it. Its id indexes {@link Vm#function(int)}.
 */
public final class FunctionInfo {
    private final int id;
    private final String name;
    private final BytecodeFunction bytecode;
    private final NativeFunction nativeFunction;
    private final long cell;
    private final int[] code;
    private final long[] constants;
    private final FunctionInfo[] nested;
    private long feedback;

    FunctionInfo(int id, String name, BytecodeFunction bytecode, NativeFunction nativeFunction, long cell, long[] constants, FunctionInfo[] nested) {
        this.id = id;
        this.name = name;
        this.bytecode = bytecode;
        this.nativeFunction = nativeFunction;
        this.cell = cell;
        this.code = bytecode == null ? null : bytecode.code();
        this.constants = constants;
        this.nested = nested;
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Null for native functions. */
    public BytecodeFunction bytecode() {
        return bytecode;
    }

    /** Null for bytecode functions. */
    public NativeFunction nativeFunction() {
        return nativeFunction;
    }

    public boolean isNative() {
        return nativeFunction != null;
    }

    /** Address of its {@link FunctionCell}. */
    public long cell() {
        return cell;
    }

    public int[] code() {
        return code;
    }

    /** Constants as values: numbers and interned strings; 0 where the constant is no value (see {@link #nested}). */
    public long[] constants() {
        return constants;
    }

    /** The linked function for a constant that is a BytecodeFunction, else null. */
    public FunctionInfo nested(int constant) {
        return nested[constant];
    }

    /** Address of the feedback vector. */
    public long feedback() {
        return feedback;
    }

    void setFeedback(long feedback) {
        this.feedback = feedback;
        Mem.putLong(cell + FunctionCell.FEEDBACK, feedback);
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "anonymous" : name) + "#" + id;
    }
}
