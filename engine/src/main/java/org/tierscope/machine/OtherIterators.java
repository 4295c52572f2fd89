package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.feedback.AccessKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.MegamorphicCache;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * Opens iterations over Maps, Sets, and what is its own iterator, such as generators, see {@link FastPaths}. Their methods are looked up
 * in the global cache each time, so it sees whatever a program has changed.
 */
public final class OtherIterators {
    private static final Reg RECORD = FastPaths.A;
    private static final Reg ITERABLE = FastPaths.B;
    private static final Reg ITERATOR = Reg.R9;

    private OtherIterators() {}

    /** rsi = address of an iterator record, rdx = what to iterate over. */
    static void open(Assembler asm, Vm vm, Label slow) {
        Realm realm = vm.realm();
        Label made = asm.label();
        Label other = asm.label();
        FastPaths.requireObject(asm, ITERABLE, slow);
        get(asm, ITERABLE, vm.names().symbolIterator, vm.fields().megamorphic(), slow);
        Label collection = asm.label();
        ifOther(asm, realm.get(Intrinsic.ITERATOR_SELF), collection);
        asm.q(Op.MOV, ITERATOR, ITERABLE);
        asm.jmp(made);
        asm.bind(collection);
        ifOther(asm, realm.get(Intrinsic.MAP_ENTRIES), other);
        make(asm, vm, CellType.MAP, Iteration.ENTRIES, slow);
        asm.jmp(made);
        asm.bind(other);
        ifOther(asm, realm.get(Intrinsic.SET_VALUES), slow);
        make(asm, vm, CellType.SET, Iteration.VALUES, slow);
        asm.bind(made);
        get(asm, ITERATOR, vm.names().next, vm.fields().megamorphic(), slow);
        asm.q(Op.MOV, at(RECORD), ITERATOR);
        asm.q(Op.MOV, at(RECORD, 8), Reg.RAX);
        asm.q(Op.MOV, at(RECORD, 16), Value.FALSE);
        FastPaths.finish(asm, Value.UNDEFINED);
    }

    private static void ifOther(Assembler asm, long function, Label label) {
        asm.q(Op.MOV, Reg.R8, function);
        asm.q(Op.CMP, Reg.RAX, Reg.R8);
        asm.jcc(Cond.NOT_EQUAL, label);
    }

    /** rax = a property of an object, where the cache knows it and no getter is called; overwrites rdi, r8, r10, r11. */
    private static void get(Assembler asm, Reg object, long key, MegamorphicCache cache, Label slow) {
        Label loaded = asm.label();
        Label slots = asm.label();
        asm.q(Op.MOV, PropertyPaths.KEY, key);
        PropertyPaths.find(asm, object, cache, slow);
        asm.q(Op.MOV, Reg.R8, object);
        asm.d(Op.CMP, Reg.RAX, AccessKind.INLINE.ordinal());
        asm.jcc(Cond.EQUAL, loaded);
        asm.d(Op.CMP, Reg.RAX, AccessKind.OUT_OF_LINE.ordinal());
        asm.jcc(Cond.EQUAL, slots);
        asm.q(Op.MOV, Reg.R8, at(Reg.R10, MegamorphicCache.HOLDER));
        asm.d(Op.CMP, Reg.RAX, AccessKind.HOLDER_INLINE.ordinal());
        asm.jcc(Cond.EQUAL, loaded);
        asm.d(Op.CMP, Reg.RAX, AccessKind.HOLDER_OUT_OF_LINE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(slots);
        asm.q(Op.MOV, Reg.R8, at(Reg.R8, Layout.OBJECT_SLOTS));
        asm.bind(loaded);
        asm.q(Op.MOV, Reg.RAX, at(Reg.R8, Reg.R11, 1, 0));
    }

    /** r9 = an iterator over the Map or Set in rdx; overwrites r8. */
    public static void make(Assembler asm, Vm vm, CellType collection, int kind, Label slow) {
        boolean map = collection == CellType.MAP;
        asm.b(Op.CMP, at(ITERABLE, Layout.CELL_TYPE), collection.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        CellType type = map ? CellType.MAP_ITERATOR : CellType.SET_ITERATOR;
        long prototype = vm.realm().get(map ? Intrinsic.MAP_ITERATOR_PROTOTYPE : Intrinsic.SET_ITERATOR_PROTOTYPE);
        Shape shape = vm.objects().rootShape(prototype, type, 0);
        IteratorPaths.allocate(asm, ITERATOR, shape.objectSize(), slow);
        asm.q(Op.MOV, Reg.R8, Heap.header(shape.id(), type, 0));
        asm.q(Op.MOV, at(ITERATOR), Reg.R8);
        asm.q(Op.MOV, Reg.R8, at(ITERABLE, Layout.OBJECT_FIELDS + 8 * HashTables.TABLE));
        asm.q(Op.MOV, at(ITERATOR, Layout.OBJECT_FIELDS + 8 * Iteration.TARGET), Reg.R8);
        asm.q(Op.MOV, at(ITERATOR, Layout.OBJECT_FIELDS + 8 * Iteration.POSITION), INT_TAG);
        asm.q(Op.MOV, Reg.R8, Value.ofInt(kind));
        asm.q(Op.MOV, at(ITERATOR, Layout.OBJECT_FIELDS + 8 * Iteration.KIND), Reg.R8);
    }
}
