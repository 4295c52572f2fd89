package org.tierscope.engine;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ObjectBuilder;

/** What node's {@code process} can do that concerns the run: arguments, exit, exit codes, ticks, and its events. */
final class ProcessObject {
    private static final String EXIT = "exit";
    private static final String UNCAUGHT = "uncaughtException";
    private static final String REJECTION = "unhandledRejection";

    private record Listener(long function, boolean once) {}

    private final Vm vm;
    private final long process;
    private final Map<String, List<Listener>> listeners = new HashMap<>();
    private boolean exiting;

    ProcessObject(Vm vm) {
        this.vm = vm;
        this.process = vm.properties().get(vm.realm().globalObject(), "process");
        vm.addRoots(mark -> {
            mark.accept(process);
            listeners.values().forEach(list -> list.forEach(listener -> mark.accept(listener.function)));
        });
    }

    /** @param path the program's, absolute */
    void install(String path) {
        long arguments = vm.literals().newArray();
        vm.literals().arrayAppend(arguments, vm.strings().intern("tierscope"));
        vm.literals().arrayAppend(arguments, vm.strings().of(path));
        ObjectBuilder.on(vm, process)
                .value("argv", arguments)
                .value("exitCode", Value.UNDEFINED)
                .method(EXIT, 1, (v, fp, argc) -> exit(argument(fp, argc, 0)))
                .method("nextTick", 1, this::nextTick)
                .method("on", 2, listening(false))
                .alias("addListener", "on")
                .method("once", 2, listening(true))
                .method("off", 2, this::off)
                .alias("removeListener", "off")
                .method("emit", 1, this::emit);
    }

    private long nextTick(Vm v, long fp, int argc) {
        long callback = argument(fp, argc, 0);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError("The \"callback\" argument must be of type function. Received " + vm.errors().render(callback));
        }
        vm.promises().jobs().addTick(callback, rest(fp, argc));
        return Value.UNDEFINED;
    }

    /** The arguments after the first. */
    private static long[] rest(long fp, int argc) {
        var rest = new long[Math.max(0, argc - 1)];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Frame.get(fp, i + 1);
        }
        return rest;
    }

    // Events.

    private NativeFunction listening(boolean once) {
        return (v, fp, argc) -> {
            long function = argument(fp, argc, 1);
            if (!Layout.isCallable(function)) {
                throw vm.typeError("The \"listener\" argument must be of type function. Received " + vm.errors().render(function));
            }
            listeners.computeIfAbsent(name(fp, argc), name -> new ArrayList<>()).add(new Listener(function, once));
            return thisValue(fp);
        };
    }

    private String name(long fp, int argc) {
        return vm.conversions().toJavaString(argument(fp, argc, 0));
    }

    private long off(Vm v, long fp, int argc) {
        long function = argument(fp, argc, 1);
        listeners.getOrDefault(name(fp, argc), new ArrayList<>()).removeIf(listener -> listener.function == function);
        return thisValue(fp);
    }

    private long emit(Vm v, long fp, int argc) {
        return Value.ofBoolean(emit(name(fp, argc), rest(fp, argc)));
    }

    /** Whether anybody listened. */
    private boolean emit(String name, long... arguments) {
        List<Listener> all = List.copyOf(listeners.getOrDefault(name, List.of()));
        for (Listener listener : all) {
            if (listener.once) {
                listeners.get(name).remove(listener);
            }
            vm.call(listener.function, process, arguments);
        }
        return !all.isEmpty();
    }

    /** Whether the program wants to go on after an error that it did not catch. */
    boolean handlesUncaught(long error) {
        return emit(UNCAUGHT, error, vm.strings().intern(UNCAUGHT));
    }

    /**
     * A promise was rejected and nobody handles it.
     *
     * @throws GuestException what ends the program, unless it listens
     */
    void rejected(long reason) {
        if (emit(REJECTION, reason)) {
            return;
        }
        long error = isError(reason) ? reason : rejectionError(reason);
        if (!emit(UNCAUGHT, error, vm.strings().intern(REJECTION))) {
            throw new GuestException(error);
        }
    }

    private static boolean isError(long value) {
        return Layout.isObject(value) && CellType.at(value) == CellType.ERROR;
    }

    /** What stands for a reason that is no error. */
    private long rejectionError(long reason) {
        long error = vm.error(ErrorKind.ERROR, "This error originated either by throwing inside of an async "
                + "function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise "
                + "rejected with the reason \"" + vm.errors().renderPlain(reason) + "\".").value();
        return ObjectBuilder.on(vm, error)
                .value("name", vm.strings().intern("UnhandledPromiseRejection"))
                .define(vm.conversions().key("code"), vm.strings().intern("ERR_UNHANDLED_REJECTION"), Attributes.DEFAULT)
                .object();
    }

    // Exit.

    private long exit(long code) {
        if (code != Value.UNDEFINED) {
            vm.properties().put(process, vm.conversions().key("exitCode"), code);
        }
        throw new GuestExit(exitCode(0));
    }

    /**
     * Tells listeners that the program ends; they may change the code.
     *
     * @param otherwise the code of a program that says none
     */
    int exitCode(int otherwise) {
        if (!exiting) {
            exiting = true;
            emit(EXIT, Value.ofInt(code(otherwise)));
        }
        return code(otherwise);
    }

    private int code(int otherwise) {
        long code = vm.properties().get(process, "exitCode");
        return code == Value.UNDEFINED || code == Value.NULL ? otherwise : (int) vm.conversions().toDouble(code) & 0xFF;
    }
}
