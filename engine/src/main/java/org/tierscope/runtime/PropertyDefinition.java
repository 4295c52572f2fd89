package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;

/** [[GetOwnProperty]], [[DefineOwnProperty]] and what is built on them: descriptors, integrity levels (10.1, 7.3, 6.2.6). */
public final class PropertyDefinition {
    private static final int ARRAY = CellType.ARRAY.ordinal();

    private final Vm vm;

    PropertyDefinition(Vm vm) {
        this.vm = vm;
    }

    /** Fills {@code result} and returns true where the object has the property itself. */
    public boolean getOwn(long object, long key, Property result) {
        if (Proxies.isProxy(object)) {
            return vm.proxies().getOwn(object, key, result);
        }
        if (Value.isInt(key)) {
            return getOwnElement(object, Value.asInt(key), result);
        }
        Shape shape = vm.properties().shape(object, key);
        int info = shape.lookup(key);
        if (info >= 0) {
            result.setStored(Objects.slot(object, shape, Shape.slot(info)), Shape.attributes(info));
            return true;
        }
        if (key == vm.names().length) {
            long length = vm.properties().virtual(object, key);
            if (length != Value.EMPTY) {
                boolean writable =
                        Layout.cellType(object) == ARRAY && !Objects.has(object, Layout.FLAG_RESTRICTED_ELEMENTS);
                result.setData(length, writable ? Attributes.WRITABLE : Attributes.NONE);
                return true;
            }
        }
        return false;
    }

    private boolean getOwnElement(long object, int index, Property result) {
        ElementsKind kind = ElementsKind.at(object);
        if (kind == ElementsKind.EXOTIC) {
            long value = ExoticElements.get(vm, object, index);
            if (value != Value.EMPTY) {
                result.setData(value, ExoticElements.attributes(object, index));
                return true;
            }
        }
        long value = vm.typedElements().elementOf(object, index);
        if (value == Value.EMPTY) {
            return false;
        }
        result.setStored(value, Elements.attributes(object, index));
        return true;
    }

    /** CreateDataProperty. */
    public boolean createDataProperty(long object, long key, long value) {
        if (Value.isInt(key)) {
            ElementsKind kind = ElementsKind.at(object);
            if (!kind.isTypedArray() && !Elements.hasTable(object)) {
                int index = Value.asInt(key);
                if (Elements.get(object, index) == Value.EMPTY) {
                    return vm.properties().addElement(object, index, value, Attributes.DEFAULT);
                }
                vm.elements().put(object, index, value);
                return true;
            }
        } else if (!Proxies.isProxy(object)
                && vm.properties().shape(object, key).lookup(key) < 0
                && vm.properties().virtual(object, key) == Value.EMPTY) {
            if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)) {
                return false;
            }
            return vm.properties().addNamed(object, key, Attributes.DEFAULT, value);
        }
        return defineOwn(object, key, Property.data(value, Attributes.DEFAULT));
    }

    public void createDataPropertyOrThrow(long object, long key, long value) {
        if (!createDataProperty(object, key, value)) {
            throw cannotDefine(object, key);
        }
    }

    public void defineOrThrow(long object, long key, Property property) {
        if (!defineOwn(object, key, property)) {
            throw cannotDefine(object, key);
        }
    }

    private GuestException cannotDefine(long object, long key) {
        String name = vm.errors().keyText(key);
        if (Proxies.isProxy(object)) {
            return vm.typeError("'defineProperty' on proxy: trap returned falsish for property '" + name + "'");
        }
        boolean missing = !vm.properties().hasOwn(object, key);
        return vm.typeError(missing
                ? "Cannot define property " + name + ", object is not extensible"
                : "Cannot redefine property: " + name);
    }

    /** Defines a property on an object that is ours: it cannot fail. */
    public void define(long object, long key, long value, int attributes) {
        defineOwn(object, key, Property.data(value, attributes));
    }

    /** ValidateAndApplyPropertyDescriptor with the exotic parts of arrays, typed arrays and mapped arguments. */
    public boolean defineOwn(long object, long key, Property property) {
        if (Proxies.isProxy(object)) {
            return vm.proxies().defineOwn(object, key, property);
        }
        if (Layout.cellType(object) == ARRAY && key == vm.names().length) {
            return defineArrayLength(object, property);
        }
        if (ElementsKind.at(object).isTypedArray()
                && (Value.isInt(key) || vm.properties().isInvalidTypedIndex(object, key))) {
            return defineTypedElement(object, key, property);
        }
        var current = new Property();
        if (!getOwn(object, key, current)) {
            return addOwn(object, key, property);
        }
        if (!isCompatible(property, current)) {
            return false;
        }
        apply(object, key, property, current);
        return true;
    }

    private boolean addOwn(long object, long key, Property property) {
        if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)) {
            return false;
        }
        long stored = property.isAccessor() ? accessorCell(property.getter, property.setter) : property.value;
        int attributes = property.attributes | (property.isAccessor() ? Attributes.ACCESSOR : 0);
        if (Value.isInt(key)) {
            return vm.properties().addElement(object, Value.asInt(key), stored, attributes);
        }
        return vm.properties().addNamed(object, key, attributes, stored);
    }

    long accessorCell(long getter, long setter) {
        long cell = vm.heap().allocate(24, Heap.header(CellType.ACCESSOR));
        Mem.putLong(cell + Layout.ACCESSOR_GETTER, getter);
        Mem.putLong(cell + Layout.ACCESSOR_SETTER, setter);
        return cell;
    }

    /** IsCompatiblePropertyDescriptor where the property exists. */
    boolean isCompatible(Property change, Property current) {
        if (current.isConfigurable()) {
            return true;
        }
        if (change.isConfigurable()
                || change.has(Property.HAS_ENUMERABLE) && change.isEnumerable() != current.isEnumerable()) {
            return false;
        }
        if (!change.isAccessor() && !change.isData()) {
            return true;
        }
        if (change.isAccessor() != current.isAccessor()) {
            return false;
        }
        if (current.isAccessor()) {
            return !(change.has(Property.HAS_GET) && change.getter != current.getter)
                    && !(change.has(Property.HAS_SET) && change.setter != current.setter);
        }
        return current.isWritable()
                || !change.isWritable()
                        && !(change.has(Property.HAS_VALUE)
                                && !vm.comparison().sameValue(change.value, current.value));
    }

    private void apply(long object, long key, Property change, Property current) {
        int attributes = current.attributes & (Attributes.ENUMERABLE | Attributes.CONFIGURABLE);
        if (change.has(Property.HAS_ENUMERABLE)) {
            attributes = attributes & ~Attributes.ENUMERABLE | change.attributes & Attributes.ENUMERABLE;
        }
        if (change.has(Property.HAS_CONFIGURABLE)) {
            attributes = attributes & ~Attributes.CONFIGURABLE | change.attributes & Attributes.CONFIGURABLE;
        }
        long stored;
        if (change.isAccessor() || current.isAccessor() && !change.isData()) {
            attributes |= Attributes.ACCESSOR;
            stored = accessorCell(
                    change.has(Property.HAS_GET) ? change.getter : current.getter,
                    change.has(Property.HAS_SET) ? change.setter : current.setter);
        } else {
            int writable = change.has(Property.HAS_WRITABLE) ? change.attributes : current.isAccessor() ? 0 : current.attributes;
            attributes |= writable & Attributes.WRITABLE;
            stored = change.has(Property.HAS_VALUE) ? change.value : current.isAccessor() ? Value.UNDEFINED : current.value;
        }
        if (Value.isInt(key)) {
            applyToElement(object, Value.asInt(key), stored, attributes, change);
            return;
        }
        Shape shape = vm.shapes().of(object);
        int info = shape.lookup(key);
        if (info < 0) {
            // the length of a String object, to which only compatible changes come here: none
            return;
        }
        if (Shape.attributes(info) != attributes) {
            vm.objects().setAttributes(object, key, attributes);
            shape = vm.shapes().of(object);
        } else if ((attributes & Attributes.ACCESSOR) != 0 && shape.mode() == Shape.Mode.UNIQUE) {
            // Inline caches keep the accessor cell of a unique shape.
            vm.objects().setShape(object, vm.shapes().toUnique(shape));
            shape = vm.shapes().of(object);
        }
        Objects.setSlot(object, shape, Shape.slot(info), stored);
    }

    private void applyToElement(long object, int index, long stored, int attributes, Property change) {
        long slot = ElementsKind.at(object) == ElementsKind.EXOTIC ? ExoticElements.mappedSlot(object, index) : 0;
        if (slot != 0) {
            if (change.has(Property.HAS_VALUE)) {
                Mem.putLong(slot, change.value);
            } else if (!change.isAccessor()) {
                stored = Mem.getLong(slot);
            }
            if (change.isAccessor() || change.has(Property.HAS_WRITABLE) && !change.isWritable()) {
                ExoticElements.unmap(object, index);
            }
        }
        if (Elements.get(object, index) != Value.EMPTY) {
            vm.elements().define(object, index, stored, attributes);
        }
    }

    private boolean defineArrayLength(long array, Property property) {
        long length = Elements.limit(array);
        if (property.has(Property.HAS_VALUE)) {
            length = vm.properties().toArrayLength(property.value);
        }
        boolean writable = !Objects.has(array, Layout.FLAG_RESTRICTED_ELEMENTS);
        if (property.isAccessor() || property.isConfigurable() || property.isEnumerable()) {
            return false;
        }
        if (!writable && (length != Elements.limit(array) || property.isWritable())) {
            return false;
        }
        boolean complete = length == Elements.limit(array) || vm.properties().changeLength(array, length);
        if (property.has(Property.HAS_WRITABLE) && !property.isWritable()) {
            Objects.setFlag(array, Layout.FLAG_RESTRICTED_ELEMENTS);
        }
        return complete;
    }

    private boolean defineTypedElement(long array, long key, Property property) {
        if (!Value.isInt(key) || Value.asInt(key) >= Mem.getLong(array + Layout.TYPED_LENGTH)) {
            return false;
        }
        int all = Elements.attributes(array, Value.asInt(key));
        int given = (property.has(Property.HAS_CONFIGURABLE) ? 0 : all & Attributes.CONFIGURABLE)
                | (property.has(Property.HAS_ENUMERABLE) ? 0 : all & Attributes.ENUMERABLE)
                | (property.has(Property.HAS_WRITABLE) ? 0 : all & Attributes.WRITABLE)
                | property.attributes;
        if (property.isAccessor() || given != all) {
            return false;
        }
        if (all != Attributes.DEFAULT) {
            return !property.has(Property.HAS_VALUE)
                    || vm.comparison().sameValue(property.value, vm.typedElements().get(array, Value.asInt(key)));
        }
        if (property.has(Property.HAS_VALUE)) {
            vm.properties().setTyped(array, Value.asInt(key), property.value);
        }
        return true;
    }

    /** ToPropertyDescriptor. */
    public Property toDescriptor(long value) {
        if (!Layout.isObject(value)) {
            throw vm.error(ErrorKind.TYPE_ERROR, "Property description must be an object: " + vm.errors().render(value));
        }
        var property = new Property();
        Names names = vm.names();
        readFlag(value, names.enumerable, property, Property.HAS_ENUMERABLE, Attributes.ENUMERABLE);
        readFlag(value, names.configurable, property, Property.HAS_CONFIGURABLE, Attributes.CONFIGURABLE);
        if (vm.properties().has(value, names.value)) {
            property.present |= Property.HAS_VALUE;
            property.value = vm.properties().get(value, names.value);
        }
        readFlag(value, names.writable, property, Property.HAS_WRITABLE, Attributes.WRITABLE);
        if (vm.properties().has(value, names.get)) {
            property.present |= Property.HAS_GET;
            property.getter = accessorFunction(vm.properties().get(value, names.get), "Getter");
        }
        if (vm.properties().has(value, names.set)) {
            property.present |= Property.HAS_SET;
            property.setter = accessorFunction(vm.properties().get(value, names.set), "Setter");
        }
        if (property.isAccessor() && property.isData()) {
            throw vm.typeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, "
                    + vm.errors().render(value));
        }
        return property;
    }

    private void readFlag(long object, long name, Property property, int bit, int attribute) {
        if (vm.properties().has(object, name)) {
            property.set(bit, attribute, Conversions.truthy(vm.properties().get(object, name)));
        }
    }

    private long accessorFunction(long value, String what) {
        if (value != Value.UNDEFINED && !Layout.isCallable(value)) {
            throw vm.typeError(what + " must be a function: " + vm.errors().render(value));
        }
        return value;
    }

    /** FromPropertyDescriptor. */
    public long fromDescriptor(Property property) {
        Names names = vm.names();
        long object = vm.realm().newObject();
        if (property.has(Property.HAS_VALUE)) {
            createDataProperty(object, names.value, property.value);
        }
        if (property.has(Property.HAS_WRITABLE)) {
            createDataProperty(object, names.writable, Value.ofBoolean(property.isWritable()));
        }
        if (property.has(Property.HAS_GET)) {
            createDataProperty(object, names.get, property.getter);
        }
        if (property.has(Property.HAS_SET)) {
            createDataProperty(object, names.set, property.setter);
        }
        if (property.has(Property.HAS_ENUMERABLE)) {
            createDataProperty(object, names.enumerable, Value.ofBoolean(property.isEnumerable()));
        }
        if (property.has(Property.HAS_CONFIGURABLE)) {
            createDataProperty(object, names.configurable, Value.ofBoolean(property.isConfigurable()));
        }
        return object;
    }

    /** SetIntegrityLevel; false where the object stays extensible. */
    public boolean setIntegrity(long object, boolean frozen) {
        if (!vm.inheritance().preventExtensions(object)) {
            return false;
        }
        ElementsKind kind = ElementsKind.at(object);
        if (kind.isTypedArray() && frozen && Mem.getLong(object + Layout.TYPED_LENGTH) > 0
                && !Objects.has(object, Layout.FLAG_RESTRICTED_ELEMENTS)) {
            throw vm.typeError("Cannot freeze array buffer views with elements");
        }
        long keys = vm.ownKeys().all(object);
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long key = OwnKeys.at(keys, i);
            var change = new Property();
            change.set(Property.HAS_CONFIGURABLE, Attributes.CONFIGURABLE, false);
            if (frozen) {
                var current = new Property();
                if (!getOwn(object, key, current)) {
                    continue;
                }
                if (!current.isAccessor()) {
                    change.set(Property.HAS_WRITABLE, Attributes.WRITABLE, false);
                }
            }
            defineOrThrow(object, key, change);
        }
        return true;
    }

    /** TestIntegrityLevel. */
    public boolean testIntegrity(long object, boolean frozen) {
        if (vm.inheritance().isExtensible(object)) {
            return false;
        }
        long keys = vm.ownKeys().all(object);
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            var current = new Property();
            if (getOwn(object, OwnKeys.at(keys, i), current)
                    && (current.isConfigurable() || frozen && current.isData() && current.isWritable())) {
                return false;
            }
        }
        return true;
    }
}
