package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R10;
import static org.tierscope.asm.Reg.R11;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Intrinsic;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * Methods of arrays, see {@link NativeEntries}: of arrays without holes whose elements are in a row. Registers: rax = the array, edx =
 * its length, rsi = its elements, ecx = their kind.
 */
final class ArrayEntries {
    private static final int SPECIAL = Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_RESTRICTED_ELEMENTS | Layout.FLAG_PROTOTYPE;
    /** Longer ones are moved by Java. */
    private static final int MAX_MOVED = 512;

    private final Assembler asm;
    private final Vm vm;
    private final Label slow;

    ArrayEntries(Assembler asm, Vm vm, Label slow) {
        this.asm = asm;
        this.vm = vm;
        this.slow = slow;
    }

    boolean emit(Intrinsic function) {
        switch (function) {
            case ARRAY_IS_ARRAY -> isArray();
            case ARRAY_SHIFT -> shift();
            case ARRAY_REVERSE -> reverse();
            case ARRAY_SLICE -> slice();
            case ARRAY_FILL -> fill();
            case ARRAY_CONSTRUCTOR -> construct();
            case ARRAY_INDEX_OF -> search(false);
            case ARRAY_INCLUDES -> search(true);
            case PRELUDE_SPECIES -> species();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void isArray() {
        Label isFalse = asm.label();
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RDX, at(FP));
        asm.q(Op.TEST, RDX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, isFalse);
        asm.q(Op.MOV, RAX, Value.TRUE);
        asm.d(Op.MOVZX8, RDX, at(RDX, Layout.CELL_TYPE));
        asm.d(Op.CMP, RDX, CellType.PROXY.code());
        asm.jcc(Cond.EQUAL, slow);
        asm.d(Op.CMP, RDX, CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, isFalse);
        asm.op(Op.RET);
        asm.bind(isFalse);
        finish(Value.FALSE);
    }

    private void finish(long value) {
        asm.q(Op.MOV, RAX, value);
        asm.op(Op.RET);
    }

    /** An array with elements and without holes, in a register or as the receiver. */
    private void packed() {
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOVZX8, RCX, at(RAX, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, RCX, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.comment("the packed kinds are odd");
        asm.d(Op.TEST, RCX, 1);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.MOV, RSI, at(RAX, Layout.OBJECT_ELEMENTS));
        asm.d(Op.MOV, RDX, at(RAX, Layout.ARRAY_LENGTH));
    }

    private void requirePlain() {
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), SPECIAL);
        asm.jcc(Cond.NOT_ZERO, slow);
    }

    private void refuseDoubles() {
        asm.d(Op.CMP, RCX, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, slow);
    }

    private void requireArguments(int from, int to) {
        asm.d(Op.MOV, R8, at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.CMP, R8, from);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.CMP, R8, to);
        asm.jcc(Cond.ABOVE, slow);
    }

    /** The others move down by one. */
    private void shift() {
        Label pairs = asm.label();
        Label rest = asm.label();
        Label done = asm.label();
        packed();
        requirePlain();
        refuseDoubles();
        asm.q(Op.LEA, R8, at(RDX, -1));
        asm.d(Op.CMP, R8, MAX_MOVED - 1);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_LENGTH), R8);
        asm.q(Op.MOV, RAX, at(RSI, Layout.ARRAY_DATA));
        asm.bind(pairs);
        asm.d(Op.SUB, R8, 2);
        asm.jcc(Cond.LESS, rest);
        asm.op(Op.MOVUPS, Xmm.XMM0, at(RSI, Layout.ARRAY_DATA + 8));
        asm.op(Op.MOVUPS, at(RSI, Layout.ARRAY_DATA), Xmm.XMM0);
        asm.q(Op.ADD, RSI, 16);
        asm.jmp(pairs);
        asm.bind(rest);
        asm.d(Op.TEST, R8, 1);
        asm.jcc(Cond.ZERO, done);
        asm.q(Op.MOV, RDX, at(RSI, Layout.ARRAY_DATA + 8));
        asm.q(Op.MOV, at(RSI, Layout.ARRAY_DATA), RDX);
        asm.bind(done);
        asm.op(Op.RET);
    }

    private void reverse() {
        Label next = asm.label();
        Label done = asm.label();
        packed();
        requirePlain();
        asm.q(Op.LEA, R8, at(RSI, RDX, 8, Layout.ARRAY_DATA - 8));
        asm.q(Op.ADD, RSI, Layout.ARRAY_DATA);
        asm.bind(next);
        asm.q(Op.CMP, RSI, R8);
        asm.jcc(Cond.ABOVE_EQUAL, done);
        asm.q(Op.MOV, RDX, at(RSI));
        asm.q(Op.MOV, RCX, at(R8));
        asm.q(Op.MOV, at(RSI), RCX);
        asm.q(Op.MOV, at(R8), RDX);
        asm.q(Op.ADD, RSI, 8);
        asm.q(Op.SUB, R8, 8);
        asm.jmp(next);
        asm.bind(done);
        asm.op(Op.RET);
    }

    /** All of an array of boxed elements, holes among them, with a value that it can hold. */
    private void fill() {
        Label fits = asm.label();
        Label next = asm.label();
        Label done = asm.label();
        requireArguments(1, 1);
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        requirePlain();
        asm.comment("holes may show what a prototype has");
        asm.q(Op.MOV, RSI, vm.protectors().noElementsOnPrototypes());
        asm.d(Op.CMP, at(RSI), 1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.CMP, at(RAX, Layout.SHAPE), vm.realm().arrayShape().id());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, R8, at(FP));
        asm.d(Op.MOVZX8, RCX, at(RAX, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, RCX, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, fits);
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, fits);
        asm.d(Op.SUB, RCX, ElementsKind.INT.ordinal());
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_INT.ordinal() - ElementsKind.INT.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.CMP, R8, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.bind(fits);
        asm.q(Op.MOV, RSI, at(RAX, Layout.OBJECT_ELEMENTS));
        asm.d(Op.MOV, RDX, at(RAX, Layout.ARRAY_LENGTH));
        asm.bind(next);
        asm.d(Op.SUB, RDX, 1);
        asm.jcc(Cond.LESS, done);
        asm.q(Op.MOV, at(RSI, RDX, 8, Layout.ARRAY_DATA), R8);
        asm.jmp(next);
        asm.bind(done);
        asm.op(Op.RET);
    }

    // ---- copies ----

    /** Goes to slow unless the array in rax makes plain arrays of itself: nobody has given arrays another species. */
    private void originalSpecies() {
        asm.d(Op.CMP, at(RAX, Layout.SHAPE), vm.realm().arrayShape().id());
        asm.jcc(Cond.NOT_EQUAL, slow);
        long array = vm.realm().get(org.tierscope.runtime.Intrinsic.ARRAY);
        unchanged(vm.realm().get(org.tierscope.runtime.Intrinsic.ARRAY_PROTOTYPE), vm.names().constructor);
        unchanged(array, vm.names().symbolSpecies);
    }

    /** Goes to slow unless an object has the property that it has now, with the same content. Overwrites r10 and r11. */
    private void unchanged(long object, long key) {
        Shape shape = vm.shapes().of(object);
        int slot = Shape.slot(shape.lookup(key));
        asm.q(Op.MOV, R10, object);
        asm.d(Op.CMP, at(R10, Layout.SHAPE), shape.id());
        asm.jcc(Cond.NOT_EQUAL, slow);
        if (!shape.isInObject(slot)) {
            asm.q(Op.MOV, R10, at(R10, Layout.OBJECT_SLOTS));
        }
        asm.q(Op.MOV, R11, Objects.slot(object, shape, slot));
        asm.q(Op.CMP, R11, at(R10, shape.offset(slot)));
        asm.jcc(Cond.NOT_EQUAL, slow);
    }

    /** Holes, as many as the only argument says, for Array itself. */
    private void construct() {
        Label plain = asm.label();
        Label next = asm.label();
        requireArguments(1, 1);
        asm.q(Op.MOV, RAX, at(FP, Frame.NEW_TARGET));
        asm.q(Op.CMP, RAX, Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, plain);
        asm.q(Op.MOV, RCX, vm.realm().get(org.tierscope.runtime.Intrinsic.ARRAY));
        asm.q(Op.CMP, RAX, RCX);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(plain);
        asm.q(Op.MOV, R9, at(FP));
        asm.q(Op.CMP, R9, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, R9, R9);
        asm.d(Op.TEST, R9, R9);
        asm.jcc(Cond.ZERO, slow);
        NewCells.elements(asm, R8, R9, RDI, slow);
        Shape shape = vm.realm().arrayShape();
        NewCells.object(asm, RAX, shape.objectSize(), Heap.header(shape.id(), CellType.ARRAY, 0), slow);
        asm.b(Op.MOV, at(RAX, Layout.ELEMENTS_KIND), ElementsKind.HOLEY_INT.ordinal());
        asm.q(Op.MOV, at(RAX, Layout.OBJECT_ELEMENTS), R8);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_LENGTH), R9);
        asm.bind(next);
        asm.q(Op.MOV, at(R8, R9, 8, Layout.ARRAY_DATA - 8), Value.EMPTY);
        asm.d(Op.SUB, R9, 1);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.op(Op.RET);
    }

    /** A few elements, from one index, 0 where it is not given, to another. */
    private void slice() {
        Label words = asm.label();
        Label next = asm.label();
        packed();
        originalSpecies();
        requireArguments(0, 2);
        asm.d(Op.XOR, R9, R9);
        position(RDI, 0, R9);
        position(R9, 1, RDX);
        asm.d(Op.SUB, R9, RDI);
        asm.jcc(Cond.LESS_EQUAL, slow);
        asm.q(Op.LEA, RSI, at(RSI, RDI, 8, Layout.ARRAY_DATA));
        asm.comment("r9 words from rsi");
        NewCells.elements(asm, R8, R9, RDI, slow);
        asm.d(Op.CMP, RCX, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, words);
        NewCells.header(asm, R8, Heap.header(CellType.ELEMENTS_DOUBLE));
        asm.bind(words);
        Shape shape = vm.realm().arrayShape();
        NewCells.object(asm, RAX, shape.objectSize(), Heap.header(shape.id(), CellType.ARRAY, 0), slow);
        asm.b(Op.MOV, at(RAX, Layout.ELEMENTS_KIND), RCX);
        asm.q(Op.MOV, at(RAX, Layout.OBJECT_ELEMENTS), R8);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_LENGTH), R9);
        asm.bind(next);
        asm.q(Op.MOV, RDX, at(RSI, R9, 8, -8));
        asm.q(Op.MOV, at(R8, R9, 8, Layout.ARRAY_DATA - 8), RDX);
        asm.d(Op.SUB, R9, 1);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.op(Op.RET);
    }

    /** An index as slice takes it, between 0 and the length; {@code otherwise} where it is not given. The argument count is in r8. */
    private void position(Reg target, int argument, Reg otherwise) {
        Label missing = asm.label();
        Label fromStart = asm.label();
        Label positive = asm.label();
        Label done = asm.label();
        asm.d(Op.CMP, R8, argument);
        asm.jcc(Cond.BELOW_EQUAL, missing);
        asm.q(Op.MOV, target, at(FP, 8L * argument));
        asm.q(Op.CMP, target, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, target, target);
        asm.d(Op.TEST, target, target);
        asm.jcc(Cond.NO_SIGN, fromStart);
        asm.d(Op.ADD, target, RDX);
        asm.jcc(Cond.NO_SIGN, positive);
        asm.d(Op.XOR, target, target);
        asm.bind(fromStart);
        asm.bind(positive);
        asm.d(Op.CMP, target, RDX);
        asm.jcc(Cond.BELOW_EQUAL, done);
        asm.d(Op.MOV, target, RDX);
        asm.jmp(done);
        asm.bind(missing);
        asm.d(Op.MOV, target, otherwise);
        asm.bind(done);
    }

    /** What the prelude asks before it fills a new array: undefined for what makes plain arrays of itself. */
    private void species() {
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 2);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        originalSpecies();
        requirePlain();
        asm.b(Op.CMP, at(RAX, Layout.ELEMENTS_KIND), ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, RSI, vm.protectors().noElementsOnPrototypes());
        asm.d(Op.CMP, at(RSI), 1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.CMP, at(FP, 8), INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        finish(Value.UNDEFINED);
    }

    // ---- searches ----

    /** Of what is equal only to itself, int32 among them, and of flat Latin-1 strings, from the beginning on. */
    private void search(boolean answer) {
        Label found = asm.label();
        Label missing = asm.label();
        Label words = asm.label();
        Label next = asm.label();
        Label integers = asm.label();
        Label nextInteger = asm.label();
        Label strings = asm.label();
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.CMP, at(RAX, Layout.ARRAY_LENGTH), 0);
        asm.jcc(Cond.EQUAL, missing);
        packed();
        refuseDoubles();
        requireArguments(1, 1);
        asm.q(Op.MOV, R8, at(FP));
        asm.d(Op.XOR, RDI, RDI);
        asm.q(Op.CMP, R8, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, integers);
        asm.comment("a double may equal an int32");
        asm.q(Op.TEST, R8, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.TEST, R8, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, words);
        asm.b(Op.CMP, at(R8, Layout.CELL_TYPE), CellType.BIGINT.code());
        asm.jcc(Cond.EQUAL, slow);
        asm.b(Op.CMP, at(R8, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.BELOW_EQUAL, strings);
        asm.bind(words);
        asm.bind(next);
        asm.d(Op.CMP, RDI, RDX);
        asm.jcc(Cond.ABOVE_EQUAL, missing);
        asm.q(Op.CMP, R8, at(RSI, RDI, 8, Layout.ARRAY_DATA));
        asm.jcc(Cond.EQUAL, found);
        asm.d(Op.ADD, RDI, 1);
        asm.jmp(next);

        asm.bind(integers);
        asm.d(Op.CMP, RCX, ElementsKind.INT.ordinal());
        asm.jcc(Cond.EQUAL, words);
        asm.bind(nextInteger);
        asm.d(Op.CMP, RDI, RDX);
        asm.jcc(Cond.ABOVE_EQUAL, missing);
        asm.q(Op.MOV, R9, at(RSI, RDI, 8, Layout.ARRAY_DATA));
        asm.q(Op.CMP, R8, R9);
        asm.jcc(Cond.EQUAL, found);
        asm.d(Op.ADD, RDI, 1);
        asm.q(Op.CMP, R9, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, nextInteger);
        asm.q(Op.TEST, R9, INT_TAG);
        asm.jcc(Cond.ZERO, nextInteger);
        asm.jmp(slow);

        asm.bind(strings);
        searchString(found, missing);

        asm.bind(found);
        if (answer) {
            finish(Value.TRUE);
        } else {
            asm.q(Op.LEA, RAX, at(INT_TAG, RDI, 1, 0));
            asm.op(Op.RET);
        }
        asm.bind(missing);
        finish(answer ? Value.FALSE : Value.ofInt(-1));
    }

    /** Looks for the string in r8 from edi on; overwrites all but rsi and edx. */
    private void searchString(Label found, Label missing) {
        Label next = asm.label();
        Label more = asm.label();
        Label compare = asm.label();
        asm.b(Op.CMP, at(R8, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(next);
        asm.d(Op.CMP, RDI, RDX);
        asm.jcc(Cond.ABOVE_EQUAL, missing);
        asm.q(Op.MOV, R9, at(RSI, RDI, 8, Layout.ARRAY_DATA));
        asm.q(Op.CMP, R8, R9);
        asm.jcc(Cond.EQUAL, found);
        asm.q(Op.TEST, R9, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, more);
        asm.d(Op.MOVZX8, RCX, at(R9, Layout.CELL_TYPE));
        asm.d(Op.CMP, RCX, CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, more);
        asm.jcc(Cond.EQUAL, slow);
        asm.comment("a UTF-16 string has a character that this one cannot have");
        asm.d(Op.CMP, RCX, CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, more);
        asm.d(Op.MOV, RCX, at(R8, Layout.STRING_LENGTH));
        asm.d(Op.CMP, RCX, at(R9, Layout.STRING_LENGTH));
        asm.jcc(Cond.NOT_EQUAL, more);
        asm.d(Op.MOVZX8, R10, at(R8, Layout.FLAGS));
        asm.d(Op.MOVZX8, R11, at(R9, Layout.FLAGS));
        asm.d(Op.AND, R10, R11);
        asm.d(Op.TEST, R10, Layout.FLAG_INTERNED);
        asm.jcc(Cond.NOT_ZERO, more);
        asm.bind(compare);
        asm.d(Op.SUB, RCX, 1);
        asm.jcc(Cond.LESS, found);
        asm.d(Op.MOVZX8, R10, at(R8, RCX, 1, Layout.STRING_DATA));
        asm.b(Op.CMP, at(R9, RCX, 1, Layout.STRING_DATA), R10);
        asm.jcc(Cond.EQUAL, compare);
        asm.bind(more);
        asm.d(Op.ADD, RDI, 1);
        asm.jmp(next);
    }
}
