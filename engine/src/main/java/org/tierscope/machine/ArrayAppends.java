package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * An element more at the end of an array, in machine code: arrays that begin empty get their kind from it, small ones that are full
 * get twice the room. It grows as {@code Elements.put} does.
 */
public final class ArrayAppends {
    private static final Reg ARRAY = Reg.RSI;
    private static final Reg WORD = Reg.RDX;
    private static final Reg LENGTH = Reg.RAX;
    private static final Reg KIND = Reg.RDI;
    private static final Reg ELEMENTS = Reg.R10;
    private static final Reg GROWN = Reg.R11;
    private static final Reg COUNT = Reg.RCX;
    private static final Reg SCRATCH = Reg.R8;
    private static final Address TARGET = at(ELEMENTS, LENGTH, 8, Layout.ARRAY_DATA);
    /** Sizes in bytes of the cells that machine code takes for elements; larger arrays grow so seldom that Java may do it. */
    private static final int[] SIZES = {48, 96, 192, 320, 512, 896, 1536, 2560};

    private ArrayAppends() {}

    /**
     * Appends the value in rdx, no hole, to the array in rsi, which may be made longer by a plain element. Its new length is in eax
     * then. Overwrites all but rsi and rdx, which are as they were at {@code slow}.
     */
    public static void append(Assembler asm, Label slow) {
        Label room = asm.label();
        Label full = asm.label();
        Label grow = asm.label();
        Label doubles = asm.label();
        Label words = asm.label();
        Label stored = asm.label();
        asm.d(Op.MOV, LENGTH, at(ARRAY, Layout.ARRAY_LENGTH));
        asm.d(Op.MOVZX8, KIND, at(ARRAY, Layout.ELEMENTS_KIND));
        asm.q(Op.MOV, ELEMENTS, at(ARRAY, Layout.OBJECT_ELEMENTS));
        asm.d(Op.CMP, KIND, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        kindOfValue(asm, slow);
        asm.q(Op.TEST, ELEMENTS, ELEMENTS);
        asm.jcc(Cond.ZERO, full);
        asm.d(Op.MOV, COUNT, at(ELEMENTS, Layout.ARRAY_CAPACITY));
        asm.d(Op.CMP, LENGTH, COUNT);
        asm.jcc(Cond.BELOW, room);
        asm.jcc(Cond.ABOVE, slow);
        asm.bind(grow);
        take(asm, slow);
        copy(asm);
        asm.jmp(room);
        asm.bind(full);
        asm.d(Op.XOR, COUNT, COUNT);
        asm.d(Op.TEST, LENGTH, LENGTH);
        asm.jcc(Cond.ZERO, grow);
        asm.jmp(slow);

        asm.bind(room);
        asm.b(Op.MOV, at(ARRAY, Layout.ELEMENTS_KIND), KIND);
        ifDoubles(asm, doubles);
        asm.bind(words);
        asm.q(Op.MOV, TARGET, WORD);
        asm.bind(stored);
        asm.d(Op.ADD, LENGTH, 1);
        asm.d(Op.MOV, at(ARRAY, Layout.ARRAY_LENGTH), LENGTH);
        Label done = asm.label();
        asm.jmp(done);
        asm.bind(doubles);
        storeDouble(asm);
        asm.jmp(stored);
        asm.bind(done);
    }

    private static void ifDoubles(Assembler asm, Label doubles) {
        asm.d(Op.CMP, KIND, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, KIND, ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
    }

    /** edi = the kind that the array has with the value, where that holds its elements as before. Overwrites r8. */
    private static void kindOfValue(Assembler asm, Label slow) {
        Label fits = asm.label();
        Label notInt = asm.label();
        Label toDoubles = asm.label();
        Label doubles = asm.label();
        Label empty = asm.label();
        asm.d(Op.CMP, KIND, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.ABOVE_EQUAL, fits);
        asm.d(Op.CMP, KIND, ElementsKind.EMPTY.ordinal());
        asm.jcc(Cond.EQUAL, empty);
        ifDoubles(asm, doubles);
        asm.q(Op.CMP, WORD, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, fits);
        asm.q(Op.TEST, WORD, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.comment("INT becomes TAGGED, holey ones stay holey");
        asm.d(Op.ADD, KIND, ElementsKind.TAGGED.ordinal() - ElementsKind.INT.ordinal());
        asm.jmp(fits);
        asm.bind(doubles);
        asm.q(Op.TEST, WORD, INT_TAG);
        asm.jcc(Cond.ZERO, slow);
        asm.jmp(fits);
        asm.bind(empty);
        asm.comment("its elements may have been prepared");
        asm.q(Op.TEST, ELEMENTS, ELEMENTS);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.d(Op.MOV, KIND, ElementsKind.INT.ordinal());
        asm.q(Op.CMP, WORD, INT_TAG);
        asm.jcc(Cond.BELOW, notInt);
        asm.jmp(fits);
        asm.bind(notInt);
        asm.d(Op.MOV, KIND, ElementsKind.TAGGED.ordinal());
        asm.q(Op.TEST, WORD, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, toDoubles);
        asm.jmp(fits);
        asm.bind(toDoubles);
        asm.d(Op.MOV, KIND, ElementsKind.DOUBLE.ordinal());
        asm.bind(fits);
    }

    /** r11 = new elements for an array that has room for ecx, which is overwritten, as is r8. */
    private static void take(Assembler asm, Label slow) {
        asm.comment("half as many again, and four");
        asm.d(Op.MOV, SCRATCH, COUNT);
        asm.d(Op.SHR, SCRATCH, 1);
        asm.q(Op.LEA, COUNT, at(COUNT, SCRATCH, 1, 4));
        ElementsCells.take(asm, GROWN, COUNT, SCRATCH, SIZES, slow);
        Label words = asm.label();
        Label doubles = asm.label();
        asm.q(Op.MOV, SCRATCH, Heap.header(CellType.ELEMENTS));
        ifDoubles(asm, doubles);
        asm.jmp(words);
        asm.bind(doubles);
        asm.q(Op.MOV, SCRATCH, Heap.header(CellType.ELEMENTS_DOUBLE));
        asm.bind(words);
        asm.q(Op.MOV, at(GROWN, Layout.SHAPE), SCRATCH);
    }

    /** The elements that there are go from r10 to r11, which is r10 then. */
    private static void copy(Assembler asm) {
        Label next = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, COUNT, LENGTH);
        asm.bind(next);
        asm.d(Op.SUB, COUNT, 1);
        asm.jcc(Cond.BELOW, done);
        asm.q(Op.MOV, SCRATCH, at(ELEMENTS, COUNT, 8, Layout.ARRAY_DATA));
        asm.q(Op.MOV, at(GROWN, COUNT, 8, Layout.ARRAY_DATA), SCRATCH);
        asm.jmp(next);
        asm.bind(done);
        asm.q(Op.MOV, ELEMENTS, GROWN);
        asm.q(Op.MOV, at(ARRAY, Layout.OBJECT_ELEMENTS), ELEMENTS);
    }

    private static void storeDouble(Assembler asm) {
        Label isInt = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, WORD, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, isInt);
        asm.comment("adding the int tag subtracts the offset of doubles");
        asm.q(Op.LEA, SCRATCH, at(WORD, INT_TAG, 1, 0));
        asm.q(Op.MOV, TARGET, SCRATCH);
        asm.jmp(done);
        asm.bind(isInt);
        asm.op(Op.XORPS, Xmm.XMM0, Xmm.XMM0);
        asm.d(Op.CVTSI2SD, Xmm.XMM0, WORD);
        asm.op(Op.MOVSD, TARGET, Xmm.XMM0);
        asm.bind(done);
    }

    /** The runtime's function: returns undefined. */
    static void appendAny(Assembler asm, Label slow) {
        asm.q(Op.CMP, WORD, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        append(asm, slow);
        FastPaths.finish(asm, Value.UNDEFINED);
    }
}
