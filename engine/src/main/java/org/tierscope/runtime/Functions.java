package org.tierscope.runtime;

import java.util.List;
import java.util.regex.Pattern;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.MemberFlags;

/** Function objects: closures, native and bound functions, their lazy properties, calls from Java. */
public final class Functions {
    private static final Pattern NATIVE_NAME =
            Pattern.compile("|((get|set) )?([\\p{L}$_][\\p{L}\\p{Nd}$_]*|\\[Symbol\\.\\w+])");

    /** Fixed fields of a bound function: target, this, VALUES cell of arguments. */
    /** Fields of BOUND_FUNCTION. */
    public static final int BOUND_TARGET = 0;

    public static final int BOUND_THIS = 1;
    /** A VALUES cell. */
    public static final int BOUND_ARGUMENTS = 2;

    private final Vm vm;

    Functions(Vm vm) {
        this.vm = vm;
    }

    /** The shape that closures of a function begin with. */
    public Shape initialShape(FunctionInfo function) {
        return function.realm().functionShapes().of(function);
    }

    public static int initialFlags(FunctionInfo function) {
        BytecodeFunction code = function.bytecode();
        return code != null && code.isConstructor()
                ? Layout.FLAG_CALLABLE | Layout.FLAG_CONSTRUCTOR
                : Layout.FLAG_CALLABLE;
    }

    public long createClosure(FunctionInfo function, long context) {
        Shape shape = initialShape(function);
        int flags = initialFlags(function);
        if (!function.bytecode().is(Flag.GENERATOR) && !function.bytecode().is(Flag.ASYNC)) {
            Recipe.write(function.cell() + FunctionCell.CLOSURE, Heap.header(shape.id(), shape.type(), flags), shape.objectSize());
        }
        long closure = vm.objects().allocate(shape, flags);
        Mem.putInt(closure + Layout.FUNCTION_ID, function.id());
        Mem.putLong(closure + Layout.FUNCTION_CONTEXT, context);
        Mem.putLong(closure + Layout.FUNCTION_CELL, function.cell());
        return closure;
    }

    /** A built-in function object. */
    public long createNative(FunctionInfo function, boolean constructor) {
        int flags = constructor ? Layout.FLAG_CALLABLE | Layout.FLAG_CONSTRUCTOR : Layout.FLAG_CALLABLE;
        long object = vm.objects().allocate(function.realm().functionShapes().method(), flags);
        Mem.putInt(object + Layout.FUNCTION_ID, function.id());
        Mem.putLong(object + Layout.FUNCTION_CELL, function.cell());
        return object;
    }

    /** A built-in function object that is no constructor and keeps values of its own. */
    public long createNativeClosure(FunctionInfo function, long... captured) {
        long object = createNative(function, false);
        long context = vm.literals().createContext(0, captured.length);
        for (int i = 0; i < captured.length; i++) {
            Mem.putLong(context + Layout.CONTEXT_SLOTS + 8L * i, captured[i]);
        }
        Mem.putLong(object + Layout.FUNCTION_CONTEXT, context);
        return object;
    }

    public static long captured(long nativeClosure, int i) {
        return Mem.getLong(Mem.getLong(nativeClosure + Layout.FUNCTION_CONTEXT) + Layout.CONTEXT_SLOTS + 8L * i);
    }

    public static void setCaptured(long nativeClosure, int i, long value) {
        Mem.putLong(Mem.getLong(nativeClosure + Layout.FUNCTION_CONTEXT) + Layout.CONTEXT_SLOTS + 8L * i, value);
    }

    /** A built-in function object that keeps a cell for its own use, see {@link #capturedCell}. */
    public long createNativeOver(FunctionInfo function, long captured) {
        long object = createNative(function, false);
        Mem.putLong(object + Layout.FUNCTION_CONTEXT, captured);
        return object;
    }

    /** The cell that the running built-in function keeps. */
    public static long capturedCell(long fp) {
        return Mem.getLong(Mem.getLong(fp + Frame.CALLEE) + Layout.FUNCTION_CONTEXT);
    }

    public FunctionInfo infoOf(long function) {
        return vm.function(Mem.getInt(function + Layout.FUNCTION_ID));
    }

    /** Makes the lazy properties of a function; returns its new shape. */
    Shape materialize(long object) {
        Shape lazy = vm.shapes().of(object);
        if (!lazy.isLazy()) {
            return lazy;
        }
        FunctionInfo function = infoOf(object);
        Objects.setSlot(object, lazy, FunctionShapes.LENGTH_SLOT, Value.ofInt(function.length()));
        Objects.setSlot(object, lazy, FunctionShapes.NAME_SLOT, vm.strings().intern(function.name()));
        if (lazy.lookup(vm.names().prototype) >= 0 && Shape.slot(lazy.lookup(vm.names().prototype)) == FunctionShapes.PROTOTYPE_SLOT
                && Objects.slot(object, lazy, FunctionShapes.PROTOTYPE_SLOT) == 0) {
            long prototype = newPrototype(object, function);
            Objects.setSlot(object, lazy, FunctionShapes.PROTOTYPE_SLOT, prototype);
        }
        Shape shape = vm.shapes().materialized(lazy);
        vm.objects().setShape(object, shape);
        return shape;
    }

    /** The initial "prototype" of a function. */
    private long newPrototype(long object, FunctionInfo function) {
        BytecodeFunction code = function.bytecode();
        Realm realm = function.realm();
        if (code.is(Flag.GENERATOR)) {
            long parent = realm.get(
                    code.is(Flag.ASYNC) ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE : Intrinsic.GENERATOR_PROTOTYPE);
            long prototype = realm.newObject(parent, CellType.OBJECT);
            vm.objects().becomePrototype(prototype);
            return prototype;
        }
        long prototype = vm.objects().allocate(realm.objectShape(4), 0);
        vm.objects().becomePrototype(prototype);
        vm.objects().add(prototype, vm.names().constructor, Attributes.HIDDEN, object);
        return prototype;
    }

    /** SetFunctionName (10.2.9); {@code flags} tell getters and setters. */
    public void setName(long function, long key, int flags) {
        String name;
        if (Layout.isSymbol(key)) {
            String text = vm.errors().keyText(key);
            name = Layout.hasFlag(key, Layout.FLAG_PRIVATE)
                    ? text
                    : text.equals("Symbol()") ? "" : "[" + text.substring(7, text.length() - 1) + "]";
        } else {
            name = vm.errors().keyText(key);
        }
        int kind = flags & MemberFlags.KIND_MASK;
        if (kind == MemberFlags.GETTER) {
            name = "get " + name;
        } else if (kind == MemberFlags.SETTER) {
            name = "set " + name;
        }
        if (Layout.cellType(function) == CellType.FUNCTION.ordinal()
                && vm.shapes().of(function).isLazy()
                && infoOf(function).name().equals(name)) {
            return;
        }
        vm.definitions().define(function, vm.names().name, vm.strings().intern(name), Attributes.CONFIGURABLE);
    }

    /** A name as NativeFunction (20.2.3.5) may have it: nothing where it is no property name, as of {@code RegExp["$&"]}. */
    private static String nativeName(String name) {
        return NATIVE_NAME.matcher(name).matches() ? name : "";
    }

    /** Function.prototype.toString. */
    public String sourceText(long function) {
        if (Layout.cellType(function) == CellType.FUNCTION.ordinal()) {
            BytecodeFunction code = infoOf(function).bytecode();
            if (code != null && !code.is(Flag.PRELUDE)) {
                return code.source().text().substring(code.start(), code.end());
            }
        }
        return "function " + nativeName(vm.errors().functionName(function)) + "() { [native code] }";
    }

    // Bound functions (10.4.1).

    public long createBound(long target, long thisValue, List<Long> arguments) {
        int flags = Layout.FLAG_CALLABLE | (Objects.has(target, Layout.FLAG_CONSTRUCTOR) ? Layout.FLAG_CONSTRUCTOR : 0);
        Shape shape = vm.objects().rootShape(vm.inheritance().getPrototypeOf(target), CellType.BOUND_FUNCTION, 2);
        long list = vm.ownKeys().allocate(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Mem.putLong(list + Layout.ARRAY_DATA + 8L * i, arguments.get(i));
        }
        long bound = vm.objects().allocate(shape, flags);
        Objects.setField(bound, BOUND_TARGET, target);
        Objects.setField(bound, BOUND_THIS, thisValue);
        Objects.setField(bound, BOUND_ARGUMENTS, list);
        return bound;
    }

    public static long boundTarget(long bound) {
        return Objects.field(bound, BOUND_TARGET);
    }

    public static long boundThis(long bound) {
        return Objects.field(bound, BOUND_THIS);
    }

    /** A VALUES cell of the arguments that come first. */
    public static long boundArguments(long bound) {
        return Objects.field(bound, BOUND_ARGUMENTS);
    }

    /**
     * Turns a prepared window whose callee is a bound function into a call of the target: arguments are moved up, callee, this,
     * new.target and the argument count replaced; and one whose callee is a proxy into a call of {@link Proxies#callFunction}
     * with the proxy before the arguments.
     *
     * @throws GuestException a RangeError where the stack has no room for the arguments
     */
    public void unwrap(long fp) {
        long callee = Frame.get(fp, Frame.CALLEE_REGISTER);
        int total = Frame.argumentCount(fp) + boundArgumentCount(callee);
        if (fp + 8L * total > Mem.getLong(vm.state() + VmState.STACK_LIMIT)) {
            throw vm.stackOverflow();
        }
        while (Layout.cellType(callee) == CellType.BOUND_FUNCTION.ordinal()) {
            long list = boundArguments(callee);
            int extra = OwnKeys.count(list);
            int count = Frame.argumentCount(fp);
            Mem.copy(fp, fp + 8L * extra, 8L * count);
            Mem.copy(list + Layout.ARRAY_DATA, fp, 8L * extra);
            Mem.putInt(fp + Frame.ARGUMENT_COUNT, count + extra);
            long target = boundTarget(callee);
            if (Mem.getLong(fp + Frame.NEW_TARGET) == callee) {
                Mem.putLong(fp + Frame.NEW_TARGET, target);
            } else if (Mem.getLong(fp + Frame.NEW_TARGET) == Value.UNDEFINED) {
                Mem.putLong(fp + Frame.THIS, boundThis(callee));
            }
            Mem.putLong(fp + Frame.CALLEE, target);
            callee = target;
        }
        if (Proxies.isProxy(callee)) {
            int count = Frame.argumentCount(fp);
            Mem.copy(fp, fp + 8, 8L * count);
            Frame.set(fp, 0, callee);
            Mem.putInt(fp + Frame.ARGUMENT_COUNT, count + 1);
            Mem.putLong(fp + Frame.CALLEE, vm.proxies().callFunction());
        }
    }

    /** How many arguments a call of {@code callee} adds. */
    private static int boundArgumentCount(long callee) {
        int count = 1;
        while (Layout.cellType(callee) == CellType.BOUND_FUNCTION.ordinal()) {
            count += OwnKeys.count(boundArguments(callee));
            callee = boundTarget(callee);
        }
        return count;
    }
}
