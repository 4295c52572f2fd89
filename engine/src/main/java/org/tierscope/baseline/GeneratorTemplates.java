package org.tierscope.baseline;

import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.runtime;
import static org.tierscope.machine.MachineConvention.slot;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Functions that leave in the middle, as {@link Generators} describes: between yields their frames are copied here, without
 * the runtime. The first time a call is suspended, await, and what is thrown into a generator are the runtime's.
 */
final class GeneratorTemplates {
    /** Frames with more registers are copied by the runtime. */
    private static final int MAX_REGISTERS = 24;

    private final Emitter e;
    private final Assembler asm;
    private final ControlTemplates control;
    private final Branches branches;
    private final int registers;

    GeneratorTemplates(Emitter emitter, ControlTemplates control, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.control = control;
        this.branches = branches;
        this.registers = emitter.function.bytecode().registerCount();
    }

    private static Address field(Reg generator, int field) {
        return Address.at(generator, Layout.OBJECT_FIELDS + 8L * field);
    }

    private static Address saved(Reg frame, int word) {
        return Address.at(frame, Layout.ARRAY_DATA + 8L * word);
    }

    private void call(RuntimeFunction function) {
        asm.q(Op.MOV, RDI, FP);
        asm.comment(function.name());
        asm.op(Op.CALL, runtime(function));
    }

    private void storeInt(Address target, int value, Reg scratch) {
        asm.q(Op.MOV, scratch, Value.ofInt(value));
        asm.q(Op.MOV, target, scratch);
    }

    // ---- RESUME ----

    /** Calls that resume the function go where it was suspended; those calls have a new.target. */
    void resume() {
        Label resumed = asm.label("resumed");
        asm.q(Op.CMP, Address.at(FP, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, resumed);
        e.later(() -> {
            asm.bind(resumed);
            Label slow = asm.label();
            if (registers <= MAX_REGISTERS) {
                restore(slow);
            }
            asm.bind(slow);
            call(RuntimeFunction.RESUME);
            asm.q(Op.TEST, RAX, RAX);
            // The exception is thrown where the function was suspended: the frame's pc tells the handler.
            asm.jcc(Cond.ZERO, e.function.bytecode().handlers().isEmpty() ? e.unwind : e.handle);
            asm.op(Op.JMP, RAX);
        });
    }

    private void restore(Label slow) {
        asm.q(Op.MOV, RAX, Address.at(FP, Frame.NEW_TARGET));
        asm.q(Op.MOV, RCX, field(RAX, Generators.MODE));
        asm.q(Op.MOV, R9, Value.ofInt(ResumeMode.THROW.ordinal()));
        asm.q(Op.CMP, RCX, R9);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RDX, field(RAX, Generators.FRAME));
        asm.q(Op.MOV, R8, field(RAX, Generators.SENT));
        asm.q(Op.MOV, field(RAX, Generators.SENT), Value.UNDEFINED);
        asm.q(Op.MOV, Address.at(FP, Frame.NEW_TARGET), Value.UNDEFINED);
        for (int i = Frame.THIS_REGISTER; i < registers; i++) {
            asm.q(Op.MOV, R9, saved(RDX, i + 1));
            asm.q(Op.MOV, slot(i), R9);
        }
        asm.d(Op.MOV, RSI, Address.at(RDX, Layout.FRAME_PC));
        int[] code = e.function.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (Opcode.of(code[pc]) == Opcode.SUSPEND) {
                Label other = asm.label();
                int next = pc + Opcode.SUSPEND.length();
                asm.d(Op.CMP, RSI, pc);
                asm.jcc(Cond.NOT_EQUAL, other);
                asm.q(Op.MOV, slot(code[pc + 1]), R8);
                asm.q(Op.MOV, slot(code[pc + 1] + 1), RCX);
                asm.d(Op.MOV, Address.at(FP, Frame.PC), next);
                asm.jmp(e.label(next));
                asm.bind(other);
            }
        }
        asm.comment("every suspended frame is at one of them");
        asm.op(Op.UD2);
    }

    // ---- SUSPEND ----

    void suspend() {
        int pc = e.pc();
        Label slow = asm.label("suspend" + pc);
        if (registers <= MAX_REGISTERS && e.operand(4) != SuspendKind.AWAIT.ordinal()) {
            e.load(RAX, 2);
            asm.q(Op.MOV, RCX, field(RAX, Generators.FRAME));
            asm.q(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, slow);
            asm.d(Op.MOV, Address.at(RCX, Layout.FRAME_PC), pc);
            for (int i = Frame.THIS_REGISTER; i < registers; i++) {
                asm.q(Op.MOV, RDX, slot(i));
                asm.q(Op.MOV, saved(RCX, i + 1), RDX);
            }
            storeInt(field(RAX, Generators.STATE), e.operand(4), RDX);
            e.load(RAX, 3);
            control.returnToCaller();
            e.later(() -> {
                asm.bind(slow);
                suspendInRuntime();
            });
        } else {
            suspendInRuntime();
        }
    }

    private void suspendInRuntime() {
        asm.d(Op.MOV, RSI, e.pc());
        call(RuntimeFunction.SUSPEND);
        e.checkException();
        control.returnToCaller();
    }

    // ---- ITERATOR_NEXT of a generator ----

    /**
     * Steps the generator of the current instruction's iterator record where it waits at a yield and its next is the original:
     * calls its function from here. Jumps to {@code slow} otherwise.
     */
    void step(Label slow) {
        int window = 8 * (registers + Frame.HEADER);
        Label left = asm.label("left" + e.pc());
        asm.q(Op.MOV, RAX, e.register(2));
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.GENERATOR.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RCX, e.realm.generatorNext());
        asm.q(Op.CMP, RCX, slot(e.operand(2) + 1));
        asm.jcc(Cond.NOT_EQUAL, slow);
        // Iterator helpers have something there.
        asm.q(Op.CMP, field(RAX, Generators.RESULT), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RCX, Value.ofInt(SuspendKind.YIELD.ordinal()));
        asm.q(Op.CMP, RCX, field(RAX, Generators.STATE));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, field(RAX, Generators.SENT), Value.UNDEFINED);
        storeInt(field(RAX, Generators.MODE), ResumeMode.NEXT.ordinal(), RCX);
        storeInt(field(RAX, Generators.STATE), Generators.RUNNING, RCX);
        asm.d(Op.MOV, Address.at(FP, Frame.PC), e.pc());
        asm.d(Op.MOV, Address.at(FP, window + Frame.ARGUMENT_COUNT), 0);
        asm.q(Op.MOV, Address.at(FP, window + Frame.CALLER_FP), FP);
        asm.q(Op.MOV, Address.at(FP, window + Frame.NEW_TARGET), RAX);
        asm.q(Op.MOV, Address.at(FP, window + Frame.THIS), Value.UNDEFINED);
        asm.q(Op.MOV, RCX, field(RAX, Generators.FUNCTION));
        asm.q(Op.MOV, Address.at(FP, window + Frame.CALLEE), RCX);
        asm.q(Op.MOV, RCX, Address.at(RCX, Layout.FUNCTION_CELL));
        asm.q(Op.ADD, FP, window);
        asm.op(Op.CALL, Address.at(RCX, FunctionCell.ENTRY));
        asm.q(Op.SUB, FP, window);
        control.loadFeedback();
        asm.q(Op.CMP, RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.q(Op.MOV, RCX, e.register(2));
        asm.q(Op.MOV, RDX, Value.ofInt(SuspendKind.YIELD.ordinal()));
        asm.q(Op.CMP, RDX, field(RCX, Generators.STATE));
        asm.jcc(Cond.NOT_EQUAL, left);
        e.store(1, RAX);
        branches.notTaken();
        asm.jmp(e.next());

        asm.bind(left);
        asm.q(Op.LEA, RSI, e.register(2));
        asm.q(Op.MOV, RDX, RAX);
        call(RuntimeFunction.GENERATOR_LEFT);
        e.checkException();
        asm.q(Op.CMP, RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, branches.taken());
        e.store(1, RAX);
        branches.notTaken();
        asm.jmp(e.next());
    }
}
