package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.ArrayList;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Node;
import org.tierscope.ir.Type;
import org.tierscope.machine.Location;
import org.tierscope.machine.MachineConvention;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Emits what makes arrays longer and shorter, and loads of elements whose kind is only known when they run. */
final class ArrayEmitter {
    private final Emission e;
    private final Assembler asm;
    private final CallEmitter calls;

    ArrayEmitter(Emission emission, CallEmitter calls) {
        this.e = emission;
        this.asm = emission.asm;
        this.calls = calls;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case ArrayPush -> push(node);
            case ArrayPop -> pop(node);
            case LoadAnyElement -> loadAny(node);
            case StoreAnyElement -> storeAny(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Of the array in rsi and the value in rdx; the new length is in rax then. */
    private void appendInRuntime() {
        e.input.link(RuntimeFunction.ARRAY_APPEND);
        // The array survives the call in the window's memory, which the callee's frame is above.
        e.recordSafepoint();
        asm.q(Op.MOV, slot(e.windowSlot()), Reg.RSI);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, MachineConvention.runtime(RuntimeFunction.ARRAY_APPEND));
        asm.q(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.ZERO, e.exceptional());
        asm.q(Op.MOV, SCRATCH_2, slot(e.windowSlot()));
        asm.d(Op.MOV, Reg.RAX, Address.at(SCRATCH_2, Layout.ARRAY_LENGTH));
    }

    /** Stores behind the last element where there is room; a value that the kind cannot hold goes to the runtime. */
    private void push(Node node) {
        Label slow = asm.label();
        Label done = asm.label();
        var moves = new ArrayList<Allocation.Move>();
        moves.add(e.moveOf(node.input(0), new Location.InReg(Reg.RSI)));
        moves.add(e.moveOf(node.input(1), new Location.InReg(Reg.RDX)));
        e.move(moves);
        asm.q(Op.MOV, SCRATCH, Address.at(Reg.RSI, Layout.OBJECT_ELEMENTS));
        asm.d(Op.MOV, Reg.RAX, Address.at(Reg.RSI, Layout.ARRAY_LENGTH));
        asm.q(Op.TEST, SCRATCH, SCRATCH);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.CMP, Reg.RAX, Address.at(SCRATCH, Layout.ARRAY_CAPACITY));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        storeByKind(node.input(1).type(), Reg.RDX, Address.at(SCRATCH, Reg.RAX, 8, Layout.ARRAY_DATA), slow);
        asm.d(Op.ADD, Reg.RAX, 1);
        asm.d(Op.MOV, Address.at(Reg.RSI, Layout.ARRAY_LENGTH), Reg.RAX);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            appendInRuntime();
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }

    /** In the order of the runtime's arguments: array, index, value. */
    private void storeAny(Node node) {
        Label slow = asm.label();
        Label done = asm.label();
        var moves = new ArrayList<Allocation.Move>();
        moves.add(e.moveOf(node.input(0), new Location.InReg(Reg.RSI)));
        moves.add(e.moveOf(node.input(1), new Location.InReg(Reg.RDX)));
        moves.add(e.moveOf(node.input(2), new Location.InReg(Reg.RCX)));
        e.move(moves);
        asm.d(Op.MOV, Reg.RDX, Reg.RDX);
        asm.q(Op.MOV, SCRATCH, Address.at(Reg.RSI, Layout.OBJECT_ELEMENTS));
        storeByKind(node.input(2).type(), Reg.RCX, Address.at(SCRATCH, Reg.RDX, 8, Layout.ARRAY_DATA), slow);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            asm.q(Op.OR, Reg.RDX, INT_TAG);
            asm.d(Op.MOV, Reg.R8, node.boolParameter(0) ? 1 : 0);
            asm.d(Op.MOV, Reg.R9, 0);
            calls.withArgumentsInPlace(RuntimeFunction.SET_ELEMENT);
            asm.jmp(done);
        });
    }

    /**
     * Stores a value as the array in rsi, whose elements are in SCRATCH, holds its elements; goes to {@code slow} where the array
     * has to change its kind first. Overwrites SCRATCH_2.
     */
    private void storeByKind(Type type, Reg value, Address element, Label slow) {
        Label store = asm.label();
        Label stored = asm.label();
        asm.d(Op.MOVZX8, SCRATCH_2, Address.at(Reg.RSI, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, SCRATCH_2, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.ABOVE_EQUAL, store);
        if (type.mayBe(Type.NUMBER)) {
            Label doubles = asm.label();
            asm.d(Op.CMP, SCRATCH_2, ElementsKind.DOUBLE.ordinal());
            asm.jcc(Cond.ABOVE_EQUAL, doubles);
            if (!type.isInt32()) {
                asm.q(Op.CMP, value, INT_TAG);
                asm.jcc(Cond.BELOW, slow);
            }
            e.defer(() -> {
                asm.bind(doubles);
                storeNumber(value, element, slow);
                asm.jmp(stored);
            });
        } else {
            asm.jmp(slow);
        }
        asm.bind(store);
        asm.q(Op.MOV, element, value);
        asm.bind(stored);
    }

    /** Stores a boxed number as a raw double; overwrites SCRATCH_2. */
    private void storeNumber(Reg value, Address target, Label notNumber) {
        Label isDouble = asm.label();
        Label stored = asm.label();
        asm.q(Op.TEST, value, INT_TAG);
        asm.jcc(Cond.ZERO, notNumber);
        asm.q(Op.CMP, value, INT_TAG);
        asm.jcc(Cond.BELOW, isDouble);
        asm.op(Op.XORPS, Registers.XMM_SCRATCH, Registers.XMM_SCRATCH);
        asm.d(Op.CVTSI2SD, Registers.XMM_SCRATCH, value);
        asm.op(Op.MOVSD, target, Registers.XMM_SCRATCH);
        asm.jmp(stored);
        asm.bind(isDouble);
        // Boxed as bits + 2^49, and minus 2^49 is the int tag.
        asm.q(Op.MOV, SCRATCH_2, value);
        asm.q(Op.ADD, SCRATCH_2, INT_TAG);
        asm.q(Op.MOV, target, SCRATCH_2);
        asm.bind(stored);
    }

    private void pop(Node node) {
        Label empty = asm.label();
        Label doubles = asm.label();
        Label done = asm.label();
        Reg array = e.use(node.input(0), SCRATCH);
        asm.d(Op.MOV, SCRATCH_2, Address.at(array, Layout.ARRAY_LENGTH));
        asm.d(Op.SUB, SCRATCH_2, 1);
        asm.jcc(Cond.BELOW, empty);
        asm.d(Op.MOV, Address.at(array, Layout.ARRAY_LENGTH), SCRATCH_2);
        loadByKind(array, doubles);
        asm.q(Op.CMP, SCRATCH, Value.EMPTY);
        asm.jcc(Cond.EQUAL, empty);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(doubles);
            loadBoxedDouble(array, empty);
            asm.jmp(done);
            asm.bind(empty);
            asm.q(Op.MOV, SCRATCH, Value.UNDEFINED);
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }

    private void loadAny(Node node) {
        Label doubles = asm.label();
        Label done = asm.label();
        Reg index = e.use(node.input(1), SCRATCH_2);
        asm.d(Op.MOV, SCRATCH_2, index);
        Reg array = e.use(node.input(0), SCRATCH);
        loadByKind(array, doubles);
        asm.q(Op.CMP, SCRATCH, Value.EMPTY);
        e.exitIf(Cond.EQUAL);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(doubles);
            loadBoxedDouble(array, e.exit());
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }

    /** The word at index SCRATCH_2 into SCRATCH, which {@code array} may be; goes to {@code doubles} where they are raw. */
    private void loadByKind(Reg array, Label doubles) {
        asm.b(Op.CMP, Address.at(array, Layout.ELEMENTS_KIND), ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.b(Op.CMP, Address.at(array, Layout.ELEMENTS_KIND), ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.q(Op.MOV, SCRATCH, Address.at(array, Layout.OBJECT_ELEMENTS));
        asm.q(Op.MOV, SCRATCH, Address.at(SCRATCH, SCRATCH_2, 8, Layout.ARRAY_DATA));
    }

    private void loadBoxedDouble(Reg array, Label hole) {
        asm.q(Op.MOV, SCRATCH, Address.at(array, Layout.OBJECT_ELEMENTS));
        asm.q(Op.MOV, SCRATCH, Address.at(SCRATCH, SCRATCH_2, 8, Layout.ARRAY_DATA));
        asm.q(Op.MOV, SCRATCH_2, Layout.HOLE_BITS);
        asm.q(Op.CMP, SCRATCH, SCRATCH_2);
        asm.jcc(Cond.EQUAL, hole);
        asm.q(Op.SUB, SCRATCH, INT_TAG);
    }
}
