package org.tierscope.runtime;

import org.tierscope.bytecode.MemberFlags;

/** Private class members (7.3.27 and on): own properties whose key is a symbol that no guest sees. */
public final class PrivateNames {
    private final Vm vm;

    PrivateNames(Vm vm) {
        this.vm = vm;
    }

    public long create(long description) {
        String text = vm.strings().toJava(description);
        long shown = text.startsWith("#") ? description : vm.strings().intern("#" + text);
        return vm.names().newSymbol(shown, Layout.FLAG_PRIVATE);
    }

    public long get(long object, long name, long slot) {
        if (slot != 0) {
            ElementAccess.record(slot, object, name);
        }
        if (Value.isNullish(object)) {
            throw vm.errors().readOfNullish(object, name);
        }
        if (Layout.isObject(object)) {
            Shape shape = vm.shapes().of(object);
            int info = shape.lookup(name);
            if (info >= 0) {
                long stored = Objects.slot(object, shape, Shape.slot(info));
                if ((info & Attributes.ACCESSOR) == 0) {
                    return stored;
                }
                if (Mem.getLong(stored + Layout.ACCESSOR_GETTER) == Value.UNDEFINED) {
                    throw vm.typeError("'" + vm.errors().keyText(name) + "' was defined without a getter");
                }
                return vm.properties().callGetter(stored, object);
            }
        }
        throw vm.typeError("Cannot read private member " + vm.errors().keyText(name)
                + " from an object whose class did not declare it");
    }

    public void set(long object, long name, long value, long slot) {
        if (slot != 0) {
            ElementAccess.record(slot, object, name);
        }
        if (Value.isNullish(object)) {
            throw vm.errors().writeOfNullish(object, name);
        }
        if (Layout.isObject(object)) {
            Shape shape = vm.shapes().of(object);
            int info = shape.lookup(name);
            if (info >= 0) {
                setFound(object, shape, info, name, value);
                return;
            }
        }
        throw vm.typeError("Cannot write private member " + vm.errors().keyText(name)
                + " to an object whose class did not declare it");
    }

    private void setFound(long object, Shape shape, int info, long name, long value) {
        if ((info & Attributes.ACCESSOR) != 0) {
            long setter = Mem.getLong(Objects.slot(object, shape, Shape.slot(info)) + Layout.ACCESSOR_SETTER);
            if (setter == Value.UNDEFINED) {
                throw vm.typeError("'" + vm.errors().keyText(name) + "' was defined without a setter");
            }
            vm.call(setter, object, value);
        } else if ((info & Attributes.WRITABLE) == 0) {
            throw vm.typeError("Private method '" + vm.errors().keyText(name) + "' is not writable");
        } else {
            Objects.setSlot(object, shape, Shape.slot(info), value);
        }
    }

    public void define(long object, long name, long value, int flags) {
        Shape shape = vm.shapes().of(object);
        int info = shape.lookup(name);
        int kind = flags & MemberFlags.KIND_MASK;
        boolean accessor = kind == MemberFlags.GETTER || kind == MemberFlags.SETTER;
        long getter = kind == MemberFlags.GETTER ? value : Value.UNDEFINED;
        long setter = kind == MemberFlags.SETTER ? value : Value.UNDEFINED;
        if (info >= 0) {
            long stored = Objects.slot(object, shape, Shape.slot(info));
            int taken = kind == MemberFlags.GETTER ? Layout.ACCESSOR_GETTER : Layout.ACCESSOR_SETTER;
            if (!accessor || (info & Attributes.ACCESSOR) == 0 || Mem.getLong(stored + taken) != Value.UNDEFINED) {
                throw vm.typeError("Cannot initialize " + vm.errors().keyText(name) + " twice on the same object");
            }
            getter = getter == Value.UNDEFINED ? Mem.getLong(stored + Layout.ACCESSOR_GETTER) : getter;
            setter = setter == Value.UNDEFINED ? Mem.getLong(stored + Layout.ACCESSOR_SETTER) : setter;
            Objects.setSlot(object, shape, Shape.slot(info), vm.definitions().accessorCell(getter, setter));
            return;
        }
        if (Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)) {
            throw vm.typeError("Cannot define private member " + vm.errors().keyText(name)
                    + ", object is not extensible");
        }
        if (accessor) {
            vm.objects().add(object, name, Attributes.ACCESSOR, vm.definitions().accessorCell(getter, setter));
        } else {
            int attributes = kind == MemberFlags.METHOD ? Attributes.NONE : Attributes.WRITABLE;
            vm.objects().add(object, name, attributes, value);
        }
    }

    public boolean has(long name, long object) {
        if (!Layout.isObject(object)) {
            throw vm.typeError("Cannot use 'in' operator to search for '" + vm.errors().keyText(name) + "' in "
                    + vm.conversions().toJavaString(object));
        }
        return vm.shapes().of(object).lookup(name) >= 0;
    }
}
