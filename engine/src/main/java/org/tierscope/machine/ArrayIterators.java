package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.runtime.ArrayIterationState;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * Opens and closes iterations over arrays that have no properties of their own, as {@link Iteration} does it, see {@link FastPaths}.
 * Whether a program has changed what that looks up, {@link ArrayIterationState} knows.
 */
final class ArrayIterators {
    private static final Reg RECORD = FastPaths.A;
    private static final Reg ARRAY = FastPaths.B;
    private static final Reg STATE = Reg.RDI;
    private static final Reg ITERATOR = Reg.R10;

    private ArrayIterators() {}

    /** rsi = address of an iterator record, rdx = what to iterate over. */
    static void open(Assembler asm, Vm vm, Label slow) {
        Realm realm = vm.realm();
        Label other = asm.label();
        FastPaths.requireCell(asm, ARRAY, slow);
        asm.d(Op.CMP, at(ARRAY, Layout.SHAPE), realm.arrayShape().id());
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.q(Op.MOV, STATE, vm.iteration().arrayState().address());
        requireOriginal(asm, realm.get(Intrinsic.ARRAY_PROTOTYPE), ArrayIterationState.ARRAY_PROTOTYPE_SHAPE,
                ArrayIterationState.VALUES, realm.get(Intrinsic.ARRAY_VALUES), slow);
        requireOriginal(asm, realm.get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), ArrayIterationState.ITERATOR_PROTOTYPE_SHAPE,
                ArrayIterationState.NEXT, realm.get(Intrinsic.ARRAY_ITERATOR_NEXT), slow);
        IteratorPaths.allocate(asm, ITERATOR, SizeClasses.roundUp(ArrayIterationState.ITERATOR_SIZE), slow);
        asm.q(Op.MOV, at(RECORD, 8), Reg.RAX);
        asm.q(Op.MOV, Reg.RAX, at(STATE, ArrayIterationState.ITERATOR_HEADER));
        asm.q(Op.MOV, at(ITERATOR), Reg.RAX);
        asm.q(Op.MOV, field(Iteration.TARGET), ARRAY);
        asm.q(Op.MOV, field(Iteration.POSITION), INT_TAG);
        asm.q(Op.MOV, Reg.RAX, Value.ofInt(Iteration.VALUES));
        asm.q(Op.MOV, field(Iteration.KIND), Reg.RAX);
        asm.q(Op.MOV, at(RECORD), ITERATOR);
        asm.q(Op.MOV, at(RECORD, 16), Value.FALSE);
        FastPaths.finish(asm, Value.UNDEFINED);
        asm.bind(other);
        OtherIterators.open(asm, vm, slow);
    }

    /** rax = the method that the object has had from the beginning, and still has. */
    private static void requireOriginal(Assembler asm, long object, int shape, int slot, long method, Label slow) {
        asm.q(Op.MOV, Reg.RAX, object);
        asm.d(Op.MOV, Reg.RAX, at(Reg.RAX, Layout.SHAPE));
        asm.d(Op.CMP, Reg.RAX, at(STATE, shape));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, method);
        asm.q(Op.MOV, Reg.R11, at(STATE, slot));
        asm.q(Op.CMP, Reg.RAX, at(Reg.R11));
        asm.jcc(Cond.NOT_EQUAL, slow);
    }

    /** rsi = address of an iterator record: nothing to do for iterators that are done, or that have no "return". */
    static void close(Assembler asm, Vm vm, Label slow) {
        Label open = asm.label();
        asm.q(Op.CMP, at(RECORD, 16), Value.TRUE);
        asm.jcc(Cond.NOT_EQUAL, open);
        FastPaths.finish(asm, Value.UNDEFINED);
        asm.bind(open);
        asm.q(Op.MOV, STATE, vm.iteration().arrayState().address());
        asm.q(Op.MOV, Reg.R11, at(STATE, ArrayIterationState.NO_RETURN));
        asm.q(Op.TEST, Reg.R11, Reg.R11);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.CMP, at(Reg.R11), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.comment("the shape");
        asm.q(Op.MOV, Reg.RAX, at(RECORD));
        asm.d(Op.MOV, Reg.RAX, at(Reg.RAX, Layout.SHAPE));
        asm.d(Op.CMP, Reg.RAX, at(STATE, ArrayIterationState.ITERATOR_HEADER));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, at(RECORD, 16), Value.TRUE);
        FastPaths.finish(asm, Value.UNDEFINED);
    }

    private static Address field(int field) {
        return at(ITERATOR, Layout.OBJECT_FIELDS + 8L * field);
    }
}
