package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.FastPaths.A;
import static org.tierscope.machine.FastPaths.B;
import static org.tierscope.machine.FastPaths.finish;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.feedback.AccessKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Functions;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.MegamorphicCache;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/** Fast paths for calls of bound functions and for instanceof, see {@link FastPaths}. */
final class FunctionPaths {
    private static final int MAX_BOUND = 8;

    private FunctionPaths() {}

    private static Address bound(Reg function, int field) {
        return at(function, Layout.OBJECT_FIELDS + 8L * field);
    }

    /**
     * rsi = a window that calls a bound function: it calls the target then, with all arguments; or one that constructs by a function that
     * makes its own object. Returns the cell of the function that is called.
     */
    static void resolve(Assembler asm, Label slow) {
        Reg callee = Reg.RAX;
        Reg target = Reg.R10;
        Reg list = Reg.RCX;
        Reg extra = Reg.R8;
        Reg count = Reg.R9;
        Label next = asm.label();
        Label moved = asm.label();
        Label more = asm.label();
        Label done = asm.label();
        Label unbound = asm.label();
        asm.q(Op.MOV, callee, at(A, Frame.CALLEE));
        FastPaths.requireCell(asm, callee, slow);
        asm.b(Op.CMP, at(callee, Layout.CELL_TYPE), CellType.BOUND_FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, unbound);
        asm.q(Op.CMP, at(A, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, target, bound(callee, Functions.BOUND_TARGET));
        asm.b(Op.CMP, at(target, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.R11, at(target, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(Reg.R11, FunctionCell.FLAGS), FunctionInfo.CLASS_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.MOV, list, bound(callee, Functions.BOUND_ARGUMENTS));
        asm.d(Op.MOV, extra, at(list, Layout.ARRAY_CAPACITY));
        asm.d(Op.CMP, extra, MAX_BOUND);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, count, at(A, Frame.ARGUMENT_COUNT));
        asm.q(Op.LEA, Reg.RDX, at(count, extra, 1, 0));
        asm.q(Op.LEA, Reg.RDI, at(A, Reg.RDX, 8, 0));
        asm.q(Op.CMP, Reg.RDI, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, at(A, Frame.ARGUMENT_COUNT), Reg.RDX);
        asm.q(Op.MOV, at(A, Frame.CALLEE), target);
        asm.q(Op.MOV, Reg.RDX, bound(callee, Functions.BOUND_THIS));
        asm.q(Op.MOV, at(A, Frame.THIS), Reg.RDX);
        asm.comment("rdi = where the arguments that are there move to");
        asm.q(Op.LEA, Reg.RDI, at(A, extra, 8, 0));
        asm.bind(next);
        asm.d(Op.SUB, count, 1);
        asm.jcc(Cond.LESS, moved);
        asm.q(Op.MOV, Reg.RDX, at(A, count, 8, 0));
        asm.q(Op.MOV, at(Reg.RDI, count, 8, 0), Reg.RDX);
        asm.jmp(next);
        asm.bind(moved);
        asm.bind(more);
        asm.d(Op.SUB, extra, 1);
        asm.jcc(Cond.LESS, done);
        asm.q(Op.MOV, Reg.RDX, at(list, extra, 8, Layout.ARRAY_DATA));
        asm.q(Op.MOV, at(A, extra, 8, 0), Reg.RDX);
        asm.jmp(more);
        asm.bind(done);
        asm.q(Op.MOV, Reg.RAX, Reg.R11);
        asm.op(Op.RET);
        asm.bind(unbound);
        asm.b(Op.CMP, at(callee, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.CMP, at(A, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, slow);
        asm.b(Op.TEST, at(callee, Layout.FLAGS), Layout.FLAG_CONSTRUCTOR);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.MOV, Reg.R11, at(callee, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(Reg.R11, FunctionCell.FLAGS), FunctionInfo.NATIVE | FunctionInfo.DERIVED_CONSTRUCTOR);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.MOV, at(A, Frame.THIS), Value.EMPTY);
        asm.q(Op.MOV, Reg.RAX, Reg.R11);
        asm.op(Op.RET);
    }

    /**
     * A instanceof B, a function whose [Symbol.hasInstance] and "prototype" the global cache knows, as it knows for the shape of A
     * whether that prototype is above.
     */
    static void instanceOf(Assembler asm, Vm vm, Label slow) {
        MegamorphicCache cache = vm.fields().megamorphic();
        Label isFalse = asm.label();
        FastPaths.requireCell(asm, B, slow);
        asm.b(Op.CMP, at(B, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, PropertyPaths.KEY, vm.names().symbolHasInstance);
        PropertyPaths.find(asm, B, cache, slow);
        asm.d(Op.CMP, Reg.RAX, AccessKind.HOLDER_INLINE.ordinal());
        Label loaded = asm.label();
        asm.q(Op.MOV, Reg.RCX, at(Reg.R10, MegamorphicCache.HOLDER));
        asm.jcc(Cond.EQUAL, loaded);
        asm.d(Op.CMP, Reg.RAX, AccessKind.HOLDER_OUT_OF_LINE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.RCX, at(Reg.RCX, Layout.OBJECT_SLOTS));
        asm.bind(loaded);
        asm.q(Op.MOV, Reg.RAX, vm.realm().ordinaryHasInstance());
        asm.q(Op.CMP, Reg.RAX, at(Reg.RCX, Reg.R11, 1, 0));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, PropertyPaths.KEY, vm.names().prototype);
        PropertyPaths.find(asm, B, cache, slow);
        asm.d(Op.CMP, Reg.RAX, AccessKind.INLINE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, PropertyPaths.KEY, at(B, Reg.R11, 1, 0));
        FastPaths.requireObject(asm, PropertyPaths.KEY, slow);
        FastPaths.requireObject(asm, A, isFalse);
        asm.q(Op.XOR, PropertyPaths.KEY, MegamorphicCache.INSTANCE);
        PropertyPaths.find(asm, A, cache, slow);
        asm.d(Op.CMP, Reg.RAX, AccessKind.ABSENT.ordinal());
        asm.jcc(Cond.EQUAL, isFalse);
        finish(asm, Value.TRUE);
        asm.bind(isFalse);
        finish(asm, Value.FALSE);
    }
}
