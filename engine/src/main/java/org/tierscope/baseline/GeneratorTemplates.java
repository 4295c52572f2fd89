package org.tierscope.baseline;

import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
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
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Functions that leave in the middle, as {@link Generators} describes: between yields their frames are copied here, without
 * the runtime. Await, and what is thrown into a generator are the runtime's.
 */
final class GeneratorTemplates {
    /** Frames with more registers are copied by the runtime. */
    private static final int MAX_REGISTERS = 24;

    private final CodeEmitter e;
    private final Assembler asm;
    private final FunctionTemplates control;
    private final int registers;

    GeneratorTemplates(CodeEmitter emitter, FunctionTemplates control) {
        e = emitter;
        asm = emitter.asm;
        this.control = control;
        this.registers = emitter.function.bytecode().registerCount();
    }

    private static Address field(Reg generator, int field) {
        return Address.at(generator, Layout.OBJECT_FIELDS + 8L * field);
    }

    private static Address saved(Reg frame, int word) {
        return Address.at(frame, Layout.ARRAY_DATA + 8L * word);
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
            e.call(RuntimeFunction.RESUME);
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
            Label first = asm.label("first" + pc);
            Label framed = asm.label("framed" + pc);
            asm.q(Op.MOV, RCX, field(RAX, Generators.FRAME));
            asm.q(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, first);
            asm.bind(framed);
            asm.d(Op.MOV, Address.at(RCX, Layout.FRAME_PC), pc);
            for (int i = Frame.THIS_REGISTER; i < registers; i++) {
                asm.q(Op.MOV, RDX, slot(i));
                asm.q(Op.MOV, saved(RCX, i + 1), RDX);
            }
            asm.q(Op.MOV, RDX, Value.ofInt(e.operand(4)));
            asm.q(Op.MOV, field(RAX, Generators.STATE), RDX);
            e.load(RAX, 3);
            control.returnToCaller();
            e.later(() -> {
                asm.bind(first);
                NewCells.object(
                        asm, RCX, Layout.ARRAY_DATA + 8 * (registers + 1), Heap.header(CellType.FRAME), slow);
                asm.d(Op.MOV, Address.at(RCX, Layout.ARRAY_CAPACITY), registers + 1);
                asm.q(Op.MOV, field(RAX, Generators.FRAME), RCX);
                asm.jmp(framed);
                asm.bind(slow);
                suspendInRuntime();
            });
        } else {
            suspendInRuntime();
        }
    }

    private void suspendInRuntime() {
        asm.d(Op.MOV, RSI, e.pc());
        e.call(RuntimeFunction.SUSPEND);
        e.checkException();
        control.returnToCaller();
    }
}
