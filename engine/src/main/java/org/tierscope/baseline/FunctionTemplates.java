package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** Where compiled functions begin and end, their loops, and where they are left and entered in the middle. */
final class FunctionTemplates {
    private final CodeEmitter e;
    private final Assembler asm;
    private final GeneratorTemplates generators;

    FunctionTemplates(CodeEmitter emitter) {
        e = emitter;
        asm = emitter.asm;
        this.generators = new GeneratorTemplates(emitter, this);
    }

    /** From a window at fp to a frame, as {@code Interpreter.enterFrame} does it. */
    void prologue() {
        FunctionInfo f = e.function;
        BytecodeFunction function = f.bytecode();
        asm.q(Op.SUB, RSP, NATIVE_PADDING);
        Label overflow = asm.label("overflow");
        if (f.needsArguments()) {
            moveFrame(function, overflow);
        } else {
            asm.q(Op.LEA, RAX, Address.at(FP, 8L * function.registerCount()));
            asm.q(Op.CMP, RAX, state(VmState.STACK_LIMIT));
            asm.jcc(Cond.ABOVE, overflow);
            fillParameters(function.parameterCount());
        }
        asm.d(Op.MOV, Address.at(FP, Frame.FUNCTION_ID), f.id());
        asm.d(Op.MOV, Address.at(FP, Frame.PC), 0);
        asm.d(Op.MOV, Address.at(FP, Frame.EXTENT_AND_FLAGS),
                function.registerCount() << Frame.EXTENT_SHIFT | Frame.BASELINE);
        e.loadFeedback();
        asm.q(Op.INC, Address.at(Emitter.FEEDBACK, FeedbackLayout.CALLS));
        Label budget = asm.label("budget");
        Label checked = asm.label("checked");
        asm.d(Op.SUB, Address.at(Emitter.FEEDBACK, FeedbackLayout.BUDGET), 1);
        asm.jcc(Cond.LESS_EQUAL, budget);
        asm.bind(checked);
        Label interrupt = asm.label("interrupt");
        Label body = asm.label("body");
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.NOT_EQUAL, interrupt);
        asm.bind(body);
        e.later(() -> {
            asm.bind(overflow);
            e.atNoPc();
            e.call(RuntimeFunction.STACK_OVERFLOW);
            asm.q(Op.ADD, RSP, NATIVE_PADDING);
            asm.op(Op.RET);
            asm.bind(budget);
            e.call(RuntimeFunction.CALL_BUDGET_SPENT);
            e.checkException();
            asm.jmp(checked);
            asm.bind(interrupt);
            e.call(RuntimeFunction.INTERRUPT);
            e.checkException();
            asm.jmp(body);
        });
    }

    /** Missing arguments are undefined. */
    private void fillParameters(int parameters) {
        if (parameters == 0) {
            return;
        }
        Label fill = asm.label("fill");
        Label filled = asm.label("filled");
        asm.d(Op.MOV, RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.CMP, RCX, parameters);
        asm.jcc(Cond.BELOW, fill);
        asm.bind(filled);
        e.later(() -> {
            e.atNoPc();
            asm.bind(fill);
            asm.q(Op.MOV, Address.at(FP, RCX, 8, 0), Value.UNDEFINED);
            asm.d(Op.INC, RCX);
            asm.d(Op.CMP, RCX, parameters);
            asm.jcc(Cond.BELOW, fill);
            asm.jmp(filled);
        });
    }

    /** The frame moves up behind its arguments, see {@link Frame}: header and parameters are copied. */
    private void moveFrame(BytecodeFunction function, Label overflow) {
        asm.d(Op.MOV, RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
        asm.q(Op.LEA, RAX, Address.at(FP, RCX, 8, 8L * Frame.HEADER));
        asm.q(Op.LEA, RDX, Address.at(RAX, 8L * function.registerCount()));
        asm.q(Op.CMP, RDX, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, overflow);
        for (int i = -Frame.HEADER; i < 0; i++) {
            asm.q(Op.MOV, RDX, Address.at(FP, 8L * i));
            asm.q(Op.MOV, Address.at(RAX, 8L * i), RDX);
        }
        if (function.parameterCount() > 0) {
            Label copy = asm.label("copy");
            Label missing = asm.label("missing");
            asm.d(Op.XOR, RSI, RSI);
            asm.bind(copy);
            asm.q(Op.MOV, RDX, Value.UNDEFINED);
            asm.d(Op.CMP, RSI, RCX);
            asm.jccShort(Cond.ABOVE_EQUAL, missing);
            asm.q(Op.MOV, RDX, Address.at(FP, RSI, 8, 0));
            asm.bind(missing);
            asm.q(Op.MOV, Address.at(RAX, RSI, 8, 0), RDX);
            asm.d(Op.INC, RSI);
            asm.d(Op.CMP, RSI, function.parameterCount());
            asm.jcc(Cond.BELOW, copy);
        }
        asm.q(Op.MOV, FP, RAX);
    }

    /** Entered by a call on an interpreter frame whose pc is at loop header {@code header}. */
    void osrEntry(int header) {
        asm.q(Op.SUB, RSP, NATIVE_PADDING);
        asm.d(Op.OR, Address.at(FP, Frame.EXTENT_AND_FLAGS), Frame.BASELINE);
        e.loadFeedback();
        asm.jmp(e.label(header));
    }

    // ---- exit ----

    void returnToCaller() {
        if (e.function.needsArguments()) {
            asm.d(Op.MOV, RCX, Address.at(FP, Frame.ARGUMENT_COUNT));
            asm.q(Op.SHL, RCX, 3);
            asm.q(Op.SUB, FP, RCX);
            asm.q(Op.SUB, FP, 8L * Frame.HEADER);
        }
        asm.q(Op.ADD, RSP, NATIVE_PADDING);
        asm.op(Op.RET);
    }

    /**
     * The places where exceptions go, once per function. Which handler it is, the runtime tells: none while
     * it unwinds the whole stack for a reason that is no guest exception.
     */
    void exceptions() {
        e.atNoPc();
        if (!e.function.bytecode().handlers().isEmpty()) {
            asm.bind(e.handle);
            e.call(RuntimeFunction.HANDLER);
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, e.unwind);
            asm.op(Op.JMP, RAX);
        }
        asm.bind(e.unwind);
        asm.q(Op.MOV, RAX, Value.EXCEPTION);
        returnToCaller();
    }

    // ---- loops ----

    private void jumpLoop() {
        int header = e.operand(1);
        Label spent = asm.label("spent" + e.pc());
        Label interrupt = asm.label("interrupt" + e.pc());
        asm.q(Op.INC, e.feedback(FeedbackLayout.LOOP_ITERATIONS));
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.NOT_EQUAL, interrupt);
        Label polled = asm.label();
        asm.bind(polled);
        asm.d(Op.SUB, Address.at(Emitter.FEEDBACK, FeedbackLayout.BUDGET), 1);
        asm.jcc(Cond.GREATER, e.label(header));
        asm.jmp(spent);
        e.later(() -> {
            asm.bind(interrupt);
            asm.d(Op.MOV, Address.at(FP, Frame.PC), header);
            e.call(RuntimeFunction.INTERRUPT);
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, e.exception(header));
            asm.jmp(polled);
            asm.bind(spent);
            asm.d(Op.MOV, Address.at(FP, Frame.PC), header);
            asm.d(Op.MOV, RSI, header);
            e.call(RuntimeFunction.LOOP_BUDGET_SPENT);
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, e.label(header));
            asm.comment("on-stack replacement");
            asm.q(Op.ADD, RSP, NATIVE_PADDING);
            asm.op(Op.JMP, RAX);
        });
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case JUMP_LOOP -> jumpLoop();
            case RESUME -> generators.resume();
            case SUSPEND -> generators.suspend();
            case RETURN -> {
                e.load(RAX, 1);
                returnToCaller();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
