package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Error, the native errors and AggregateError (20.5). */
final class ErrorBuiltins {
    private ErrorBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.ERROR_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .value("name", vm.strings().intern("Error"))
                .value("message", vm.strings().empty())
                .accessor("stack", ErrorBuiltins::stack, ErrorBuiltins::setStack)
                .method("toString", 0, ErrorBuiltins::text);
        long error = ObjectBuilder.constructor(
                        vm, "Error", 1, (v, fp, argc) -> construct(v, fp, argc, Intrinsic.ERROR_PROTOTYPE, 0), Intrinsic.ERROR_PROTOTYPE)
                .as(Intrinsic.ERROR)
                .method("isError", 1, (v, fp, argc) -> Value.ofBoolean(isError(argument(fp, argc, 0))))
                .method("captureStackTrace", 2, ErrorBuiltins::captureStackTrace)
                .define(vm.conversions().key("stackTraceLimit"), Value.ofInt(10), Attributes.DEFAULT)
                .object();
        for (ErrorKind kind : ErrorKind.values()) {
            if (kind != ErrorKind.ERROR) {
                Intrinsic prototype = Intrinsic.valueOf(kind.name() + "_PROTOTYPE");
                subclass(vm, kind.constructorName(), 1, prototype, error, 0);
            }
        }
        subclass(vm, "AggregateError", 2, Intrinsic.AGGREGATE_ERROR_PROTOTYPE, error, 1);
    }

    private static void subclass(Vm vm, String name, int length, Intrinsic prototype, long error, int messageIndex) {
        ObjectBuilder.intrinsic(vm, prototype, Intrinsic.ERROR_PROTOTYPE)
                .value("name", vm.strings().intern(name))
                .value("message", vm.strings().empty());
        ObjectBuilder constructor = ObjectBuilder.constructor(
                vm, name, length, (v, fp, argc) -> construct(v, fp, argc, prototype, messageIndex), prototype);
        ObjectBuiltins.changePrototype(vm, constructor.object(), error);
    }

    private static long construct(Vm vm, long fp, int argc, Intrinsic prototype, int messageIndex) {
        long newTarget = FunctionBuiltins.isConstructCall(fp)
                ? Frame.get(fp, Frame.NEW_TARGET_REGISTER)
                : Frame.get(fp, Frame.CALLEE_REGISTER);
        long parent = vm.realm().prototypeFor(newTarget, prototype);
        long message = argument(fp, argc, messageIndex);
        long text = message == Value.UNDEFINED ? Value.EMPTY : vm.conversions().toStringValue(message);
        long error = vm.errors().newErrorAbove(parent, text, newTarget);
        long options = argument(fp, argc, messageIndex + 1);
        if (Layout.isObject(options) && vm.properties().has(options, vm.names().cause)) {
            long cause = vm.properties().get(options, vm.names().cause);
            vm.definitions().define(error, vm.names().cause, cause, Attributes.HIDDEN);
        }
        if (messageIndex == 1) {
            long errors = vm.literals().newArray();
            vm.iteration().arrayAppendSpread(errors, argument(fp, argc, 0));
            vm.definitions().define(error, vm.names().errors, errors, Attributes.HIDDEN);
        }
        return error;
    }

    private static long stack(Vm vm, long fp, int argc) {
        long error = thisValue(fp);
        if (!Layout.isObject(error)) {
            throw vm.typeError("Error.prototype.stack getter called on non-object " + vm.errors().render(error));
        }
        return isError(error) ? vm.errors().stackText(error) : Value.UNDEFINED;
    }

    /** The setter: gives the receiver a property of its own (SetterThatIgnoresPrototypeProperties). */
    private static long setStack(Vm vm, long fp, int argc) {
        long error = thisValue(fp);
        long text = argument(fp, argc, 0);
        if (!Layout.isObject(error) || !Layout.isString(text)) {
            throw vm.typeError("Error.prototype.stack can only be set to a string, on an object");
        }
        if (error == vm.realm().get(Intrinsic.ERROR_PROTOTYPE)) {
            throw vm.errors().cannotAssign(error, vm.names().stack);
        }
        if (vm.definitions().getOwn(error, vm.names().stack, new Property())) {
            vm.properties().put(error, vm.names().stack, text);
        } else {
            vm.definitions().createDataPropertyOrThrow(error, vm.names().stack, text);
        }
        return Value.UNDEFINED;
    }

    private static boolean isError(long value) {
        return Layout.isObject(value) && CellType.at(value) == CellType.ERROR;
    }

    private static long captureStackTrace(Vm vm, long fp, int argc) {
        long object = argument(fp, argc, 0);
        if (!Layout.isObject(object)) {
            throw vm.typeError("Invalid argument");
        }
        long until = argument(fp, argc, 1);
        vm.errors().captureStackTrace(object, Layout.isCallable(until) ? until : Frame.get(fp, Frame.CALLEE_REGISTER));
        return Value.UNDEFINED;
    }

    private static long text(Vm vm, long fp, int argc) {
        long error = thisValue(fp);
        if (!Layout.isObject(error)) {
            throw vm.typeError("Error.prototype.toString requires that 'this' be a JSReceiver");
        }
        long name = vm.properties().get(error, vm.names().name);
        String nameText = name == Value.UNDEFINED ? "Error" : vm.conversions().toJavaString(name);
        long message = vm.properties().get(error, vm.names().message);
        String messageText = message == Value.UNDEFINED ? "" : vm.conversions().toJavaString(message);
        return vm.strings().of(
                nameText.isEmpty() ? messageText : messageText.isEmpty() ? nameText : nameText + ": " + messageText);
    }
}
