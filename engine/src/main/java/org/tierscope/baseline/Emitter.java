package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBP;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.runtime;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.machine.RuntimeFunction;

/**
 * What templates write with: the assembler, the instruction they are for, and the code that is put out of
 * line, behind the straight path.
 *
 * <p>Templates serve two: the baseline compiler, for which an instruction's operands are constants in the code
 * ({@link CodeEmitter}), and the interpreter's handlers, which read them from the bytecode while they run
 * ({@link HandlerEmitter}). So a template names operands only through this class. What makes an {@link Address} of an operand may emit
 * code that loads it; that code keeps the flags and every register but r10, and the address holds until the next
 * operand is named.
 */
abstract class Emitter {
    /** Holds the function's feedback vector everywhere in its body. */
    static final Reg FEEDBACK = RBP;

    private record OutOfLine(int pc, Runnable code) {
    }

    final Assembler asm;
    final BaselineStubs stubs;
    private final Map<Integer, Label> slowLabels = new HashMap<>();
    private final ArrayDeque<OutOfLine> outOfLine = new ArrayDeque<>();

    Emitter(Assembler asm, BaselineStubs stubs) {
        this.asm = asm;
        this.stubs = stubs;
    }

    // ---- the current instruction ----

    /** What is emitted from here on belongs to the instruction at {@code newPc}. */
    abstract void at(int newPc);

    /** Tells instructions of one piece of code apart. */
    abstract int pc();

    abstract Opcode opcode();

    /** The frame slot that operand {@code n}, counted from 1, names. */
    abstract Address register(int n);

    /** The frame slot {@code offset} registers above the one that operand {@code n} names. */
    abstract Address register(int n, int offset);

    /** A field of the instruction's feedback slot. */
    abstract Address feedback(int offset);

    /** Operand {@code n} itself, 32 bits wide: for instructions that take an immediate or memory as their source. */
    abstract Operand immediate(int n);

    /** {@code target} = operand {@code n} as an int32 value. */
    abstract void loadInt(Reg target, int n);

    /** {@code target} = the constant that operand {@code n} names, a value. */
    abstract void loadConstant(Reg target, int n);

    /** {@code context} = the context so many parents above it as operand {@code n} says; may change rcx. */
    abstract void parents(Reg context, int n);

    /** The slot of {@code context} whose number operand {@code n} is. */
    abstract Address contextSlot(Reg context, int n);

    /** {@code target} = 1 in strict functions, else 0. */
    abstract void loadStrict(Reg target);

    abstract void loadGlobalObject(Reg target);

    /** {@code target} = address of the realm's recipes for literals. */
    abstract void loadLiterals(Reg target);

    /** {@code target} = the FunctionCell of the function among the constants that operand {@code n} names. */
    abstract void loadFunctionCell(Reg target, int n);

    /** Brings the frame's pc up to date; may change r10 and flags. */
    abstract void storePc();

    /** {@code target} = the instruction's pc. */
    abstract void loadPc(Reg target);

    // ---- where to go on ----

    /** The code of the instruction behind the current one. */
    abstract Label next();

    /** The code of the current instruction's jump target. */
    abstract Label target();

    /** Goes on behind the current instruction, from anywhere. */
    abstract void goOn();

    /** Goes on at the current instruction's jump target. */
    abstract void jump();

    /** Where an exception of the current instruction goes on. */
    abstract Label exception();

    // ---- calls ----

    /** The window that operand {@code n} says the first register of. */
    abstract Window window(int n);

    /** A window above all of the frame's registers. */
    abstract Window windowAbove();

    /** Emitted around a call that clobbers what code keeps in registers but fp. */
    abstract void beforeGuestCall();

    abstract void afterGuestCall();

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
        outOfLine.add(new OutOfLine(pc(), body));
    }

    /** A label for what this instruction's fast path cannot do: the runtime executes the instruction. */
    Label slow() {
        return slowLabels.computeIfAbsent(pc(), pc -> {
            Label slow = asm.label("slow" + pc);
            later(() -> {
                asm.bind(slow);
                execute();
                goOn();
            });
            return slow;
        });
    }

    /** The runtime executes the current instruction. */
    void execute() {
        loadPc(RSI);
        if (asm.isListing()) {
            asm.comment(opcode().mnemonic());
        }
        asm.call(stubs.execute());
        checkException();
    }

    /**
     * Calls a function that takes two operands and the feedback slot as {@code Operations} does, in the place of the current
     * instruction; rax = its result.
     */
    void operation(RuntimeFunction function, int left, int right) {
        storePc();
        load(RSI, left);
        load(RDX, right);
        asm.q(Op.LEA, RCX, feedback(0));
        call(function);
        checkException();
    }

    /** Calls a runtime function on the frame; other arguments are in place. */
    void call(RuntimeFunction function) {
        stubs.linker().accept(function);
        asm.q(Op.MOV, RDI, FP);
        asm.comment(function.name());
        asm.op(Op.CALL, runtime(function));
    }

    /** Goes to the handler when rax is EXCEPTION. */
    void checkException() {
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception());
    }

    /** Emits everything that was put off, in order; bodies may put off more. */
    void emitOutOfLine() {
        while (!outOfLine.isEmpty()) {
            OutOfLine next = outOfLine.remove();
            at(next.pc);
            next.code.run();
        }
    }
}
