package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
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
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.machine.RuntimeFunction;
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
    private static final int NOT_APPENDABLE =
            Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_RESTRICTED_ELEMENTS | Layout.FLAG_PROTOTYPE;
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

    /** Checks that the receiver is an array with an element at the index; rsi = its elements, edx = the index. */
    private void requireInBounds(Label typed, Label outOfBounds, Label slow) {
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, typed);
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, RDX, RDX);
        asm.d(Op.CMP, RDX, at(RAX, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, outOfBounds);
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

    /**
     * Asks the runtime for elements in a way that records nothing: where the slot knows strings as keys; or characters of strings,
     * where it knows int32 as keys and the string's shape as the first. Elements of other objects are the runtime's to record.
     */
    private void askRuntime(RuntimeFunction function, int receiver, int key, Label slow) {
        Label named = asm.label();
        Label known = asm.label();
        e.load(RSI, receiver);
        e.load(RDX, key);
        asm.q(Op.TEST, RSI, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.TEST, RDX, NOT_CELL_MASK);
        asm.jcc(Cond.ZERO, named);
        if (function == RuntimeFunction.GET_ELEMENT) {
            characterOfString(known, slow);
        } else {
            asm.jmp(slow);
        }
        asm.bind(named);
        asm.b(Op.CMP, at(RDX, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, slow);
        asm.b(Op.TEST, e.feedback(FeedbackLayout.ELEMENT_KEYS), TypeBits.STRING);
        asm.jcc(Cond.ZERO, slow);
        asm.bind(known);
        e.storePc();
        if (function == RuntimeFunction.GET_ELEMENT) {
            asm.q(Op.LEA, RCX, e.feedback(0));
        } else {
            e.load(RCX, 3);
            e.loadStrict(R8);
            asm.q(Op.LEA, R9, e.feedback(0));
        }
        e.call(function);
        e.checkException();
    }

    private void characterOfString(Label known, Label slow) {
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.b(Op.CMP, at(RSI, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, slow);
        asm.b(Op.TEST, e.feedback(FeedbackLayout.ELEMENT_KEYS), TypeBits.INT32);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, RCX, at(RSI, Layout.SHAPE));
        asm.d(Op.CMP, RCX, e.feedback(FIRST_SHAPE));
        asm.jcc(Cond.EQUAL, known);
        asm.jmp(slow);
    }

    private void get() {
        Label execute = e.slow();
        Label slow = asm.label();
        Label typed = asm.label();
        Label doubles = asm.label();
        e.load(RAX, 2);
        e.load(RDX, 3);
        requireKnown(slow);
        requireInBounds(typed, slow, slow);
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
            e.goOn();

            asm.bind(typed);
            requireTyped(slow);
            asm.call(e.stubs.loadTyped());
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, slow);
            e.store(1, RAX);
            e.goOn();

            asm.bind(slow);
            askRuntime(RuntimeFunction.GET_ELEMENT, 2, 3, execute);
            e.store(1, RAX);
            e.goOn();
        });
    }

    private void set() {
        Label execute = e.slow();
        Label slow = asm.label();
        Label typed = asm.label();
        Label others = asm.label();
        Label put = asm.label();
        Label outOfBounds = asm.label();
        e.load(RAX, 1);
        e.load(RDX, 2);
        e.load(RDI, 3);
        requireKnown(slow);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), Layout.FLAG_RESTRICTED_ELEMENTS);
        asm.jcc(Cond.NOT_ZERO, slow);
        requireInBounds(typed, outOfBounds, slow);
        asm.d(Op.CMP, RCX, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.NOT_EQUAL, others);
        asm.bind(put);
        asm.q(Op.MOV, ELEMENT, RDI);
        e.later(() -> {
            asm.bind(others);
            storeOther(put, slow);
            asm.bind(outOfBounds);
            append(slow);
            asm.bind(typed);
            requireTyped(slow);
            asm.call(e.stubs.storeTyped());
            asm.d(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, slow);
            e.goOn();

            asm.bind(slow);
            askRuntime(RuntimeFunction.SET_ELEMENT, 1, 2, execute);
            e.goOn();
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
        valueAsDouble(slow);
        asm.op(Op.MOVSD, at(RSI, R8, 8, Layout.ARRAY_DATA), XMM0);
        e.goOn();
    }

    /**
     * Stores at index == length, where there is room and the value fits the elements kind. The flags are those of the
     * comparison of index and length.
     */
    private void append(Label slow) {
        Label doubles = asm.label();
        Label words = asm.label();
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), NOT_APPENDABLE);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.MOV, R8, e.stubs.noElementsOnPrototypes());
        asm.d(Op.CMP, at(R8), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RSI, at(RAX, Layout.OBJECT_ELEMENTS));
        asm.q(Op.TEST, RSI, RSI);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.CMP, RDX, at(RSI, Layout.ARRAY_CAPACITY));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        ifDoubles(doubles);
        asm.d(Op.CMP, RCX, ElementsKind.TAGGED.ordinal());
        asm.jccShort(Cond.ABOVE_EQUAL, words);
        asm.comment("elements that are all int32");
        asm.q(Op.CMP, RDI, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.bind(words);
        asm.q(Op.MOV, ELEMENT, RDI);
        grown(RAX, RDX);

        asm.bind(doubles);
        asm.q(Op.MOV, R9, RAX);
        valueAsDouble(slow);
        asm.op(Op.MOVSD, at(RSI, R8, 8, Layout.ARRAY_DATA), XMM0);
        grown(R9, R8);
    }

    private void grown(Reg array, Reg index) {
        asm.d(Op.LEA, RCX, at(index, 1));
        asm.d(Op.MOV, at(array, Layout.ARRAY_LENGTH), RCX);
        asm.b(Op.OR, e.feedback(FeedbackLayout.ELEMENT_FLAGS), FeedbackLayout.ELEMENT_APPEND);
        e.goOn();
    }

    /** xmm0 = the number in rdi, r8 = the index; changes rax, rcx, rdx. */
    private void valueAsDouble(Label slow) {
        asm.q(Op.MOV, RAX, RDI);
        asm.q(Op.MOV, R8, RDX);
        asm.comment("the right operand is not used");
        asm.q(Op.MOV, RDX, INT_TAG);
        asm.call(e.stubs.numbers());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
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
