package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.FastPaths.A;
import static org.tierscope.machine.FastPaths.B;
import static org.tierscope.machine.FastPaths.finish;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.feedback.AccessKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.MegamorphicCache;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/** Fast paths for properties by megamorphic or computed names, and for elements of arrays, see {@link FastPaths}. */
public final class PropertyPaths {
    private static final Reg ENTRY = Reg.R10;
    private static final Reg OFFSET = Reg.R11;
    private static final Reg KIND = Reg.RAX;
    static final Reg KEY = Reg.RDI;
    private static final Reg VALUE = Reg.RCX;

    private PropertyPaths() {}

    /** Methods of numbers are looked up in their prototype, where only one is known. */
    static void getField(Assembler asm, MegamorphicCache cache, Label slow) {
        Label noCell = asm.label();
        asm.q(Op.MOV, KEY, B);
        FastPaths.requireCell(asm, A, noCell);
        load(asm, A, cache, slow);
        asm.bind(noCell);
        asm.q(Op.TEST, A, INT_TAG);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.MOV, Reg.R8, at(STATE, VmState.NUMBER_PROTOTYPE));
        asm.q(Op.TEST, Reg.R8, Reg.R8);
        asm.jcc(Cond.ZERO, slow);
        load(asm, Reg.R8, cache, slow);
    }

    /**
     * Returns whether the object in rsi has a property of its own whose key is in rdi, for entries of natives; overwrites all
     * but rsi.
     */
    public static void hasOwn(Assembler asm, MegamorphicCache cache, Label slow) {
        Label isTrue = asm.label();
        Label isFalse = asm.label();
        FastPaths.requireObject(asm, A, slow);
        FastPaths.requireCell(asm, KEY, slow);
        InternPaths.intern(asm, slow);
        find(asm, A, cache, slow);
        asm.d(Op.CMP, KIND, AccessKind.OUT_OF_LINE.ordinal());
        asm.jcc(Cond.BELOW_EQUAL, isTrue);
        asm.d(Op.CMP, KIND, AccessKind.HOLDER_OUT_OF_LINE.ordinal());
        asm.jcc(Cond.BELOW_EQUAL, isFalse);
        asm.d(Op.CMP, KIND, AccessKind.ABSENT.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(isFalse);
        finish(asm, Value.FALSE);
        asm.bind(isTrue);
        finish(asm, Value.TRUE);
    }

    static void setField(Assembler asm, MegamorphicCache cache, Label slow) {
        FastPaths.requireObject(asm, A, slow);
        asm.q(Op.MOV, KEY, B);
        store(asm, cache, slow);
    }

    static void getElement(Assembler asm, Vm vm, Label slow) {
        Label named = asm.label();
        Label noArray = asm.label();
        Label noTypedArray = asm.label();
        Label noArguments = asm.label();
        Label absent = asm.label();
        FastPaths.requireCell(asm, A, slow);
        asm.q(Op.CMP, B, INT_TAG);
        asm.jcc(Cond.BELOW, named);
        asm.d(Op.MOV, Reg.R10, B);
        asm.d(Op.TEST, Reg.R10, Reg.R10);
        asm.jcc(Cond.SIGN, slow);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, noArray);
        asm.d(Op.CMP, Reg.R10, at(A, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, absent);
        element(asm, A, slow, absent);
        asm.op(Op.RET);
        asm.bind(absent);
        asm.d(Op.MOVZX8, Reg.RDI, at(A, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, Reg.RDI, vm.protectors().noElementsOnPrototypes());
        asm.d(Op.CMP, at(Reg.RDI), 1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        finish(asm, Value.UNDEFINED);
        asm.bind(noArray);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.TYPED_ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, noTypedArray);
        TypedPaths.load(asm, slow);
        asm.bind(noTypedArray);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.ARGUMENTS.code());
        asm.jcc(Cond.NOT_EQUAL, noArguments);
        argument(asm, slow);
        asm.bind(noArguments);
        unit(asm, slow);
        asm.bind(named);
        FastPaths.requireCell(asm, B, slow);
        asm.q(Op.MOV, KEY, B);
        InternPaths.intern(asm, slow);
        load(asm, A, vm.fields().megamorphic(), slow);
    }

    /** rax = element r10, which is below the length, of the array in {@code array}; overwrites r11 and rdi. */
    static void element(Assembler asm, Reg array, Label slow, Label hole) {
        Label doubles = asm.label();
        Label done = asm.label();
        asm.d(Op.MOVZX8, Reg.RDI, at(array, Layout.ELEMENTS_KIND));
        asm.q(Op.MOV, Reg.R11, at(array, Layout.OBJECT_ELEMENTS));
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.EMPTY.ordinal());
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA));
        asm.d(Op.CMP, Reg.RDI, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.q(Op.CMP, Reg.RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, hole);
        asm.jmp(done);
        asm.bind(doubles);
        asm.q(Op.MOV, Reg.RDI, Layout.HOLE_BITS);
        asm.q(Op.CMP, Reg.RAX, Reg.RDI);
        asm.jcc(Cond.EQUAL, hole);
        TypedPaths.word(asm);
        asm.bind(done);
    }

    /** Returns element r10 of the arguments object A, which has words up to its capacity. */
    private static void argument(Assembler asm, Label slow) {
        asm.b(Op.CMP, at(A, Layout.ELEMENTS_KIND), ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.R11, at(A, Layout.OBJECT_ELEMENTS));
        asm.d(Op.CMP, Reg.R10, at(Reg.R11, Layout.ARRAY_CAPACITY));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA));
        asm.q(Op.CMP, Reg.RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.op(Op.RET);
    }

    /** Returns unit r10 of the flat Latin-1 string A. */
    private static void unit(Assembler asm, Label slow) {
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.CMP, Reg.R10, at(A, Layout.STRING_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.MOVZX8, Reg.RAX, at(A, Reg.R10, 1, Layout.STRING_DATA));
        asm.q(Op.MOV, Reg.RAX, at(STATE, Reg.RAX, 8, VmState.SINGLE_STRINGS));
        asm.op(Op.RET);
    }

    static void setElement(Assembler asm, MegamorphicCache cache, Label slow) {
        Label named = asm.label();
        Label tagged = asm.label();
        Label array = asm.label();
        Label ints = asm.label();
        Label doubles = asm.label();
        FastPaths.requireObject(asm, A, slow);
        asm.q(Op.CMP, B, INT_TAG);
        asm.jcc(Cond.BELOW, named);
        asm.b(Op.TEST, at(A, Layout.FLAGS), Layout.FLAG_RESTRICTED_ELEMENTS);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.d(Op.MOV, Reg.R10, B);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.EQUAL, array);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.TYPED_ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        TypedPaths.store(asm, slow);
        asm.bind(array);
        asm.d(Op.CMP, Reg.R10, at(A, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.MOVZX8, Reg.RDI, at(A, Layout.ELEMENTS_KIND));
        asm.q(Op.MOV, Reg.R11, at(A, Layout.OBJECT_ELEMENTS));
        asm.d(Op.CMP, Reg.RDI, ElementsKind.TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, tagged);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.EQUAL, tagged);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.INT.ordinal());
        asm.jcc(Cond.EQUAL, ints);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, Reg.RDI, ElementsKind.HOLEY_INT.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(ints);
        asm.q(Op.CMP, VALUE, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.bind(tagged);
        // What a prototype says counts where there is a hole.
        asm.q(Op.CMP, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA), Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA), VALUE);
        finish(asm, Value.UNDEFINED);
        asm.bind(doubles);
        asm.q(Op.MOV, Reg.RAX, Layout.HOLE_BITS);
        asm.q(Op.CMP, Reg.RAX, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA));
        asm.jcc(Cond.EQUAL, slow);
        FastPaths.toDouble(asm, Xmm.XMM0, VALUE, slow);
        asm.op(Op.MOVSD, at(Reg.R11, Reg.R10, 8, Layout.ARRAY_DATA), Xmm.XMM0);
        finish(asm, Value.UNDEFINED);
        asm.bind(named);
        FastPaths.requireCell(asm, B, slow);
        asm.q(Op.MOV, KEY, B);
        InternPaths.intern(asm, slow);
        store(asm, cache, slow);
    }

    /** Whether B has A. */
    static void in(Assembler asm, MegamorphicCache cache, Label slow) {
        Label named = asm.label();
        Label isTrue = asm.label();
        FastPaths.requireObject(asm, B, slow);
        asm.q(Op.CMP, A, INT_TAG);
        asm.jcc(Cond.BELOW, named);
        asm.b(Op.CMP, at(B, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, Reg.R10, A);
        asm.d(Op.CMP, Reg.R10, at(B, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        element(asm, B, slow, slow);
        asm.bind(isTrue);
        finish(asm, Value.TRUE);
        asm.bind(named);
        FastPaths.requireCell(asm, A, slow);
        asm.q(Op.MOV, KEY, A);
        InternPaths.intern(asm, slow);
        find(asm, B, cache, slow);
        asm.d(Op.CMP, KIND, AccessKind.ABSENT.ordinal());
        asm.jcc(Cond.NOT_EQUAL, isTrue);
        finish(asm, Value.FALSE);
    }

    /** Finds the cache's entry for the cell in {@code object} and the key in rdi: its kind in eax, its offset in r11d, itself in r10. */
    static void find(Assembler asm, Reg object, MegamorphicCache cache, Label slow) {
        Label valid = asm.label();
        asm.d(Op.MOV, Reg.RAX, at(object, Layout.SHAPE));
        asm.q(Op.MOV, Reg.R10, KEY);
        asm.q(Op.SHR, Reg.R10, MegamorphicCache.KEY_SHIFT);
        asm.d(Op.IMUL, Reg.R10, Reg.R10, Operand.imm(MegamorphicCache.KEY_FACTOR));
        asm.d(Op.IMUL, Reg.R11, Reg.RAX, Operand.imm(MegamorphicCache.SHAPE_FACTOR));
        asm.d(Op.ADD, Reg.R10, Reg.R11);
        asm.d(Op.MOV, Reg.R11, Reg.R10);
        asm.d(Op.SHR, Reg.R11, MegamorphicCache.HASH_SHIFT);
        asm.d(Op.XOR, Reg.R10, Reg.R11);
        asm.d(Op.AND, Reg.R10, MegamorphicCache.SIZE - 1);
        asm.d(Op.SHL, Reg.R10, MegamorphicCache.ENTRY_SHIFT);
        asm.q(Op.MOV, Reg.R11, cache.address());
        asm.q(Op.ADD, ENTRY, Reg.R11);
        asm.d(Op.CMP, Reg.RAX, at(ENTRY, MegamorphicCache.SHAPE));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.CMP, KEY, at(ENTRY, MegamorphicCache.KEY));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.R11, at(ENTRY, MegamorphicCache.VALIDITY));
        asm.q(Op.TEST, Reg.R11, Reg.R11);
        asm.jcc(Cond.ZERO, valid);
        asm.d(Op.CMP, at(Reg.R11), 1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(valid);
        asm.d(Op.MOV, OFFSET, at(ENTRY, MegamorphicCache.ACCESS));
        asm.d(Op.MOVZX8, KIND, OFFSET);
        asm.d(Op.SHR, OFFSET, 8);
    }

    private static void load(Assembler asm, Reg object, MegamorphicCache cache, Label slow) {
        find(asm, object, cache, slow);
        onKind(asm, AccessKind.INLINE, () -> asm.q(Op.MOV, Reg.RAX, at(object, OFFSET, 1, 0)));
        onKind(asm, AccessKind.OUT_OF_LINE, () -> {
            asm.q(Op.MOV, Reg.RAX, at(object, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, Reg.RAX, at(Reg.RAX, OFFSET, 1, 0));
        });
        onKind(asm, AccessKind.HOLDER_INLINE, () -> {
            asm.q(Op.MOV, Reg.RAX, at(ENTRY, MegamorphicCache.HOLDER));
            asm.q(Op.MOV, Reg.RAX, at(Reg.RAX, OFFSET, 1, 0));
        });
        onKind(asm, AccessKind.HOLDER_OUT_OF_LINE, () -> {
            asm.q(Op.MOV, Reg.RAX, at(ENTRY, MegamorphicCache.HOLDER));
            asm.q(Op.MOV, Reg.RAX, at(Reg.RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, Reg.RAX, at(Reg.RAX, OFFSET, 1, 0));
        });
        onKind(asm, AccessKind.ABSENT, () -> asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED));
        asm.jmp(slow);
    }

    /** The key is in rdi. */
    private static void store(Assembler asm, MegamorphicCache cache, Label slow) {
        asm.q(Op.XOR, KEY, MegamorphicCache.STORE);
        find(asm, A, cache, slow);
        onKind(asm, AccessKind.INLINE, () -> {
            asm.q(Op.MOV, at(A, OFFSET, 1, 0), VALUE);
            asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED);
        });
        onKind(asm, AccessKind.OUT_OF_LINE, () -> {
            asm.q(Op.MOV, Reg.RAX, at(A, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, at(Reg.RAX, OFFSET, 1, 0), VALUE);
            asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED);
        });
        onKind(asm, AccessKind.ADD_INLINE, () -> {
            asm.q(Op.MOV, at(A, OFFSET, 1, 0), VALUE);
            becomeNew(asm);
        });
        onKind(asm, AccessKind.ADD_OUT_OF_LINE, () -> {
            asm.q(Op.MOV, Reg.RDI, at(A, Layout.OBJECT_SLOTS));
            asm.q(Op.TEST, Reg.RDI, Reg.RDI);
            asm.jcc(Cond.ZERO, slow);
            asm.d(Op.MOV, Reg.RAX, at(Reg.RDI, Layout.ARRAY_CAPACITY));
            asm.d(Op.SHL, Reg.RAX, 3);
            asm.d(Op.ADD, Reg.RAX, Layout.ARRAY_DATA);
            asm.d(Op.CMP, OFFSET, Reg.RAX);
            asm.jcc(Cond.ABOVE_EQUAL, slow);
            asm.q(Op.MOV, at(Reg.RDI, OFFSET, 1, 0), VALUE);
            becomeNew(asm);
        });
        asm.jmp(slow);
    }

    /** The object gets the shape behind a store that adds a property. */
    private static void becomeNew(Assembler asm) {
        asm.q(Op.MOV, Reg.RAX, at(ENTRY, MegamorphicCache.HOLDER));
        asm.d(Op.MOV, at(A, Layout.SHAPE), Reg.RAX);
        asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED);
    }

    private static void onKind(Assembler asm, AccessKind kind, Runnable access) {
        Label other = asm.label();
        asm.d(Op.CMP, KIND, kind.ordinal());
        asm.jcc(Cond.NOT_EQUAL, other);
        access.run();
        asm.op(Op.RET);
        asm.bind(other);
    }
}
