package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.baseline.Emitter.FEEDBACK;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** What handlers do otherwise than compiled functions: loops, returns, leaving in the middle and coming back. */
final class HandlerTemplates {
    private final HandlerEmitter e;
    private final Assembler asm;
    private final Label atPc;

    /** @param atPc goes on at the frame's pc */
    HandlerTemplates(HandlerEmitter emitter, Label atPc) {
        e = emitter;
        asm = emitter.asm;
        this.atPc = atPc;
    }

    /** Better code for the loop, where there is some, goes on in the place of this native frame. */
    private void jumpLoop() {
        Label interrupt = asm.label("interrupt");
        Label polled = asm.label("polled");
        Label spent = asm.label("spent");
        asm.q(Op.INC, e.feedback(FeedbackLayout.LOOP_ITERATIONS));
        e.toTarget();
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.NOT_EQUAL, interrupt);
        asm.bind(polled);
        asm.d(Op.SUB, at(FEEDBACK, FeedbackLayout.BUDGET), 1);
        asm.jcc(Cond.LESS_EQUAL, spent);
        HandlerEmitter.dispatch(asm);
        e.later(() -> {
            asm.bind(interrupt);
            e.storePc();
            e.call(RuntimeFunction.INTERRUPT);
            e.checkException();
            asm.jmp(polled);
            asm.bind(spent);
            e.storePc();
            e.loadPc(RSI);
            e.call(RuntimeFunction.LOOP_BUDGET_SPENT);
            Label interpret = asm.label();
            asm.q(Op.TEST, RAX, RAX);
            asm.jccShort(Cond.ZERO, interpret);
            asm.q(Op.ADD, RSP, NATIVE_PADDING);
            asm.op(Op.JMP, RAX);
            asm.bind(interpret);
            HandlerEmitter.dispatch(asm);
        });
    }

    private void leave() {
        Label moved = asm.label("moved");
        asm.d(Op.TEST, at(FEEDBACK, FeedbackLayout.FLAGS), FunctionInfo.NEEDS_ARGUMENTS);
        asm.jcc(Cond.NOT_ZERO, moved);
        Handlers.leave(asm);
        e.later(() -> {
            asm.bind(moved);
            Handlers.leaveMoved(asm);
        });
    }

    private void suspend() {
        e.loadPc(RSI);
        e.call(RuntimeFunction.SUSPEND);
        e.checkException();
        leave();
    }

    private void resume() {
        Label resumed = asm.label("resumed");
        asm.q(Op.CMP, at(FP, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, resumed);
        e.goOn();
        e.later(() -> {
            asm.bind(resumed);
            e.call(RuntimeFunction.RESUME_FRAME);
            e.checkException();
            asm.jmp(atPc);
        });
    }

    /** Emits the template for the current instruction, which does not fall through; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case JUMP -> e.jump();
            case JUMP_LOOP -> jumpLoop();
            case RESUME -> resume();
            case SUSPEND -> suspend();
            case RETURN -> {
                e.load(RAX, 1);
                leave();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
