package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
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
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Stubs that step iterators; {@link BaselineStubs} says what each takes and gives. */
final class IterationStubs {
    private static final Address ELEMENT = at(R9, RDX, 8, Layout.ARRAY_DATA);

    private IterationStubs() {}

    private static Address field(Reg iterator, int field) {
        return at(iterator, Layout.OBJECT_FIELDS + 8L * field);
    }

    /** Steps the engine's own iterator over the values of an array; holes and the end are the runtime's. */
    static void arrayNext(Assembler asm, RealmAddresses realm) {
        Label miss = asm.label("miss");
        Label doubles = asm.label("doubles");
        asm.q(Op.MOV, RAX, at(RSI));
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.ARRAY_ITERATOR.code());
        asm.jcc(Cond.NOT_EQUAL, miss);
        asm.q(Op.MOV, RCX, realm.arrayIteratorNext());
        asm.q(Op.CMP, RCX, at(RSI, 8));
        asm.jcc(Cond.NOT_EQUAL, miss);
        asm.q(Op.MOV, RCX, Value.ofInt(Iteration.VALUES));
        asm.q(Op.CMP, RCX, field(RAX, Iteration.KIND));
        asm.jcc(Cond.NOT_EQUAL, miss);
        asm.q(Op.MOV, RCX, field(RAX, Iteration.TARGET));
        asm.q(Op.TEST, RCX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, miss);
        asm.b(Op.CMP, at(RCX, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, miss);
        asm.q(Op.MOV, RDX, field(RAX, Iteration.POSITION));
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, miss);
        asm.d(Op.MOV, RDX, RDX);
        asm.d(Op.CMP, RDX, at(RCX, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, miss);
        asm.d(Op.MOVZX8, R8, at(RCX, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, R8, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, miss);
        asm.q(Op.MOV, R9, at(RCX, Layout.OBJECT_ELEMENTS));
        asm.q(Op.MOV, R9, ELEMENT);
        asm.d(Op.CMP, R8, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, R8, ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.q(Op.CMP, R9, Value.EMPTY);
        asm.jcc(Cond.EQUAL, miss);
        advance(asm, miss);
        asm.q(Op.MOV, RAX, R9);
        asm.op(Op.RET);

        asm.bind(doubles);
        asm.q(Op.MOV, R8, Layout.HOLE_BITS);
        asm.q(Op.CMP, R9, R8);
        asm.jcc(Cond.EQUAL, miss);
        advance(asm, miss);
        asm.op(Op.MOVQ, XMM0, R9);
        ValueStubs.box(asm);

        asm.bind(miss);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
    }

    private static void advance(Assembler asm, Label miss) {
        asm.d(Op.ADD, RDX, 1);
        asm.jcc(Cond.OVERFLOW, miss);
        asm.q(Op.OR, RDX, INT_TAG);
        asm.q(Op.MOV, field(RAX, Iteration.POSITION), RDX);
    }
}
