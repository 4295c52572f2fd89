package org.tierscope.machine;

import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.runtime;
import static org.tierscope.machine.MachineConvention.state;

import java.util.function.Consumer;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** The sequences that every compiled function begins and ends with, see "Runtime calls from machine code" in the architecture notes. */
public final class FunctionEntry {
    private FunctionEntry() {}

    /**
     * Entry by a call: makes the window at fp a frame.
     *
     * @param extent slots of the frame from fp on
     * @param flags of the frame: the tier
     * @param unwind where to go when an exception leaves the function; the frame may be a window still
     * @param link makes a runtime function callable
     */
    public static void call(
            Assembler asm, FunctionInfo function, int extent, int flags, Label unwind, Consumer<RuntimeFunction> link) {
        int parameters = function.bytecode().parameterCount();
        Label overflow = asm.label("overflow");
        Label entered = asm.label("entered");
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        if (function.needsArguments()) {
            asm.d(Op.MOV, Reg.RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
            asm.q(Op.LEA, Reg.RAX, Address.at(FP, Reg.RCX, 8, 8L * (Frame.HEADER + extent)));
        } else {
            asm.q(Op.LEA, Reg.RAX, Address.at(FP, 8L * extent));
        }
        asm.q(Op.CMP, Reg.RAX, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, overflow);
        if (function.needsArguments()) {
            moveUp(asm, parameters);
        }
        fillMissing(asm, parameters);
        asm.d(Op.MOV, Address.at(FP, Frame.FUNCTION_ID), function.id());
        asm.d(Op.MOV, Address.at(FP, Frame.PC), 0);
        asm.d(Op.MOV, Address.at(FP, Frame.EXTENT_AND_FLAGS), extent << Frame.EXTENT_SHIFT | flags);
        asm.q(Op.MOV, Reg.RAX, function.feedback());
        asm.q(Op.INC, Address.at(Reg.RAX, FeedbackLayout.OPTIMIZED_CALLS));
        poll(asm, unwind, link);
        asm.jmp(entered);
        asm.bind(overflow);
        link.accept(RuntimeFunction.STACK_OVERFLOW);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.STACK_OVERFLOW));
        // The frame has not moved: return as from a window.
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        asm.op(Op.RET);
        asm.bind(entered);
    }

    /**
     * Entry by a call that passes numbers in registers and all parameters: the header is the caller's work, as ever.
     *
     * @param slow where to go, with the frame still a window, when the stack is used up or the runtime asks for attention
     */
    public static void unboxed(Assembler asm, FunctionInfo function, int extent, int flags, Label slow) {
        asm.q(Op.LEA, Reg.RAX, Address.at(FP, 8L * extent));
        asm.q(Op.CMP, Reg.RAX, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.d(Op.MOV, Address.at(FP, Frame.FUNCTION_ID), function.id());
        asm.d(Op.MOV, Address.at(FP, Frame.PC), 0);
        asm.d(Op.MOV, Address.at(FP, Frame.EXTENT_AND_FLAGS), extent << Frame.EXTENT_SHIFT | flags);
        asm.q(Op.MOV, Reg.RAX, function.feedback());
        asm.q(Op.INC, Address.at(Reg.RAX, FeedbackLayout.OPTIMIZED_CALLS));
    }

    /** Entry at a loop header on a complete frame of a lower tier. */
    public static void osr(Assembler asm, int extent, int flags, Label unwind, Consumer<RuntimeFunction> link) {
        Label fits = asm.label("fits");
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.d(Op.MOV, Reg.RAX, Address.at(FP, Frame.EXTENT_AND_FLAGS));
        asm.d(Op.AND, Reg.RAX, Frame.ENTRY);
        asm.d(Op.OR, Reg.RAX, extent << Frame.EXTENT_SHIFT | flags);
        asm.d(Op.MOV, Address.at(FP, Frame.EXTENT_AND_FLAGS), Reg.RAX);
        asm.q(Op.LEA, Reg.RAX, Address.at(FP, 8L * extent));
        asm.q(Op.CMP, Reg.RAX, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.BELOW_EQUAL, fits);
        link.accept(RuntimeFunction.STACK_OVERFLOW);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.STACK_OVERFLOW));
        asm.jmp(unwind);
        asm.bind(fits);
    }

    /**
     * Returns with the result in rax, fp as the caller had it.
     *
     * @param moved whether the frame moved up behind its arguments
     */
    public static void leave(Assembler asm, boolean moved) {
        if (moved) {
            asm.d(Op.MOV, Reg.RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
            asm.q(Op.SHL, Reg.RCX, 3);
            asm.q(Op.SUB, FP, Reg.RCX);
            asm.q(Op.SUB, FP, 8L * Frame.HEADER);
        }
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        asm.op(Op.RET);
    }

    /** The argument count is in rcx. Copies the header and the parameters that were passed. */
    private static void moveUp(Assembler asm, int parameters) {
        asm.q(Op.LEA, Reg.RDX, Address.at(FP, Reg.RCX, 8, 8L * Frame.HEADER));
        for (int i = -Frame.HEADER; i < parameters; i++) {
            // Parameters that were not passed are filled later.
            asm.q(Op.MOV, Reg.RAX, Address.at(FP, 8L * i));
            asm.q(Op.MOV, Address.at(Reg.RDX, 8L * i), Reg.RAX);
        }
        asm.q(Op.MOV, FP, Reg.RDX);
    }

    private static void fillMissing(Assembler asm, int parameters) {
        if (parameters == 0) {
            return;
        }
        Label complete = asm.label();
        Label next = asm.label();
        asm.d(Op.MOV, Reg.RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.CMP, Reg.RCX, parameters);
        asm.jcc(Cond.ABOVE_EQUAL, complete);
        asm.bind(next);
        asm.q(Op.MOV, Address.at(FP, Reg.RCX, 8, 0), Value.UNDEFINED);
        asm.d(Op.INC, Reg.RCX);
        asm.d(Op.CMP, Reg.RCX, parameters);
        asm.jcc(Cond.BELOW, next);
        asm.bind(complete);
    }

    /** Looks at the interrupt word. */
    public static void poll(Assembler asm, Label unwind, Consumer<RuntimeFunction> link) {
        Label quiet = asm.label();
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.EQUAL, quiet);
        link.accept(RuntimeFunction.INTERRUPT);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.INTERRUPT));
        asm.q(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.ZERO, unwind);
        asm.bind(quiet);
    }
}
