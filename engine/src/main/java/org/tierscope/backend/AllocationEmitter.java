package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Node;
import org.tierscope.machine.MachineConvention;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * Emits allocations: the next cell of the run of free memory that the heap has handed out for the size, and the runtime where
 * that is used up. No register survives them.
 */
final class AllocationEmitter {
    private final Emission e;
    private final Assembler asm;
    private final CallEmitter calls;
    private final DoubleBoxes boxes;

    AllocationEmitter(Emission emission, CallEmitter calls, DoubleBoxes boxes) {
        this.boxes = boxes;
        this.e = emission;
        this.asm = emission.asm;
        this.calls = calls;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case NewObject -> newObject(node);
            case NewArray -> newArray(node);
            case NewContext -> newContext(node);
            case NewClosure -> newClosure(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The object's slots keep the zero words of fresh memory: nothing reads one before it is stored. */
    private void newObject(Node node) {
        int shape = node.intParameter(0);
        Label slow = asm.label();
        Label done = asm.label();
        allocate(e.input.objectSize(shape), slow);
        e.storeWord(Address.at(Reg.RAX), e.input.objectHeader(shape));
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            calls.runtime(RuntimeFunction.NEW_OBJECT, List.of(), shape);
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }

    private void newContext(Node node) {
        int slots = node.intParameter(0);
        Label slow = asm.label();
        Label done = asm.label();
        e.load(node.input(0), Reg.RSI);
        allocate(Layout.CONTEXT_SLOTS + 8 * slots, slow);
        e.storeWord(Address.at(Reg.RAX), Heap.header(CellType.CONTEXT.code(), CellType.CONTEXT, 0));
        asm.q(Op.MOV, Address.at(Reg.RAX, Layout.CONTEXT_SLOT_COUNT), slots);
        // A function that closed over nothing has 0 as its context, which is what ends a chain.
        asm.q(Op.MOV, Address.at(Reg.RAX, Layout.CONTEXT_PARENT), Reg.RSI);
        for (int i = 0; i < slots; i++) {
            asm.q(Op.MOV, Address.at(Reg.RAX, Layout.CONTEXT_SLOTS + 8L * i), Value.EMPTY);
        }
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            asm.q(Op.MOV, Reg.RDX, slots);
            calls.withArgumentsInPlace(RuntimeFunction.CREATE_CONTEXT);
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }

    /** Takes a cell of at least {@code bytes} bytes, zero from end to end, into rax; overwrites SCRATCH only. */
    void allocate(int bytes, Label slow) {
        if (bytes > SizeClasses.MAX_SMALL) {
            asm.jmp(slow);
            return;
        }
        int sizeClass = SizeClasses.of(bytes);
        int cursor = VmState.ALLOCATION + sizeClass * VmState.ALLOCATION_STRIDE;
        asm.q(Op.MOV, Reg.RAX, MachineConvention.state(cursor));
        asm.q(Op.LEA, SCRATCH, Address.at(Reg.RAX, SizeClasses.size(sizeClass)));
        asm.q(Op.CMP, SCRATCH, MachineConvention.state(cursor + 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, MachineConvention.state(cursor), SCRATCH);
    }

    /** The elements wait in the window's memory: for the runtime, and because no register survives. */
    private void newArray(Node node) {
        int shape = node.intParameter(0);
        ElementsKind kind = (ElementsKind) node.parameter(1);
        int count = node.inputCount();
        int first = e.windowSlot();
        for (int i = 0; i < count; i++) {
            if (kind.isDouble() && !node.input(i).operator().isConstant()) {
                storeCanonical(slot(first + i), node.input(i));
            } else {
                e.store(slot(first + i), node.input(i));
            }
        }
        Label slow = asm.label();
        Label done = asm.label();
        if (count > 0) {
            int bytes = Layout.ARRAY_DATA + 8 * count;
            int capacity = bytes > SizeClasses.MAX_SMALL ? 0 : SizeClasses.roundUp(bytes) - Layout.ARRAY_DATA >> 3;
            CellType type = kind.isDouble() ? CellType.ELEMENTS_DOUBLE : CellType.ELEMENTS;
            allocate(bytes, slow);
            asm.q(Op.MOV, Reg.RCX, Reg.RAX);
            allocate(e.input.objectSize(shape), slow);
            e.storeWord(Address.at(Reg.RCX), Heap.header(type.code(), type, 0));
            asm.d(Op.MOV, Address.at(Reg.RCX, Layout.ARRAY_CAPACITY), capacity);
            for (int i = 0; i < count; i++) {
                asm.q(Op.MOV, SCRATCH, slot(first + i));
                asm.q(Op.MOV, Address.at(Reg.RCX, Layout.ARRAY_DATA + 8L * i), SCRATCH);
            }
        } else {
            allocate(e.input.objectSize(shape), slow);
        }
        long header = e.input.objectHeader(shape);
        e.storeWord(Address.at(Reg.RAX), count == 0 ? header : header | (long) kind.ordinal() << 8 * Layout.ELEMENTS_KIND);
        if (count > 0) {
            asm.q(Op.MOV, Address.at(Reg.RAX, Layout.OBJECT_ELEMENTS), Reg.RCX);
            asm.d(Op.MOV, Address.at(Reg.RAX, Layout.ARRAY_LENGTH), count);
        }
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            calls.runtime(RuntimeFunction.NEW_ARRAY, List.of(), first, count, shape, kind.ordinal());
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }

    private void storeCanonical(Address target, Node value) {
        Label ordered = asm.label();
        Xmm number = e.useFloat(value, Registers.XMM_SCRATCH);
        asm.op(Op.MOVSD, target, number);
        if (!boxes.mayBeOtherNan(value)) {
            return;
        }
        asm.op(Op.UCOMISD, number, number);
        asm.jcc(Cond.NO_PARITY, ordered);
        e.storeWord(target, Value.CANONICAL_NAN_BITS);
        asm.bind(ordered);
    }

    private void newClosure(Node node) {
        FunctionInfo function = e.input.function(node.intParameter(0));
        Label slow = asm.label();
        Label done = asm.label();
        e.load(node.input(0), Reg.RDX);
        long header = e.input.closureHeader(function);
        if (header == 0) {
            asm.jmp(slow);
        } else {
            allocate(e.input.objectSize((int) header), slow);
            e.storeWord(Address.at(Reg.RAX), header);
            asm.d(Op.MOV, Address.at(Reg.RAX, Layout.FUNCTION_ID), function.id());
            asm.q(Op.MOV, Address.at(Reg.RAX, Layout.FUNCTION_CONTEXT), Reg.RDX);
            e.storeWord(Address.at(Reg.RAX, Layout.FUNCTION_CELL), function.cell());
        }
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            asm.q(Op.MOV, Reg.RSI, function.id());
            calls.withArgumentsInPlace(RuntimeFunction.CREATE_CLOSURE);
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }
}
