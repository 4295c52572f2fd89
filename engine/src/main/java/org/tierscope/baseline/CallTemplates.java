package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Imm;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Calls. A callee that the CALL slot knows is called without asking the runtime; otherwise the runtime
 * resolves it, records it, and makes {@code this} for constructors. Every guest call clobbers all but the
 * pinned registers.
 */
final class CallTemplates {
    // What the slot of a call knows best.
    private static final int TARGET = FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_TARGET;
    private static final int HITS = FeedbackLayout.CALL_ENTRIES + FeedbackLayout.CALL_HITS;

    private final Emitter e;
    private final Assembler asm;

    CallTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    /** The window of the call, but for its callee's {@code new.target} and {@code this}. */
    private Window openWindow() {
        Window window = e.window(2);
        e.storePc();
        window.open();
        storeArgumentCount(window);
        asm.q(Op.MOV, window.at(Frame.CALLER_FP), FP);
        return window;
    }

    private void call() {
        Label other = asm.label();
        Label prepared = asm.label();
        Window window = openWindow();
        asm.q(Op.MOV, window.at(Frame.NEW_TARGET), Value.UNDEFINED);
        asm.q(Op.MOV, RAX, window.at(Frame.CALLEE));
        asm.q(Op.CMP, RAX, e.feedback(TARGET));
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.d(Op.INC, e.feedback(HITS));
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.bind(prepared);
        enter(window);
        e.store(1, RAX);
        e.later(() -> {
            asm.bind(other);
            asm.q(Op.LEA, RSI, e.feedback(0));
            asm.call(e.stubs.callTarget());
            asm.q(Op.TEST, RCX, RCX);
            asm.jcc(Cond.NOT_ZERO, prepared);
            prepare(window);
            asm.jmp(prepared);
        });
    }

    private void storeArgumentCount(Window window) {
        Operand count = e.immediate(3);
        if (count instanceof Imm) {
            asm.d(Op.MOV, window.at(Frame.ARGUMENT_COUNT), count);
        } else {
            asm.d(Op.MOV, RAX, count);
            asm.d(Op.MOV, window.at(Frame.ARGUMENT_COUNT), RAX);
        }
    }

    /**
     * A constructor that the slot knows. A base one gets its object here, where new.target's cell knows the shape of its instances; a
     * derived or native one makes its own.
     */
    private void construct() {
        Label other = asm.label();
        Label prepared = asm.label();
        Label noBase = asm.label();
        Label inherited = asm.label();
        Label known = asm.label();
        Label made = asm.label();
        Window window = openWindow();
        asm.q(Op.MOV, RAX, window.at(Frame.CALLEE));
        asm.q(Op.CMP, RAX, e.feedback(TARGET));
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_CONSTRUCTOR);
        asm.jcc(Cond.ZERO, other);
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(RCX, FunctionCell.FLAGS), FunctionInfo.NATIVE | FunctionInfo.DERIVED_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, noBase);
        asm.q(Op.CMP, RAX, window.at(Frame.NEW_TARGET));
        asm.jcc(Cond.NOT_EQUAL, inherited);
        asm.bind(known);
        asm.d(Op.MOV, RSI, at(RCX, FunctionCell.CONSTRUCTOR_SHAPE));
        asm.d(Op.CMP, RSI, at(RAX, Layout.SHAPE));
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.d(Op.MOV, RSI, at(RCX, FunctionCell.PROTOTYPE_OFFSET));
        asm.q(Op.MOV, RSI, at(RAX, RSI, 1, 0));
        asm.q(Op.CMP, RSI, at(RCX, FunctionCell.INSTANCE_PROTOTYPE));
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.q(Op.LEA, RSI, at(RCX, FunctionCell.INSTANCE));
        AllocationTemplates.allocate(asm, other);
        asm.q(Op.MOV, window.at(Frame.THIS), RAX);
        asm.bind(made);
        asm.d(Op.INC, e.feedback(HITS));
        asm.q(Op.MOV, RCX, window.at(Frame.CALLEE));
        asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
        asm.bind(prepared);
        enter(window);
        objectOrThis(window);
        e.store(1, RAX);
        e.later(() -> {
            asm.bind(inherited);
            asm.comment("rax = new.target, a function of another constructor");
            asm.q(Op.MOV, RAX, window.at(Frame.NEW_TARGET));
            asm.q(Op.TEST, RAX, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, other);
            asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.FUNCTION.code());
            asm.jcc(Cond.NOT_EQUAL, other);
            asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
            asm.jmp(known);
            asm.bind(noBase);
            asm.q(Op.MOV, window.at(Frame.THIS), Value.EMPTY);
            asm.jmp(made);
            asm.bind(other);
            prepare(window);
            asm.jmp(prepared);
        });
    }

    /** The spread forms: always prepared by the runtime. */
    private void preparedCall(Window window, boolean construct) {
        e.storePc();
        prepare(window);
        enter(window);
        if (construct) {
            objectOrThis(window);
        }
        e.store(1, RAX);
    }

    /** The runtime makes the window ready; rcx = its callee's FunctionCell. */
    private void prepare(Window window) {
        e.loadPc(RSI);
        e.call(RuntimeFunction.PREPARE_CALL);
        e.checkException();
        window.openAt(RAX);
        asm.q(Op.MOV, RCX, at(RAX, Frame.CALLEE));
        asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
    }

    /** Calls the function whose FunctionCell is at rcx. */
    void enter(Window window) {
        window.enter();
        asm.op(Op.CALL, at(RCX, FunctionCell.ENTRY));
        window.leave();
        returned();
    }

    /** Calls the getter in rcx on the value in rdx; rax = its result. For instructions in place of which it runs. */
    void callGetter() {
        e.storePc();
        e.windowAbove().distance(R8);
        e.beforeGuestCall();
        asm.call(e.stubs.callGetter());
        e.afterGuestCall();
        returned();
    }

    /** Behind a guest call: tells values from status words in rax. */
    private void returned() {
        Label status = asm.label();
        Label value = asm.label();
        asm.q(Op.CMP, RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, status);
        asm.bind(value);
        e.later(() -> {
            asm.bind(status);
            e.checkException();
            e.call(RuntimeFunction.FINISH_EXIT);
            e.checkException();
            asm.jmp(value);
        });
    }

    /** [[Construct]]: a result in rax that is no object is replaced by the window's this. */
    private void objectOrThis(Window window) {
        Label replace = asm.label();
        Label done = asm.label();
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, replace);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.BELOW, replace);
        asm.bind(done);
        e.later(() -> {
            asm.bind(replace);
            window.open();
            asm.q(Op.MOV, RAX, window.at(Frame.THIS));
            asm.jmp(done);
        });
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case CALL -> call();
            case CONSTRUCT -> construct();
            case CALL_SPREAD -> preparedCall(e.windowAbove(), false);
            case CONSTRUCT_SPREAD -> preparedCall(e.windowAbove(), true);
            default -> {
                return false;
            }
        }
        return true;
    }
}
