package org.tierscope.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.ModuleLinking.Resolution;

/**
 * Module namespace objects (10.4.6), made as proxies whose handler is the engine's own: the target has the names, the traps the live
 * values. What no trap answers is right as it is, because the target is not extensible and its properties stay.
 */
final class ModuleNamespaces {
    private final Vm vm;
    private final ModuleLinking linking;

    ModuleNamespaces(Vm vm, ModuleLinking linking) {
        this.vm = vm;
        this.linking = linking;
    }

    /**
     * @param names the exported names, sorted
     * @param firstUse what a deferred namespace does when somebody looks for exports, at each time; null where it is not deferred
     */
    long create(ModuleRecord module, List<String> names, Runnable firstUse) {
        long target = newNull();
        var exports = new HashMap<Long, Resolution>();
        for (String name : names) {
            long key = vm.conversions().key(name);
            exports.put(key, linking.resolve(module, name));
            vm.definitions().define(target, key, Value.UNDEFINED, Attributes.WRITABLE | Attributes.ENUMERABLE);
        }
        vm.definitions().define(target, vm.names().symbolToStringTag, vm.strings().intern(firstUse == null ? "Module" : "Deferred Module"), Attributes.NONE);
        vm.objects().preventExtensions(target);
        long handler = newNull();
        LongUnaryOperator key = value -> key(value, firstUse);
        trap(handler, "get", (v, fp, argc) -> get(exports, Frame.get(fp, 0), key.applyAsLong(Frame.get(fp, 1))));
        trap(handler, "getOwnPropertyDescriptor", (v, fp, argc) ->
                descriptor(exports, Frame.get(fp, 0), key.applyAsLong(Frame.get(fp, 1))));
        trap(handler, "set", (v, fp, argc) -> Value.FALSE);
        trap(handler, "defineProperty", (v, fp, argc) ->
                Value.ofBoolean(define(exports, Frame.get(fp, 0), key.applyAsLong(Frame.get(fp, 1)), Frame.get(fp, 2))));
        if (firstUse != null) {
            trap(handler, "has", (v, fp, argc) ->
                    Value.ofBoolean(v.properties().has(Frame.get(fp, 0), key.applyAsLong(Frame.get(fp, 1)))));
            trap(handler, "deleteProperty", (v, fp, argc) ->
                    Value.ofBoolean(v.properties().delete(Frame.get(fp, 0), key.applyAsLong(Frame.get(fp, 1)))));
            trap(handler, "ownKeys", (v, fp, argc) -> {
                firstUse.run();
                return v.ownKeys().toArray(v.ownKeys().all(Frame.get(fp, 0)));
            });
        }
        long namespace = vm.proxies().create(target, handler);
        // for private names, which no trap sees
        Objects.setFlag(namespace, Layout.FLAG_NON_EXTENSIBLE);
        return namespace;
    }

    private long newNull() {
        return vm.objects().allocate(vm.objects().rootShape(0, CellType.OBJECT, 4), 0);
    }

    private void trap(long handler, String name, NativeFunction function) {
        long trap = vm.functions().createNative(vm.defineNative(name, 0, function), false);
        vm.operations().defineField(handler, vm.strings().intern(name), trap, 0);
    }

    /** The key that a trap is given; a deferred namespace is used where that could be an export. */
    private long key(long value, Runnable firstUse) {
        long key = vm.conversions().toPropertyKey(value);
        if (firstUse != null && !Layout.isSymbol(key) && key != vm.names().then) {
            firstUse.run();
        }
        return key;
    }

    private long get(Map<Long, Resolution> exports, long target, long key) {
        Resolution export = exports.get(key);
        return export == null ? vm.properties().get(target, key, target) : value(export, key);
    }

    private long value(Resolution export, long key) {
        long value = ModuleRecord.valueOf(linking.cell(export));
        if (value == Value.EMPTY) {
            throw vm.error(ErrorKind.REFERENCE_ERROR,
                    "Cannot access '" + vm.errors().keyText(key) + "' before initialization");
        }
        return value;
    }

    private long descriptor(Map<Long, Resolution> exports, long target, long key) {
        var property = new Property();
        if (!vm.definitions().getOwn(target, key, property)) {
            return Value.UNDEFINED;
        }
        Resolution export = exports.get(key);
        long value = export == null ? property.value() : value(export, key);
        long result = vm.realm().newObject();
        field(result, "value", value);
        field(result, "writable", Value.ofBoolean(export != null));
        field(result, "enumerable", Value.ofBoolean(export != null));
        field(result, "configurable", Value.FALSE);
        return result;
    }

    private void field(long object, String name, long value) {
        vm.operations().defineField(object, vm.strings().intern(name), value, 0);
    }

    /** [[DefineOwnProperty]]: true where the description says what is the case. */
    private boolean define(Map<Long, Resolution> exports, long target, long key, long description) {
        Resolution export = exports.get(key);
        if (export == null) {
            return vm.definitions().defineOwn(target, key, vm.definitions().toDescriptor(description));
        }
        Property wanted = vm.definitions().toDescriptor(description);
        long value = value(export, key);
        boolean accessor = (wanted.present & (Property.HAS_GET | Property.HAS_SET)) != 0;
        boolean configurable = (wanted.present & Property.HAS_CONFIGURABLE) != 0 && wanted.isConfigurable();
        boolean hidden = (wanted.present & Property.HAS_ENUMERABLE) != 0 && !wanted.isEnumerable();
        boolean constant = (wanted.present & Property.HAS_WRITABLE) != 0 && !wanted.isWritable();
        boolean other = (wanted.present & Property.HAS_VALUE) != 0 && !vm.comparison().sameValue(wanted.value, value);
        return !accessor && !configurable && !hidden && !constant && !other;
    }
}
