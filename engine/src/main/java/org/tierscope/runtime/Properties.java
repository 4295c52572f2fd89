package org.tierscope.runtime;

/**
 * Reading, writing, testing and deleting properties: the internal methods [[Get]], [[Set]], [[HasProperty]] and
 * [[Delete]] of all objects (10.1 and 10.4). Keys are interned strings, symbols, or int32 indices from 0 on.
 */
public final class Properties {
    private static final int ARRAY = CellType.ARRAY.ordinal();
    private static final int PROXY = CellType.PROXY.ordinal();
    private static final int STRING_OBJECT = CellType.STRING_OBJECT.ordinal();

    private final Vm vm;
    private final ShapeTable shapes;
    private final Objects objects;
    private final Elements elements;

    Properties(Vm vm) {
        this.vm = vm;
        this.shapes = vm.shapes();
        this.objects = vm.objects();
        this.elements = vm.elements();
    }

    // [[Get]].

    public long get(long object, long key) {
        return get(object, key, object);
    }

    public long get(long object, long key, long receiver) {
        return Value.isInt(key) ? getIndexed(object, Value.asInt(key), receiver) : getNamed(object, key, receiver);
    }

    public long get(long object, String name) {
        return get(object, vm.conversions().key(name), object);
    }

    long getNamed(long object, long key, long receiver) {
        long o = object;
        do {
            Shape shape = shapes.of(o);
            int info = shape.lookup(key);
            if (info >= 0) {
                if ((info & Attributes.LAZY) != 0) {
                    shape = vm.functions().materialize(o);
                }
                long stored = Objects.slot(o, shape, Shape.slot(info));
                return (info & Attributes.ACCESSOR) != 0 ? callGetter(stored, receiver) : stored;
            }
            if (Layout.cellType(o) == PROXY) {
                return vm.proxies().get(o, key, receiver);
            }
            long virtual = virtual(o, key);
            if (virtual != Value.EMPTY) {
                return virtual;
            }
            o = shape.prototype();
        } while (o != 0);
        return Value.UNDEFINED;
    }

    /** The object's shape; where {@code key} is a lazy property of it, after making that. */
    Shape shape(long object, long key) {
        Shape shape = shapes.of(object);
        if (shape.isLazy()) {
            int info = shape.lookup(key);
            if (info >= 0 && (info & Attributes.LAZY) != 0) {
                return vm.functions().materialize(object);
            }
        }
        return shape;
    }

    /** Value of a named property that is not in the shape: an array's or string's length; EMPTY for none. */
    long virtual(long object, long key) {
        if (key == vm.names().length) {
            int type = Layout.cellType(object);
            if (type == ARRAY) {
                return Value.number(Elements.limit(object));
            }
            if (type == STRING_OBJECT) {
                return Value.ofInt(Strings.length(ExoticElements.string(object)));
            }
        } else if (isInvalidTypedIndex(object, key)) {
            return Value.UNDEFINED;
        }
        return Value.EMPTY;
    }

    /** Typed arrays have no properties whose key is the text of a number but their elements (10.4.5). */
    boolean isInvalidTypedIndex(long object, long key) {
        if (!ElementsKind.at(object).isTypedArray() || Layout.isSymbol(key) || Strings.length(key) == 0) {
            return false;
        }
        char first = Strings.unitAt(key, 0);
        if (first != '-' && first != 'I' && first != 'N' && (first < '0' || first > '9')) {
            return false;
        }
        String text = vm.strings().toJava(key);
        return text.equals("-0") || NumberText.toString(NumberText.parse(text)).equals(text);
    }

    long callGetter(long accessor, long receiver) {
        long getter = Mem.getLong(accessor + Layout.ACCESSOR_GETTER);
        return getter == Value.UNDEFINED ? Value.UNDEFINED : vm.call(getter, receiver);
    }

    static boolean isAccessor(long stored) {
        return Value.isCell(stored) && Layout.cellType(stored) == CellType.ACCESSOR.ordinal();
    }

    /** {@code index} at least 0. */
    long getIndexed(long object, int index, long receiver) {
        long o = object;
        do {
            ElementsKind kind = ElementsKind.at(o);
            if (kind != ElementsKind.EMPTY) {
                if (kind == ElementsKind.EXOTIC && Layout.cellType(o) == PROXY) {
                    return vm.proxies().get(o, Value.ofInt(index), receiver);
                }
                long value = kind == ElementsKind.EXOTIC ? ExoticElements.get(vm, o, index) : Value.EMPTY;
                if (value == Value.EMPTY) {
                    value = vm.typedElements().elementOf(o, index);
                }
                if (value != Value.EMPTY) {
                    return isAccessor(value) ? callGetter(value, receiver) : value;
                }
                if (kind.isTypedArray()) {
                    return Value.UNDEFINED;
                }
            }
            o = shapes.of(o).prototype();
        } while (o != 0);
        return Value.UNDEFINED;
    }

    /** GetV: a property of any value; nullish ones are a TypeError. */
    public long getOfValue(long value, long key) {
        if (Layout.isObject(value)) {
            return get(value, key, value);
        }
        if (Layout.isString(value)) {
            if (key == vm.names().length) {
                return Value.ofInt(Strings.length(value));
            }
            if (Value.isInt(key) && Value.asInt(key) < Strings.length(value)) {
                return vm.strings().ofUnit(Strings.unitAt(vm.strings().flatten(value), Value.asInt(key)));
            }
        }
        if (Value.isNullish(value)) {
            throw vm.errors().readOfNullish(value, key);
        }
        return get(vm.realm().prototypeOfPrimitive(value), key, value);
    }

    /** GetMethod: undefined for null and undefined, TypeError for anything else that is not callable. */
    public long getMethod(long value, long key) {
        long method = getOfValue(value, key);
        if (Value.isNullish(method)) {
            return Value.UNDEFINED;
        }
        if (!Layout.isCallable(method)) {
            throw vm.typeError(vm.errors().render(method) + " is not a function");
        }
        return method;
    }

    // [[Set]].

    /** Set with a throw where it fails. */
    public void put(long object, long key, long value) {
        if (!set(object, key, value, object)) {
            throw vm.errors().cannotAssign(object, key);
        }
    }

    /** [[Set]]: false where the property cannot be set. */
    public boolean set(long object, long key, long value, long receiver) {
        return Value.isInt(key)
                ? setIndexed(object, Value.asInt(key), value, receiver)
                : setNamed(object, key, value, receiver);
    }

    private boolean setNamed(long object, long key, long value, long receiver) {
        for (long o = object; o != 0; ) {
            Shape shape = shape(o, key);
            int info = shape.lookup(key);
            if (info >= 0) {
                if ((info & Attributes.ACCESSOR) != 0) {
                    return callSetter(Objects.slot(o, shape, Shape.slot(info)), receiver, value);
                }
                if ((info & Attributes.WRITABLE) == 0) {
                    return false;
                }
                if (o == receiver) {
                    Objects.setSlot(o, shape, Shape.slot(info), value);
                    return true;
                }
                break;
            }
            if (Layout.cellType(o) == PROXY) {
                return vm.proxies().set(o, key, value, receiver);
            }
            if (virtual(o, key) != Value.EMPTY) {
                if (key != vm.names().length) {
                    if (o == receiver) {
                        vm.typedElements().toNumeric(ElementsKind.at(o), value);
                    }
                    return true;
                }
                if (Layout.cellType(o) != ARRAY || Objects.has(o, Layout.FLAG_RESTRICTED_ELEMENTS)) {
                    return false;
                }
                if (o == receiver) {
                    return setArrayLength(o, value);
                }
                break;
            }
            o = shape.prototype();
        }
        if (receiver != object) {
            return setOnReceiver(receiver, key, value);
        }
        if (Objects.has(receiver, Layout.FLAG_NON_EXTENSIBLE)) {
            return false;
        }
        return addNamed(receiver, key, Attributes.DEFAULT, value);
    }

    /** Adds a named property to an extensible object; on arrays one named like a large index moves the length. */
    boolean addNamed(long object, long key, int attributes, long stored) {
        if (Layout.cellType(object) == ARRAY) {
            long index = OwnKeys.bigIndex(key);
            if (index >= Elements.limit(object)) {
                if (Objects.has(object, Layout.FLAG_RESTRICTED_ELEMENTS)) {
                    return false;
                }
                elements.setLength(object, index + 1);
            }
        }
        objects.add(object, key, attributes, stored);
        return true;
    }

    /** Deletes what is named like an index from {@code length} on; returns the length that this leaves possible. */
    private long deleteBigIndices(long array, long length) {
        long end = length;
        Shape shape = shapes.of(array);
        for (int i = shape.count() - 1; i >= 0; i--) {
            long key = shape.keyAt(i);
            long index = key == 0 ? -1 : OwnKeys.bigIndex(key);
            if (index >= length && !delete(array, key)) {
                end = Math.max(end, index + 1);
            }
        }
        return end;
    }

    /** ArraySetLength's last steps; false where an element could not be deleted. */
    boolean changeLength(long array, long length) {
        long possible = Elements.limit(array) > Conversions.MAX_INT_KEY ? deleteBigIndices(array, length) : length;
        return elements.setLength(array, possible) && possible == length;
    }

    private boolean callSetter(long accessor, long receiver, long value) {
        long setter = Mem.getLong(accessor + Layout.ACCESSOR_SETTER);
        if (setter == Value.UNDEFINED) {
            return false;
        }
        vm.call(setter, receiver, value);
        return true;
    }

    /** OrdinarySet's last steps, where the receiver may have the property although the lookup did not begin there. */
    private boolean setOnReceiver(long receiver, long key, long value) {
        if (!Layout.isObject(receiver)) {
            return false;
        }
        var own = new Property();
        if (vm.definitions().getOwn(receiver, key, own)) {
            if (own.isAccessor() || !own.isWritable()) {
                return false;
            }
            var change = new Property();
            change.present = Property.HAS_VALUE;
            change.value = value;
            return vm.definitions().defineOwn(receiver, key, change);
        }
        return vm.definitions().createDataProperty(receiver, key, value);
    }

    /** ArraySetLength for a plain assignment. */
    boolean setArrayLength(long array, long value) {
        long length = toArrayLength(value);
        if (Objects.has(array, Layout.FLAG_RESTRICTED_ELEMENTS)) {
            return false;
        }
        return changeLength(array, length);
    }

    long toArrayLength(long value) {
        long length = vm.conversions().toInt32(value) & 0xFFFF_FFFFL;
        if (vm.conversions().toDouble(value) != length) {
            throw vm.rangeError("Invalid array length");
        }
        return length;
    }

    private boolean setIndexed(long object, int index, long value, long receiver) {
        for (long o = object; o != 0; o = shapes.of(o).prototype()) {
            ElementsKind kind = ElementsKind.at(o);
            if (kind == ElementsKind.EMPTY) {
                continue;
            }
            if (kind == ElementsKind.EXOTIC && Layout.cellType(o) == PROXY) {
                return vm.proxies().set(o, Value.ofInt(index), value, receiver);
            }
            if (kind.isTypedArray()) {
                if (Objects.has(o, Layout.FLAG_RESTRICTED_ELEMENTS)) {
                    return false;
                }
                if (o == receiver) {
                    setTyped(o, index, value);
                    return true;
                }
                if (index >= Mem.getLong(o + Layout.TYPED_LENGTH)) {
                    return true;
                }
                break;
            }
            long exotic = kind == ElementsKind.EXOTIC ? ExoticElements.get(vm, o, index) : Value.EMPTY;
            long stored = exotic != Value.EMPTY ? exotic : Elements.get(o, index);
            if (stored != Value.EMPTY) {
                if (isAccessor(stored)) {
                    return callSetter(stored, receiver, value);
                }
                int attributes = exotic != Value.EMPTY ? ExoticElements.attributes(o, index) : Elements.attributes(o, index);
                if ((attributes & Attributes.WRITABLE) == 0) {
                    return false;
                }
                if (o == receiver) {
                    long slot = kind == ElementsKind.EXOTIC ? ExoticElements.mappedSlot(o, index) : 0;
                    if (slot != 0) {
                        Mem.putLong(slot, value);
                    }
                    elements.put(o, index, value);
                    return true;
                }
                break;
            }
        }
        if (receiver != object) {
            return setOnReceiver(receiver, Value.ofInt(index), value);
        }
        return addElement(receiver, index, value, Attributes.DEFAULT);
    }

    /** Adds an own element that is not there; false where the object does not take it. */
    boolean addElement(long object, int index, long value, int attributes) {
        if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)
                || Objects.has(object, Layout.FLAG_RESTRICTED_ELEMENTS)
                        && Layout.cellType(object) == ARRAY
                        && index >= Elements.limit(object)) {
            return false;
        }
        elements.define(object, index, value, attributes);
        if (Objects.has(object, Layout.FLAG_PROTOTYPE)) {
            vm.protectors().elementsOnPrototype(object);
        }
        return true;
    }

    /** TypedArraySetElement. */
    void setTyped(long array, int index, long value) {
        vm.typedElements().set(array, index, vm.typedElements().toNumeric(ElementsKind.at(array), value));
    }

    // [[HasProperty]] and [[Delete]].

    public boolean has(long object, long key) {
        for (long o = object; o != 0; o = shapes.of(o).prototype()) {
            if (Layout.cellType(o) == PROXY) {
                return vm.proxies().has(o, key);
            }
            if (hasOwn(o, key)) {
                return true;
            }
            if (ElementsKind.at(o).isTypedArray() && (Value.isInt(key) || isInvalidTypedIndex(o, key))) {
                return false;
            }
        }
        return false;
    }

    /** HasOwnProperty. */
    public boolean hasOwn(long object, long key) {
        if (Layout.cellType(object) == PROXY) {
            return vm.proxies().getOwn(object, key, new Property());
        }
        if (Value.isInt(key)) {
            int index = Value.asInt(key);
            return Elements.has(object, index)
                    || ElementsKind.at(object) == ElementsKind.EXOTIC
                            && ExoticElements.get(vm, object, index) != Value.EMPTY;
        }
        return shapes.of(object).lookup(key) >= 0
                || key == vm.names().length && virtual(object, key) != Value.EMPTY;
    }

    /** [[Delete]]: false where the property stays. */
    public boolean delete(long object, long key) {
        if (Layout.cellType(object) == PROXY) {
            return vm.proxies().delete(object, key);
        }
        if (Value.isInt(key)) {
            return deleteElement(object, Value.asInt(key));
        }
        Shape shape = shape(object, key);
        int info = shape.lookup(key);
        if (info < 0) {
            return key != vm.names().length || virtual(object, key) == Value.EMPTY;
        }
        if ((info & Attributes.CONFIGURABLE) == 0) {
            return false;
        }
        objects.remove(object, key);
        return true;
    }

    private boolean deleteElement(long object, int index) {
        ElementsKind kind = ElementsKind.at(object);
        if (kind.isTypedArray()) {
            return index >= Mem.getLong(object + Layout.TYPED_LENGTH);
        }
        if (kind == ElementsKind.EXOTIC
                && Layout.cellType(object) == STRING_OBJECT
                && ExoticElements.get(vm, object, index) != Value.EMPTY) {
            return false;
        }
        if (!Elements.has(object, index)) {
            return true;
        }
        if ((Elements.attributes(object, index) & Attributes.CONFIGURABLE) == 0) {
            return false;
        }
        elements.remove(object, index);
        if (kind == ElementsKind.EXOTIC) {
            ExoticElements.unmap(object, index);
        }
        return true;
    }
}
