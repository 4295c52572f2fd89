package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.backend.Registers.XMM_SCRATCH;
import static org.tierscope.backend.Registers.XMM_SCRATCH_2;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.state;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Node;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** Emits changes of representation and guards. */
final class ConversionEmitter {
    private static final int BOOLEAN_BITS = 1;

    private final Emission e;
    private final Assembler asm;
    private final ConditionEmitter conditions;
    private final DoubleBoxes boxes;

    ConversionEmitter(Emission emission, ConditionEmitter conditions, DoubleBoxes boxes) {
        this.boxes = boxes;
        this.e = emission;
        this.asm = emission.asm;
        this.conditions = conditions;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case BoxInt32 -> {
                Reg value = e.use(node.input(0), SCRATCH);
                Reg result = e.result();
                if (result == value) {
                    asm.q(Op.OR, result, INT_TAG);
                } else {
                    asm.q(Op.LEA, result, Address.at(value, INT_TAG, 1, 0));
                }
                e.define(result);
            }
            case BoxFloat64 -> boxes.box(node);
            case BoxBool -> {
                Reg result = e.result();
                asm.d(Op.LEA, result, Address.at(e.use(node.input(0), SCRATCH), Value.FALSE));
                e.define(result);
            }
            case UnboxInt32 -> {
                Reg result = e.result();
                Node word = node.input(0);
                asm.d(Op.MOV, result, word.operator().isConstant() ? e.use(word, SCRATCH) : e.operand(word));
                e.define(result);
            }
            case UnboxNumber -> boxes.unbox(node.input(0), null);
            case UnboxBool -> unboxBool(e.use(node.input(0), SCRATCH));
            case Int32ToFloat64 -> {
                Xmm result = e.floatResult();
                asm.op(Op.XORPS, result, result);
                asm.d(Op.CVTSI2SD, result, e.use(node.input(0), SCRATCH));
                e.define(result);
            }
            case Uint32ToFloat64 -> {
                Xmm result = e.floatResult();
                asm.d(Op.MOV, SCRATCH, e.use(node.input(0), SCRATCH));
                asm.op(Op.XORPS, result, result);
                asm.q(Op.CVTSI2SD, result, SCRATCH);
                e.define(result);
            }
            case TruncateFloat64 -> truncate(node);
            case BoolToInt32 -> {
                Reg result = e.result();
                asm.d(Op.MOV, result, e.use(node.input(0), SCRATCH));
                e.define(result);
            }
            case CheckInt32 -> {
                Reg value = e.use(node.input(0), SCRATCH);
                Reg result = e.result();
                asm.q(Op.CMP, value, INT_TAG);
                e.exitIf(Cond.BELOW);
                asm.d(Op.MOV, result, value);
                e.define(result);
            }
            case CheckNumber -> boxes.unbox(node.input(0), e.exit());
            case CheckBoolean -> {
                Reg value = e.use(node.input(0), SCRATCH);
                asm.q(Op.MOV, SCRATCH_2, value);
                asm.q(Op.AND, SCRATCH_2, ~BOOLEAN_BITS);
                asm.q(Op.CMP, SCRATCH_2, Value.FALSE);
                e.exitIf(Cond.NOT_EQUAL);
                unboxBool(value);
            }
            case CheckFloat64IsInt32 -> exactInt32(node);
            case CheckNotNegative -> {
                Reg value = e.use(node.input(0), SCRATCH);
                asm.d(Op.TEST, value, value);
                e.exitIf(Cond.SIGN);
                e.define(value);
            }
            case CheckIndex -> checkIndex(node);
            case CheckString -> {
                Reg value = cell(node);
                asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.CELL_TYPE));
                asm.d(Op.SUB, SCRATCH_2, CellType.STRING_LATIN1.code());
                asm.d(Op.CMP, SCRATCH_2, CellType.STRING_ROPE.code() - CellType.STRING_LATIN1.code());
                e.exitIf(Cond.ABOVE);
                e.define(value);
            }
            case CheckObject -> {
                Reg value = cell(node);
                asm.b(Op.CMP, Address.at(value, Layout.CELL_TYPE), CellType.OBJECT.code());
                e.exitIf(Cond.BELOW);
                e.define(value);
            }
            case CheckShape -> {
                Reg value = cell(node);
                oneOf(Address.at(value, Layout.SHAPE), node.<Integer>listParameter(0));
                e.define(value);
            }
            case CheckFunction -> {
                Reg value = cell(node);
                asm.b(Op.CMP, Address.at(value, Layout.CELL_TYPE), CellType.FUNCTION.code());
                e.exitIf(Cond.NOT_EQUAL);
                asm.d(Op.CMP, Address.at(value, Layout.FUNCTION_ID), node.intParameter(0));
                e.exitIf(Cond.NOT_EQUAL);
                e.define(value);
            }
            case CheckValue -> {
                conditions.compareWord(node.input(0), node.wordParameter(0));
                e.exitIf(Cond.NOT_EQUAL);
                checkedValue(node);
            }
            case CheckElementsKind -> checkElementsKind(node);
            case CheckFlags -> {
                Reg value = e.use(node.input(0), SCRATCH);
                asm.b(Op.TEST, Address.at(value, Layout.FLAGS), (byte) node.intParameter(0));
                e.exitIf(Cond.NOT_ZERO);
                e.define(value);
            }
            case Refine -> {
                if (Registers.isFloating(node.representation())) {
                    e.define(e.useFloat(node.input(0), XMM_SCRATCH));
                } else {
                    e.define(e.use(node.input(0), SCRATCH));
                }
            }
            case CheckBounds -> {
                Reg index = e.use(node.input(0), SCRATCH);
                e.alu32(Op.CMP, index, node.input(1));
                e.exitIf(Cond.ABOVE_EQUAL);
                e.define(index);
            }
            case CheckNotEmpty -> {
                Reg value = e.use(node.input(0), SCRATCH);
                asm.q(Op.CMP, value, Value.EMPTY);
                e.exitIf(Cond.EQUAL);
                e.define(value);
            }
            case CheckNotHoleFloat64 -> {
                Xmm value = e.useFloat(node.input(0), XMM_SCRATCH);
                asm.op(Op.MOVQ, SCRATCH, value);
                asm.q(Op.MOV, SCRATCH_2, Layout.HOLE_BITS);
                asm.q(Op.CMP, SCRATCH, SCRATCH_2);
                e.exitIf(Cond.EQUAL);
                e.define(value);
            }
            case CheckValidity -> {
                asm.q(Op.MOV, SCRATCH, node.wordParameter(0));
                asm.d(Op.CMP, Address.at(SCRATCH), 0);
                e.exitIf(Cond.EQUAL);
            }
            case CheckTrue -> conditions.jumpUnless(node.input(0), e.exit());
            case CheckInterrupt -> {
                asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
                e.exitIf(Cond.NOT_EQUAL);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A value that was compared where it lies in memory is the constant that it was compared with. */
    private void checkedValue(Node node) {
        if (e.fusion.isFused(node.input(0)) || node.input(0).operator().isConstant()) {
            Reg result = e.result();
            asm.q(Op.MOV, result, node.wordParameter(0));
            e.define(result);
        } else {
            e.define(e.use(node.input(0), SCRATCH));
        }
    }

    /** The operand in a register, known to be a cell from here on. */
    private Reg cell(Node node) {
        Reg value = e.use(node.input(0), SCRATCH);
        if (!node.input(0).type().isCell()) {
            asm.q(Op.TEST, value, NOT_CELL_MASK);
            e.exitIf(Cond.NOT_ZERO);
        }
        return value;
    }

    private void oneOf(Address word, List<Integer> allowed) {
        if (allowed.size() == 1) {
            asm.d(Op.CMP, word, allowed.getFirst());
            e.exitIf(Cond.NOT_EQUAL);
            return;
        }
        Label fits = asm.label();
        asm.d(Op.MOV, SCRATCH_2, word);
        for (int i = 0; i < allowed.size() - 1; i++) {
            asm.d(Op.CMP, SCRATCH_2, allowed.get(i));
            asm.jcc(Cond.EQUAL, fits);
        }
        asm.d(Op.CMP, SCRATCH_2, allowed.getLast());
        e.exitIf(Cond.NOT_EQUAL);
        asm.bind(fits);
    }

    private void checkElementsKind(Node node) {
        Reg value = e.use(node.input(0), SCRATCH);
        List<ElementsKind> kinds = node.listParameter(0);
        if (kinds.size() == 1) {
            asm.b(Op.CMP, Address.at(value, Layout.ELEMENTS_KIND), kinds.getFirst().ordinal());
            e.exitIf(Cond.NOT_EQUAL);
        } else {
            long mask = 0;
            for (ElementsKind kind : kinds) {
                mask |= 1L << kind.ordinal();
            }
            asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.ELEMENTS_KIND));
            asm.d(Op.BT, asm.literal(mask), SCRATCH_2);
            e.exitIf(Cond.NO_CARRY);
        }
        e.define(value);
    }

    private void unboxBool(Reg value) {
        Reg result = e.result();
        asm.d(Op.MOV, result, value);
        asm.d(Op.AND, result, BOOLEAN_BITS);
        e.define(result);
    }

    private void exactInt32(Node node) {
        Reg result = e.result();
        Label zero = asm.label();
        Label done = asm.label();
        Xmm value = e.useFloat(node.input(0), XMM_SCRATCH_2);
        asm.d(Op.CVTTSD2SI, result, value);
        asm.op(Op.XORPS, XMM_SCRATCH, XMM_SCRATCH);
        asm.d(Op.CVTSI2SD, XMM_SCRATCH, result);
        asm.op(Op.UCOMISD, XMM_SCRATCH, value);
        e.exitIf(Cond.NOT_EQUAL);
        e.exitIf(Cond.PARITY);
        asm.d(Op.TEST, result, result);
        asm.jcc(Cond.ZERO, zero);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(zero);
            asm.op(Op.MOVQ, SCRATCH_2, value);
            asm.q(Op.TEST, SCRATCH_2, SCRATCH_2);
            e.exitIf(Cond.SIGN);
            asm.jmp(done);
        });
        e.define(result);
    }

    private void checkIndex(Node node) {
        Reg value = e.use(node.input(0), SCRATCH);
        Reg result = e.result(SCRATCH_2);
        Label isDouble = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, value, INT_TAG);
        asm.jcc(Cond.BELOW, isDouble);
        asm.d(Op.MOV, result, value);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(isDouble);
            asm.q(Op.TEST, value, INT_TAG);
            e.exitIf(Cond.ZERO);
            asm.q(Op.MOV, SCRATCH_2, value);
            asm.q(Op.ADD, SCRATCH_2, INT_TAG);
            asm.op(Op.MOVQ, XMM_SCRATCH, SCRATCH_2);
            asm.d(Op.CVTTSD2SI, result, XMM_SCRATCH);
            asm.op(Op.XORPS, XMM_SCRATCH_2, XMM_SCRATCH_2);
            asm.d(Op.CVTSI2SD, XMM_SCRATCH_2, result);
            asm.op(Op.UCOMISD, XMM_SCRATCH, XMM_SCRATCH_2);
            e.exitIf(Cond.NOT_EQUAL);
            e.exitIf(Cond.PARITY);
            asm.jmp(done);
        });
        e.define(result);
    }

    /** ToInt32: the processor's conversion where it is exact, else the mantissa shifted by the exponent. */
    private void truncate(Node node) {
        Label large = asm.label();
        Label done = asm.label();
        Xmm value = e.useFloat(node.input(0), XMM_SCRATCH_2);
        asm.q(Op.CVTTSD2SI, SCRATCH, value);
        // What does not fit 64 bits gives INT64_MIN, the only number that overflows when 1 is subtracted.
        asm.q(Op.CMP, SCRATCH, 1);
        asm.jcc(Cond.OVERFLOW, large);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(large);
            Label zero = asm.label();
            Label positive = asm.label();
            asm.op(Op.MOVQ, SCRATCH, value);
            asm.q(Op.MOV, SCRATCH_2, SCRATCH);
            asm.q(Op.SHR, SCRATCH_2, 52);
            asm.d(Op.AND, SCRATCH_2, 0x7FF);
            // At least 2^63: the mantissa's lowest bit counts 2^(exponent - 1075), 11 or more.
            asm.d(Op.SUB, SCRATCH_2, 1075);
            asm.d(Op.CMP, SCRATCH_2, 31);
            asm.jcc(Cond.ABOVE, zero);
            asm.q(Op.XCHG, SCRATCH_2, Reg.RCX);
            asm.d(Op.SHL, SCRATCH, Reg.RCX);
            asm.q(Op.XCHG, SCRATCH_2, Reg.RCX);
            asm.op(Op.MOVMSKPD, SCRATCH_2, value);
            asm.d(Op.AND, SCRATCH_2, 1);
            asm.jcc(Cond.ZERO, positive);
            asm.d(Op.NEG, SCRATCH);
            asm.bind(positive);
            asm.jmp(done);
            asm.bind(zero);
            asm.d(Op.XOR, SCRATCH, SCRATCH);
            asm.jmp(done);
        });
        // The upper half has bits of the 64-bit conversion.
        Reg result = e.result();
        asm.d(Op.MOV, result, SCRATCH);
        e.define(result);
    }
}
