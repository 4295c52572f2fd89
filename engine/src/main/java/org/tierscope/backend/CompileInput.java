package org.tierscope.backend;

import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.ir.FeedbackSlot;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.FunctionInfo;

/** What the code generator needs of the VM it makes code for. Safe for the compiler thread. */
public interface CompileInput {
    CpuFeatures cpuFeatures();

    FunctionInfo function(int id);

    /** Makes a runtime function callable. */
    void link(RuntimeFunction function);

    /** What the exit stubs of a function's code jump to. */
    Label exitStub(FunctionInfo function);

    /** {@link org.tierscope.machine.Stubs#findEntry}. */
    Label findEntryStub();

    /** The stub that calls a runtime function and keeps all registers but the two scratch ones. */
    Label preservingStub(RuntimeFunction function);

    /** Address of a feedback slot, 0 for {@link FeedbackSlot#NONE}. */
    long address(FeedbackSlot slot);

    /** Bytes of an object with this shape. */
    int objectSize(int shape);

    /** What an object with this shape begins with. */
    long objectHeader(int shape);

    /** What a closure of this function begins with, its shape's id in the low half; 0 where only the runtime makes it. */
    long closureHeader(FunctionInfo function);

    /** {@code --deopt-every}: whether guards count down. */
    boolean countsGuards();

    /** {@code --random-registers}: 0 for the best choice. */
    long registerSeed();

    /** {@code --disable-pass}: whether a step of the back end is left out. */
    boolean leavesOut(String step);

    boolean verify();

    /** Whether a listing is wanted. */
    boolean lists();
}
