package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;

/**
 * Named properties of which the cache has seen one shape: where the property is stands in the code. That holds as long as the cache's
 * entry would: a shape says for ever where its own properties are, and whatever depends on prototypes has a validity cell. A holder is
 * alive as long as that cell is valid, since the objects with the shape lead to it.
 */
final class SpecializedProperties {
    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;

    SpecializedProperties(CodeEmitter emitter, KnownOperands operands) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        this.operands = operands;
    }

    /** Emits the current instruction's code; false, with nothing emitted, where there is no special case. */
    boolean emit(Opcode opcode) {
        return switch (opcode) {
            case GET_FIELD -> isMonomorphic() && get();
            case GET_GLOBAL, GET_GLOBAL_OR_UNDEFINED -> isMonomorphic() && getGlobal();
            case SET_FIELD -> isMonomorphic() && set();
            case DEFINE_FIELD -> isMonomorphic() && set();
            default -> false;
        };
    }

    private boolean isMonomorphic() {
        return operands.feedbackByte(FeedbackLayout.CACHE_STATE) == 1;
    }

    private int entryInt(int field) {
        return operands.feedbackInt(FeedbackLayout.PROPERTY_ENTRIES + field);
    }

    private long entryLong(int field) {
        return operands.feedbackLong(FeedbackLayout.PROPERTY_ENTRIES + field);
    }

    private AccessKind kind() {
        return AccessKind.of(entryInt(FeedbackLayout.PROPERTY_ACCESS));
    }

    private int offset() {
        return AccessKind.offset(entryInt(FeedbackLayout.PROPERTY_ACCESS));
    }

    /** What the entry needs a chain of prototypes to be; changes rax. */
    private void requireValid() {
        long validity = entryLong(FeedbackLayout.PROPERTY_VALIDITY);
        if (validity != 0) {
            asm.q(Op.MOV, RAX, validity);
            asm.d(Op.CMP, at(RAX), 0);
            asm.jcc(Cond.EQUAL, e.plain());
        }
    }

    private boolean isStillValid() {
        long validity = entryLong(FeedbackLayout.PROPERTY_VALIDITY);
        return validity == 0 || Mem.getInt(validity) != 0;
    }

    // ---- loads ----

    private boolean get() {
        AccessKind kind = kind();
        boolean isHandled = switch (kind) {
            case INLINE, OUT_OF_LINE, HOLDER_INLINE, HOLDER_OUT_OF_LINE, ARRAY_LENGTH, STRING_LENGTH -> true;
            default -> false;
        };
        if (!isHandled || !isStillValid()) {
            return false;
        }
        e.begin(true);
        Reg object = operands.cellOfShape(2, entryInt(FeedbackLayout.PROPERTY_SHAPE));
        Known.Fact result = new Known.Fact();
        load(kind, object, result);
        operands.storeWord(1, result);
        return true;
    }

    private void load(AccessKind kind, Reg object, Known.Fact result) {
        switch (kind) {
            case INLINE -> asm.q(Op.MOV, known.allocateWord(result), at(object, offset()));
            case OUT_OF_LINE -> {
                asm.q(Op.MOV, RAX, at(object, Layout.OBJECT_SLOTS));
                asm.q(Op.MOV, known.allocateWord(result), at(RAX, offset()));
            }
            case ARRAY_LENGTH, STRING_LENGTH -> {
                Reg target = known.allocateWord(result);
                if (kind == AccessKind.ARRAY_LENGTH) {
                    asm.d(Op.MOV, target, at(object, Layout.ARRAY_LENGTH));
                    asm.d(Op.TEST, target, target);
                    asm.jcc(Cond.SIGN, e.plain());
                } else {
                    asm.d(Op.MOV, target, at(object, Layout.STRING_LENGTH));
                }
                asm.q(Op.OR, target, INT_TAG);
                result.types = TypeBits.INT32;
            }
            default -> {
                requireValid();
                fromHolder(kind, result);
            }
        }
    }

    private void fromHolder(AccessKind kind, Known.Fact result) {
        asm.q(Op.MOV, RAX, entryLong(FeedbackLayout.PROPERTY_HOLDER));
        if (kind == AccessKind.HOLDER_OUT_OF_LINE) {
            asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
        }
        asm.q(Op.MOV, known.allocateWord(result), at(RAX, offset()));
    }

    /** Entries are found by the global object's shape, which changes with every new declaration. */
    private boolean getGlobal() {
        AccessKind kind = kind();
        boolean isHandled = switch (kind) {
            case INLINE, OUT_OF_LINE, HOLDER_INLINE, HOLDER_OUT_OF_LINE -> true;
            default -> false;
        };
        if (!isHandled || !isStillValid()) {
            return false;
        }
        e.begin(true);
        e.loadGlobalObject(RCX);
        asm.d(Op.CMP, at(RCX, Layout.SHAPE), entryInt(FeedbackLayout.PROPERTY_SHAPE));
        asm.jcc(Cond.NOT_EQUAL, e.plain());
        Known.Fact result = new Known.Fact();
        load(kind, RCX, result);
        operands.storeWord(1, result);
        return true;
    }

    // ---- stores ----

    /** SET_FIELD and DEFINE_FIELD: properties that are there, and those that the store adds in the object. */
    private boolean set() {
        AccessKind kind = kind();
        boolean adds = kind == AccessKind.ADD_INLINE;
        if (!adds && kind != AccessKind.INLINE && kind != AccessKind.OUT_OF_LINE || !isStillValid()) {
            return false;
        }
        e.begin(true);
        Reg object = operands.cellOfShape(1, entryInt(FeedbackLayout.PROPERTY_SHAPE));
        if (adds) {
            requireValid();
        }
        Reg value = operands.word(3);
        if (kind == AccessKind.OUT_OF_LINE) {
            asm.q(Op.MOV, RAX, at(object, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, at(RAX, offset()), value);
        } else {
            asm.q(Op.MOV, at(object, offset()), value);
        }
        if (adds) {
            int shape = entryInt(FeedbackLayout.PROPERTY_NEW_SHAPE);
            asm.d(Op.MOV, at(object, Layout.SHAPE), shape);
            known.forgetShapes();
            known.setShape(operands.fact(1), shape);
        }
        return true;
    }
}
