package org.tierscope.backend;

import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Width;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Block;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.machine.Location;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * What the emitters of all operations share: the assembler, where operands and results are, exits, and code that is put
 * behind the rest because it rarely runs.
 *
 * <p>Registers and slots that hold an int32 value have zeros in their upper halves, as 32-bit instructions leave them.
 */
final class Emission {
    final Assembler asm;
    final CompileInput input;
    final Allocation allocation;
    final Fusion fusion;
    private final ExitStubs exits;
    private final Map<Block, Label> blockLabels = new HashMap<>();
    private final List<Runnable> deferred = new ArrayList<>();
    private Node current;
    private int position;

    Emission(Assembler asm, CompileInput input, Allocation allocation, Fusion fusion, ExitStubs exits) {
        this.asm = asm;
        this.input = input;
        this.allocation = allocation;
        this.fusion = fusion;
        this.exits = exits;
    }

    /** Whether the code for a node writes its result before it has read all its operands. */
    static boolean writesEarly(Node node) {
        return switch (node.operator()) {
            case MinFloat64, MaxFloat64, RoundFloat64, CheckFloat64IsInt32, TruncateFloat64, UnboxNumber, CheckNumber, CheckIndex,
                    BoxFloat64, Truthy, TestType, TestShape, TestFunction, StringCharCodeAt, StringOfUnit, StringEqual, InternString, LoadTypedFloat64, ClampFloat64,
                    ArrayPush, ArrayPop, LoadAnyElement, Uint32ToFloat64, SelectObject, AbsInt32Checked, MinInt32, MaxInt32, CompareFloat64,
                    CompareInt32, SameWord, DivInt32Checked, ModInt32Checked, DivInt32, ModInt32, MulInt32Checked -> true;
            default -> false;
        };
    }

    // ---- where things are ----

    void begin(Node node) {
        current = node;
        position = allocation.lifetimes().position(node);
    }

    Node current() {
        return current;
    }

    int position() {
        return position;
    }

    Location at(Node value) {
        return allocation.at(value, position);
    }

    /** The general register that holds {@code value}; a value in memory or a constant is loaded to {@code scratch}. */
    Reg use(Node value, Reg scratch) {
        if (!value.operator().isConstant() && at(value) instanceof Location.InReg in) {
            return in.register();
        }
        load(value, scratch);
        return scratch;
    }

    /** Copies a value into a general register. */
    void load(Node value, Reg target) {
        if (value.operator().isConstant()) {
            loadConstant(value, target);
            return;
        }
        switch (at(value)) {
            case Location.InReg in -> {
                if (in.register() != target) {
                    asm.q(Op.MOV, target, in.register());
                }
            }
            case Location.InSlot in -> asm.q(Op.MOV, target, slot(in.slot()));
            case Location.InXmm in -> asm.op(Op.MOVQ, target, in.register());
        }
    }

    Xmm useFloat(Node value, Xmm scratch) {
        if (!value.operator().isConstant() && at(value) instanceof Location.InXmm in) {
            return in.register();
        }
        loadFloat(value, scratch);
        return scratch;
    }

    void loadFloat(Node value, Xmm target) {
        if (value.is(Operator.ConstantFloat64)) {
            loadDouble(value.doubleParameter(0), target);
            return;
        }
        switch (at(value)) {
            case Location.InXmm in -> {
                if (in.register() != target) {
                    asm.op(Op.MOVAPD, target, in.register());
                }
            }
            case Location.InSlot in -> asm.op(Op.MOVSD, target, slot(in.slot()));
            case Location.InReg in -> asm.op(Op.MOVQ, target, in.register());
        }
    }

    void loadDouble(double constant, Xmm target) {
        long bits = Value.bits(constant);
        if (bits == 0) {
            asm.op(Op.XORPS, target, target);
        } else {
            asm.op(Op.MOVSD, target, asm.literal(bits));
        }
    }

    /** A double operand in a register or in memory. */
    Operand floatOperand(Node value) {
        if (value.is(Operator.ConstantFloat64)) {
            return asm.literal(Value.bits(value.doubleParameter(0)));
        }
        if (fusion.isFused(value)) {
            return memory(value);
        }
        return switch (at(value)) {
            case Location.InXmm in -> in.register();
            case Location.InSlot in -> slot(in.slot());
            case Location.InReg in -> throw new IllegalStateException("double in " + in);
        };
    }

    private void loadConstant(Node value, Reg target) {
        long word = constantWord(value);
        switch (value.operator()) {
            case ConstantInt32, ConstantBool -> {
                if (word == 0) {
                    asm.d(Op.XOR, target, target);
                } else {
                    asm.d(Op.MOV, target, word);
                }
            }
            default -> asm.q(Op.MOV, target, word);
        }
    }

    /** The bits of a constant in its own representation. */
    static long constantWord(Node value) {
        return switch (value.operator()) {
            case Constant -> value.wordParameter(0);
            case ConstantInt32 -> value.intParameter(0);
            case ConstantBool -> value.boolParameter(0) ? 1 : 0;
            case ConstantFloat64 -> Value.bits(value.doubleParameter(0));
            default -> throw new IllegalArgumentException("no constant: " + value);
        };
    }

    /** The boxed word of a constant. */
    static long boxedConstant(Node value) {
        return switch (value.operator()) {
            case Constant -> value.wordParameter(0);
            case ConstantInt32 -> Value.ofInt(value.intParameter(0));
            case ConstantBool -> Value.ofBoolean(value.boolParameter(0));
            case ConstantFloat64 -> Value.number(value.doubleParameter(0));
            default -> throw new IllegalArgumentException("no constant: " + value);
        };
    }

    /** {@code op target, value} on 32 bits, with the value as an immediate, register or memory operand. */
    void alu32(Op op, Reg target, Node value) {
        if (value.is(Operator.ConstantInt32)) {
            asm.d(op, target, value.intParameter(0));
        } else {
            asm.d(op, target, operand(value));
        }
    }

    /** A general value that is no constant, in a register or in memory; may use {@link Registers#SCRATCH_2}. */
    Operand operand(Node value) {
        if (fusion.isFused(value)) {
            return memory(value);
        }
        return switch (at(value)) {
            case Location.InReg in -> in.register();
            case Location.InSlot in -> slot(in.slot());
            case Location.InXmm in -> throw new IllegalStateException("not in a general register: " + in);
        };
    }

    /** Where a load reads from, that is emitted as part of its user; may use {@link Registers#SCRATCH_2}. */
    Address memory(Node load) {
        return switch (load.operator()) {
            case LoadField -> Address.at(use(load.input(0), Registers.SCRATCH_2), load.intParameter(0));
            case LoadArrayLength -> Address.at(use(load.input(0), Registers.SCRATCH_2), Layout.ARRAY_LENGTH);
            case LoadStringLength -> Address.at(use(load.input(0), Registers.SCRATCH_2), Layout.STRING_LENGTH);
            case LoadElement, LoadElementFloat64 -> element(load.input(0), load.input(1), 8, Layout.ARRAY_DATA);
            case LoadTypedInt32 -> element(load.input(0), load.input(1), 4, 0);
            default -> throw new IllegalStateException("no memory operand: " + load);
        };
    }

    /**
     * The address of an element of {@code storage}; may use {@link Registers#SCRATCH_2}. Indices are in bounds, and so not negative,
     * and the upper half of what holds an int32 value is zero.
     */
    Address element(Node storage, Node index, int scale, int offset) {
        if (index.is(Operator.ConstantInt32)) {
            long displacement = (long) index.intParameter(0) * scale + offset;
            if (displacement == (int) displacement) {
                return Address.at(use(storage, Registers.SCRATCH_2), displacement);
            }
        }
        boolean indexInRegister = !index.operator().isConstant() && at(index) instanceof Location.InReg;
        if (indexInRegister || at(storage) instanceof Location.InReg) {
            Reg base = use(storage, Registers.SCRATCH_2);
            return Address.at(base, use(index, Registers.SCRATCH_2), scale, offset);
        }
        load(index, Registers.SCRATCH_2);
        if (scale > 1) {
            asm.q(Op.SHL, Registers.SCRATCH_2, Integer.numberOfTrailingZeros(scale));
        }
        asm.q(Op.ADD, Registers.SCRATCH_2, operand(storage));
        return Address.at(Registers.SCRATCH_2, offset);
    }

    /** Where the code is to compute the current node's result: its register, or {@code scratch} if it lives in a slot. */
    Reg result(Reg scratch) {
        return allocation.defined(current) instanceof Location.InReg in ? in.register() : scratch;
    }

    Reg result() {
        return result(Registers.SCRATCH);
    }

    Xmm floatResult() {
        return allocation.defined(current) instanceof Location.InXmm in ? in.register() : Registers.XMM_SCRATCH;
    }

    /** The current node's result stands in {@code register}: puts it where it belongs. A guard's operand is there already. */
    void define(Reg register) {
        if (allocation.lifetimes().isAlias(current)) {
            return;
        }
        switch (allocation.defined(current)) {
            case Location.InReg in -> {
                if (in.register() != register) {
                    asm.q(Op.MOV, in.register(), register);
                }
                int spill = allocation.spillSlot(current);
                if (spill != LinearScan.NO_SLOT) {
                    asm.q(Op.MOV, slot(spill), in.register());
                }
            }
            case Location.InSlot in -> asm.q(Op.MOV, slot(in.slot()), register);
            case Location.InXmm in -> throw new IllegalStateException("general result in " + in);
        }
    }

    void define(Xmm register) {
        if (allocation.lifetimes().isAlias(current)) {
            return;
        }
        switch (allocation.defined(current)) {
            case Location.InXmm in -> {
                if (in.register() != register) {
                    asm.op(Op.MOVAPD, in.register(), register);
                }
                int spill = allocation.spillSlot(current);
                if (spill != LinearScan.NO_SLOT) {
                    asm.op(Op.MOVSD, slot(spill), in.register());
                }
            }
            case Location.InSlot in -> asm.op(Op.MOVSD, slot(in.slot()), register);
            case Location.InReg in -> throw new IllegalStateException("double result in " + in);
        }
    }

    // ---- moves ----

    /** The move that brings an operand of the current node to a place. */
    Allocation.Move moveOf(Node value, Location to) {
        return new Allocation.Move(value, value.operator().isConstant() ? null : at(value), to);
    }

    void move(List<Allocation.Move> moves) {
        ParallelMove.resolve(
                moves,
                move -> Registers.isFloating(move.value().representation())
                        ? new Location.InXmm(Registers.XMM_SCRATCH_2)
                        : new Location.InReg(Registers.SCRATCH_2),
                this::move);
    }

    private void move(Allocation.Move move) {
        boolean floating = Registers.isFloating(move.value().representation());
        if (move.from() == null) {
            moveConstant(move.value(), move.to());
        } else if (floating) {
            moveFloat(move.from(), move.to());
        } else if (move.to() instanceof Location.InReg to) {
            asm.q(Op.MOV, to.register(), place(move.from()));
        } else if (move.from() instanceof Location.InReg from) {
            asm.q(Op.MOV, place(move.to()), from.register());
        } else {
            asm.q(Op.MOV, Registers.SCRATCH, place(move.from()));
            asm.q(Op.MOV, place(move.to()), Registers.SCRATCH);
        }
    }

    private void moveFloat(Location from, Location to) {
        if (to instanceof Location.InXmm target) {
            asm.op(from instanceof Location.InXmm ? Op.MOVAPD : Op.MOVSD, target.register(), place(from));
        } else if (to instanceof Location.InReg target) {
            asm.emit(from instanceof Location.InXmm ? Op.MOVQ : Op.MOV, null, from instanceof Location.InXmm ? Width.NONE : Width.Q, target.register(), place(from));
        } else if (from instanceof Location.InXmm source) {
            asm.op(Op.MOVSD, place(to), source.register());
        } else {
            asm.op(Op.MOVSD, Registers.XMM_SCRATCH, place(from));
            asm.op(Op.MOVSD, place(to), Registers.XMM_SCRATCH);
        }
    }

    private void moveConstant(Node value, Location to) {
        switch (to) {
            // Not xor: moves on edges may stand between a comparison and its jump.
            case Location.InReg in when value.is(Operator.ConstantInt32) ->
                asm.d(Op.MOV, in.register(), value.intParameter(0));
            case Location.InReg in -> asm.q(Op.MOV, in.register(), constantWord(value));
            case Location.InXmm in -> loadDouble(value.doubleParameter(0), in.register());
            case Location.InSlot in when value.is(Operator.ConstantInt32) ->
                storeWord(slot(in.slot()), Integer.toUnsignedLong(value.intParameter(0)));
            case Location.InSlot in -> storeWord(slot(in.slot()), constantWord(value));
        }
    }

    /** Stores a 64-bit constant. */
    void storeWord(Address target, long word) {
        if (word == (int) word) {
            asm.q(Op.MOV, target, word);
        } else {
            asm.q(Op.MOV, Registers.SCRATCH, word);
            asm.q(Op.MOV, target, Registers.SCRATCH);
        }
    }

    private static Operand place(Location location) {
        return switch (location) {
            case Location.InReg in -> in.register();
            case Location.InXmm in -> in.register();
            case Location.InSlot in -> slot(in.slot());
        };
    }

    /** Stores a value of any representation, in its own bits, to memory. */
    void store(Address target, Node value) {
        if (value.operator().isConstant()) {
            storeWord(target, constantWord(value));
        } else if (Registers.isFloating(value.representation())) {
            asm.op(Op.MOVSD, target, useFloat(value, Registers.XMM_SCRATCH));
        } else {
            asm.q(Op.MOV, target, use(value, Registers.SCRATCH));
        }
    }

    // ---- control ----

    Label label(Block block) {
        return blockLabels.computeIfAbsent(block, b -> asm.label("b" + b.id()));
    }

    /** Code behind the rest; it may refer to operands of the node that is current now. */
    void defer(Runnable code) {
        Node node = current;
        deferred.add(() -> {
            begin(node);
            asm.origin(node.id());
            code.run();
        });
    }

    void emitDeferred() {
        while (!deferred.isEmpty()) {
            deferred.removeFirst().run();
        }
    }

    /** Where the current guard jumps when it fails. */
    Label exit() {
        return exits.guard(current, position, asm);
    }

    void exitIf(Cond cond) {
        asm.jcc(cond, exit());
    }

    /** Where an exception of the current node goes: to the interpreter if something here catches it, else to the caller. */
    Label exceptional() {
        return exits.exceptional(current, position, asm);
    }

    /** Says where the current call stands, for stack walks. */
    void recordSafepoint() {
        asm.d(Op.MOV, Address.at(FP, Frame.PC), exits.safepoint(current));
    }

    /** The window of calls from here: its callee's fp, in slots from fp. */
    int windowSlot() {
        return allocation.frameSlots() + Frame.HEADER;
    }
}
