package org.tierscope.runtime;

import java.util.function.LongConsumer;
import org.tierscope.bytecode.ErrorKind;

/** The built-in objects of a realm, its global object and environment, and the shapes of the objects that literals and the engine make. */
public final class Realm {
    /** Object literals have room for no more properties than this in the object. */
    public static final int MAX_LITERAL_CAPACITY = 64;
    /** At {@link #literals}: the recipe of array cells. */
    public static final int LITERAL_ARRAY = 0;
    /** At {@link #literals}: the recipes of plain objects, by the number of properties that they have room for. */
    public static final int LITERAL_OBJECTS = LITERAL_ARRAY + Recipe.SIZE;

    private final Vm vm;
    private final long[] intrinsics = new long[Intrinsic.values().length];
    private final Shape[] objectShapes = new Shape[MAX_LITERAL_CAPACITY + 1];
    private final Shape arrayShape;
    private final long literals;
    private final long globalObject;
    private final Globals globals;
    private final FunctionShapes functionShapes;
    private final Prelude prelude;

    Realm(Vm vm) {
        this.vm = vm;
        literals = vm.arena().allocate(LITERAL_OBJECTS + (MAX_LITERAL_CAPACITY + 1L) * Recipe.SIZE);
        Objects objects = vm.objects();
        long objectPrototype = objects.allocate(objects.rootShape(0, CellType.OBJECT, 16), 0);
        set(Intrinsic.OBJECT_PROTOTYPE, objectPrototype);
        long functionPrototype = objects.allocate(
                objects.rootShape(objectPrototype, CellType.FUNCTION, 8), Layout.FLAG_CALLABLE);
        FunctionInfo nothing = vm.defineNative(this, "", 0, (v, fp, argc) -> Value.UNDEFINED);
        Mem.putInt(functionPrototype + Layout.FUNCTION_ID, nothing.id());
        Mem.putLong(functionPrototype + Layout.FUNCTION_CELL, nothing.cell());
        set(Intrinsic.FUNCTION_PROTOTYPE, functionPrototype);
        long arrayPrototype = objects.allocate(objects.rootShape(objectPrototype, CellType.ARRAY, 48), 0);
        set(Intrinsic.ARRAY_PROTOTYPE, arrayPrototype);
        arrayShape = objects.rootShape(arrayPrototype, CellType.ARRAY, 0);
        Recipe.write(literals + LITERAL_ARRAY, arrayShape);
        globalObject = objects.allocate(objects.rootShape(objectPrototype, CellType.GLOBAL_OBJECT, 64), 0);
        objects.becomePrototype(globalObject);
        globals = new Globals(vm, globalObject);
        functionShapes = new FunctionShapes(vm, this, functionPrototype);
        prelude = new Prelude(vm, this);
    }

    public long get(Intrinsic intrinsic) {
        return intrinsics[intrinsic.ordinal()];
    }

    public void set(Intrinsic intrinsic, long object) {
        intrinsics[intrinsic.ordinal()] = object;
    }

    public long globalObject() {
        return globalObject;
    }

    /** Its global environment. */
    public Globals globals() {
        return globals;
    }

    /** The shapes that its functions begin with. */
    FunctionShapes functionShapes() {
        return functionShapes;
    }

    /** Its built-ins written in JavaScript. */
    public Prelude prelude() {
        return prelude;
    }

    /** What {@code this} is in sloppy functions called without one. */
    public long globalThis() {
        return globalObject;
    }

    void forEachRoot(LongConsumer mark) {
        for (long object : intrinsics) {
            if (object != 0) {
                mark.accept(object);
            }
        }
        mark.accept(globalObject);
        mark.accept(globals.lexicalObject());
    }

    // Shapes.

    /** The root shape of ordinary objects with this many in-object properties. */
    public Shape objectShape(int capacity) {
        int index = Math.min(capacity, MAX_LITERAL_CAPACITY);
        Shape shape = objectShapes[index];
        if (shape == null) {
            shape = vm.objects().rootShape(get(Intrinsic.OBJECT_PROTOTYPE), CellType.OBJECT, index);
            objectShapes[index] = shape;
            Recipe.write(literals + LITERAL_OBJECTS + (long) index * Recipe.SIZE, shape);
        }
        return shape;
    }

    /** Address of the recipes for literals. */
    public long literals() {
        return literals;
    }

    /** The shape of plain arrays. */
    public Shape arrayShape() {
        return arrayShape;
    }

    // Objects.

    public long newObject() {
        return vm.objects().allocate(objectShape(4), 0);
    }

    public long newObject(long prototype, CellType type) {
        return vm.objects().allocate(vm.objects().rootShape(prototype, type, 2), 0);
    }

    /** The array [first, second]. */
    public long newPair(long first, long second) {
        long array = vm.literals().newArray(2, ElementsKind.TAGGED);
        Mem.putLong(Elements.data(array), first);
        Mem.putLong(Elements.data(array) + 8, second);
        return array;
    }

    /** CreateIterResultObject. */
    public long newIteratorResult(long value, boolean done) {
        long result = vm.objects().allocate(objectShape(2), 0);
        vm.objects().add(result, vm.names().value, Attributes.DEFAULT, value);
        vm.objects().add(result, vm.names().done, Attributes.DEFAULT, Value.ofBoolean(done));
        return result;
    }

    /** The wrapper object of a primitive (not undefined or null). */
    public long wrap(long value) {
        CellType type = Value.isNumber(value)
                ? CellType.NUMBER_OBJECT
                : Value.isBoolean(value)
                        ? CellType.BOOLEAN_OBJECT
                        : Layout.isString(value)
                                ? CellType.STRING_OBJECT
                                : Layout.isSymbol(value) ? CellType.SYMBOL_OBJECT : CellType.BIGINT_OBJECT;
        return wrap(value, type, prototypeOfPrimitive(value));
    }

    /** A wrapper object with another prototype. */
    public long wrap(long value, CellType type, long prototype) {
        long object = vm.objects().allocate(vm.objects().rootShape(prototype, type, 2), 0);
        Objects.setField(object, 0, value);
        if (type == CellType.STRING_OBJECT) {
            Objects.setElementsKind(object, ElementsKind.EXOTIC);
        }
        return object;
    }

    /** The prototype that property access on a primitive (not undefined or null) begins with. */
    public long prototypeOfPrimitive(long value) {
        if (Value.isNumber(value)) {
            return get(Intrinsic.NUMBER_PROTOTYPE);
        }
        if (Value.isBoolean(value)) {
            return get(Intrinsic.BOOLEAN_PROTOTYPE);
        }
        return switch (CellType.at(value)) {
            case SYMBOL -> get(Intrinsic.SYMBOL_PROTOTYPE);
            case BIGINT -> get(Intrinsic.BIGINT_PROTOTYPE);
            default -> get(Intrinsic.STRING_PROTOTYPE);
        };
    }

    /** GetPrototypeFromConstructor; {@code newTarget} may be undefined. */
    public long prototypeFor(long newTarget, Intrinsic otherwise) {
        if (Layout.isObject(newTarget)) {
            long prototype = vm.properties().get(newTarget, vm.names().prototype);
            if (Layout.isObject(prototype)) {
                return prototype;
            }
            return vm.realms().of(newTarget).get(otherwise);
        }
        return get(otherwise);
    }

    long errorPrototype(ErrorKind kind) {
        return get(switch (kind) {
            case ERROR -> Intrinsic.ERROR_PROTOTYPE;
            case TYPE_ERROR -> Intrinsic.TYPE_ERROR_PROTOTYPE;
            case RANGE_ERROR -> Intrinsic.RANGE_ERROR_PROTOTYPE;
            case REFERENCE_ERROR -> Intrinsic.REFERENCE_ERROR_PROTOTYPE;
            case SYNTAX_ERROR -> Intrinsic.SYNTAX_ERROR_PROTOTYPE;
            case EVAL_ERROR -> Intrinsic.EVAL_ERROR_PROTOTYPE;
            case URI_ERROR -> Intrinsic.URI_ERROR_PROTOTYPE;
        });
    }

    /** Error.stackTraceLimit, EMPTY where it is not an own data property. */
    long stackTraceLimit() {
        long constructor = get(Intrinsic.ERROR);
        if (constructor == 0) {
            return Value.EMPTY;
        }
        var property = new Property();
        boolean found = vm.definitions().getOwn(constructor, vm.stackTraceLimitName(), property);
        return found && property.isData() ? property.value() : Value.EMPTY;
    }

    public long ordinaryHasInstance() {
        return get(Intrinsic.FUNCTION_HAS_INSTANCE);
    }

    // Iteration.

    /** How to step an iterator of the engine's own whose {@code next} is the original; null for others. */
    Iteration.Stepper stepper(long next, long iterator) {
        return switch (CellType.at(iterator)) {
            case MAP_ITERATOR -> next == get(Intrinsic.MAP_ITERATOR_NEXT) ? HashTables::stepMap : null;
            case SET_ITERATOR -> next == get(Intrinsic.SET_ITERATOR_NEXT) ? HashTables::stepSet : null;
            case GENERATOR -> {
                boolean helper = vm.generators().isHelper(iterator);
                boolean original = next == get(helper ? Intrinsic.ITERATOR_HELPER_NEXT : Intrinsic.GENERATOR_NEXT);
                yield original ? Generators::stepForLoop : null;
            }
            case STRING_ITERATOR -> next == get(Intrinsic.STRING_ITERATOR_NEXT) ? StringIteration::step : null;
            default -> null;
        };
    }

    /** Whether iterating a plain array runs only the engine's own code. */
    public boolean isArrayIterationOriginal() {
        Names names = vm.names();
        return ownData(get(Intrinsic.ARRAY_PROTOTYPE), names.symbolIterator) == get(Intrinsic.ARRAY_VALUES)
                && ownData(get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), names.next) == get(Intrinsic.ARRAY_ITERATOR_NEXT);
    }

    private long ownData(long object, long key) {
        Shape shape = vm.shapes().of(object);
        int info = shape.lookup(key);
        return info < 0 ? Value.EMPTY : Objects.slot(object, shape, Shape.slot(info));
    }
}
