package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.FunctionSnapshot.Element;
import org.tierscope.ir.FunctionSnapshot.Elements;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Element accesses: arrays of the kinds seen, typed arrays and strings directly, everything else through the
 * runtime.
 */
final class ElementBytecodes {
    /** Kinds of plain arrays whose elements are in storage of their own. */
    static final List<ElementsKind> IN_A_ROW = List.of(
            ElementsKind.EMPTY, ElementsKind.INT, ElementsKind.HOLEY_INT, ElementsKind.DOUBLE,
            ElementsKind.HOLEY_DOUBLE, ElementsKind.TAGGED, ElementsKind.HOLEY_TAGGED);

    private final FunctionBuilder f;

    ElementBytecodes(FunctionBuilder f) {
        this.f = f;
    }

    /** Whether the next instruction loads an element whose key is in {@code register}: a compound assignment. */
    boolean isNextLoadBy(int register) {
        return Opcode.of(f.code()[next()]) == Opcode.GET_ELEMENT && f.code()[next() + 3] == register;
    }

    /** Of a next instruction that loads an element: whether it has seen int32 keys only. */
    boolean nextLoadHasIntKeys() {
        int slot = f.code()[next() + Opcode.GET_ELEMENT.feedbackOperand()];
        return f.function().elements(slot).keys() == TypeBits.INT32;
    }

    private int next() {
        return f.pc() + Opcode.of(f.code()[f.pc()]).length();
    }

    void load() {
        Elements seen = f.function().elements(f.feedbackOffset());
        Node object = f.get(f.operand(2));
        Node key = f.get(f.operand(3));
        if (hasNeverRun(seen)) {
            f.exit(ExitReason.INSUFFICIENT_FEEDBACK);
            return;
        }
        Node result = null;
        boolean outOfBounds = seen.has(FeedbackLayout.ELEMENT_OUT_OF_BOUNDS);
        if (isFast(seen) && isAll(seen, CellType.ARRAY) && areInARow(seen)) {
            result = outOfBounds || !sameStorage(seen) || hasHoles(seen) || !f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND)
                    ? loadFromAnyArray(object, key, seen, outOfBounds)
                    : loadFromArray(object, key, seen);
        } else if (isFast(seen) && !outOfBounds && f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND)) {
            ElementsKind kind = seen.entries().getFirst().elementsKind();
            if (isAll(seen, CellType.TYPED_ARRAY) && oneKind(seen) && hasMachineForm(kind)) {
                result = loadFromTypedArray(object, key, seen, kind);
            } else if (seen.entries().stream().allMatch(entry -> entry.cellType().isString())) {
                result = loadFromString(object, key);
            }
        }
        if (result == null) {
            result = f.callRuntime(RuntimeOperation.GET_ELEMENT, f.feedback(), f.tagged(object), f.tagged(key));
            result.setType(Type.VALUE);
        }
        f.set(f.operand(1), result);
    }

    private boolean hasNeverRun(Elements seen) {
        return seen.entries().isEmpty() && !seen.megamorphic() && seen.keys() == 0
                && f.function().misses(f.feedbackOffset()) == 0;
    }

    /** Known shapes, index keys, and no guess about them that has failed too often. */
    private boolean isFast(Elements seen) {
        return !seen.entries().isEmpty()
                && (seen.keys() & ~TypeBits.NUMBER) == 0
                && seen.entries().stream().allMatch(entry -> f.snapshot().shapes().containsKey(entry.shape()))
                && f.mayGuess(ExitReason.WRONG_SHAPE)
                && f.mayGuess(ExitReason.OUT_OF_BOUNDS)
                && f.mayGuess(ExitReason.NOT_INT32)
                && f.mayGuess(ExitReason.NOT_EXACT);
    }

    private static boolean isAll(Elements seen, CellType type) {
        return seen.entries().stream().allMatch(entry -> entry.cellType() == type);
    }

    private static boolean oneKind(Elements seen) {
        return seen.entries().stream().map(Element::elementsKind).distinct().count() == 1;
    }

    private static boolean sameStorage(Elements seen) {
        return seen.entries().stream().allMatch(entry -> entry.elementsKind().isBoxed())
                || seen.entries().stream().allMatch(entry -> entry.elementsKind().isDouble());
    }

    private static boolean areInARow(Elements seen) {
        return seen.entries().stream().allMatch(entry -> IN_A_ROW.contains(entry.elementsKind()));
    }

    /** Holes were read, so that reading one is no reason to leave. */
    private boolean hasHoles(Elements seen) {
        return seen.has(FeedbackLayout.ELEMENT_HOLE)
                || !f.mayGuess(ExitReason.HOLE) && kinds(seen).stream().anyMatch(ElementsKind::isHoley);
    }

    /**
     * From arrays of several kinds, with indices behind the end that read undefined. Null where holes are read, or where a
     * prototype may have elements.
     */
    private Node loadFromAnyArray(Node object, Node key, Elements seen, boolean outOfBounds) {
        if (seen.has(FeedbackLayout.ELEMENT_HOLE) || !f.mayGuess(ExitReason.HOLE)
                || outOfBounds && (!canFillHoles() || !f.mayGuess(ExitReason.OVERFLOW))) {
            return null;
        }
        Node array = checkInARow(checkShapes(object, seen));
        Node length = length(array);
        if (!outOfBounds) {
            return f.emit(Operator.LoadAnyElement, array, checkBounds(key, length));
        }
        checkNoElementsOnPrototypes();
        Node index = f.emit(Operator.CheckNotNegative, index(key));
        Block inside = f.newBlock();
        Block behind = f.newBlock();
        f.branch(f.emit(Operator.CompareInt32, List.of(Condition.LT), index, length), inside, behind);
        f.continueIn(behind);
        Node undefined = f.constant(Value.UNDEFINED);
        f.continueIn(inside);
        Node value = f.emit(Operator.LoadAnyElement, array, index);
        return f.join(List.of(inside, behind), List.of(value, undefined));
    }

    /** Of typed arrays: whether elements are numbers that one machine instruction or two load and store. */
    private static boolean hasMachineForm(ElementsKind kind) {
        return kind.compareTo(ElementsKind.INT8) >= 0 && kind.compareTo(ElementsKind.FLOAT64) <= 0;
    }

    private Node loadFromArray(Node object, Node key, Elements seen) {
        boolean holes = seen.has(FeedbackLayout.ELEMENT_HOLE) || !f.mayGuess(ExitReason.HOLE);
        List<ElementsKind> kinds = kinds(seen);
        boolean holey = kinds.stream().anyMatch(ElementsKind::isHoley);
        if (holey && holes) {
            return null;
        }
        Node array = checkKind(checkShapes(object, seen), kinds);
        Node index = checkBounds(key, length(array));
        Node elements = f.emit(Operator.LoadElements, array);
        if (kinds.getFirst().isDouble()) {
            Node value = f.emit(Operator.LoadElementFloat64, elements, index);
            return holey ? f.emit(Operator.CheckNotHoleFloat64, value) : value;
        }
        Node value = f.emit(Operator.LoadElement, elements, index);
        Type type = kinds.stream().allMatch(kind -> kind == ElementsKind.INT || kind == ElementsKind.HOLEY_INT)
                ? Type.INT32
                : Type.VALUE;
        value.setType(holey ? type.join(Type.EMPTY) : type);
        if (!holey) {
            return type.isInt32() ? f.int32(value) : value;
        }
        Node checked = f.emit(Operator.CheckNotEmpty, value);
        checked.setType(type);
        return type.isInt32() ? f.int32(checked) : checked;
    }

    /** Kinds to accept: a kind seen, and with holey ones their packed forms. */
    private static List<ElementsKind> kinds(Elements seen) {
        var kinds = new ArrayList<ElementsKind>();
        for (Element entry : seen.entries()) {
            for (ElementsKind kind : ElementsKind.values()) {
                if (!kinds.contains(kind) && (kind == entry.elementsKind() || kind.toHoley() == entry.elementsKind())) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private Node loadFromTypedArray(Node object, Node key, Elements seen, ElementsKind kind) {
        Node array = checkKind(checkShapes(object, seen), List.of(kind));
        Node index = checkBounds(key, f.emit(Operator.LoadTypedLength, array));
        Node data = f.emit(Operator.LoadTypedData, array);
        boolean isDouble = isDouble(kind);
        Node value = f.emit(isDouble ? Operator.LoadTypedFloat64 : Operator.LoadTypedInt32, List.of(kind), data, index);
        if (!isDouble) {
            value.setType(valuesOf(kind));
        }
        return value;
    }

    private static boolean isDouble(ElementsKind kind) {
        return kind == ElementsKind.UINT32 || kind == ElementsKind.FLOAT32 || kind == ElementsKind.FLOAT64;
    }

    private static Type valuesOf(ElementsKind kind) {
        return switch (kind) {
            case INT8 -> Type.range(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case UINT8, UINT8_CLAMPED -> Type.range(0, 0xFF);
            case INT16 -> Type.range(Short.MIN_VALUE, Short.MAX_VALUE);
            case UINT16 -> Type.range(0, 0xFFFF);
            default -> Type.INT32;
        };
    }

    private Node loadFromString(Node object, Node key) {
        Node string = f.tagged(object);
        if (!string.type().isSubtypeOf(Type.STRING)) {
            string = f.emit(Operator.CheckString, string);
            f.refine(object, string);
        }
        Node index = checkBounds(key, f.emit(Operator.LoadStringLength, string));
        return f.emit(Operator.StringOfUnit, f.emit(Operator.StringCharCodeAt, string, index));
    }

    private Node checkShapes(Node object, Elements seen) {
        List<Integer> shapes = seen.entries().stream().map(Element::shape).distinct().toList();
        Node checked = f.emit(Operator.CheckShape, List.of(shapes), f.tagged(object));
        Type type = Type.NONE;
        for (int shape : shapes) {
            type = type.join(f.snapshot().shapes().get(shape).type());
        }
        checked.setType(type);
        f.refine(object, checked);
        return checked;
    }

    /** Not the guess that a kind is the one that was seen. */
    private Node checkInARow(Node array) {
        return checkKind(array, IN_A_ROW).setReason(ExitReason.WRONG_SHAPE);
    }

    Node checkKind(Node object, List<ElementsKind> kinds) {
        Node checked = f.emit(Operator.CheckElementsKind, List.of(kinds), object);
        checked.setType(object.type().meet(checked.type()));
        return checked;
    }

    /** Of an array whose kind is checked, so that its length is below 2^31. */
    Node length(Node array) {
        Node length = f.emit(Operator.LoadArrayLength, array);
        length.setType(Type.range(0, Integer.MAX_VALUE));
        return length;
    }

    Node checkBounds(Node key, Node length) {
        Node index = index(key);
        Node checked = f.emit(Operator.CheckBounds, index, length);
        f.refine(index, checked);
        return checked;
    }

    private Node index(Node key) {
        if (key.representation() == Representation.TAGGED && !key.type().isInt32()
                && !key.is(Operator.BoxInt32)
                && (f.function().elements(f.feedbackOffset()).keys() & TypeBits.DOUBLE) != 0) {
            return f.emit(Operator.CheckIndex, key);
        }
        return f.int32(key);
    }

    void store() {
        Elements seen = f.function().elements(f.feedbackOffset());
        if (hasNeverRun(seen)) {
            f.exit(ExitReason.INSUFFICIENT_FEEDBACK);
            return;
        }
        Node object = f.get(f.operand(1));
        Node key = f.get(f.operand(2));
        Node value = f.get(f.operand(3));
        boolean done = false;
        if (isFast(seen) && !seen.has(FeedbackLayout.ELEMENT_OUT_OF_BOUNDS | FeedbackLayout.ELEMENT_SLOW)
                && oneKind(seen) && f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND)) {
            ElementsKind kind = seen.entries().getFirst().elementsKind();
            // What is appended to begins empty, and changes its kind with the first element.
            if (isAll(seen, CellType.ARRAY) && canStore(kind) && !seen.has(FeedbackLayout.ELEMENT_APPEND)) {
                storeToArray(object, key, value, seen, kind);
                done = true;
            } else if (isAll(seen, CellType.TYPED_ARRAY) && hasMachineForm(kind)
                    && f.mayGuess(ExitReason.NOT_NUMBER)) {
                storeToTypedArray(object, key, value, seen, kind);
                done = true;
            }
        }
        if (!done && isFast(seen) && isAll(seen, CellType.ARRAY) && areInARow(seen)
                && !seen.has(FeedbackLayout.ELEMENT_OUT_OF_BOUNDS) && canFillHoles()) {
            storeToAnyArray(object, key, value, seen);
            done = true;
        }
        if (!done) {
            Node strict = f.emit(Operator.ConstantBool, List.of(f.function().bytecode().is(Flag.STRICT)));
            f.callRuntime(
                    RuntimeOperation.SET_ELEMENT, f.feedback(), f.tagged(object), f.tagged(key), f.tagged(value),
                    strict);
        }
    }

    /** Packed kinds always; stores that could meet a hole only while no prototype has elements. */
    private boolean canStore(ElementsKind kind) {
        boolean packed = kind == ElementsKind.INT || kind == ElementsKind.DOUBLE || kind == ElementsKind.TAGGED;
        return packed || kind.isHoley() && canFillHoles();
    }

    /** Whether it can be checked that no prototype has elements. */
    boolean canFillHoles() {
        return f.snapshot().elementsValidity() != 0 && f.mayGuess(ExitReason.PROTOTYPE_CHANGED);
    }

    void checkNoElementsOnPrototypes() {
        f.emit(Operator.CheckValidity, List.of(f.snapshot().elementsValidity()));
    }

    private void storeToArray(Node object, Node key, Node value, Elements seen, ElementsKind kind) {
        Node array = checkFlags(checkKind(checkShapes(object, seen), List.of(kind)), kind.isHoley());
        if (kind.isHoley()) {
            checkNoElementsOnPrototypes();
        }
        Node element = element(value, kind);
        Node index = index(key);
        Node checked = f.emit(Operator.CheckBounds, index, length(array));
        Node elements = f.emit(Operator.LoadElements, array);
        f.emit(
                element.representation() == Representation.FLOAT64
                        ? Operator.StoreElementFloat64
                        : Operator.StoreElement,
                elements, checked, element);
    }

    /** Into arrays of several kinds, or whose kind changes with what is stored; appends where the index is the length. */
    private void storeToAnyArray(Node object, Node key, Node value, Elements seen) {
        Node array = checkFlags(checkInARow(checkShapes(object, seen)), true);
        checkNoElementsOnPrototypes();
        Node word = f.tagged(value);
        Node index = index(key);
        Node length = length(array);
        Block inside = f.newBlock();
        Block behind = f.newBlock();
        f.branch(f.emit(Operator.CompareInt32, List.of(Condition.EQ), index, length), behind, inside);
        f.continueIn(behind);
        f.emit(Operator.ArrayPush, array, word);
        f.continueIn(inside);
        Node checked = f.emit(Operator.CheckBounds, index, length);
        f.emit(Operator.StoreAnyElement, List.of(f.function().bytecode().is(Flag.STRICT)), array, checked, word);
        f.join(List.of(behind, inside), List.of(word, word));
    }

    /** {@code adds}: whether an element may be added. */
    Node checkFlags(Node array, boolean adds) {
        int flags = Layout.FLAG_RESTRICTED_ELEMENTS
                | (adds ? Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_PROTOTYPE : 0);
        Node checked = f.emit(Operator.CheckFlags, List.of(flags), array);
        checked.setType(array.type());
        return checked;
    }

    /** A value as an array of this kind holds it. */
    Node element(Node value, ElementsKind kind) {
        return switch (kind) {
            case INT, HOLEY_INT -> f.tagged(f.int32(value));
            case DOUBLE, HOLEY_DOUBLE -> f.float64(value);
            default -> f.tagged(value);
        };
    }

    private void storeToTypedArray(Node object, Node key, Node value, Elements seen, ElementsKind kind) {
        Node array = checkKind(checkShapes(object, seen), List.of(kind));
        Node element = switch (kind) {
            case FLOAT32, FLOAT64 -> f.float64(value);
            case UINT8_CLAMPED -> value.representation() == Representation.INT32
                    ? clamped(value)
                    : f.emit(Operator.ClampFloat64, f.float64(value));
            default -> f.truncated(value, false);
        };
        Node index = checkBounds(key, f.emit(Operator.LoadTypedLength, array));
        Node data = f.emit(Operator.LoadTypedData, array);
        f.emit(
                element.representation() == Representation.FLOAT64
                        ? Operator.StoreTypedFloat64
                        : Operator.StoreTypedInt32,
                List.of(kind), data, index, element);
    }

    private Node clamped(Node value) {
        Node low = f.emit(Operator.MaxInt32, value, f.constantInt32(0));
        return f.emit(Operator.MinInt32, low, f.constantInt32(0xFF));
    }
}
