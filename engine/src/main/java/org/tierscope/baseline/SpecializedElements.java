package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Elements at int32 indices within bounds, of arrays and typed arrays of which the cache has seen one shape and elements kind. */
final class SpecializedElements {
    private static final Address WORD = at(RSI, RDX, 8, Layout.ARRAY_DATA);

    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;

    SpecializedElements(CodeEmitter emitter, KnownOperands operands) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        this.operands = operands;
    }

    /** Emits the current instruction's code; false, with nothing emitted, where there is no special case. */
    boolean emit(Opcode opcode) {
        if (opcode != Opcode.GET_ELEMENT && opcode != Opcode.SET_ELEMENT || !isMonomorphic()) {
            return false;
        }
        ElementsKind kind = ElementsKind.of(entryByte(FeedbackLayout.ELEMENT_ELEMENTS_KIND));
        boolean isArray = entryByte(FeedbackLayout.ELEMENT_CELL_TYPE) == CellType.ARRAY.code();
        boolean arrayKind = kind.isBoxed() || kind.isDouble();
        boolean typedKind = kind.ordinal() >= ElementsKind.INT8.ordinal() && kind.ordinal() <= ElementsKind.FLOAT64.ordinal();
        if (isArray ? !arrayKind : !typedKind) {
            return false;
        }
        return opcode == Opcode.GET_ELEMENT ? get(kind, isArray) : set(kind, isArray);
    }

    private boolean isMonomorphic() {
        return operands.feedbackByte(FeedbackLayout.CACHE_STATE) == 1
                && (operands.feedbackByte(FeedbackLayout.ELEMENT_KEYS) & TypeBits.INT32) != 0;
    }

    private int entryByte(int field) {
        return operands.feedbackByte(FeedbackLayout.ELEMENT_ENTRIES + field);
    }

    /** Receiver and index are what they have been: rsi = address of the elements, rdx = index, for {@code WORD} or a typed element. */
    private Reg locate(int receiver, ElementsKind kind, boolean isArray) {
        int shape = operands.feedbackInt(FeedbackLayout.ELEMENT_ENTRIES + FeedbackLayout.ELEMENT_SHAPE);
        Reg object = operands.cellOfShape(receiver, shape);
        Known.Fact fact = operands.fact(receiver);
        if (!fact.hasElementsKind(kind.ordinal())) {
            asm.b(Op.CMP, at(object, Layout.ELEMENTS_KIND), kind.ordinal());
            asm.jcc(Cond.NOT_EQUAL, e.plain());
            if (isArray) {
                asm.b(Op.CMP, at(object, Layout.CELL_TYPE), CellType.ARRAY.code());
                asm.jcc(Cond.NOT_EQUAL, e.plain());
            }
            fact.setElementsKind(kind.ordinal());
        }
        Reg index = operands.int32(receiver + 1);
        if (isArray) {
            asm.d(Op.MOV, RDX, index);
            asm.d(Op.CMP, RDX, at(object, Layout.ARRAY_LENGTH));
            asm.jcc(Cond.ABOVE_EQUAL, e.plain());
            asm.q(Op.MOV, RSI, at(object, Layout.OBJECT_ELEMENTS));
        } else {
            asm.q(Op.MOVSXD, RDX, index);
            asm.q(Op.CMP, RDX, at(object, Layout.TYPED_LENGTH));
            asm.jcc(Cond.ABOVE_EQUAL, e.plain());
            asm.q(Op.MOV, RSI, at(object, Layout.TYPED_DATA));
        }
        return object;
    }

    // ---- loads ----

    private boolean get(ElementsKind kind, boolean isArray) {
        e.begin(true);
        locate(2, kind, isArray);
        Known.Fact result = new Known.Fact();
        if (kind.isDouble()) {
            asm.q(Op.MOV, RAX, WORD);
            asm.q(Op.MOV, RCX, Layout.HOLE_BITS);
            asm.q(Op.CMP, RAX, RCX);
            asm.jcc(Cond.EQUAL, e.plain());
            asm.op(Op.MOVQ, known.allocateNumber(result), RAX);
            operands.storeNumber(1, result, TypeBits.NUMBER);
        } else if (isArray) {
            Reg target = known.allocateWord(result);
            asm.q(Op.MOV, target, WORD);
            asm.q(Op.CMP, target, Value.EMPTY);
            asm.jcc(Cond.EQUAL, e.plain());
            if (kind == ElementsKind.INT || kind == ElementsKind.HOLEY_INT) {
                result.types = TypeBits.INT32;
            }
            operands.storeWord(1, result);
        } else if (kind == ElementsKind.FLOAT32 || kind == ElementsKind.FLOAT64) {
            Xmm target = known.allocateNumber(result);
            if (kind == ElementsKind.FLOAT64) {
                asm.op(Op.MOVSD, target, at(RSI, RDX, 8, 0));
            } else {
                asm.op(Op.MOVSS, target, at(RSI, RDX, 4, 0));
                asm.op(Op.CVTSS2SD, target, target);
            }
            operands.storeNumber(1, result, TypeBits.NUMBER);
        } else {
            Reg target = known.allocateWord(result);
            loadInteger(kind, target);
            operands.storeInt32(1, result);
        }
        return true;
    }

    private void loadInteger(ElementsKind kind, Reg target) {
        switch (kind) {
            case INT8 -> asm.d(Op.MOVSX8, target, at(RSI, RDX, 1, 0));
            case UINT8, UINT8_CLAMPED -> asm.d(Op.MOVZX8, target, at(RSI, RDX, 1, 0));
            case INT16 -> asm.d(Op.MOVSX16, target, at(RSI, RDX, 2, 0));
            case UINT16 -> asm.d(Op.MOVZX16, target, at(RSI, RDX, 2, 0));
            case INT32 -> asm.d(Op.MOV, target, at(RSI, RDX, 4, 0));
            case UINT32 -> {
                asm.d(Op.MOV, target, at(RSI, RDX, 4, 0));
                asm.d(Op.TEST, target, target);
                asm.jcc(Cond.SIGN, e.plain());
            }
            default -> throw new IllegalArgumentException(kind + " holds no integers");
        }
    }

    // ---- stores ----

    private boolean set(ElementsKind kind, boolean isArray) {
        boolean number = kind.isDouble() || kind == ElementsKind.FLOAT32 || kind == ElementsKind.FLOAT64;
        int types = operands.types(3);
        if ((types & TypeBits.NUMBER) == 0 && kind != ElementsKind.TAGGED && kind != ElementsKind.HOLEY_TAGGED) {
            return false;
        }
        e.begin(true);
        Reg object = locate(1, kind, isArray);
        asm.b(Op.TEST, at(object, Layout.FLAGS), Layout.FLAG_RESTRICTED_ELEMENTS);
        asm.jcc(Cond.NOT_ZERO, e.plain());
        if (number) {
            Xmm value = operands.number(3, types & TypeBits.NUMBER);
            storeNumber(kind, value);
        } else if (isArray) {
            if (kind == ElementsKind.INT || kind == ElementsKind.HOLEY_INT) {
                operands.int32(3);
            }
            Reg value = operands.word(3);
            if (kind.isHoley()) {
                asm.q(Op.CMP, WORD, Value.EMPTY);
                asm.jcc(Cond.EQUAL, e.plain());
            }
            asm.q(Op.MOV, WORD, value);
        } else {
            storeInteger(kind, operands.int32(3));
        }
        return true;
    }

    private void storeNumber(ElementsKind kind, Xmm value) {
        if (kind == ElementsKind.FLOAT32 || kind == ElementsKind.FLOAT64) {
            // Typed arrays have another NaN than words.
            asm.op(Op.UCOMISD, value, value);
            asm.jcc(Cond.PARITY, e.plain());
        }
        if (kind == ElementsKind.FLOAT32) {
            asm.op(Op.CVTSD2SS, XMM0, value);
            asm.op(Op.MOVSS, at(RSI, RDX, 4, 0), XMM0);
        } else if (kind == ElementsKind.FLOAT64) {
            asm.op(Op.MOVSD, at(RSI, RDX, 8, 0), value);
        } else {
            if (kind.isHoley()) {
                asm.q(Op.MOV, RCX, Layout.HOLE_BITS);
                asm.q(Op.CMP, WORD, RCX);
                asm.jcc(Cond.EQUAL, e.plain());
            }
            asm.op(Op.MOVSD, WORD, value);
        }
    }

    private void storeInteger(ElementsKind kind, Reg value) {
        switch (kind) {
            case INT8, UINT8 -> asm.b(Op.MOV, at(RSI, RDX, 1, 0), value);
            case INT16, UINT16 -> asm.w(Op.MOV, at(RSI, RDX, 2, 0), value);
            case INT32, UINT32 -> asm.d(Op.MOV, at(RSI, RDX, 4, 0), value);
            case UINT8_CLAMPED -> {
                asm.d(Op.CMP, value, 255);
                asm.jcc(Cond.ABOVE, e.plain());
                asm.b(Op.MOV, at(RSI, RDX, 1, 0), value);
            }
            default -> throw new IllegalArgumentException(kind + " holds no integers");
        }
    }
}
