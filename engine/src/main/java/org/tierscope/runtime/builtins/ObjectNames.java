package org.tierscope.runtime.builtins;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** What node's {@code util.inspect} calls objects and functions. */
final class ObjectNames {
    private final Vm vm;

    ObjectNames(Vm vm) {
        this.vm = vm;
    }

    /** The name of the constructor that an object is an instance of, null for one with no prototype. */
    String constructorName(long object) {
        long first = Value.EMPTY;
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            if (o != object && first == Value.EMPTY) {
                first = o;
            }
            var property = new Property();
            if (vm.definitions().getOwn(o, vm.names().constructor, property)
                    && property.isData()
                    && Layout.isCallable(property.value())) {
                String name = vm.errors().functionName(property.value());
                if (!name.isEmpty() && isInstance(object, property.value())) {
                    return name;
                }
            }
        }
        if (first == Value.EMPTY) {
            return null;
        }
        String parent = constructorName(first);
        return "Object <" + (parent == null ? "[Object: null prototype] {}" : parent) + ">";
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
            return base + " extends null]";
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
