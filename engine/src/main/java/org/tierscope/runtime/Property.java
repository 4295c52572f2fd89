package org.tierscope.runtime;

/** A property descriptor (6.2.6): which fields are present, and their values. A mutable record that operations fill. */
public final class Property {
    public static final int HAS_VALUE = 1;
    public static final int HAS_WRITABLE = 2;
    public static final int HAS_GET = 4;
    public static final int HAS_SET = 8;
    public static final int HAS_ENUMERABLE = 16;
    public static final int HAS_CONFIGURABLE = 32;

    int present;
    /** {@link Attributes}: WRITABLE, ENUMERABLE and CONFIGURABLE where present; ACCESSOR where a get or set is. */
    int attributes;

    long value = Value.UNDEFINED;
    long getter = Value.UNDEFINED;
    long setter = Value.UNDEFINED;

    public static Property data(long value, int attributes) {
        var property = new Property();
        property.setData(value, attributes);
        return property;
    }

    public static Property accessor(long getter, long setter, int attributes) {
        var property = new Property();
        property.present = HAS_GET | HAS_SET | HAS_ENUMERABLE | HAS_CONFIGURABLE;
        property.attributes = attributes & ~Attributes.WRITABLE | Attributes.ACCESSOR;
        property.getter = getter;
        property.setter = setter;
        return property;
    }

    /** A descriptor with only a getter or only a setter, enumerable and configurable. */
    public static Property halfAccessor(long function, boolean getter) {
        var property = accessor(function, function, Attributes.ENUMERABLE | Attributes.CONFIGURABLE);
        property.present &= getter ? ~HAS_SET : ~HAS_GET;
        property.getter = getter ? function : Value.UNDEFINED;
        property.setter = getter ? Value.UNDEFINED : function;
        return property;
    }

    void setData(long value, int attributes) {
        present = HAS_VALUE | HAS_WRITABLE | HAS_ENUMERABLE | HAS_CONFIGURABLE;
        this.attributes = attributes;
        this.value = value;
    }

    /** From what a slot or dictionary entry holds. */
    void setStored(long stored, int attributes) {
        if ((attributes & Attributes.ACCESSOR) != 0) {
            present = HAS_GET | HAS_SET | HAS_ENUMERABLE | HAS_CONFIGURABLE;
            this.attributes = attributes;
            getter = Mem.getLong(stored + Layout.ACCESSOR_GETTER);
            setter = Mem.getLong(stored + Layout.ACCESSOR_SETTER);
        } else {
            setData(stored, attributes);
        }
    }

    void copyFrom(Property other) {
        present = other.present;
        attributes = other.attributes;
        value = other.value;
        getter = other.getter;
        setter = other.setter;
    }

    /** CompletePropertyDescriptor (6.2.6.6): fields that are absent are there with their defaults. */
    void complete() {
        if (isAccessor()) {
            present |= HAS_GET | HAS_SET;
            attributes |= Attributes.ACCESSOR;
        } else {
            present |= HAS_VALUE | HAS_WRITABLE;
        }
        present |= HAS_ENUMERABLE | HAS_CONFIGURABLE;
    }

    public boolean has(int bit) {
        return (present & bit) != 0;
    }

    public boolean isAccessor() {
        return (present & (HAS_GET | HAS_SET)) != 0;
    }

    public boolean isData() {
        return (present & (HAS_VALUE | HAS_WRITABLE)) != 0;
    }

    public boolean isWritable() {
        return (attributes & Attributes.WRITABLE) != 0;
    }

    public boolean isEnumerable() {
        return (attributes & Attributes.ENUMERABLE) != 0;
    }

    public boolean isConfigurable() {
        return (attributes & Attributes.CONFIGURABLE) != 0;
    }

    public long value() {
        return value;
    }

    public long getter() {
        return getter;
    }

    public long setter() {
        return setter;
    }

    public int attributes() {
        return attributes;
    }

    /** Sets one boolean field. */
    public void set(int bit, int attribute, boolean on) {
        present |= bit;
        attributes = on ? attributes | attribute : attributes & ~attribute;
    }
}
