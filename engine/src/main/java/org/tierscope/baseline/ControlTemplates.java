package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.runtime;
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
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** Function entry and exit, loops, and jumps on one value. */
final class ControlTemplates {
    private final Emitter e;
    private final Assembler asm;
    private final Branches branches;
    private final GeneratorTemplates generators;

    ControlTemplates(Emitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.branches = branches;
        this.generators = new GeneratorTemplates(emitter, this, branches);
    }

    // ---- entry ----

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
        loadFeedback();
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
            call(RuntimeFunction.STACK_OVERFLOW);
            asm.q(Op.ADD, RSP, NATIVE_PADDING);
            asm.op(Op.RET);
            asm.bind(budget);
            call(RuntimeFunction.CALL_BUDGET_SPENT);
            e.checkException();
            asm.jmp(checked);
            asm.bind(interrupt);
            call(RuntimeFunction.INTERRUPT);
            e.checkException();
            asm.jmp(body);
        });
    }

    void loadFeedback() {
        asm.q(Op.MOV, Emitter.FEEDBACK, e.function.feedback());
    }

    private void call(RuntimeFunction function) {
        asm.q(Op.MOV, RDI, FP);
        asm.comment(function.name());
        asm.op(Op.CALL, runtime(function));
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
        loadFeedback();
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
            call(RuntimeFunction.HANDLER);
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
            call(RuntimeFunction.INTERRUPT);
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, e.exception(header));
            asm.jmp(polled);
            asm.bind(spent);
            asm.d(Op.MOV, Address.at(FP, Frame.PC), header);
            asm.d(Op.MOV, RSI, header);
            call(RuntimeFunction.LOOP_BUDGET_SPENT);
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, e.label(header));
            asm.comment("on-stack replacement");
            asm.q(Op.ADD, RSP, NATIVE_PADDING);
            asm.op(Op.JMP, RAX);
        });
    }

    // ---- jumps on one value ----

    private void jumpOnTruth(boolean wanted) {
        Label other = asm.label();
        Label notTaken = asm.label();
        e.load(RAX, 1);
        asm.q(Op.CMP, RAX, wanted ? Value.TRUE : Value.FALSE);
        asm.jcc(Cond.EQUAL, branches.taken());
        asm.q(Op.CMP, RAX, wanted ? Value.FALSE : Value.TRUE);
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.bind(notTaken);
        branches.notTaken();
        Label slow = branches.slow();
        e.later(() -> {
            asm.bind(other);
            asm.call(e.stubs.truthy());
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, slow);
            asm.q(Op.CMP, RAX, wanted ? Value.TRUE : Value.FALSE);
            asm.jcc(Cond.EQUAL, branches.taken());
            asm.jmp(notTaken);
        });
    }

    private void jumpOnNullish(boolean wanted) {
        e.load(RAX, 1);
        asm.q(Op.AND, RAX, ~(Value.NULL ^ Value.UNDEFINED));
        asm.q(Op.CMP, RAX, Value.NULL);
        branches.branch(wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
    }

    private void jumpOnUndefined(boolean wanted) {
        asm.q(Op.CMP, e.register(1), Value.UNDEFINED);
        branches.branch(wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
    }

    private void jumpOnObject() {
        Label no = asm.label();
        e.load(RAX, 1);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jccShort(Cond.NOT_ZERO, no);
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.ABOVE_EQUAL, branches.taken());
        asm.bind(no);
        branches.notTaken();
    }

    private void iteratorNext() {
        Label slow = branches.slow();
        Label other = asm.label("other" + e.pc());
        asm.q(Op.LEA, RSI, e.register(2));
        asm.call(e.stubs.arrayNext());
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, other);
        e.store(1, RAX);
        branches.notTaken();
        e.later(() -> {
            asm.bind(other);
            generators.step(slow);
        });
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case JUMP -> asm.jmp(e.target());
            case JUMP_LOOP -> jumpLoop();
            case JUMP_IF_TRUE -> jumpOnTruth(true);
            case JUMP_IF_FALSE -> jumpOnTruth(false);
            case JUMP_IF_NULLISH -> jumpOnNullish(true);
            case JUMP_IF_NOT_NULLISH -> jumpOnNullish(false);
            case JUMP_IF_UNDEFINED -> jumpOnUndefined(true);
            case JUMP_IF_NOT_UNDEFINED -> jumpOnUndefined(false);
            case JUMP_IF_OBJECT -> jumpOnObject();
            case ITERATOR_NEXT -> iteratorNext();
            case FOR_IN_NEXT -> branches.decide();
            case RESUME -> generators.resume();
            case SUSPEND -> generators.suspend();
            case RETURN -> {
                e.load(RAX, 1);
                returnToCaller();
            }
            case THROW, THROW_ERROR -> {
                e.execute();
                asm.comment("a throw does not return");
                asm.op(Op.UD2);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
