package org.tierscope.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.ElementsKind;

/**
 * Rest parameters of inlined functions, and arrays that calls and literals spread, where their elements are known one by one: the
 * arrays then need not exist.
 */
final class SpreadBytecodes {
    /** Elements of an array that is spread, at most. */
    private static final int MAX_ELEMENTS = 16;

    private final FunctionBuilder f;
    private final IterationBytecodes iteration;
    /** Arrays of literals in the making that hold what their node says: only this class appends to them. */
    private final Set<Node> literals = new HashSet<>();
    /** Arrays that the runtime has appended to: they are longer than where they were made. */
    private final Set<Node> grown = new HashSet<>();

    SpreadBytecodes(FunctionBuilder f, IterationBytecodes iteration) {
        this.f = f;
        this.iteration = iteration;
    }

    /** Whether a function's arguments are needed for its rest parameter alone. */
    static boolean needsRestOnly(BytecodeFunction function) {
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode == Opcode.CREATE_ARGUMENTS || opcode == Opcode.CREATE_MAPPED_ARGUMENTS) {
                return false;
            }
        }
        return true;
    }

    /** Whether the instruction at {@code pc}, of an inlined function, can do without a frame of its own as far as is known. */
    static boolean isInlinable(FeedbackSnapshot snapshot, int function, int pc, Opcode opcode) {
        return snapshot.arrayShape() != SnapshotSource.NO_SHAPE
                && (opcode == Opcode.CREATE_REST || IterationBytecodes.isInlinable(snapshot, function, pc))
                && snapshot.guesses().allow(function, pc, ExitReason.WRONG_VALUE);
    }

    void isLiteral(Node array) {
        literals.add(array);
    }

    /** The rest array of an inlined call, of the kind that the function's element accesses have seen. */
    void createRest() {
        List<Node> arguments = f.call().arguments();
        int from = Math.min(f.operand(2), arguments.size());
        List<Node> rest = arguments.subList(from, arguments.size());
        ElementsKind kind = rest.isEmpty() ? ElementsKind.EMPTY : kindOf(rest);
        Node[] inputs = rest.stream().map(value -> element(value, kind)).toArray(Node[]::new);
        f.set(f.operand(1), newArray(kind, inputs));
    }

    private Node newArray(ElementsKind kind, Node... inputs) {
        return f.emit(Operator.NewArray, List.of(f.snapshot().arrayShape(), kind), inputs);
    }

    private Node element(Node value, ElementsKind kind) {
        return switch (kind) {
            case INT -> f.tagged(f.int32(value));
            case DOUBLE -> f.float64(value);
            default -> f.tagged(value);
        };
    }

    private ElementsKind kindOf(List<Node> values) {
        if (values.stream().allMatch(value -> value.representation() == Representation.INT32)) {
            return ElementsKind.INT;
        }
        ElementsKind seen = seenKind();
        boolean numbers = values.stream().allMatch(value -> value.representation() != Representation.BOOL
                && (value.representation() != Representation.TAGGED || value.type().mayBe(Type.NUMBER)));
        boolean ints = numbers && values.stream().noneMatch(value -> value.representation() == Representation.FLOAT64);
        if (seen == ElementsKind.INT && ints && f.mayGuess(ExitReason.NOT_INT32)) {
            return ElementsKind.INT;
        }
        return seen == ElementsKind.DOUBLE && numbers && f.mayGuess(ExitReason.NOT_NUMBER) ? ElementsKind.DOUBLE : ElementsKind.TAGGED;
    }

    /** The one elements kind of arrays that the function's element accesses have seen, or null. */
    private ElementsKind seenKind() {
        ElementsKind seen = null;
        int[] code = f.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (Opcode.of(code[pc]) == Opcode.GET_ELEMENT) {
                FunctionSnapshot.Elements elements = f.function().elements(code[pc + Opcode.GET_ELEMENT.feedbackOperand()]);
                for (FunctionSnapshot.Element entry : elements.entries()) {
                    if (entry.shape() == f.snapshot().arrayShape() && entry.elementsKind() != seen) {
                        if (seen != null) {
                            return null;
                        }
                        seen = entry.elementsKind();
                    }
                }
            }
        }
        return seen;
    }

    /** Appends one value to a literal in the making; whether that was done. */
    boolean append() {
        Node array = f.get(f.operand(1));
        if (!literals.remove(array)) {
            return false;
        }
        grown.add(array);
        Node value = f.tagged(f.get(f.operand(2)));
        if (value.type().mayBe(Type.EMPTY)) {
            if (!f.mayGuess(ExitReason.HOLE)) {
                return false;
            }
            value = f.guard(ExitReason.HOLE, Operator.CheckNotEmpty, List.of(), value);
        }
        return extend(array, List.of(value));
    }

    /** Appends the elements of an array that was made here, and whose iteration is the original one; whether that was done. */
    boolean appendSpread() {
        Node array = f.get(f.operand(1));
        Node source = f.get(f.operand(2));
        Node made = source.base();
        grown.add(array);
        if (!literals.remove(array) || grown.contains(made) || !made.is(Operator.NewArray) || made.inputCount() > MAX_ELEMENTS
                || array.inputCount() + made.inputCount() > MAX_ELEMENTS || !f.mayGuess(ExitReason.WRONG_VALUE)
                || !iteration.isUnchanged()) {
            return false;
        }
        Node checked = iteration.checkIterable(source);
        Node length = f.emit(Operator.LoadArrayLength, checked);
        Node same = f.emit(Operator.CompareInt32, List.of(Condition.EQ), length, f.constantInt32(made.inputCount()));
        f.guard(ExitReason.WRONG_VALUE, Operator.CheckTrue, List.of(), same);
        var elements = new ArrayList<Node>();
        for (int i = 0; i < made.inputCount(); i++) {
            elements.add(f.emit(Operator.LoadAnyElement, checked, f.constantInt32(i)));
        }
        return extend(array, elements);
    }

    /** The temporary that holds a literal in the making is nobody else's: a longer array takes its place. */
    private boolean extend(Node array, List<Node> values) {
        Node[] inputs = Stream.concat(array.inputs().stream().map(f::tagged), values.stream()).toArray(Node[]::new);
        Node longer = newArray(inputs.length == 0 ? ElementsKind.EMPTY : ElementsKind.TAGGED, inputs);
        literals.add(longer);
        f.set(f.operand(1), longer);
        return true;
    }

    /** The values that a call spreads, or null where they are not known. */
    List<Node> arguments(int register) {
        Node array = f.get(register);
        return literals.contains(array) ? array.inputs() : null;
    }
}
