package org.tierscope.ir.pass;

import static org.tierscope.ir.Operator.BoxBool;
import static org.tierscope.ir.Operator.BoxFloat64;
import static org.tierscope.ir.Operator.BoxInt32;
import static org.tierscope.ir.Operator.Constant;
import static org.tierscope.ir.Operator.ConstantBool;
import static org.tierscope.ir.Operator.ConstantFloat64;
import static org.tierscope.ir.Operator.ConstantInt32;
import static org.tierscope.ir.Operator.Int32ToFloat64;

import java.util.List;
import org.tierscope.ir.Condition;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphRewriter;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Type;
import org.tierscope.ir.TypeTest;
import org.tierscope.runtime.Value;

/**
 * Constant folding and canonicalisation: computes what is known, drops changes of representation that undo
 * each other, and guards that a type proves. Each rule looks at a node and its operands only.
 */
public final class ConstantFolding implements Pass {
    private static final int MAX_SWEEPS = 4;
    private static final Type CELL =
            Type.OBJECT.join(Type.STRING).join(Type.SYMBOL).join(Type.INTERNAL).join(Type.BIGINT);
    private static final Type SHAPED = Type.OBJECT.join(Type.INTERNAL);

    @Override
    public String name() {
        return "constant-folding";
    }

    @Override
    public String purpose() {
        return "Computes operations on constants and rewrites nodes into simpler ones that give the same.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        for (int i = 0; i < MAX_SWEEPS && new Sweep(graph, notes).run(); i++) {}
    }

    private static final class Sweep extends GraphRewriter implements Maker {
        private final PassNotes notes;

        Sweep(Graph graph, PassNotes notes) {
            super(graph);
            this.notes = notes;
        }

        @Override
        protected Node rewrite(Node node) {
            unboxState(node.state());
            Node result = simplify(node);
            if (result != node) {
                notes.did(node, node.operator() + " becomes v" + result.id());
            }
            return result;
        }

        /** Frame states take values as they are: rebuilding the frame boxes them. */
        private void unboxState(FrameState state) {
            for (FrameState frame = state; frame != null && isFirst(frame); frame = frame.caller()) {
                frame.replaceValues(this::unboxed);
            }
        }

        private Node unboxed(Node value) {
            if (isBox(value.resolved())) {
                markChanged();
                return value.resolved().input(0).resolved();
            }
            return value;
        }

        private static boolean isBox(Node node) {
            return node.is(BoxInt32) || node.is(BoxFloat64) || node.is(BoxBool);
        }

        private Node simplify(Node node) {
            return switch (node.operator()) {
                case CheckInt32, UnboxInt32, CheckIndex -> toInt32(node);
                case CheckNumber, UnboxNumber -> toFloat64(node);
                case CheckBoolean, UnboxBool -> toBool(node);
                case CheckFloat64IsInt32 -> float64ToInt32(node);
                case TruncateFloat64 -> truncate(node);
                case BoxInt32, BoxBool, BoxFloat64 -> box(node);
                case Int32ToFloat64 -> node.input(0).is(ConstantInt32)
                        ? float64(node.input(0).intParameter(0))
                        : node;
                case Uint32ToFloat64 -> node.input(0).is(ConstantInt32)
                        ? float64(Integer.toUnsignedLong(node.input(0).intParameter(0)))
                        : node;
                case BoolToInt32 -> node.input(0).is(ConstantBool)
                        ? int32(node.input(0).boolParameter(0) ? 1 : 0)
                        : node;
                case CheckString, CheckObject -> node.input(0).type().isSubtypeOf(node.operator().type())
                        ? node.input(0)
                        : node;
                case CheckNotEmpty -> node.input(0).type().mayBe(Type.EMPTY) ? node : node.input(0);
                case CheckNotNegative -> node.input(0).type().min() >= 0 ? node.input(0) : node;
                case CheckValue -> node.input(0).is(Constant)
                                && node.input(0).wordParameter(0) == node.wordParameter(0)
                        ? node.input(0)
                        : node;
                case CheckBounds -> checkBounds(node);
                case CompareInt32 -> compareInt32(node);
                case CompareFloat64 -> compareFloat64(node);
                case SameWord -> sameWord(node);
                case StringEqual -> node.input(0) == node.input(1) ? bool(true) : node;
                case TestType -> testType(node);
                case Truthy -> truthy(node);
                case NotBool -> not(node);
                case SelectObject -> selectObject(node);
                case Refine -> isKnownAnywhere(node) ? node.input(0) : node;
                case TestShape -> node.input(0).type().mayBe(CELL) ? node : bool(false);
                default -> node.representation() == Representation.INT32
                        ? Int32Folding.fold(node, this)
                        : node.representation() == Representation.FLOAT64 ? Float64Folding.fold(node, this) : node;
            };
        }

        /**
         * Whether a refinement says nothing that holds only where it stands: loads of an object's fields must stay behind the test
         * that leads to it even if the object is constant, and more so where a constant is none and the test fails.
         */
        private static boolean isKnownAnywhere(Node node) {
            Node input = node.input(0);
            return input.operator().isConstant()
                    && (input.representation() != Representation.TAGGED
                            || input.type().isSubtypeOf(node.type()) && !input.type().mayBe(SHAPED));
        }

        private Node toInt32(Node node) {
            Node input = node.input(0);
            if (input.is(BoxInt32)) {
                return input.input(0);
            }
            if (input.is(Constant) && Value.isInt(input.wordParameter(0))) {
                return int32(Value.asInt(input.wordParameter(0)));
            }
            if (input.is(BoxFloat64)) {
                return emit(Operator.CheckFloat64IsInt32, input.input(0));
            }
            if (!node.is(Operator.UnboxInt32) && input.type().isInt32()) {
                Node unboxed = emit(Operator.UnboxInt32, input);
                unboxed.setType(input.type());
                return unboxed;
            }
            return node;
        }

        private Node toFloat64(Node node) {
            Node input = node.input(0);
            if (input.is(BoxFloat64)) {
                return input.input(0);
            }
            if (input.is(BoxInt32)) {
                return emit(Int32ToFloat64, input.input(0));
            }
            if (input.is(Constant) && Value.isNumber(input.wordParameter(0))) {
                return float64(Value.numberAsDouble(input.wordParameter(0)));
            }
            if (node.is(Operator.CheckNumber) && input.type().isSubtypeOf(Type.NUMBER)) {
                return emit(Operator.UnboxNumber, input);
            }
            return node;
        }

        private Node toBool(Node node) {
            Node input = node.input(0);
            if (input.is(BoxBool)) {
                return input.input(0);
            }
            if (input.is(Constant) && Value.isBoolean(input.wordParameter(0))) {
                return bool(input.wordParameter(0) == Value.TRUE);
            }
            if (node.is(Operator.CheckBoolean) && input.type().isSubtypeOf(Type.BOOLEAN)) {
                return emit(Operator.UnboxBool, input);
            }
            return node;
        }

        private Node float64ToInt32(Node node) {
            Node input = node.input(0);
            if (input.is(Int32ToFloat64)) {
                return input.input(0);
            }
            if (input.is(ConstantFloat64) && isInt32(input.doubleParameter(0))) {
                return int32((int) input.doubleParameter(0));
            }
            return node;
        }

        /** An int32 value and not −0. */
        private static boolean isInt32(double value) {
            return Value.isInt(Value.number(value));
        }

        private Node truncate(Node node) {
            Node input = node.input(0);
            if (input.is(Int32ToFloat64) || input.is(Operator.Uint32ToFloat64)) {
                return input.input(0);
            }
            if (input.is(ConstantFloat64)) {
                return int32(Float64Folding.toInt32(input.doubleParameter(0)));
            }
            // Sums of two int32 are exact in doubles; products are not.
            if (input.is(Operator.AddFloat64) || input.is(Operator.SubFloat64)) {
                Node a = asInt32(input.input(0));
                Node b = a == null ? null : asInt32(input.input(1));
                if (b != null) {
                    return emit(input.is(Operator.AddFloat64) ? Operator.AddInt32 : Operator.SubInt32, a, b);
                }
            }
            return node;
        }

        /** The int32 that a double is made from, or null. */
        private Node asInt32(Node node) {
            if (node.is(Int32ToFloat64)) {
                return node.input(0);
            }
            return node.is(ConstantFloat64) && isInt32(node.doubleParameter(0))
                    ? int32((int) node.doubleParameter(0))
                    : null;
        }

        private Node box(Node node) {
            Node input = node.input(0);
            return switch (node.operator()) {
                case BoxInt32 -> {
                    node.setType(input.type().meet(Type.INT32));
                    yield input.is(ConstantInt32) ? word(Value.ofInt(input.intParameter(0))) : node;
                }
                case BoxBool -> input.is(ConstantBool) ? word(Value.ofBoolean(input.boolParameter(0))) : node;
                default -> input.is(ConstantFloat64) ? word(Value.ofDouble(input.doubleParameter(0))) : node;
            };
        }

        private Node word(long word) {
            return emit(Constant, List.of(word));
        }

        private static Node checkBounds(Node node) {
            Type index = node.input(0).type();
            Type length = node.input(1).type();
            boolean known = index.min() >= 0 && index.max() < length.min() || isChecked(node.input(0), node.input(1));
            return known ? node.input(0) : node;
        }

        /** Whether an index has passed a check against this very length before: where an element is read, then written. */
        private static boolean isChecked(Node index, Node length) {
            Node at = index;
            while (at.is(Operator.CheckBounds) || at.is(Operator.CheckNotNegative) || at.is(Operator.Refine)) {
                if (at.is(Operator.CheckBounds) && at.input(1).resolved() == length.resolved()) {
                    return true;
                }
                at = at.input(0).resolved();
            }
            return false;
        }

        private Node compareInt32(Node node) {
            Node a = node.input(0);
            Node b = node.input(1);
            Boolean known = a == b
                    ? Boolean.valueOf(node.condition().test(0, 0))
                    : Ranges.compare(node.condition(), a.type(), b.type());
            return known == null ? node : bool(known);
        }

        private Node compareFloat64(Node node) {
            Node a = node.input(0);
            Node b = node.input(1);
            if (a.is(ConstantFloat64) && b.is(ConstantFloat64)) {
                return bool(node.condition().test(a.doubleParameter(0), b.doubleParameter(0)));
            }
            if (a.is(Int32ToFloat64) && isInt32Valued(b) || b.is(Int32ToFloat64) && isInt32Valued(a)) {
                return emit(Operator.CompareInt32, List.of(node.condition()), valueAsInt32(a), valueAsInt32(b));
            }
            return node;
        }

        private static boolean isInt32Valued(Node node) {
            return node.is(Int32ToFloat64)
                    || node.is(ConstantFloat64) && node.doubleParameter(0) == (int) node.doubleParameter(0);
        }

        /** −0 compares as 0. */
        private Node valueAsInt32(Node node) {
            return node.is(Int32ToFloat64) ? node.input(0) : int32((int) node.doubleParameter(0));
        }

        private Node sameWord(Node node) {
            Node a = node.input(0);
            Node b = node.input(1);
            if (a == b) {
                return bool(true);
            }
            if (a.is(Constant) && b.is(Constant)) {
                return bool(a.wordParameter(0) == b.wordParameter(0));
            }
            return a.type().mayBe(b.type()) ? node : bool(false);
        }

        private Node testType(Node node) {
            var test = (TypeTest) node.parameter(0);
            Type type = node.input(0).type();
            Type asked = TypeTests.typeOf(test);
            if (type.isNone()) {
                return node;
            }
            if (!type.mayBe(TypeTests.possible(test))) {
                return bool(false);
            }
            return type.isSubtypeOf(asked) ? bool(true) : node;
        }

        private Node truthy(Node node) {
            Node input = node.input(0);
            if (input.is(BoxBool)) {
                return input.input(0);
            }
            if (input.is(BoxInt32)) {
                return emit(Operator.CompareInt32, List.of(Condition.NE), input.input(0), int32(0));
            }
            if (input.is(BoxFloat64)) {
                Node magnitude = emit(Operator.AbsFloat64, input.input(0));
                return emit(Operator.CompareFloat64, List.of(Condition.GT), magnitude, float64(0));
            }
            if (input.is(Constant) && !Value.isCell(input.wordParameter(0))) {
                long word = input.wordParameter(0);
                double number = Value.isNumber(word) ? Value.numberAsDouble(word) : 0;
                return bool(word == Value.TRUE || Value.isNumber(word) && number != 0 && !Double.isNaN(number));
            }
            if (input.type().isSubtypeOf(Type.BOOLEAN)) {
                return emit(Operator.UnboxBool, input);
            }
            if (input.type().isSubtypeOf(Type.NULLISH)) {
                return bool(false);
            }
            return input.type().isSubtypeOf(Type.ARRAY) ? bool(true) : node;
        }

        private Node not(Node node) {
            Node input = node.input(0);
            return switch (input.operator()) {
                case NotBool -> input.input(0);
                case ConstantBool -> bool(!input.boolParameter(0));
                case CompareInt32 -> emit(
                        Operator.CompareInt32, List.of(input.condition().negated()), input.input(0), input.input(1));
                case CompareFloat64 -> input.condition() == Condition.EQ || input.condition() == Condition.NE
                        ? emit(Operator.CompareFloat64, List.of(input.condition().negated()), input.input(0),
                                input.input(1))
                        : node;
                default -> node;
            };
        }

        private static Node selectObject(Node node) {
            Type result = node.input(0).type();
            if (result.isSubtypeOf(Type.OBJECT)) {
                return node.input(0);
            }
            return result.mayBe(Type.OBJECT) ? node : node.input(1);
        }

        @Override
        public Node newInt32(int value) {
            return int32(value);
        }

        @Override
        public Node newFloat64(double value) {
            return float64(value);
        }

        @Override
        public Node newNode(Operator operator, Node... inputs) {
            return emit(operator, inputs);
        }
    }

    /** How the arithmetic rules make nodes. */
    interface Maker {
        Node newInt32(int value);

        Node newFloat64(double value);

        Node newNode(Operator operator, Node... inputs);
    }
}
