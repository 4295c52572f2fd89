package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;

/**
 * Named properties of which the cache has seen a few shapes: where the property is stands in the code. That holds as long as the cache's
 * entry would: a shape says for ever where its own properties are, and whatever depends on prototypes has a validity cell. A holder is
 * alive as long as that cell is valid, since the objects with the shape lead to it.
 */
final class SpecializedProperties {
    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;
    /** Offset in the slot of the cache's entry that is looked at. */
    private int entry;

    SpecializedProperties(CodeEmitter emitter, KnownOperands operands) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        this.operands = operands;
    }

    /** Emits the current instruction's code; false, with nothing emitted, where there is no special case. */
    boolean emit(Opcode opcode) {
        return switch (opcode) {
            case GET_FIELD -> get();
            case GET_GLOBAL, GET_GLOBAL_OR_UNDEFINED -> isMonomorphic() && getGlobal();
            case SET_FIELD, DEFINE_FIELD -> set();
            default -> false;
        };
    }

    /** How many shapes the cache knows; 0 where it knows none or too many. */
    private int entries() {
        int entries = operands.feedbackByte(FeedbackLayout.CACHE_STATE);
        return entries == FeedbackLayout.MEGAMORPHIC ? 0 : entries;
    }

    private boolean isMonomorphic() {
        return entries() == 1;
    }

    private int entryInt(int field) {
        return operands.feedbackInt(entry + field);
    }

    private long entryLong(int field) {
        return operands.feedbackLong(entry + field);
    }

    /** Whose fields are read from here on. */
    private void select(int i) {
        entry = FeedbackLayout.PROPERTY_ENTRIES + i * FeedbackLayout.PROPERTY_ENTRY_SIZE;
    }

    private int shape() {
        return entryInt(FeedbackLayout.PROPERTY_SHAPE);
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

    /** Emits {@code access} for each entry, behind a check for its shape: what is no such object, or of none of them, is plain code's. */
    private void dispatch(Reg object, int entries, Runnable access) {
        Label done = asm.label();
        for (int i = 0; i < entries; i++) {
            select(i);
            Label next = i == entries - 1 ? e.plain() : asm.label();
            asm.d(Op.CMP, at(object, Layout.SHAPE), shape());
            asm.jcc(Cond.NOT_EQUAL, next);
            access.run();
            if (i < entries - 1) {
                asm.jmp(done);
                asm.bind(next);
            }
        }
        asm.bind(done);
    }

    // ---- loads ----

    private boolean isLoad() {
        boolean isHandled = switch (kind()) {
            case INLINE, OUT_OF_LINE, HOLDER_INLINE, HOLDER_OUT_OF_LINE -> true;
            default -> false;
        };
        return isHandled && isStillValid();
    }

    private boolean get() {
        int entries = entries();
        boolean isHandled = entries > 0;
        for (int i = 0; i < entries; i++) {
            select(i);
            isHandled &= isLoad() || isLength() && entries == 1;
        }
        if (!isHandled) {
            return false;
        }
        e.begin(true);
        Known.Fact result = new Known.Fact();
        if (entries == 1) {
            Reg object = operands.cellOfShape(2, shape());
            load(object, known.allocateWord(result), result);
        } else {
            Reg object = operands.cell(2);
            Reg target = known.allocateWord(result);
            dispatch(object, entries, () -> load(object, target, result));
        }
        operands.storeWord(1, result);
        return true;
    }

    private boolean isLength() {
        return kind() == AccessKind.ARRAY_LENGTH || kind() == AccessKind.STRING_LENGTH;
    }

    /** {@code target} = the property that the entry says; changes rax. */
    private void load(Reg object, Reg target, Known.Fact result) {
        switch (kind()) {
            case INLINE -> asm.q(Op.MOV, target, at(object, offset()));
            case OUT_OF_LINE -> {
                asm.q(Op.MOV, RAX, at(object, Layout.OBJECT_SLOTS));
                asm.q(Op.MOV, target, at(RAX, offset()));
            }
            case ARRAY_LENGTH -> {
                asm.d(Op.MOV, target, at(object, Layout.ARRAY_LENGTH));
                asm.d(Op.TEST, target, target);
                asm.jcc(Cond.SIGN, e.plain());
                asm.q(Op.OR, target, INT_TAG);
                result.types = TypeBits.INT32;
            }
            case STRING_LENGTH -> {
                asm.d(Op.MOV, target, at(object, Layout.STRING_LENGTH));
                asm.q(Op.OR, target, INT_TAG);
                result.types = TypeBits.INT32;
            }
            case HOLDER_INLINE -> {
                requireValid();
                asm.q(Op.MOV, RAX, entryLong(FeedbackLayout.PROPERTY_HOLDER));
                asm.q(Op.MOV, target, at(RAX, offset()));
            }
            case HOLDER_OUT_OF_LINE -> {
                requireValid();
                asm.q(Op.MOV, RAX, entryLong(FeedbackLayout.PROPERTY_HOLDER));
                asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
                asm.q(Op.MOV, target, at(RAX, offset()));
            }
            default -> throw new IllegalArgumentException(kind() + " is no load of a value");
        }
    }

    /** Entries are found by the global object's shape, which changes with every new declaration. */
    private boolean getGlobal() {
        select(0);
        if (!isLoad()) {
            return false;
        }
        e.begin(true);
        e.loadGlobalObject(RCX);
        asm.d(Op.CMP, at(RCX, Layout.SHAPE), shape());
        asm.jcc(Cond.NOT_EQUAL, e.plain());
        Known.Fact result = new Known.Fact();
        load(RCX, known.allocateWord(result), result);
        operands.storeWord(1, result);
        return true;
    }

    // ---- stores ----

    /** SET_FIELD and DEFINE_FIELD: properties that are there, and those that the store adds in the object. */
    private boolean set() {
        int entries = entries();
        boolean isHandled = entries > 0;
        for (int i = 0; i < entries; i++) {
            select(i);
            boolean isStore = kind() == AccessKind.INLINE || kind() == AccessKind.OUT_OF_LINE;
            isHandled &= isStore || kind() == AccessKind.ADD_INLINE && entries == 1 && isStillValid();
        }
        if (!isHandled) {
            return false;
        }
        e.begin(true);
        if (entries > 1) {
            Reg object = operands.cell(1);
            Reg value = operands.word(3);
            dispatch(object, entries, () -> store(object, value));
            return true;
        }
        Reg object = operands.cellOfShape(1, shape());
        boolean adds = kind() == AccessKind.ADD_INLINE;
        if (adds) {
            requireValid();
        }
        store(object, operands.word(3));
        if (adds) {
            int newShape = entryInt(FeedbackLayout.PROPERTY_NEW_SHAPE);
            asm.d(Op.MOV, at(object, Layout.SHAPE), newShape);
            known.forgetShapes();
            known.setShape(operands.fact(1), newShape);
        }
        return true;
    }

    /** Changes rax. */
    private void store(Reg object, Reg value) {
        if (kind() == AccessKind.OUT_OF_LINE) {
            asm.q(Op.MOV, RAX, at(object, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, at(RAX, offset()), value);
        } else {
            asm.q(Op.MOV, at(object, offset()), value);
        }
    }
}
