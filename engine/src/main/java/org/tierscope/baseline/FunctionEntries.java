package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R10;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.runtime;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Intrinsic;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * {@code call} and {@code apply} of functions that may be called: their window becomes the function's, which then is called in
 * their place (see {@link NativeEntries}).
 */
final class FunctionEntries {
    /** More arguments are Java's. */
    private static final int MAX_APPLIED = 64;

    private final Assembler asm;
    private final MachineRuntime runtime;
    private final Label slow;

    FunctionEntries(Assembler asm, MachineRuntime runtime, Label slow) {
        this.asm = asm;
        this.runtime = runtime;
        this.slow = slow;
    }

    boolean emit(Intrinsic function) {
        switch (function) {
            case FUNCTION_CALL -> call();
            case FUNCTION_APPLY -> apply();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** rax = the function, rcx = its cell, or 0 for a bound function. */
    private void target() {
        Label known = asm.label();
        Label unbound = asm.label();
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.EQUAL, unbound);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.BOUND_FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.XOR, RCX, RCX);
        asm.jmp(known);
        asm.bind(unbound);
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(RCX, FunctionCell.FLAGS), FunctionInfo.CLASS_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.bind(known);
    }

    /** The window is that of the function in rax, whose cell is rcx and whose argument count and this are edx and rsi. */
    private void enter() {
        Label bound = asm.label();
        Label failed = asm.label();
        asm.q(Op.MOV, at(FP, Frame.CALLEE), RAX);
        asm.q(Op.MOV, at(FP, Frame.THIS), RSI);
        asm.d(Op.MOV, at(FP, Frame.ARGUMENT_COUNT), RDX);
        asm.q(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, bound);
        asm.op(Op.JMP, at(RCX, FunctionCell.ENTRY));
        asm.bind(bound);
        runtime.link(RuntimeFunction.RESOLVE_CALL);
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.q(Op.MOV, RDI, at(FP, Frame.CALLER_FP));
        asm.q(Op.MOV, RSI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.RESOLVE_CALL));
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, failed);
        asm.op(Op.JMP, at(RAX, FunctionCell.ENTRY));
        asm.bind(failed);
        asm.op(Op.RET);
    }

    private void call() {
        Label none = asm.label();
        Label move = asm.label();
        Label moved = asm.label();
        target();
        asm.q(Op.MOV, RSI, Value.UNDEFINED);
        asm.d(Op.MOV, RDX, at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.TEST, RDX, RDX);
        asm.jcc(Cond.ZERO, none);
        asm.q(Op.MOV, RSI, at(FP));
        asm.d(Op.SUB, RDX, 1);
        asm.d(Op.XOR, RDI, RDI);
        asm.bind(move);
        asm.d(Op.CMP, RDI, RDX);
        asm.jcc(Cond.ABOVE_EQUAL, moved);
        asm.q(Op.MOV, R8, at(FP, RDI, 8, 8));
        asm.q(Op.MOV, at(FP, RDI, 8, 0), R8);
        asm.d(Op.ADD, RDI, 1);
        asm.jmp(move);
        asm.bind(moved);
        asm.bind(none);
        enter();
    }

    /** With an array whose elements are all there, or nothing. */
    private void apply() {
        Label none = asm.label();
        Label counted = asm.label();
        Label array = asm.label();
        Label tagged = asm.label();
        Label next = asm.label();
        Label done = asm.label();
        target();
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 2);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RDI, at(FP, 8));
        asm.q(Op.TEST, RDI, NOT_CELL_MASK);
        asm.jcc(Cond.ZERO, array);
        asm.q(Op.AND, RDI, ~8L);
        asm.q(Op.CMP, RDI, Value.NULL);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(none);
        asm.d(Op.XOR, RDX, RDX);
        asm.jmp(counted);
        asm.bind(array);
        asm.b(Op.CMP, at(RDI, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, RDX, at(RDI, Layout.ARRAY_LENGTH));
        asm.d(Op.TEST, RDX, RDX);
        asm.jcc(Cond.ZERO, counted);
        asm.d(Op.CMP, RDX, MAX_APPLIED);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.XOR, R10, R10);
        asm.b(Op.CMP, at(RDI, Layout.ELEMENTS_KIND), ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, tagged);
        asm.b(Op.CMP, at(RDI, Layout.ELEMENTS_KIND), ElementsKind.INT.ordinal());
        asm.jcc(Cond.EQUAL, tagged);
        asm.b(Op.CMP, at(RDI, Layout.ELEMENTS_KIND), ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.comment("what is taken from a raw double to make it a word");
        asm.q(Op.MOV, R10, INT_TAG);
        asm.bind(tagged);
        asm.q(Op.LEA, R8, at(FP, RDX, 8, 0));
        asm.q(Op.CMP, R8, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, slow);
        asm.bind(counted);
        asm.q(Op.MOV, RSI, at(FP));
        asm.q(Op.TEST, RDX, RDX);
        asm.jcc(Cond.ZERO, done);
        asm.q(Op.MOV, RDI, at(RDI, Layout.OBJECT_ELEMENTS));
        asm.d(Op.MOV, R8, RDX);
        asm.bind(next);
        asm.q(Op.MOV, R9, at(RDI, R8, 8, Layout.ARRAY_DATA - 8));
        asm.q(Op.SUB, R9, R10);
        asm.q(Op.MOV, at(FP, R8, 8, -8), R9);
        asm.d(Op.SUB, R8, 1);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.bind(done);
        enter();
    }
}
