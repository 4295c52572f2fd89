package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Stubs that walk the inline caches in feedback slots; {@link BaselineStubs} says what each takes and gives.
 */
final class CacheStubs {

    private CacheStubs() {}

    static void getField(Assembler asm) {
        Label miss = asm.label("miss");
        Label checked = asm.label();
        findEntry(asm, miss);
        asm.d(Op.MOV, RCX, at(RSI, FeedbackLayout.PROPERTY_ACCESS));
        asm.d(Op.MOV, R8, RCX);
        asm.d(Op.SHR, R8, 8);
        onKind(asm, AccessKind.INLINE, () -> asm.q(Op.MOV, RAX, at(RAX, R8, 1, 0)));
        onKind(asm, AccessKind.OUT_OF_LINE, () -> {
            asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, RAX, at(RAX, R8, 1, 0));
        });
        onKind(asm, AccessKind.ARRAY_LENGTH, () -> {
            asm.d(Op.MOV, RAX, at(RAX, Layout.ARRAY_LENGTH));
            asm.d(Op.TEST, RAX, RAX);
            asm.jcc(Cond.SIGN, miss);
            asm.q(Op.OR, RAX, INT_TAG);
        });
        onKind(asm, AccessKind.STRING_LENGTH, () -> {
            asm.d(Op.MOV, RAX, at(RAX, Layout.STRING_LENGTH));
            asm.q(Op.OR, RAX, INT_TAG);
        });
        asm.q(Op.MOV, R9, at(RSI, FeedbackLayout.PROPERTY_VALIDITY));
        asm.q(Op.TEST, R9, R9);
        asm.jccShort(Cond.ZERO, checked);
        asm.d(Op.CMP, at(R9), 0);
        asm.jcc(Cond.EQUAL, miss);
        asm.bind(checked);
        asm.q(Op.MOV, RAX, at(RSI, FeedbackLayout.PROPERTY_HOLDER));
        onKind(asm, AccessKind.HOLDER_INLINE, () -> asm.q(Op.MOV, RAX, at(RAX, R8, 1, 0)));
        onKind(asm, AccessKind.HOLDER_OUT_OF_LINE, () -> {
            asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, RAX, at(RAX, R8, 1, 0));
        });
        onKind(asm, AccessKind.ABSENT, () -> asm.q(Op.MOV, RAX, Value.UNDEFINED));
        onKind(asm, AccessKind.ACCESSOR, () -> {
            asm.q(Op.MOV, RCX, at(RAX, Layout.ACCESSOR_GETTER));
            asm.q(Op.TEST, RCX, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, miss);
            asm.b(Op.CMP, at(RCX, Layout.CELL_TYPE), CellType.FUNCTION.code());
            asm.jcc(Cond.NOT_EQUAL, miss);
            asm.d(Op.XOR, RAX, RAX);
        });
        asm.bind(miss);
        asm.d(Op.XOR, RAX, RAX);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    /** Has a native frame of its own, in which it keeps the distance to the callee's fp. */
    static void callGetter(Assembler asm) {
        asm.op(Op.PUSH, R8);
        asm.q(Op.ADD, R8, FP);
        asm.d(Op.MOV, at(R8, Frame.ARGUMENT_COUNT), 0);
        asm.q(Op.MOV, at(R8, Frame.CALLER_FP), FP);
        asm.q(Op.MOV, at(R8, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.q(Op.MOV, at(R8, Frame.CALLEE), RCX);
        asm.q(Op.MOV, at(R8, Frame.THIS), RDX);
        asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
        asm.q(Op.MOV, FP, R8);
        asm.op(Op.CALL, at(RCX, FunctionCell.ENTRY));
        asm.op(Op.POP, R8);
        asm.q(Op.SUB, FP, R8);
        asm.op(Op.RET);
    }

    /** Entries with a holder are those of global lexical bindings: only SET_GLOBAL has them. */
    static void setField(Assembler asm) {
        Label miss = asm.label("miss");
        findEntry(asm, miss);
        asm.d(Op.MOV, RCX, at(RSI, FeedbackLayout.PROPERTY_ACCESS));
        asm.d(Op.MOV, R8, RCX);
        asm.d(Op.SHR, R8, 8);
        onKind(asm, AccessKind.INLINE, () -> {
            asm.q(Op.MOV, at(RAX, R8, 1, 0), RDX);
            asm.d(Op.MOV, RCX, 1);
        });
        onKind(asm, AccessKind.OUT_OF_LINE, () -> {
            asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, at(RAX, R8, 1, 0), RDX);
            asm.d(Op.MOV, RCX, 1);
        });
        onKind(asm, AccessKind.HOLDER_INLINE, () -> {
            asm.q(Op.MOV, RAX, at(RSI, FeedbackLayout.PROPERTY_HOLDER));
            asm.q(Op.MOV, at(RAX, R8, 1, 0), RDX);
            asm.d(Op.MOV, RCX, 1);
        });
        onKind(asm, AccessKind.HOLDER_OUT_OF_LINE, () -> {
            asm.q(Op.MOV, RAX, at(RSI, FeedbackLayout.PROPERTY_HOLDER));
            asm.q(Op.MOV, RAX, at(RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.MOV, at(RAX, R8, 1, 0), RDX);
            asm.d(Op.MOV, RCX, 1);
        });
        onKind(asm, AccessKind.ADD_INLINE, () -> {
            checkValidity(asm, miss);
            asm.q(Op.MOV, at(RAX, R8, 1, 0), RDX);
            setNewShape(asm);
        });
        onKind(asm, AccessKind.ADD_OUT_OF_LINE, () -> {
            checkValidity(asm, miss);
            asm.q(Op.MOV, R9, at(RAX, Layout.OBJECT_SLOTS));
            asm.q(Op.TEST, R9, R9);
            asm.jcc(Cond.ZERO, miss);
            asm.d(Op.MOV, RCX, at(R9, Layout.ARRAY_CAPACITY));
            asm.q(Op.LEA, RCX, Address.scaled(RCX, 8, Layout.ARRAY_DATA));
            asm.d(Op.CMP, R8, RCX);
            asm.jcc(Cond.ABOVE_EQUAL, miss);
            asm.q(Op.MOV, at(R9, R8, 1, 0), RDX);
            setNewShape(asm);
        });
        asm.bind(miss);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
    }

    private static void setNewShape(Assembler asm) {
        asm.d(Op.MOV, RCX, at(RSI, FeedbackLayout.PROPERTY_NEW_SHAPE));
        asm.d(Op.MOV, at(RAX, Layout.SHAPE), RCX);
        asm.d(Op.MOV, RCX, 1);
    }

    private static void checkValidity(Assembler asm, Label miss) {
        Label valid = asm.label();
        asm.q(Op.MOV, R9, at(RSI, FeedbackLayout.PROPERTY_VALIDITY));
        asm.q(Op.TEST, R9, R9);
        asm.jccShort(Cond.ZERO, valid);
        asm.d(Op.CMP, at(R9), 0);
        asm.jcc(Cond.EQUAL, miss);
        asm.bind(valid);
    }

    /**
     * Leaves in rsi the entry for the shape of the cell in rax; a megamorphic slot still uses its entries.
     */
    private static void findEntry(Assembler asm, Label miss) {
        Label found = asm.label();
        Label loop = asm.label();
        Label counted = asm.label();
        asm.d(Op.MOV, RCX, at(RAX, Layout.SHAPE));
        asm.d(Op.MOVZX8, R8, at(RSI, FeedbackLayout.CACHE_STATE));
        asm.q(Op.ADD, RSI, FeedbackLayout.PROPERTY_ENTRIES);
        asm.d(Op.CMP, R8, FeedbackLayout.MEGAMORPHIC);
        asm.jccShort(Cond.NOT_EQUAL, counted);
        asm.d(Op.MOV, R8, FeedbackLayout.MEGAMORPHIC - 1);
        asm.bind(counted);
        asm.d(Op.TEST, R8, R8);
        asm.jcc(Cond.ZERO, miss);
        asm.bind(loop);
        asm.d(Op.CMP, RCX, at(RSI, FeedbackLayout.PROPERTY_SHAPE));
        asm.jccShort(Cond.EQUAL, found);
        asm.q(Op.ADD, RSI, FeedbackLayout.PROPERTY_ENTRY_SIZE);
        asm.d(Op.SUB, R8, 1);
        asm.jcc(Cond.NOT_ZERO, loop);
        asm.jmp(miss);
        asm.bind(found);
    }

    /** Code for entries of one kind (in cl), which then returns. */
    private static void onKind(Assembler asm, AccessKind kind, Runnable body) {
        Label other = asm.label();
        asm.b(Op.CMP, RCX, kind.ordinal());
        asm.jcc(Cond.NOT_EQUAL, other);
        body.run();
        asm.op(Op.RET);
        asm.bind(other);
    }

    /** Records what the runtime would: a shape keeps the kind that its last receiver had. */
    static void elementsKind(Assembler asm) {
        Label found = asm.label();
        Label loop = asm.label();
        Label unknown = asm.label();
        Label megamorphic = asm.label();
        asm.d(Op.MOVZX8, R8, at(RSI, FeedbackLayout.CACHE_STATE));
        asm.d(Op.TEST, R8, R8);
        asm.jccShort(Cond.ZERO, unknown);
        asm.d(Op.MOVZX8, RCX, at(RAX, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, R8, FeedbackLayout.MEGAMORPHIC);
        asm.jccShort(Cond.EQUAL, megamorphic);
        asm.d(Op.MOV, R9, at(RAX, Layout.SHAPE));
        asm.q(Op.ADD, RSI, FeedbackLayout.ELEMENT_ENTRIES);
        asm.bind(loop);
        asm.d(Op.CMP, R9, at(RSI, FeedbackLayout.ELEMENT_SHAPE));
        asm.jccShort(Cond.EQUAL, found);
        asm.q(Op.ADD, RSI, FeedbackLayout.ELEMENT_ENTRY_SIZE);
        asm.d(Op.SUB, R8, 1);
        asm.jcc(Cond.NOT_ZERO, loop);
        asm.bind(unknown);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
        asm.bind(found);
        asm.b(Op.MOV, at(RSI, FeedbackLayout.ELEMENT_ELEMENTS_KIND), RCX);
        asm.bind(megamorphic);
        asm.op(Op.RET);
    }

    static void callTarget(Assembler asm) {
        Label found = asm.label();
        Label loop = asm.label();
        Label unknown = asm.label();
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, unknown);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, unknown);
        asm.d(Op.MOVZX8, R8, at(RSI, FeedbackLayout.CACHE_STATE));
        asm.d(Op.TEST, R8, R8);
        asm.jcc(Cond.ZERO, unknown);
        Label megamorphic = asm.label();
        asm.d(Op.CMP, R8, FeedbackLayout.MEGAMORPHIC);
        asm.jcc(Cond.EQUAL, megamorphic);
        asm.d(Op.MOV, RCX, at(RAX, Layout.FUNCTION_ID));
        asm.q(Op.ADD, RSI, FeedbackLayout.CALL_ENTRIES);
        asm.bind(loop);
        asm.d(Op.CMP, RCX, at(RSI, FeedbackLayout.CALL_FUNCTION_ID));
        asm.jccShort(Cond.EQUAL, found);
        asm.q(Op.ADD, RSI, FeedbackLayout.CALL_ENTRY_SIZE);
        asm.d(Op.SUB, R8, 1);
        asm.jcc(Cond.NOT_ZERO, loop);
        asm.bind(unknown);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.RET);
        asm.bind(found);
        // another closure of the same function: the entry stands for the function from now on
        Label same = asm.label();
        asm.q(Op.CMP, RAX, at(RSI, FeedbackLayout.CALL_TARGET));
        asm.jccShort(Cond.EQUAL, same);
        asm.q(Op.MOV, at(RSI, FeedbackLayout.CALL_TARGET), 0);
        asm.bind(same);
        asm.d(Op.INC, at(RSI, FeedbackLayout.CALL_HITS));
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.op(Op.RET);
        // nothing is recorded any more; only class constructors refuse a call
        asm.bind(megamorphic);
        asm.q(Op.MOV, RCX, at(RAX, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(RCX, FunctionCell.FLAGS), FunctionInfo.CLASS_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, unknown);
        asm.op(Op.RET);
    }
}
