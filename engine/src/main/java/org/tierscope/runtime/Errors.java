package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.Position;

/**
 * Error objects, and the texts of the errors that operations throw. The texts are those of node 20, because programs print
 * them.
 */
public final class Errors {
    /** Fixed field of an error: the captured stack trace, or its text once somebody has asked. */
    static final int TRACE = 0;

    private static final int DEFAULT_TRACE_LIMIT = 10;

    private final Vm vm;
    private final StackTrace traces;

    Errors(Vm vm) {
        this.vm = vm;
        this.traces = new StackTrace(vm);
    }

    // Making.

    /** A new error object with the stack captured at the current frame. */
    public GuestException error(ErrorKind kind, String message) {
        return new GuestException(newError(vm.realm().errorPrototype(kind), vm.strings().of(message)));
    }

    /** An error object; {@code message} is a string, or EMPTY for none. */
    public long newError(long prototype, long message) {
        return newErrorAbove(prototype, message, 0);
    }

    /** An AggregateError of an array of errors, as Promise.any rejects with. */
    public long aggregate(long list) {
        long message = vm.strings().of("All promises were rejected");
        long error = newError(vm.realm().get(Intrinsic.AGGREGATE_ERROR_PROTOTYPE), message);
        vm.definitions().define(error, vm.names().errors, list, Attributes.HIDDEN);
        return error;
    }

    /** The same, its stack beginning with the caller of function {@code until} (0: the current frame). */
    public long newErrorAbove(long prototype, long message, long until) {
        long error = vm.objects().allocate(vm.objects().rootShape(prototype, CellType.ERROR, 4), 0);
        Objects.setField(error, TRACE, traces.capture(traceLimit(), until));
        if (message != Value.EMPTY) {
            vm.objects().add(error, vm.names().message, Attributes.HIDDEN, message);
        }
        return error;
    }

    private int traceLimit() {
        long limit = vm.realm().stackTraceLimit();
        return limit == Value.EMPTY ? DEFAULT_TRACE_LIMIT : Value.isNumber(limit)
                ? (int) Math.clamp(Value.numberAsDouble(limit), 0, 200)
                : 0;
    }

    /** Error.captureStackTrace: gives any object a "stack" without the frames down to function {@code until}. */
    public void captureStackTrace(long object, long until) {
        long trace = traces.capture(traceLimit(), Layout.isCallable(until) ? until : 0);
        long text = vm.strings().of(header(object) + traces.format(trace));
        vm.definitions().defineOrThrow(object, vm.names().stack, Property.data(text, Attributes.HIDDEN));
    }

    /** The header and trace of an error, which stay as they are when first asked for. */
    public long stackText(long error) {
        long trace = Objects.field(error, TRACE);
        if (!Layout.isString(trace)) {
            trace = stackText(error, trace);
            Objects.setField(error, TRACE, trace);
        }
        return trace;
    }

    private long stackText(long error, long trace) {
        String header = header(text(error, vm.names().name, "Error"), text(error, vm.names().message, ""));
        return vm.strings().of(header + (Value.isCell(trace) && trace != 0 ? traces.format(trace) : ""));
    }

    /** {@code "Name: message"} from the error's properties, running no guest code. */
    String header(long error) {
        return header(plainText(error, vm.names().name, "Error"), plainText(error, vm.names().message, ""));
    }

    private static String header(String name, String message) {
        return message.isEmpty() ? name : name.isEmpty() ? message : name + ": " + message;
    }

    /** As a program sees it: the property may have a getter. */
    private String text(long error, long key, String otherwise) {
        try {
            long value = vm.properties().get(error, key);
            return Layout.isString(value) ? vm.strings().toJava(value) : otherwise;
        } catch (GuestException e) {
            return otherwise;
        }
    }

    private String plainText(long object, long key, String otherwise) {
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            Shape shape = vm.shapes().of(o);
            int info = shape.lookup(key);
            if (info >= 0) {
                long value = (info & (Attributes.ACCESSOR | Attributes.LAZY)) != 0
                        ? Value.UNDEFINED
                        : Objects.slot(o, shape, Shape.slot(info));
                return Layout.isString(value) ? vm.strings().toJava(value) : otherwise;
            }
        }
        return otherwise;
    }

    /** The name of the function that made an object, as far as its prototypes tell. */
    public String constructorName(long object) {
        if (Layout.isCallable(object)) {
            String own = functionName(object);
            return own.isEmpty() ? "Function" : own;
        }
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            Shape shape = vm.shapes().of(o);
            int info = shape.lookup(vm.names().constructor);
            if (info >= 0 && (info & (Attributes.ACCESSOR | Attributes.LAZY)) == 0) {
                long constructor = Objects.slot(o, shape, Shape.slot(info));
                if (Layout.isCallable(constructor)) {
                    String name = functionName(constructor);
                    if (!name.isEmpty()) {
                        return name;
                    }
                }
            }
        }
        return "Object";
    }

    /** A function's name without running guest code. */
    public String functionName(long function) {
        Shape shape = vm.shapes().of(function);
        int info = shape.lookup(vm.names().name);
        if (info >= 0 && (info & Attributes.LAZY) != 0) {
            shape = vm.functions().materialize(function);
        }
        if (info < 0 || (info & Attributes.ACCESSOR) != 0) {
            return "";
        }
        long name = Objects.slot(function, shape, Shape.slot(info));
        return Layout.isString(name) ? vm.strings().toJava(name) : "";
    }

    // Texts.

    /** A value as messages show it: {@code undefined}, {@code 1}, {@code "text"}, {@code #<Point>}, {@code [object Array]}. */
    public String render(long value) {
        if (!Value.isCell(value)) {
            return value == Value.EMPTY ? "undefined" : vm.conversions().toJavaString(value);
        }
        CellType type = CellType.at(value);
        if (type.isString()) {
            return '"' + vm.strings().toJava(value) + '"';
        }
        if (type == CellType.SYMBOL) {
            return keyText(value);
        }
        if (Layout.isCallable(value)) {
            return vm.functions().sourceText(value);
        }
        if (type == CellType.BIGINT) {
            return vm.conversions().toJavaString(value);
        }
        return switch (type) {
            case ARRAY -> "[object Array]";
            case ERROR -> header(value);
            default -> "#<" + constructorName(value) + ">";
        };
    }

    /** The same with strings bare. */
    public String renderPlain(long value) {
        return Layout.isString(value) ? vm.strings().toJava(value) : render(value);
    }

    /** A property key as messages show it. */
    public String keyText(long key) {
        if (Layout.isSymbol(key)) {
            long description = Mem.getLong(key + Layout.SYMBOL_DESCRIPTION);
            String text = description == Value.UNDEFINED ? "" : vm.strings().toJava(description);
            return Layout.hasFlag(key, Layout.FLAG_PRIVATE) ? text : "Symbol(" + text + ")";
        }
        return Value.isInt(key) ? Integer.toString(Value.asInt(key)) : vm.strings().toJava(key);
    }

    GuestException readOfNullish(long value, long key) {
        return vm.typeError(
                "Cannot read properties of " + vm.conversions().toJavaString(value) + " (reading '" + keyText(key) + "')");
    }

    GuestException writeOfNullish(long value, long key) {
        return vm.typeError(
                "Cannot set properties of " + vm.conversions().toJavaString(value) + " (setting '" + keyText(key) + "')");
    }

    /** Why a strict assignment to {@code object[key]} failed. */
    public GuestException cannotAssign(long object, long key) {
        if (!Layout.isObject(object)) {
            String type = vm.strings().toJava(vm.conversions().typeOf(object));
            return vm.typeError("Cannot create property '" + keyText(key) + "' on " + type + " '"
                    + vm.conversions().toJavaString(object) + "'");
        }
        var found = new Property();
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            if (Proxies.isProxy(o)) {
                return vm.typeError("'set' on proxy: trap returned falsish for property '" + keyText(key) + "'");
            }
            if (vm.definitions().getOwn(o, key, found)) {
                if (found.isAccessor()) {
                    return vm.typeError("Cannot set property " + keyText(key) + " of " + objectText(object)
                            + " which has only a getter");
                }
                if (!found.isWritable()) {
                    return vm.typeError("Cannot assign to read only property '" + keyText(key) + "' of object '"
                            + objectText(object) + "'");
                }
                break;
            }
        }
        return vm.typeError(Value.isInt(key) && !Objects.has(object, Layout.FLAG_NON_EXTENSIBLE)
                ? "Cannot assign to read only property 'length' of object '" + objectText(object) + "'"
                : "Cannot add property " + keyText(key) + ", object is not extensible");
    }

    /** For object patterns. */
    GuestException notDestructurable(long value) {
        String subject = subject();
        String what = subject == null ? "'" + callSite(value) + "'" : subject.replace("%s", callSite(value));
        return vm.typeError("Cannot destructure " + what + " as it is " + vm.conversions().toJavaString(value) + ".");
    }

    GuestException superNotCalled() {
        return vm.error(
                ErrorKind.REFERENCE_ERROR,
                "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
    }

    GuestException cannotDelete(long object, long key) {
        if (Proxies.isProxy(object)) {
            return vm.typeError("'deleteProperty' on proxy: trap returned falsish for property '" + keyText(key) + "'");
        }
        return vm.typeError("Cannot delete property '" + keyText(key) + "' of " + objectText(object));
    }

    /** An object as messages about its properties show it. */
    public String objectText(long object) {
        return switch (CellType.at(object)) {
            case ARRAY -> "[object Array]";
            case FUNCTION, BOUND_FUNCTION -> vm.functions().sourceText(object);
            default -> "#<" + constructorName(object) + ">";
        };
    }

    /** For a call: {@code x is not a function}, with the source text of the callee at the current frame. */
    public GuestException notCallable(long value) {
        return vm.typeError(calleeText(value) + (isConstructing() ? " is not a constructor" : " is not a function"));
    }

    /** For new: {@code x is not a constructor}. */
    public GuestException notConstructor(long value) {
        if (Position.SUPER_CONSTRUCTOR.equals(subject())) {
            return notSuperConstructor(value);
        }
        return vm.typeError(calleeText(value) + " is not a constructor");
    }

    private GuestException notSuperConstructor(long value) {
        FrameView active = innermost();
        // Of an inlined call the function object is not known.
        String name = Value.isCell(active.callee()) ? functionName(active.callee()) : active.function().name();
        boolean none = value == Value.NULL || value == vm.realm().get(Intrinsic.FUNCTION_PROTOTYPE);
        return vm.typeError("Super constructor " + (none ? "null" : render(value)) + " of "
                + (name.isEmpty() ? "anonymous class" : name) + " is not a constructor");
    }

    /** For for-of, spread and array patterns: {@code x is not iterable}. */
    public GuestException notIterable(long value) {
        String subject = subject();
        if (Position.SPREAD_ARGUMENT.equals(subject)) {
            return vm.typeError(Value.isNullish(value)
                    ? vm.conversions().toJavaString(value) + " is not iterable (cannot read property undefined)"
                    : "Spread syntax requires ...iterable[Symbol.iterator] to be a function");
        }
        return vm.typeError(subject == null
                ? callSite(value) + " is not iterable"
                        + (value == Value.UNDEFINED ? "" : " (cannot read property Symbol(Symbol.iterator))")
                : subject + " is not iterable");
    }

    /** Whether the current instruction is a new; its window looks like a call's where the callee is undefined. */
    private boolean isConstructing() {
        FrameView top = innermost();
        if (top == null || top.function().bytecode() == null) {
            return false;
        }
        Opcode opcode = Opcode.of(top.function().code()[top.pc()]);
        return opcode == Opcode.CONSTRUCT || opcode == Opcode.CONSTRUCT_SPREAD;
    }

    private FrameView innermost() {
        FrameView[] top = {null};
        vm.stackWalker().walk(frame -> {
            top[0] = frame;
            return false;
        });
        return top[0];
    }

    /** What the frontend calls the operand at fault at the current frame's pc; null in native functions. */
    private String subject() {
        FrameView top = innermost();
        if (top == null || top.function().bytecode() == null) {
            return null;
        }
        Position position = top.function().bytecode().positionAt(top.pc());
        return position == null ? null : position.subject();
    }

    private String calleeText(long value) {
        String subject = subject();
        return subject == null ? callSite(value) : subject;
    }

    /** A value where no source text names it: its type, and what it is where that is short. */
    private String callSite(long value) {
        String type = vm.strings().toJava(vm.conversions().typeOf(value));
        if (Layout.isString(value)) {
            return type + " " + render(value);
        }
        boolean shown = Value.isNumber(value) || Value.isBoolean(value) || value == Value.NULL;
        return shown ? type + " " + render(value) : type;
    }
}
