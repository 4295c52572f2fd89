package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * for-of and destructuring of arrays: an index that counts up to the length, while nobody has changed how arrays are iterated.
 * The iterator object is there, for exits, but nothing of it is read.
 */
final class IterationBytecodes {
    private static final int NEXT = 1;
    private static final int DONE = 2;

    private final FunctionBuilder f;

    IterationBytecodes(FunctionBuilder f) {
        this.f = f;
    }

    /** Whether the instruction at {@code pc} can do without a frame of its own as far as is known. */
    static boolean isInlinable(FeedbackSnapshot snapshot, int function, int pc) {
        return snapshot.arrayIteration() != null
                && snapshot.arrayShape() != SnapshotSource.NO_SHAPE
                && mayGuess(snapshot, function, pc);
    }

    private static boolean mayGuess(FeedbackSnapshot snapshot, int function, int pc) {
        return List.of(
                        ExitReason.WRONG_SHAPE, ExitReason.PROTOTYPE_CHANGED, ExitReason.WRONG_ELEMENTS_KIND, ExitReason.HOLE)
                .stream()
                .allMatch(reason -> snapshot.guesses().allow(function, pc, reason));
    }

    private boolean isFast() {
        return isInlinable(f.snapshot(), f.function().id(), f.pc());
    }

    /** Which way an iteration goes: what it is over, if that is known, or what was seen decides. No guess depends on it. */
    void choose() {
        int register = f.operand(1);
        Node value = f.get(register);
        boolean known = f.iterators().has(register) && isKnown(register)
                || value.representation() != Representation.TAGGED
                || value.type().isSubtypeOf(Type.ARRAY);
        FunctionSnapshot.Branch seen = f.function().branch(f.feedbackOffset());
        boolean calls = !known && seen.taken() == 0 && seen.notTaken() > 0;
        f.addEdge(calls ? f.pc() + Opcode.JUMP_IF_ENGINE_ITERATES.length() : f.operand(2));
    }

    void checkIterable() {
        Node method = f.tagged(f.get(f.operand(1)));
        if (!method.type().isSubtypeOf(Type.FUNCTION)) {
            f.guard(ExitReason.THROWS, Operator.CheckTrue, List.of(), f.emit(Operator.TestType, List.of(TypeTest.CALLABLE), method));
        }
    }

    void checkResult() {
        Node result = f.tagged(f.get(f.operand(1)));
        if (!result.type().isSubtypeOf(Type.OBJECT)) {
            f.refine(f.get(f.operand(1)), f.guard(ExitReason.THROWS, Operator.CheckObject, List.of(), result));
        }
    }

    private static int field(int index) {
        return Layout.OBJECT_FIELDS + 8 * index;
    }

    private Node array(int record) {
        return f.known(f.iterators().array(record));
    }

    /** Whether the iterator in a record is known to go over an array. */
    private boolean isKnown(int record) {
        return isFast() && f.iterators().has(record) && array(record) != null && f.known(f.iterators().position(record)) != null;
    }

    /** Whether the instruction is built; else the runtime executes it. */
    boolean begin() {
        int record = f.operand(1);
        forget(record);
        Node iterable = f.get(f.operand(2));
        if (!isFast() || iterable.representation() != Representation.TAGGED || !iterable.type().mayBe(Type.ARRAY)) {
            return false;
        }
        ArrayIterationFacts facts = f.snapshot().arrayIteration();
        Node array = checkArray(iterable);
        f.refine(iterable, array);
        checkUnchanged(facts.values());
        checkUnchanged(facts.next());
        Node iterator = f.emit(Operator.NewObject, List.of(facts.iteratorShape(), 0));
        store(iterator, Iteration.TARGET, array);
        store(iterator, Iteration.POSITION, f.constant(Value.ZERO));
        store(iterator, Iteration.KIND, f.constant(Value.ofInt(Iteration.VALUES)));
        f.set(record, iterator);
        f.set(record + NEXT, f.constant(facts.next().content()));
        f.set(record + DONE, f.constant(Value.FALSE));
        f.set(f.iterators().array(record), array);
        f.set(f.iterators().position(record), f.constantInt32(0));
        return true;
    }

    /** Whether arrays may be expected to be iterated as they were made to be. */
    boolean isUnchanged() {
        return isFast();
    }

    /** An array, checked to be one whose iteration gives its elements in order. */
    Node checkIterable(Node value) {
        Node array = checkArray(value);
        f.refine(value, array);
        checkUnchanged(f.snapshot().arrayIteration().values());
        checkUnchanged(f.snapshot().arrayIteration().next());
        return checkKind(array);
    }

    /** What a slot of a prototype holds may change without any change of its shape. */
    private void checkUnchanged(ArrayIterationFacts.Slot slot) {
        Node object = f.guard(
                ExitReason.PROTOTYPE_CHANGED, Operator.CheckShape, List.of(List.of(slot.shape())), f.constant(slot.object()));
        object.setType(Type.OBJECT);
        Node base = slot.outOfLine() ? f.emit(Operator.LoadSlots, object) : object;
        Node content = f.emit(Operator.LoadField, List.of(slot.offset(), Memory.HOLDER), base);
        f.guard(ExitReason.PROTOTYPE_CHANGED, Operator.CheckValue, List.of(slot.content()), content);
    }

    private Node checkArray(Node value) {
        Node array = f.emit(Operator.CheckShape, List.of(List.of(f.snapshot().arrayShape())), value);
        array.setType(Type.ARRAY);
        return array;
    }

    private void store(Node iterator, int field, Node value) {
        f.emit(Operator.StoreField, List.of(field(field), Memory.ITERATOR), iterator, f.tagged(value));
    }

    /** With an entry in the middle of loops: reads the state of the iterators that go over arrays now. */
    void enterLoops() {
        for (int record : f.iterators().records()) {
            if (f.snapshot().arrayIterators().contains(record) && f.known(record) != null && f.known(record + NEXT) != null
                    && isFast()) {
                Node iterator = f.emit(
                        Operator.CheckShape, List.of(List.of(f.snapshot().arrayIteration().iteratorShape())), f.get(record));
                iterator.setType(Type.of(Type.OTHER_OBJECT_BIT));
                f.refine(f.get(record), iterator);
                f.guard(ExitReason.WRONG_SHAPE, Operator.CheckValue, List.of(f.snapshot().arrayIteration().next().content()),
                        f.get(record + NEXT));
                Node kind = f.emit(Operator.LoadField, List.of(field(Iteration.KIND), Memory.ITERATOR), iterator);
                f.guard(ExitReason.WRONG_SHAPE, Operator.CheckValue, List.of(Value.ofInt(Iteration.VALUES)), kind);
                Node target = f.emit(Operator.LoadField, List.of(field(Iteration.TARGET), Memory.ITERATOR), iterator);
                Node position = f.emit(Operator.LoadField, List.of(field(Iteration.POSITION), Memory.ITERATOR), iterator);
                f.set(f.iterators().array(record), checkArray(target));
                Node index = f.guard(ExitReason.WRONG_SHAPE, Operator.CheckInt32, List.of(), position);
                f.set(f.iterators().position(record), index);
            }
        }
    }

    /** The array as it is now, whose elements are in a row. */
    private Node elements(int record) {
        return checkKind(array(record));
    }

    private Node checkKind(Node array) {
        List<ElementsKind> kinds = ElementBytecodes.IN_A_ROW;
        Node checked = f.emit(Operator.CheckElementsKind, List.of(kinds), array);
        checked.setType(Type.ARRAY);
        return checked;
    }

    private Node isInside(Node position, Node array) {
        Node length = f.emit(Operator.LoadArrayLength, array);
        length.setType(Type.range(0, Integer.MAX_VALUE));
        return f.emit(Operator.CompareInt32, List.of(Condition.LT), position, length);
    }

    /** The element at the position, behind which the iterator stands then. */
    private Node advance(int record, Node position, Node array) {
        Node value = f.emit(Operator.LoadAnyElement, array, position);
        Node next = f.emit(Operator.AddInt32, position, f.constantInt32(1));
        next.setType(Type.range(1, Integer.MAX_VALUE));
        store(f.tagged(f.get(record)), Iteration.POSITION, next);
        f.set(f.iterators().position(record), next);
        return value;
    }

    private void finish(int record) {
        store(f.tagged(f.get(record)), Iteration.TARGET, f.constant(Value.UNDEFINED));
        f.set(record + DONE, f.constant(Value.TRUE));
    }

    private Node position(int record) {
        Node position = f.known(f.iterators().position(record));
        Node index = f.int32(position);
        // It only counts up, from 0.
        Type type = index.type().meet(Type.range(0, Integer.MAX_VALUE));
        return type.equals(index.type()) ? index : f.refined(index, type);
    }

    boolean next(Opcode opcode) {
        int record = f.operand(2);
        if (!isKnown(record)) {
            return false;
        }
        Node position = position(record);
        Node array = elements(record);
        Block inside = f.newBlock();
        Block behind = f.newBlock();
        f.branch(isInside(position, array), inside, behind);
        Node[] registers = f.saveRegisters();
        f.continueIn(behind);
        finish(record);
        f.addEdge(f.operand(opcode.targetOperand()));
        f.restoreRegisters(registers);
        f.continueIn(inside);
        f.set(f.operand(1), advance(record, position, array));
        f.addEdge(f.pc() + opcode.length());
        return true;
    }

    /** Destructuring: undefined behind the end, once and for all. */
    boolean step() {
        int record = f.operand(2);
        if (!isKnown(record)) {
            return false;
        }
        var ends = new ArrayList<FunctionBuilder.Edge>();
        Node[] registers = f.saveRegisters();
        Node done = f.tagged(f.get(record + DONE));
        if (!done.is(Operator.Constant) || done.wordParameter(0) != Value.FALSE) {
            Block over = f.newBlock();
            Block going = f.newBlock();
            f.branch(f.emit(Operator.SameWord, done, f.constant(Value.TRUE)), over, going);
            f.continueIn(over);
            f.set(f.operand(1), f.constant(Value.UNDEFINED));
            ends.add(f.edge());
            f.restoreRegisters(registers);
            f.continueIn(going);
        }
        Node position = position(record);
        Node array = elements(record);
        Block inside = f.newBlock();
        Block behind = f.newBlock();
        f.branch(isInside(position, array), inside, behind);
        f.continueIn(behind);
        finish(record);
        f.set(f.operand(1), f.constant(Value.UNDEFINED));
        ends.add(f.edge());
        f.restoreRegisters(registers);
        f.continueIn(inside);
        f.set(f.operand(1), advance(record, position, array));
        ends.add(f.edge());
        f.joinAll(ends);
        return true;
    }

    /** Nothing is known any more of the iterator in a record: the runtime has moved it. */
    void forget(int record) {
        if (!f.iterators().has(record)) {
            return;
        }
        f.set(f.iterators().array(record), null);
        f.set(f.iterators().position(record), null);
    }

    /** Iterators over arrays have nothing to close. */
    boolean close() {
        int record = f.operand(1);
        if (!isKnown(record) || f.snapshot().arrayIteration().returnValidity() == 0) {
            return false;
        }
        f.emit(Operator.CheckValidity, List.of(f.snapshot().arrayIteration().returnValidity()));
        f.set(record + DONE, f.constant(Value.TRUE));
        return true;
    }
}
