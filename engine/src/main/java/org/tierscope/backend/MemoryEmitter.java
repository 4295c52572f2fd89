package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.backend.Registers.XMM_SCRATCH;
import static org.tierscope.backend.Registers.XMM_SCRATCH_2;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.slot;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Width;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.machine.Location;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Emits loads and stores of objects, arrays, typed arrays and the frame. */
final class MemoryEmitter {
    private final Emission e;
    private final Assembler asm;
    private final DoubleBoxes boxes;

    MemoryEmitter(Emission emission, DoubleBoxes boxes) {
        this.boxes = boxes;
        this.e = emission;
        this.asm = emission.asm;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case Parameter -> parameter(node);
            case LoadRegister -> load(slot(node.intParameter(0)));
            case LoadField -> load(Address.at(e.use(node.input(0), SCRATCH), node.intParameter(0)));
            case StoreField -> storeWord(Address.at(e.use(node.input(0), SCRATCH_2), node.intParameter(0)), node.input(1));
            case StoreShape ->
                asm.d(Op.MOV, Address.at(e.use(node.input(0), SCRATCH), Layout.SHAPE), node.intParameter(0));
            case LoadSlots -> load(Address.at(e.use(node.input(0), SCRATCH), Layout.OBJECT_SLOTS));
            case LoadElements -> load(Address.at(e.use(node.input(0), SCRATCH), Layout.OBJECT_ELEMENTS));
            case LoadArrayLength -> load32(Address.at(e.use(node.input(0), SCRATCH), Layout.ARRAY_LENGTH));
            case LoadStringLength -> load32(Address.at(e.use(node.input(0), SCRATCH), Layout.STRING_LENGTH));
            case LoadElement -> load(element(node, 8, Layout.ARRAY_DATA));
            case LoadElementFloat64 -> loadFloat(element(node, 8, Layout.ARRAY_DATA));
            case StoreElement -> {
                Address target = element(node, 8, Layout.ARRAY_DATA);
                storeWord(target, node.input(2));
            }
            case StoreElementFloat64 -> storeDouble(node);
            case LoadTypedData -> load(Address.at(e.use(node.input(0), SCRATCH), Layout.TYPED_DATA));
            case LoadTypedLength -> typedLength(node);
            case LoadTypedInt32 -> loadTypedInt32(node);
            case LoadTypedFloat64 -> loadTypedFloat64(node);
            case StoreTypedInt32 -> storeTypedInt32(node);
            case StoreTypedFloat64 -> storeTypedFloat64(node);
            case ClampFloat64 -> clamp(node);
            case SelectObject -> selectObject(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void parameter(Node node) {
        // One that stays in its own frame slot is there already.
        int home = node.intParameter(0);
        if (e.allocation.defined(node) instanceof Location.InReg in) {
            asm.q(Op.MOV, in.register(), slot(home));
            int spill = e.allocation.spillSlot(node);
            if (spill != LinearScan.NO_SLOT && spill != home) {
                asm.q(Op.MOV, slot(spill), in.register());
            }
        } else if (e.allocation.spillSlot(node) != home) {
            asm.q(Op.MOV, SCRATCH, slot(home));
            asm.q(Op.MOV, slot(e.allocation.spillSlot(node)), SCRATCH);
        }
    }

    private void load(Address from) {
        Reg result = e.result();
        asm.q(Op.MOV, result, from);
        e.define(result);
    }

    private void load32(Address from) {
        Reg result = e.result();
        asm.d(Op.MOV, result, from);
        e.define(result);
    }

    private void loadFloat(Address from) {
        Xmm result = e.floatResult();
        asm.op(Op.MOVSD, result, from);
        e.define(result);
    }

    /** The address of storage (operand 0) plus index (operand 1); may use {@link Registers#SCRATCH_2}. */
    private Address element(Node node, int scale, int offset) {
        return e.element(node.input(0), node.input(1), scale, offset);
    }

    /** Stores a word; the address does not use {@link Registers#SCRATCH}. */
    private void storeWord(Address target, Node value) {
        if (e.fusion.isFused(value)) {
            boxes.store(target, value.input(0));
        } else {
            e.store(target, value);
        }
    }

    private void storeDouble(Node node) {
        Node number = node.input(2);
        Xmm value = e.useFloat(number, XMM_SCRATCH);
        Address target = element(node, 8, Layout.ARRAY_DATA);
        if (boxes.mayBeOtherNan(number)) {
            storeUnlessNan(value, target, () -> e.storeWord(target, Value.CANONICAL_NAN_BITS));
        } else {
            asm.op(Op.MOVSD, target, value);
        }
    }

    /** Stores a double, or does {@code nan}; the address does not use {@link Registers#SCRATCH}. */
    private void storeUnlessNan(Xmm value, Address target, Runnable nan) {
        Label isNan = asm.label();
        Label done = asm.label();
        asm.op(Op.UCOMISD, value, value);
        asm.jcc(Cond.PARITY, isNan);
        asm.op(Op.MOVSD, target, value);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(isNan);
            nan.run();
            asm.jmp(done);
        });
    }

    private void typedLength(Node node) {
        Label done = asm.label();
        Reg object = e.use(node.input(0), SCRATCH);
        asm.q(Op.MOV, SCRATCH_2, Address.at(object, Layout.TYPED_LENGTH));
        asm.q(Op.CMP, SCRATCH_2, Integer.MAX_VALUE);
        asm.jcc(Cond.BELOW_EQUAL, done);
        asm.d(Op.MOV, SCRATCH_2, Integer.MAX_VALUE);
        asm.bind(done);
        e.define(SCRATCH_2);
    }

    private static ElementsKind kind(Node node) {
        return (ElementsKind) node.parameter(0);
    }

    private static int size(ElementsKind kind) {
        return switch (kind) {
            case INT8, UINT8, UINT8_CLAMPED -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case FLOAT64 -> 8;
            default -> throw new IllegalArgumentException("no typed elements of kind " + kind);
        };
    }

    private void loadTypedInt32(Node node) {
        ElementsKind kind = kind(node);
        Address from = element(node, size(kind), 0);
        Reg result = e.result();
        switch (kind) {
            case INT8 -> asm.d(Op.MOVSX8, result, from);
            case UINT8, UINT8_CLAMPED -> asm.d(Op.MOVZX8, result, from);
            case INT16 -> asm.d(Op.MOVSX16, result, from);
            case UINT16 -> asm.d(Op.MOVZX16, result, from);
            default -> asm.d(Op.MOV, result, from);
        }
        e.define(result);
    }

    private void loadTypedFloat64(Node node) {
        ElementsKind kind = kind(node);
        Address from = element(node, size(kind), 0);
        Xmm result = e.floatResult();
        if (kind == ElementsKind.UINT32) {
            asm.d(Op.MOV, SCRATCH, from);
            asm.op(Op.XORPS, result, result);
            asm.q(Op.CVTSI2SD, result, SCRATCH);
            e.define(result);
            return;
        }
        if (kind == ElementsKind.FLOAT32) {
            asm.op(Op.XORPS, result, result);
            asm.op(Op.CVTSS2SD, result, from);
        } else {
            asm.op(Op.MOVSD, result, from);
        }
        e.define(result);
    }

    private void storeTypedInt32(Node node) {
        ElementsKind kind = kind(node);
        Node value = node.input(2);
        Address target = element(node, size(kind), 0);
        if (value.is(Operator.ConstantInt32)) {
            int constant = value.intParameter(0);
            switch (size(kind)) {
                case 1 -> asm.b(Op.MOV, target, (byte) constant);
                case 2 -> asm.w(Op.MOV, target, (short) constant);
                default -> asm.d(Op.MOV, target, constant);
            }
            return;
        }
        Reg register;
        if (e.at(value) instanceof Location.InReg in) {
            register = in.register();
        } else {
            asm.d(Op.MOV, SCRATCH, e.operand(value));
            register = SCRATCH;
        }
        asm.emit(Op.MOV, null, size(kind) == 1 ? Width.B : size(kind) == 2 ? Width.W : Width.D, target, register);
    }

    /** Typed arrays have the NaN that Java has, whatever its bits were. */
    private void storeTypedFloat64(Node node) {
        Node number = node.input(2);
        Xmm value = e.useFloat(number, XMM_SCRATCH);
        Address target = element(node, size(kind(node)), 0);
        if (kind(node) == ElementsKind.FLOAT32) {
            Label ordered = asm.label();
            asm.op(Op.CVTSD2SS, XMM_SCRATCH_2, value);
            asm.op(Op.MOVSS, target, XMM_SCRATCH_2);
            if (!OtherNans.isNumber(number)) {
                Label nan = asm.label();
                asm.op(Op.UCOMISS, XMM_SCRATCH_2, XMM_SCRATCH_2);
                asm.jcc(Cond.PARITY, nan);
                asm.bind(ordered);
                e.defer(() -> {
                    asm.bind(nan);
                    asm.d(Op.MOV, target, Float.floatToIntBits(Float.NaN));
                    asm.jmp(ordered);
                });
            }
        } else if (OtherNans.isNumber(number)) {
            asm.op(Op.MOVSD, target, value);
        } else {
            storeUnlessNan(value, target, () -> e.storeWord(target, Double.doubleToLongBits(Double.NaN)));
        }
    }

    /** ToUint8Clamp: NaN and negatives give 0, ties go to even as cvtsd2si rounds. */
    private void clamp(Node node) {
        Label done = asm.label();
        Label small = asm.label();
        Xmm value = e.useFloat(node.input(0), XMM_SCRATCH_2);
        asm.op(Op.XORPS, XMM_SCRATCH, XMM_SCRATCH);
        asm.d(Op.MOV, SCRATCH, 0);
        asm.op(Op.UCOMISD, value, XMM_SCRATCH);
        asm.jcc(Cond.PARITY, done);
        asm.jcc(Cond.BELOW_EQUAL, done);
        asm.op(Op.UCOMISD, value, asm.literal(Double.doubleToRawLongBits(255)));
        asm.jcc(Cond.BELOW, small);
        asm.d(Op.MOV, SCRATCH, 255);
        asm.jmp(done);
        asm.bind(small);
        asm.d(Op.CVTSD2SI, SCRATCH, value);
        asm.bind(done);
        e.define(SCRATCH);
    }

    private void selectObject(Node node) {
        Label useThis = asm.label();
        Label done = asm.label();
        e.load(node.input(0), SCRATCH);
        asm.q(Op.TEST, SCRATCH, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, useThis);
        asm.b(Op.CMP, Address.at(SCRATCH, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.ABOVE_EQUAL, done);
        asm.bind(useThis);
        e.load(node.input(1), SCRATCH);
        asm.bind(done);
        e.define(SCRATCH);
    }
}
