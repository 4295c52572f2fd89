package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Elements at int32 indices within bounds, of receivers whose shape and elements kind the ELEMENT slot knows:
 * arrays of boxed words on the straight path, arrays of doubles out of line, typed arrays in a stub. rax =
 * object, rdx = index, ecx = elements kind, rsi = elements cell, rdi = value to store.
 */
final class ElementTemplates {
    private static final int FIRST_SHAPE = FeedbackLayout.ELEMENT_ENTRIES + FeedbackLayout.ELEMENT_SHAPE;
    private static final int FIRST_KIND = FeedbackLayout.ELEMENT_ENTRIES + FeedbackLayout.ELEMENT_ELEMENTS_KIND;
    private static final Address ELEMENT = at(RSI, RDX, 8, Layout.ARRAY_DATA);

    private final Emitter e;
    private final Assembler asm;

    ElementTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    /** Checks receiver and key against the slot; ecx = elements kind. */
    private void requireKnown(Label slow) {
        Label others = asm.label();
        Label known = asm.label();
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.b(Op.TEST, e.feedback(FeedbackLayout.ELEMENT_KEYS), TypeBits.INT32);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, RCX, at(RAX, Layout.SHAPE));
        asm.d(Op.CMP, RCX, e.feedback(FIRST_SHAPE));
        asm.jcc(Cond.NOT_EQUAL, others);
        asm.d(Op.MOVZX8, RCX, at(RAX, Layout.ELEMENTS_KIND));
        asm.b(Op.CMP, RCX, e.feedback(FIRST_KIND));
        asm.jcc(Cond.NOT_EQUAL, others);
        asm.bind(known);
        e.later(() -> {
            asm.bind(others);
            asm.q(Op.LEA, RSI, e.feedback(0));
            asm.call(e.stubs.elementsKind());
            asm.d(Op.TEST, RCX, RCX);
            asm.jcc(Cond.NOT_ZERO, known);
            asm.jmp(slow);
        });
    }

    /** Checks that the receiver is an array with an element at the index; rsi = its elements. */
    private void requireInBounds(Label typed, Label slow) {
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, typed);
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, RDX, RDX);
        asm.d(Op.CMP, RDX, at(RAX, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.q(Op.MOV, RSI, at(RAX, Layout.OBJECT_ELEMENTS));
    }

    /** Jumps when ecx is one of the two kinds of double elements; changes r8. */
    private void ifDoubles(Label doubles) {
        asm.d(Op.LEA, R8, at(RCX, -ElementsKind.DOUBLE.ordinal()));
        asm.d(Op.CMP, R8, ElementsKind.HOLEY_DOUBLE.ordinal() - ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.BELOW_EQUAL, doubles);
    }

    private void requireTyped(Label slow) {
        asm.d(Op.LEA, R8, at(RCX, -ElementsKind.INT8.ordinal()));
        asm.d(Op.CMP, R8, ElementsKind.FLOAT64.ordinal() - ElementsKind.INT8.ordinal());
        asm.jcc(Cond.ABOVE, slow);
    }

    private void get() {
        Label slow = e.slow();
        Label typed = asm.label();
        Label doubles = asm.label();
        e.load(RAX, 2);
        e.load(RDX, 3);
        requireKnown(slow);
        requireInBounds(typed, slow);
        ifDoubles(doubles);
        asm.q(Op.MOV, RAX, ELEMENT);
        asm.q(Op.CMP, RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        e.store(1, RAX);
        e.later(() -> {
            asm.bind(doubles);
            asm.q(Op.MOV, RAX, ELEMENT);
            asm.q(Op.MOV, R8, Layout.HOLE_BITS);
            asm.q(Op.CMP, RAX, R8);
            asm.jcc(Cond.EQUAL, slow);
            asm.op(Op.MOVQ, XMM0, RAX);
            asm.call(e.stubs.box());
            e.store(1, RAX);
            asm.jmp(e.next());

            asm.bind(typed);
            requireTyped(slow);
            asm.call(e.stubs.loadTyped());
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, slow);
            e.store(1, RAX);
            asm.jmp(e.next());
        });
    }

    private void set() {
        Label slow = e.slow();
        Label typed = asm.label();
        Label others = asm.label();
        Label put = asm.label();
        e.load(RAX, 1);
        e.load(RDX, 2);
        e.load(RDI, 3);
        requireKnown(slow);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_RESTRICTED_ELEMENTS);
        asm.jcc(Cond.NOT_ZERO, slow);
        requireInBounds(typed, slow);
        asm.d(Op.CMP, RCX, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.NOT_EQUAL, others);
        asm.bind(put);
        asm.q(Op.MOV, ELEMENT, RDI);
        e.later(() -> {
            asm.bind(others);
            storeOther(put, slow);
            asm.bind(typed);
            requireTyped(slow);
            asm.call(e.stubs.storeTyped());
            asm.d(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, slow);
            asm.jmp(e.next());
        });
    }

    /**
     * Stores that keep the elements kind, into arrays of other kinds than TAGGED; a hole is not filled here.
     */
    private void storeOther(Label put, Label slow) {
        Label doubles = asm.label();
        ifDoubles(doubles);
        asm.q(Op.CMP, ELEMENT, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, put);
        asm.q(Op.CMP, RDI, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, put);
        asm.jmp(slow);

        asm.bind(doubles);
        asm.q(Op.MOV, R8, Layout.HOLE_BITS);
        asm.q(Op.CMP, ELEMENT, R8);
        asm.jcc(Cond.EQUAL, slow);
        asm.comment("the right operand is not used");
        asm.q(Op.MOV, RAX, RDI);
        asm.q(Op.MOV, R8, RDX);
        asm.q(Op.MOV, RDX, INT_TAG);
        asm.call(e.stubs.numbers());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.op(Op.MOVSD, at(RSI, R8, 8, Layout.ARRAY_DATA), XMM0);
        asm.jmp(e.next());
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case GET_ELEMENT -> get();
            case SET_ELEMENT -> set();
            default -> {
                return false;
            }
        }
        return true;
    }
}
