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

    /** Those of them that hold words. */
    private static final List<ElementsKind> BOXED = IN_A_ROW.stream().filter(kind -> !kind.isDouble()).toList();

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
        if (hasNeverRun(seen) && f.leavesUnseen()) {
            return;
        }
        Node result = isFast(seen) ? loadFast(object, key, seen) : null;
        if (result == null) {
            result = f.callRuntime(RuntimeOperation.GET_ELEMENT, f.feedback(), f.tagged(object), f.tagged(key));
            result.setType(Type.VALUE);
        }
        f.set(f.operand(1), result);
    }

    /** Null where the runtime has to do it. */
    private Node loadFast(Node object, Node key, Elements seen) {
        List<Elements> groups = ElementDispatch.groups(seen);
        if (groups.stream().anyMatch(group -> !canLoad(group, groups.size() == 1))) {
            return null;
        }
        return groups.size() == 1
                ? loadFromGroup(checkShapes(object, seen), index(key), seen)
                : new ElementDispatch(f, this).load(object, index(key), groups);
    }

    /** Whether elements of such objects, all of one group, are loaded without the runtime. */
    private boolean canLoad(Elements group, boolean alone) {
        if (isBehindTheEnd(group) && (!canFillHoles() || !f.mayGuess(ExitReason.OVERFLOW))) {
            return false;
        }
        if (isAll(group, CellType.ARRAY)) {
            return areInARow(group)
                    && (!hasHoles(group) || canFillHoles() && f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND)
                            && group.entries().stream().noneMatch(entry -> entry.elementsKind().isDouble()));
        }
        boolean typed = isAll(group, CellType.TYPED_ARRAY) && hasMachineForm(group.entries().getFirst().elementsKind());
        return typed ? !alone || f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND) : areStrings(group);
    }

    /** Elements were read that are not there, so that this is no reason to leave. */
    private boolean isBehindTheEnd(Elements seen) {
        return seen.has(FeedbackLayout.ELEMENT_OUT_OF_BOUNDS) || !f.mayGuess(ExitReason.OUT_OF_BOUNDS);
    }

    private static boolean areStrings(Elements seen) {
        return seen.entries().stream().allMatch(entry -> entry.cellType().isString());
    }

    /** From an object whose shape is checked, of a group that {@link #canLoad} allows. */
    Node loadFromGroup(Node object, Node index, Elements group) {
        Node array = isAll(group, CellType.ARRAY) ? checkArray(object, group)
                : isAll(group, CellType.TYPED_ARRAY) ? checkTyped(object, group.entries().getFirst().elementsKind())
                : object;
        Node length = isAll(group, CellType.ARRAY) ? length(array)
                : f.emit(isAll(group, CellType.TYPED_ARRAY) ? Operator.LoadTypedLength : Operator.LoadStringLength, array);
        if (!isBehindTheEnd(group)) {
            return loadInside(array, checkBounds(index, length), group);
        }
        checkNoElementsOnPrototypes();
        Node positive = f.emit(Operator.CheckNotNegative, index);
        Block inside = f.newBlock();
        Block behind = f.newBlock();
        f.branch(f.emit(Operator.CompareInt32, List.of(Condition.LT), positive, length), inside, behind);
        f.continueIn(behind);
        Node undefined = f.constant(Value.UNDEFINED);
        f.continueIn(inside);
        Node value = loadInside(array, f.refined(positive, positive.type()), group);
        return f.join(List.of(f.current(), behind), List.of(value, undefined));
    }

    private Node checkArray(Node object, Elements group) {
        return hasHoles(group) ? checkKind(object, BOXED)
                : isLoadedByKind(group) ? checkKind(object, kinds(group))
                : checkInARow(object);
    }

    private Node checkTyped(Node object, ElementsKind kind) {
        Node checked = checkKind(object, List.of(kind));
        return f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND) ? checked : checked.setReason(ExitReason.WRONG_SHAPE);
    }

    /** From an object whose kind is checked. */
    private Node loadInside(Node array, Node index, Elements group) {
        if (isAll(group, CellType.TYPED_ARRAY)) {
            return loadFromTypedArray(array, index, group.entries().getFirst().elementsKind());
        } else if (!isAll(group, CellType.ARRAY)) {
            return f.emit(Operator.StringOfUnit, f.emit(Operator.StringCharCodeAt, array, index));
        } else if (hasHoles(group)) {
            return loadOrUndefined(array, index);
        }
        return isLoadedByKind(group)
                ? loadFromArray(array, index, kinds(group))
                : f.emit(Operator.LoadAnyElement, array, index);
    }

    /** Arrays that hold their elements in one way. */
    private boolean isLoadedByKind(Elements seen) {
        return sameStorage(seen) && !hasHoles(seen) && f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND);
    }

    /** From an array of words, in which holes read undefined. */
    private Node loadOrUndefined(Node array, Node index) {
        checkNoElementsOnPrototypes();
        Node word = f.emit(Operator.LoadElement, f.emit(Operator.LoadElements, array), index);
        word.setType(Type.VALUE.join(Type.EMPTY));
        Block hole = f.newBlock();
        Block element = f.newBlock();
        f.branch(f.emit(Operator.TestType, List.of(TypeTest.EMPTY), word), hole, element);
        f.continueIn(hole);
        Node undefined = f.constant(Value.UNDEFINED);
        f.continueIn(element);
        return f.join(List.of(element, hole), List.of(f.refined(word, Type.VALUE), undefined));
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

    /** Of typed arrays: whether elements are numbers that one machine instruction or two load and store. */
    private static boolean hasMachineForm(ElementsKind kind) {
        return kind.compareTo(ElementsKind.INT8) >= 0 && kind.compareTo(ElementsKind.FLOAT64) <= 0;
    }

    private Node loadFromArray(Node array, Node index, List<ElementsKind> kinds) {
        boolean holey = kinds.stream().anyMatch(ElementsKind::isHoley);
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

    private Node loadFromTypedArray(Node array, Node index, ElementsKind kind) {
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

    private Node checkShapes(Node object, Elements seen) {
        Node checked = checkGroup(f.tagged(object), seen);
        f.refine(object, checked);
        return checked;
    }

    /** An object, checked to be of a group. */
    Node checkGroup(Node word, Elements group) {
        if (areStrings(group)) {
            return word.type().isSubtypeOf(Type.STRING) ? word : f.emit(Operator.CheckString, word);
        }
        Node checked = f.emit(Operator.CheckShape, List.of(shapes(group)), word);
        checked.setType(typeOf(group));
        return checked;
    }

    static List<Integer> shapes(Elements group) {
        return group.entries().stream().map(Element::shape).distinct().toList();
    }

    Type typeOf(Elements group) {
        Type type = Type.NONE;
        for (int shape : shapes(group)) {
            type = type.join(areStrings(group) ? Type.STRING : f.snapshot().shapes().get(shape).type());
        }
        return type;
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
        if (hasNeverRun(seen) && f.leavesUnseen()) {
            return;
        }
        Node object = f.get(f.operand(1));
        Node key = f.get(f.operand(2));
        Node value = f.get(f.operand(3));
        List<Elements> groups = ElementDispatch.groups(seen);
        boolean fast = isFast(seen) && f.mayGuess(ExitReason.OUT_OF_BOUNDS) && !seen.has(FeedbackLayout.ELEMENT_OUT_OF_BOUNDS)
                && groups.stream().allMatch(group -> canStore(group, groups.size() == 1));
        if (!fast) {
            Node strict = f.emit(Operator.ConstantBool, List.of(f.function().bytecode().is(Flag.STRICT)));
            f.callRuntime(
                    RuntimeOperation.SET_ELEMENT, f.feedback(), f.tagged(object), f.tagged(key), f.tagged(value),
                    strict);
        } else if (groups.size() == 1) {
            storeToGroup(checkShapes(object, seen), key, value, seen);
        } else {
            new ElementDispatch(f, this).store(object, index(key), value, groups);
        }
    }

    /** Whether elements of such objects, all of one group, are stored without the runtime. */
    private boolean canStore(Elements group, boolean alone) {
        if (isAll(group, CellType.ARRAY)) {
            return isStoredByKind(group) || areInARow(group) && canFillHoles();
        }
        return isAll(group, CellType.TYPED_ARRAY) && hasMachineForm(group.entries().getFirst().elementsKind())
                && f.mayGuess(ExitReason.NOT_NUMBER)
                && (!alone || f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND) && !group.has(FeedbackLayout.ELEMENT_SLOW));
    }

    /** Arrays of one kind. What is appended to begins empty, and changes its kind with the first element. */
    private boolean isStoredByKind(Elements group) {
        return oneKind(group) && canStore(group.entries().getFirst().elementsKind())
                && !group.has(FeedbackLayout.ELEMENT_APPEND | FeedbackLayout.ELEMENT_SLOW)
                && f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND);
    }

    /** Into an object whose shape is checked, of a group that {@link #canStore} allows. */
    void storeToGroup(Node object, Node key, Node value, Elements group) {
        ElementsKind kind = group.entries().getFirst().elementsKind();
        if (isAll(group, CellType.TYPED_ARRAY)) {
            storeToTypedArray(checkTyped(object, kind), key, value, kind);
        } else if (isStoredByKind(group)) {
            storeToArray(object, key, value, kind);
        } else {
            storeToAnyArray(object, key, value);
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

    private void storeToArray(Node object, Node key, Node value, ElementsKind kind) {
        Node array = checkFlags(checkKind(object, List.of(kind)), kind.isHoley());
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
    private void storeToAnyArray(Node object, Node key, Node value) {
        Node array = checkFlags(checkInARow(object), true);
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

    private void storeToTypedArray(Node array, Node key, Node value, ElementsKind kind) {
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
