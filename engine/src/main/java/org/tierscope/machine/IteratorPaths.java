package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.runtime;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Names;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Steps iterators, see {@link FastPaths}: the engine's own, whose ends are Java's as are holes, deletions and replaced tables;
 * generators that wait at their start or a yield, by calling their function; and those of the program, by calling their next.
 */
final class IteratorPaths {
    private static final Reg RECORD = FastPaths.A;
    private static final Reg ITERATOR = Reg.RDI;
    private static final Reg TABLE = Reg.R10;
    private static final Reg ENTRY = Reg.RCX;
    private static final Reg KEY = Reg.RDX;
    private static final Reg SECOND = Reg.R8;
    /** Of a call. */
    private static final Reg CALLEE = Reg.RCX;

    private static final Reg THIS = Reg.RDX;
    private static final Reg NEW_TARGET = Reg.R8;

    private IteratorPaths() {}

    /** rsi = address of an iterator record: its next value. */
    static void next(Assembler asm, Vm vm, Label slow) {
        Realm realm = vm.realm();
        asm.q(Op.MOV, ITERATOR, at(RECORD));
        Label other = original(asm, CellType.ARRAY_ITERATOR, realm.get(Intrinsic.ARRAY_ITERATOR_NEXT), slow);
        ofArray(asm, realm, slow);
        asm.bind(other);
        other = original(asm, CellType.GENERATOR, realm.get(Intrinsic.GENERATOR_NEXT), slow);
        Label result = asm.label();
        stepGenerator(asm, result, slow);
        asm.bind(other);
        other = original(asm, CellType.MAP_ITERATOR, realm.get(Intrinsic.MAP_ITERATOR_NEXT), slow);
        advance(asm, slow);
        asm.q(Op.MOV, SECOND, at(ENTRY, 8));
        result(asm, realm, slow);
        asm.bind(other);
        other = original(asm, CellType.SET_ITERATOR, realm.get(Intrinsic.SET_ITERATOR_NEXT), slow);
        advance(asm, slow);
        asm.q(Op.MOV, SECOND, KEY);
        result(asm, realm, slow);
        asm.bind(other);
        other = original(asm, CellType.STRING_ITERATOR, realm.get(Intrinsic.STRING_ITERATOR_NEXT), slow);
        ofString(asm, slow);
        asm.bind(other);
        stepProgram(asm, vm.names(), result, slow);
    }

    /** rsi = address of an iterator record: its next value, undefined once it is done. */
    static void step(Assembler asm) {
        Label end = asm.label();
        asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED);
        asm.q(Op.CMP, at(RECORD, 16), Value.TRUE);
        asm.jcc(Cond.EQUAL, end);
        asm.q(Op.SUB, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.op(Op.CALL, runtime(RuntimeFunction.ITERATOR_NEXT));
        asm.q(Op.ADD, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.q(Op.CMP, Reg.RAX, Value.EMPTY);
        asm.jcc(Cond.NOT_EQUAL, end);
        asm.q(Op.MOV, Reg.RAX, Value.UNDEFINED);
        asm.bind(end);
        asm.op(Op.RET);
    }

    /** What follows is for iterators of this type with their original next; others go to the label that is returned. */
    private static Label original(Assembler asm, CellType type, long next, Label slow) {
        Label other = asm.label();
        asm.b(Op.CMP, at(ITERATOR, Layout.CELL_TYPE), type.code());
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.q(Op.MOV, Reg.RAX, next);
        asm.q(Op.CMP, Reg.RAX, at(RECORD, 8));
        asm.jcc(Cond.NOT_EQUAL, slow);
        return other;
    }

    private static void ofArray(Assembler asm, Realm realm, Label slow) {
        Reg array = KEY;
        asm.q(Op.MOV, array, field(Iteration.TARGET));
        FastPaths.requireCell(asm, array, slow);
        asm.b(Op.CMP, at(array, Layout.CELL_TYPE), CellType.ARRAY.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, field(Iteration.POSITION));
        asm.q(Op.CMP, Reg.RAX, MachineConvention.INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, Reg.R10, Reg.RAX);
        asm.d(Op.CMP, Reg.R10, at(array, Layout.ARRAY_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        PropertyPaths.element(asm, array, slow, slow);
        asm.q(Op.MOV, ITERATOR, at(RECORD));
        asm.q(Op.MOV, SECOND, Reg.RAX);
        asm.q(Op.MOV, KEY, INT_TAG);
        asm.q(Op.OR, KEY, Reg.R10);
        asm.d(Op.MOV, Reg.RAX, Reg.R10);
        result(asm, realm, slow);
    }

    /** The units of a flat Latin-1 string are its code points. */
    private static void ofString(Assembler asm, Label slow) {
        asm.q(Op.MOV, Reg.RDX, field(Iteration.TARGET));
        FastPaths.requireCell(asm, Reg.RDX, slow);
        asm.b(Op.CMP, at(Reg.RDX, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, Reg.RAX, field(Iteration.POSITION));
        asm.d(Op.CMP, Reg.RAX, at(Reg.RDX, Layout.STRING_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.MOVZX8, Reg.RCX, at(Reg.RDX, Reg.RAX, 1, Layout.STRING_DATA));
        asm.q(Op.MOV, SECOND, at(MachineConvention.STATE, Reg.RCX, 8, VmState.SINGLE_STRINGS));
        moveOn(asm);
        asm.q(Op.MOV, Reg.RAX, SECOND);
        asm.op(Op.RET);
    }

    /** Calls a suspended generator's function; what it delegates to gives a {@code result} object. */
    private static void stepGenerator(Assembler asm, Label result, Label slow) {
        Label left = asm.label();
        // Iterator helpers have something there.
        asm.q(Op.CMP, field(Generators.RESULT), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.comment("at the start, a yield or a yield*");
        asm.d(Op.CMP, field(Generators.STATE), SuspendKind.DELEGATE.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, field(Generators.SENT), Value.UNDEFINED);
        asm.q(Op.MOV, Reg.RCX, Value.ofInt(ResumeMode.NEXT.ordinal()));
        asm.q(Op.MOV, field(Generators.MODE), Reg.RCX);
        asm.q(Op.MOV, Reg.RCX, Value.ofInt(Generators.RUNNING));
        asm.q(Op.MOV, field(Generators.STATE), Reg.RCX);
        asm.q(Op.MOV, CALLEE, field(Generators.FUNCTION));
        asm.q(Op.MOV, THIS, Value.UNDEFINED);
        asm.q(Op.MOV, NEW_TARGET, ITERATOR);
        call(asm);
        asm.q(Op.CMP, Reg.RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.q(Op.MOV, ITERATOR, at(RECORD));
        asm.d(Op.CMP, field(Generators.STATE), SuspendKind.DELEGATE.ordinal());
        asm.jcc(Cond.EQUAL, result);
        asm.d(Op.CMP, field(Generators.STATE), SuspendKind.YIELD.ordinal());
        asm.jcc(Cond.NOT_EQUAL, left);
        asm.op(Op.RET);
        asm.bind(left);
        goOn(asm);
    }

    /** Calls a next that the program wrote, and takes its result apart (7.4.8 IteratorStepValue). */
    private static void stepProgram(Assembler asm, Names names, Label result, Label slow) {
        Label left = asm.label();
        Label isObject = asm.label();
        Label isDone = asm.label();
        Label value = asm.label();
        Label failed = asm.label();
        asm.q(Op.MOV, CALLEE, at(RECORD, 8));
        FastPaths.requireCell(asm, CALLEE, slow);
        asm.b(Op.CMP, at(CALLEE, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, at(CALLEE, Layout.FUNCTION_CELL));
        asm.d(Op.TEST, at(Reg.RAX, FunctionCell.FLAGS), FunctionInfo.CLASS_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.MOV, THIS, ITERATOR);
        asm.q(Op.MOV, NEW_TARGET, Value.UNDEFINED);
        call(asm);
        asm.q(Op.CMP, Reg.RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.bind(result);
        // With the return address these are 32 bytes.
        asm.op(Op.PUSH, RECORD);
        asm.op(Op.PUSH, Reg.RAX);
        asm.q(Op.SUB, Reg.RSP, MachineConvention.NATIVE_PADDING);
        FastPaths.requireObject(asm, Reg.RAX, failed);
        getField(asm, Reg.RAX, names.done);
        asm.q(Op.CMP, Reg.RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, failed);
        asm.q(Op.CMP, Reg.RAX, Value.FALSE);
        asm.jcc(Cond.EQUAL, value);
        asm.q(Op.MOV, FastPaths.A, Reg.RAX);
        asm.op(Op.CALL, runtime(RuntimeFunction.TRUTHY));
        asm.q(Op.CMP, Reg.RAX, Value.TRUE);
        asm.jcc(Cond.EQUAL, isDone);
        asm.bind(value);
        asm.q(Op.MOV, Reg.RAX, at(Reg.RSP, MachineConvention.NATIVE_PADDING));
        getField(asm, Reg.RAX, names.value);
        asm.q(Op.CMP, Reg.RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, failed);
        asm.q(Op.ADD, Reg.RSP, MachineConvention.NATIVE_PADDING + 16);
        asm.op(Op.RET);
        asm.bind(isDone);
        popRecord(asm);
        asm.q(Op.MOV, at(RECORD, 16), Value.TRUE);
        FastPaths.finish(asm, Value.EMPTY);
        asm.bind(failed);
        popRecord(asm);
        asm.bind(left);
        goOn(asm);
    }

    private static void popRecord(Assembler asm) {
        asm.q(Op.ADD, Reg.RSP, MachineConvention.NATIVE_PADDING + 8);
        asm.op(Op.POP, RECORD);
    }

    private static void getField(Assembler asm, Reg object, long key) {
        asm.q(Op.MOV, FastPaths.A, object);
        asm.q(Op.MOV, FastPaths.B, key);
        asm.comment("no feedback");
        asm.d(Op.MOV, Reg.RCX, 0);
        asm.op(Op.CALL, runtime(RuntimeFunction.GET_FIELD));
    }

    /** Calls a function with no arguments on a window behind the caller's frame: rax = what it returned, rsi = the record again. */
    private static void call(Assembler asm) {
        // With the return address these are 32 bytes.
        asm.op(Op.PUSH, FP);
        asm.op(Op.PUSH, RECORD);
        asm.q(Op.SUB, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.d(Op.MOV, Reg.RAX, at(FP, Frame.EXTENT_AND_FLAGS));
        asm.d(Op.SHR, Reg.RAX, Frame.EXTENT_SHIFT);
        asm.q(Op.LEA, Reg.RAX, at(FP, Reg.RAX, 8, 8L * Frame.HEADER));
        asm.d(Op.MOV, at(Reg.RAX, Frame.ARGUMENT_COUNT), 0);
        asm.q(Op.MOV, at(Reg.RAX, Frame.CALLER_FP), FP);
        asm.q(Op.MOV, at(Reg.RAX, Frame.NEW_TARGET), NEW_TARGET);
        asm.q(Op.MOV, at(Reg.RAX, Frame.THIS), THIS);
        asm.q(Op.MOV, at(Reg.RAX, Frame.CALLEE), CALLEE);
        asm.q(Op.MOV, Reg.RCX, at(CALLEE, Layout.FUNCTION_CELL));
        asm.q(Op.MOV, FP, Reg.RAX);
        asm.op(Op.CALL, at(Reg.RCX, FunctionCell.ENTRY));
        asm.q(Op.ADD, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.op(Op.POP, RECORD);
        asm.op(Op.POP, FP);
    }

    /** The record in rsi and what came in rax are for Java to go on with. */
    private static void goOn(Assembler asm) {
        asm.q(Op.MOV, Reg.RDX, Reg.RAX);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.JMP, runtime(RuntimeFunction.ITERATOR_LEFT));
    }

    private static Address field(int field) {
        return at(ITERATOR, Layout.OBJECT_FIELDS + 8L * field);
    }

    private static Address word(int word) {
        return at(TABLE, Layout.ARRAY_DATA + 8L * word);
    }

    /** rcx = the entry at the iterator's position, rdx = its key, eax = the position. */
    private static void advance(Assembler asm, Label slow) {
        asm.q(Op.MOV, TABLE, field(Iteration.TARGET));
        asm.q(Op.CMP, TABLE, Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.CMP, word(HashTables.NEXT_TABLE), 0);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, Reg.RAX, field(Iteration.POSITION));
        // Of a cleared table it is negative.
        asm.d(Op.CMP, Reg.RAX, word(HashTables.USED));
        asm.jcc(Cond.GREATER_EQUAL, slow);
        asm.d(Op.MOV, Reg.R11, word(HashTables.BUCKETS));
        asm.q(Op.LEA, ENTRY, at(Reg.RAX, Reg.RAX, HashTables.ENTRY_WORDS - 1, 0));
        asm.q(Op.ADD, ENTRY, Reg.R11);
        asm.q(Op.LEA, ENTRY, at(TABLE, ENTRY, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS));
        asm.q(Op.MOV, KEY, at(ENTRY));
        asm.q(Op.CMP, KEY, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
    }

    /** Returns what the iterator's kind asks for, of the key in rdx and the value in r8; moves the iterator on from eax. */
    private static void result(Assembler asm, Realm realm, Label slow) {
        Label value = asm.label();
        Label pair = asm.label();
        asm.d(Op.MOV, Reg.R9, field(Iteration.KIND));
        asm.d(Op.CMP, Reg.R9, Iteration.VALUES);
        asm.jcc(Cond.EQUAL, value);
        asm.jcc(Cond.ABOVE, pair);
        moveOn(asm);
        asm.q(Op.MOV, Reg.RAX, KEY);
        asm.op(Op.RET);
        asm.bind(value);
        moveOn(asm);
        asm.q(Op.MOV, Reg.RAX, SECOND);
        asm.op(Op.RET);
        asm.bind(pair);
        newPair(asm, realm, slow);
        moveOn(asm);
        asm.q(Op.MOV, Reg.RAX, Reg.R11);
        asm.op(Op.RET);
    }

    private static void moveOn(Assembler asm) {
        asm.d(Op.ADD, Reg.RAX, 1);
        asm.q(Op.OR, Reg.RAX, INT_TAG);
        asm.q(Op.MOV, field(Iteration.POSITION), Reg.RAX);
    }

    /** r11 = a new array of rdx and r8; overwrites rcx and r9. */
    private static void newPair(Assembler asm, Realm realm, Label slow) {
        int shape = realm.arrayShape().id();
        int elementBytes = SizeClasses.roundUp(Layout.ARRAY_DATA + 16);
        int objectBytes = SizeClasses.roundUp(realm.arrayShape().objectSize());
        allocate(asm, Reg.RCX, elementBytes, slow);
        header(asm, Reg.RCX, Heap.header(CellType.ELEMENTS.code(), CellType.ELEMENTS, 0));
        asm.d(Op.MOV, at(Reg.RCX, Layout.ARRAY_CAPACITY), elementBytes - Layout.ARRAY_DATA >> 3);
        asm.q(Op.MOV, at(Reg.RCX, Layout.ARRAY_DATA), KEY);
        asm.q(Op.MOV, at(Reg.RCX, Layout.ARRAY_DATA + 8), SECOND);
        allocate(asm, Reg.R11, objectBytes, slow);
        header(asm, Reg.R11, Heap.header(shape, CellType.ARRAY, 0)
                | (long) ElementsKind.TAGGED.ordinal() << 8 * Layout.ELEMENTS_KIND);
        asm.q(Op.MOV, at(Reg.R11, Layout.OBJECT_ELEMENTS), Reg.RCX);
        asm.d(Op.MOV, at(Reg.R11, Layout.ARRAY_LENGTH), 2);
    }

    private static void header(Assembler asm, Reg cell, long header) {
        asm.q(Op.MOV, Reg.R9, header);
        asm.q(Op.MOV, at(cell), Reg.R9);
    }

    static void allocate(Assembler asm, Reg cell, int bytes, Label slow) {
        int cursor = VmState.ALLOCATION + SizeClasses.of(bytes) * VmState.ALLOCATION_STRIDE;
        asm.q(Op.MOV, cell, state(cursor));
        asm.q(Op.ADD, cell, bytes);
        asm.q(Op.CMP, cell, state(cursor + 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, state(cursor), cell);
        asm.q(Op.SUB, cell, bytes);
    }
}
