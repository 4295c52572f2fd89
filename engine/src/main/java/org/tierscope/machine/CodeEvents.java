package org.tierscope.machine;

import org.tierscope.runtime.FunctionInfo;

/** What running machine code reports to the tier manager. */
public interface CodeEvents {
    /** Address of the compiled handler for an exception at the pc of baseline frame {@code fp}, or 0. */
    long handlerAddress(long fp);

    /** Address in the code of baseline frame {@code fp} of the instruction at {@code pc}, which is behind a SUSPEND. */
    long landingAddress(long fp, int pc);

    void callBudgetSpent(FunctionInfo function);

    /** Address of better code that goes on with the frame of baseline code at loop header {@code header}, or 0. */
    long loopBudgetSpentInCode(FunctionInfo function, long fp, int header);

    /** Address of compiled code that goes on with the frame that handlers interpret at loop header {@code header}, or 0. */
    long loopBudgetSpent(FunctionInfo function, long fp, int header);

    /** The interpreter needs its handler of the opcode. */
    void makeHandler(int opcode);

    /**
     * Exit {@code exit} of the optimized code that runs frame {@code fp} was taken; registers are in the VM state. Rebuilds the
     * interpreter's frames.
     *
     * @return {@link org.tierscope.runtime.Value#EXITED}
     */
    long deoptimize(long fp, int exit);

    /**
     * Frame {@code fp} is to be run by a graph of a compilation instead of its code.
     *
     * @return what the code would return: a value or a status
     */
    default long runGraph(long fp, int compilation) {
        throw new IllegalStateException("nobody keeps graphs");
    }
}
