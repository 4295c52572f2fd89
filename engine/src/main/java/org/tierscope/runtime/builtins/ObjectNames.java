package org.tierscope.runtime.builtins;

import java.util.LinkedHashSet;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** What node's {@code util.inspect} calls objects and functions. */
final class ObjectNames {
    private static final int MAX_PROTOTYPES = 3;

    private final Vm vm;

    ObjectNames(Vm vm) {
        this.vm = vm;
    }

    /** The name of the constructor that an object is an instance of, null for one with no prototype. */
    String constructorName(long object) {
        return constructorName(object, 0, InspectOptions.DEFAULTS.depth());
    }

    /** The same at some depth of an inspection: beyond the last level, prototypes without names are not followed. */
    String constructorName(long object, int depth, int maxDepth) {
        long first = Value.EMPTY;
        for (long o = object; o != 0; ) {
            long constructor = ownConstructor(o);
            if (constructor != Value.EMPTY && isInstance(object, constructor)) {
                return vm.errors().functionName(constructor);
            }
            o = vm.objects().prototypeOf(o);
            if (first == Value.EMPTY) {
                first = o;
            }
        }
        if (first == 0) {
            return null;
        }
        String kind = kind(object);
        if (depth > maxDepth) {
            return kind + " <Complex prototype>";
        }
        String parent = constructorName(first, depth + 1, maxDepth);
        return kind + " <" + (parent == null ? nullPrototype(first) : parent) + ">";
    }

    /** How a prototype looks that has no prototype itself. */
    private String nullPrototype(long object) {
        boolean empty = OwnKeys.count(vm.ownKeys().enumerable(object)) == 0;
        return empty ? prefix(null, "", kind(object), "") + "{}" : prefix(null, "", kind(object), "").stripTrailing();
    }

    /** The function with a name that is an object's own {@code constructor}, or {@link Value#EMPTY}. */
    private long ownConstructor(long object) {
        var property = new Property();
        boolean function = vm.definitions().getOwn(object, vm.names().constructor, property)
                && property.isData()
                && Layout.isCallable(property.value());
        return function && !vm.errors().functionName(property.value()).isEmpty() ? property.value() : Value.EMPTY;
    }

    /** What a built-in object is, whatever became of its prototype. */
    private static String kind(long object) {
        CellType type = CellType.at(object);
        return switch (type) {
            case ARRAY -> "Array";
            case MAP -> "Map";
            case SET -> "Set";
            case ERROR -> "Error";
            case DATE -> "Date";
            case REGEXP -> "RegExp";
            case PROMISE -> "Promise";
            case WEAK_MAP -> "WeakMap";
            case WEAK_SET -> "WeakSet";
            case ARRAY_BUFFER -> "ArrayBuffer";
            case DATA_VIEW -> "DataView";
            default -> Layout.isCallable(object) ? "Function" : "Object";
        };
    }

    /** What stands before the bracket of an object of no special kind. */
    String style(long object, String constructor, String tag) {
        String fallback = constructor != null ? "" : kind(object).equals(tag) ? "Object" : kind(object);
        return prefix(constructor, tag, fallback, "");
    }

    private boolean isInstance(long object, long constructor) {
        var property = new Property();
        if (!vm.definitions().getOwn(constructor, vm.names().prototype, property) || !property.isData()) {
            return false;
        }
        for (long o = vm.objects().prototypeOf(object); o != 0; o = vm.objects().prototypeOf(o)) {
            if (o == property.value()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the constructor that a prototype names is one of the language's own. */
    boolean isBuiltInPrototype(long prototype) {
        long constructor = ownConstructor(prototype);
        if (constructor == Value.EMPTY) {
            return false;
        }
        long global = vm.realm().globalObject();
        long key = vm.conversions().key(vm.errors().functionName(constructor));
        var property = new Property();
        return vm.definitions().getOwn(global, key, property) && !property.isEnumerable() && property.isData();
    }

    /** Keys of up to three of the program's own prototypes above an object, for what is neither hidden by it nor a function. */
    List<Long> inheritedData(long object) {
        var keys = new LinkedHashSet<Long>();
        long above = vm.objects().prototypeOf(object);
        for (int i = 0; i < MAX_PROTOTYPES && above != 0 && !isBuiltInPrototype(above); i++) {
            long list = vm.ownKeys().all(above);
            for (int k = 0; k < OwnKeys.count(list); k++) {
                long key = OwnKeys.at(list, k);
                var property = new Property();
                boolean data = vm.definitions().getOwn(above, key, property)
                        && !(property.isData() && Layout.isCallable(property.value()));
                if (data && key != vm.names().constructor && !vm.properties().hasOwn(object, key)) {
                    keys.add(key);
                }
            }
            above = vm.objects().prototypeOf(above);
        }
        return List.copyOf(keys);
    }

    /** Finds a property of an object or of what is above it. */
    boolean find(long object, long key, Property property) {
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            if (vm.definitions().getOwn(o, key, property)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before an object's bracket: {@code "Foo(2) [tag] "}. */
    static String prefix(String constructor, String tag, String fallback, String size) {
        if (constructor == null) {
            String name = "[" + fallback + size + ": null prototype] ";
            return !tag.isEmpty() && !fallback.equals(tag) ? name + "[" + tag + "] " : name;
        }
        return !tag.isEmpty() && !constructor.equals(tag)
                ? constructor + size + " [" + tag + "] " : constructor + size + " ";
    }

    /** {@code [Function: f]}, {@code [class A extends B]}. */
    String functionBase(long function, String constructor, String tag) {
        String source = vm.functions().sourceText(function);
        if (source.startsWith("class") && source.endsWith("}")) {
            return classBase(function, constructor, tag);
        }
        String name = nameOf(function);
        String type = functionType(function);
        String base = "[" + type + (constructor == null ? " (null prototype)" : "");
        base += name.isEmpty() ? " (anonymous)]" : ": " + name + "]";
        if (constructor != null && !constructor.equals(type)) {
            base += " " + constructor;
        }
        return !tag.isEmpty() && !tag.equals(constructor) ? base + " [" + tag + "]" : base;
    }

    private String functionType(long function) {
        BytecodeFunction code = Layout.cellType(function) == CellType.FUNCTION.ordinal()
                ? vm.functions().infoOf(function).bytecode()
                : null;
        if (code == null || code.is(Flag.PRELUDE)) {
            return "Function";
        }
        return (code.is(Flag.ASYNC) ? "Async" : "") + (code.is(Flag.GENERATOR) ? "Generator" : "") + "Function";
    }

    private String classBase(long function, String constructor, String tag) {
        String name = vm.properties().hasOwn(function, vm.names().name) ? nameOf(function) : "";
        String base = "[class " + (name.isEmpty() ? "(anonymous)" : name);
        if (constructor != null && !constructor.equals("Function")) {
            base += " [" + constructor + "]";
        }
        if (!tag.isEmpty() && !tag.equals(constructor)) {
            base += " [" + tag + "]";
        }
        if (constructor == null) {
            return base + " extends [null prototype]]";
        }
        long parent = vm.objects().prototypeOf(function);
        String parentName = parent == 0 ? "" : nameOf(parent);
        return base + (parentName.isEmpty() ? "" : " extends " + parentName) + "]";
    }

    private String nameOf(long function) {
        long name = vm.properties().get(function, vm.names().name);
        return Layout.isString(name) ? vm.strings().toJava(name) : "";
    }
}
