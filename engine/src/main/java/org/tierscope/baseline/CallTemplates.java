package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.runtime;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Calls. A callee that the CALL slot knows is called without asking the runtime; otherwise the runtime
 * resolves it, records it, and makes {@code this} for constructors. Every guest call clobbers all but the
 * pinned registers.
 */
final class CallTemplates {
    private final Emitter e;
    private final Assembler asm;
    private final ControlTemplates control;

    CallTemplates(Emitter emitter, ControlTemplates control) {
        e = emitter;
        asm = emitter.asm;
        this.control = control;
    }

    /** Bytes from fp to the callee's fp. */
    private int window() {
        return 8 * (e.operand(2) + Frame.HEADER);
    }

    /** Bytes from fp to the fp of a callee whose window the runtime builds above the frame. */
    private int windowAbove() {
        return 8 * (e.function.bytecode().registerCount() + Frame.HEADER);
    }

    private void call() {
        int window = window();
        int target = FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_TARGET;
        int hits = FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_HITS;
        Label other = asm.label();
        Label prepared = asm.label();
        asm.d(Op.MOV, at(FP, Frame.PC), e.pc());
        asm.d(Op.MOV, at(FP, window + Frame.ARGUMENT_COUNT), e.operand(3));
        asm.q(Op.MOV, at(FP, window + Frame.CALLER_FP), FP);
        asm.q(Op.MOV, at(FP, window + Frame.NEW_TARGET), Value.UNDEFINED);
        asm.q(Op.MOV, RAX, at(FP, window + Frame.CALLEE));
        asm.q(Op.CMP, RAX, e.feedback(target));
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.d(Op.INC, e.feedback(hits));
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.bind(prepared);
        asm.q(Op.ADD, FP, window);
        enter(window);
        e.store(1, RAX);
        e.later(() -> {
            asm.bind(other);
            asm.q(Op.LEA, RSI, e.feedback(0));
            asm.call(e.stubs.callTarget());
            asm.q(Op.TEST, RCX, RCX);
            asm.jcc(Cond.NOT_ZERO, prepared);
            prepare();
            asm.q(Op.MOV, RCX, at(FP, window + Frame.CALLEE));
            asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
            asm.jmp(prepared);
        });
    }

    /** CONSTRUCT and the spread forms: always prepared by the runtime. */
    private void preparedCall(int window, boolean construct) {
        asm.d(Op.MOV, at(FP, Frame.PC), e.pc());
        prepare();
        asm.q(Op.MOV, FP, RAX);
        asm.q(Op.MOV, RCX, at(FP, Frame.CALLEE));
        asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
        enter(window);
        if (construct) {
            objectOrThis(window);
        }
        e.store(1, RAX);
    }

    /** rax = the callee's fp, its window ready. */
    private void prepare() {
        asm.q(Op.MOV, RDI, FP);
        asm.d(Op.MOV, RSI, e.pc());
        asm.comment(RuntimeFunction.PREPARE_CALL.name());
        asm.op(Op.CALL, runtime(RuntimeFunction.PREPARE_CALL));
        e.checkException();
    }

    /** Calls the function whose FunctionCell is at rcx, fp being the callee's already; then fp is ours again. */
    private void enter(int window) {
        asm.op(Op.CALL, at(RCX, FunctionCell.ENTRY));
        asm.q(Op.SUB, FP, window);
        returned();
    }

    /** Calls the getter in rcx on the value in rdx; rax = its result. For instructions in place of which it runs. */
    void callGetter() {
        asm.d(Op.MOV, at(FP, Frame.PC), e.pc());
        asm.d(Op.MOV, R8, windowAbove());
        asm.call(e.stubs.callGetter());
        returned();
    }

    /** Behind a guest call: loads what it clobbered, and tells values from status words in rax. */
    private void returned() {
        Label status = asm.label();
        Label value = asm.label();
        control.loadFeedback();
        asm.q(Op.CMP, RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, status);
        asm.bind(value);
        e.later(() -> {
            asm.bind(status);
            e.checkException();
            asm.q(Op.MOV, RDI, FP);
            asm.comment(RuntimeFunction.FINISH_EXIT.name());
            asm.op(Op.CALL, runtime(RuntimeFunction.FINISH_EXIT));
            e.checkException();
            asm.jmp(value);
        });
    }

    /** [[Construct]]: a result in rax that is no object is replaced by the window's this. */
    private void objectOrThis(int window) {
        Label replace = asm.label();
        Label done = asm.label();
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jccShort(Cond.NOT_ZERO, replace);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jccShort(Cond.ABOVE_EQUAL, done);
        asm.bind(replace);
        asm.q(Op.MOV, RAX, at(FP, window + Frame.THIS));
        asm.bind(done);
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case CALL -> call();
            case CONSTRUCT -> preparedCall(window(), true);
            case CALL_SPREAD -> preparedCall(windowAbove(), false);
            case CONSTRUCT_SPREAD -> preparedCall(windowAbove(), true);
            default -> {
                return false;
            }
        }
        return true;
    }
}
