package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBP;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.FunctionInfo;

/**
 * What templates write with: the assembler, the instruction they are for, and the code that is put out of
 * line, behind the function's straight path.
 */
final class Emitter {
    /** Holds the function's feedback vector everywhere in its body. */
    static final Reg FEEDBACK = RBP;

    private record OutOfLine(int pc, Runnable code) {
    }

    final Assembler asm;
    final FunctionInfo function;
    final BaselineStubs stubs;
    final RealmAddresses realm;
    /** Where an exception goes that no handler of this function covers. */
    final Label unwind;
    /** Where an exception goes that a handler covers; the frame's pc tells which. */
    final Label handle;
    private final int[] code;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Label> slowLabels = new HashMap<>();
    private final ArrayDeque<OutOfLine> outOfLine = new ArrayDeque<>();
    private final PcMap.Builder pcMap = new PcMap.Builder();
    private int pc;

    Emitter(Assembler asm, FunctionInfo function, BaselineStubs stubs, RealmAddresses realm) {
        this.asm = asm;
        this.function = function;
        this.stubs = stubs;
        this.realm = realm;
        this.code = function.code();
        this.unwind = asm.label("unwind");
        this.handle = asm.label("handle");
    }

    // ---- the current instruction ----

    /** What is emitted from here on belongs to the instruction at {@code newPc}. */
    void at(int newPc) {
        pc = newPc;
        pcMap.add(asm.position(), newPc);
        asm.origin(newPc);
    }

    int pc() {
        return pc;
    }

    Opcode opcode() {
        return Opcode.of(code[pc]);
    }

    /** Operand word {@code n}, counted from 1. */
    int operand(int n) {
        return code[pc + n];
    }

    /** The frame slot that operand {@code n} names. */
    Address register(int n) {
        return slot(operand(n));
    }

    /** A field of the instruction's feedback slot. */
    Address feedback(int offset) {
        return Address.at(FEEDBACK, operand(opcode().feedbackOperand()) + offset);
    }

    // ---- labels ----

    /** The code of the instruction at {@code target}. */
    Label label(int target) {
        return labels.computeIfAbsent(target, t -> asm.label("pc" + t));
    }

    /** The code of the instruction behind the current one. */
    Label next() {
        return label(pc + opcode().length());
    }

    /** The code of the current instruction's jump target. */
    Label target() {
        return label(operand(opcode().targetOperand()));
    }

    /** Where an exception at {@code throwingPc}, which is the frame's pc then, goes on. */
    Label exception(int throwingPc) {
        return function.bytecode().handlerFor(throwingPc) == null ? unwind : handle;
    }

    // ---- common pieces ----

    void load(Reg target, int operand) {
        asm.q(Op.MOV, target, register(operand));
    }

    void store(int operand, Reg value) {
        asm.q(Op.MOV, register(operand), value);
    }

    /** Stores a constant word; changes rax where it is none that sign-extends from 32 bits. */
    void store(int operand, long value) {
        if (value == (int) value) {
            asm.q(Op.MOV, register(operand), value);
        } else {
            asm.q(Op.MOV, RAX, value);
            store(operand, RAX);
        }
    }

    /** Emits {@code body} behind the straight path; it must not fall through. */
    void later(Runnable body) {
        outOfLine.add(new OutOfLine(pc, body));
    }

    /** A label for what this instruction's fast path cannot do: the runtime executes the instruction. */
    Label slow() {
        return slowLabels.computeIfAbsent(pc, _ -> {
            Label slow = asm.label("slow" + pc);
            later(() -> {
                asm.bind(slow);
                execute();
                asm.jmp(next());
            });
            return slow;
        });
    }

    /** The runtime executes the current instruction. */
    void execute() {
        asm.d(Op.MOV, RSI, pc);
        if (asm.isListing()) {
            asm.comment(opcode().mnemonic());
        }
        asm.call(stubs.execute());
        checkException();
    }

    /** Goes to the handler when rax is EXCEPTION. */
    void checkException() {
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception(pc));
    }

    /** Emits everything that was put off, in order; bodies may put off more. */
    void emitOutOfLine() {
        while (!outOfLine.isEmpty()) {
            OutOfLine next = outOfLine.remove();
            at(next.pc);
            next.code.run();
        }
    }

    PcMap pcMap() {
        return pcMap.build();
    }

    /** What is emitted from here on belongs to no instruction. */
    void atNoPc() {
        pcMap.add(asm.position(), PcMap.NONE);
        asm.origin(PcMap.NONE);
    }
}
