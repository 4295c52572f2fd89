package org.tierscope.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.frontend.UnsupportedSyntaxException;
import org.tierscope.options.EngineOptions;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.PreludeCode;
import org.tierscope.runtime.Promises;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * Runs the scripts of a conformance test, one after the other, as global code of one fresh realm that has {@code print} and
 * {@code $262} (test262's INTERPRETING.md). For test runners: a program never sees these.
 *
 * <p>A host runs one test. {@link #run} is called on a thread with a large native stack; {@link #stop} may be called from
 * any thread.
 */
public final class ConformanceHost {
    private final EngineOptions options;
    private final Library library;
    private final AtomicReference<Vm> running = new AtomicReference<>();
    private volatile boolean stopped;

    public ConformanceHost(EngineOptions options, Library library) {
        this.options = options;
        this.library = library;
    }

    /** What all tests of a process share: the engine's own JavaScript, compiled once. */
    public static final class Library {
        private final PreludeCode prelude = GuestMachine.prelude();
    }

    /** A script compiled once that may run in any number of realms. */
    public static final class Script {
        private final BytecodeFunction code;

        private Script(BytecodeFunction code) {
            this.code = code;
        }

        /**
         * Compiles a script.
         *
         * @throws ProgramException where it is none
         */
        public static Script compile(String path, String text) {
            return new Script(compileScript(new SourceText(1, path, text)));
        }
    }

    /**
     * What is run.
     *
     * @param module whether the text is a module
     * @param canBlock [[CanBlock]] of the agent: whether Atomics.wait may wait
     */
    public record Test(String path, String text, boolean module, boolean canBlock) {}

    /** When something went wrong. */
    public enum Phase {
        /** Nothing went wrong. */
        NONE,
        /** Before anything of the last script ran. */
        PARSE,
        /** While modules were found and linked. */
        RESOLUTION,
        RUNTIME,
        /** It ran longer than it may. */
        STOPPED,
        /** The engine itself failed. */
        INTERNAL
    }

    /**
     * How it ended.
     *
     * @param errorName {@code name} of the constructor of what was thrown; empty where that was no object
     * @param message for people
     */
    public record Result(Phase phase, String errorName, String message) {
        static final Result FINE = new Result(Phase.NONE, "", "");
    }

    /**
     * Runs {@code prologue}, then the test.
     *
     * @param print receives what the guest gives {@code print}
     */
    public Result run(Test test, List<Script> prologue, Consumer<String> print) {
        try (var guest = new GuestMachine(options, library.prelude);
                var agents = new TestAgents(options, library.prelude)) {
            Vm vm = guest.vm();
            guest.onSafepoint(() -> stopped, Outcome.Status.TIMED_OUT);
            vm.setCanBlock(test.canBlock());
            running.set(vm);
            if (stopped) {
                vm.requestInterrupt();
            }
            try {
                new HostObject(vm, vm.realm(), print, agents::addMethods).install();
                vm.modules().setHost(new FileModules(null, true));
                return runTest(vm, prologue, test);
            } finally {
                running.set(null);
            }
        } catch (GuestStop e) {
            return new Result(Phase.STOPPED, "", "stopped");
        } catch (UnsupportedSyntaxException e) {
            return new Result(Phase.INTERNAL, "", e.headline());
        } catch (RuntimeException | Error e) {
            return new Result(Phase.INTERNAL, "", describe(e));
        }
    }

    /** Has the test end with {@link Phase#STOPPED} soon. */
    public void stop() {
        stopped = true;
        Vm vm = running.get();
        if (vm != null) {
            vm.requestInterrupt();
        }
    }

    private static Result runTest(Vm vm, List<Script> prologue, Test test) {
        var loop = new EventLoop(vm, rejection -> {});
        // harness files make timers of their own, which never let the loop turn, where there are none
        loop.install();
        try {
            prologue.forEach(script -> execute(vm, script.code));
        } catch (GuestException e) {
            return new Result(Phase.INTERNAL, "", "before the test: " + Uncaught.describe(vm, e.value()));
        }
        var source = new SourceText(2, test.path(), test.text());
        BytecodeFunction code = null;
        ModuleCode module = null;
        try {
            if (test.module()) {
                module = Compiler.compileModule(source);
            } else {
                code = Compiler.compile(source, CompileMode.SCRIPT);
            }
        } catch (UnsupportedSyntaxException e) {
            throw e;
        } catch (SyntaxErrorException e) {
            return new Result(Phase.PARSE, "SyntaxError", e.headline());
        }
        try {
            if (test.module()) {
                return runModule(vm, loop, test.path(), module);
            }
            execute(vm, code);
            loop.run();
            return Result.FINE;
        } catch (GuestException e) {
            return failed(vm, Phase.RUNTIME, e.value());
        }
    }

    private static Result runModule(Vm vm, EventLoop loop, String path, ModuleCode code) {
        Object module;
        try {
            module = vm.modules().link(Path.of(path).toAbsolutePath().normalize().toString(), code);
        } catch (GuestException e) {
            return failed(vm, Phase.RESOLUTION, e.value());
        }
        long promise = vm.modules().evaluate(module);
        vm.temporaryRoots().push(promise);
        loop.run();
        return Promises.state(promise) == Promises.REJECTED
                ? failed(vm, Phase.RUNTIME, Promises.result(promise))
                : Result.FINE;
    }

    private static Result failed(Vm vm, Phase phase, long error) {
        return new Result(phase, constructorName(vm, error), Uncaught.describe(vm, error));
    }

    private static BytecodeFunction compileScript(SourceText source) {
        try {
            return Compiler.compile(source, CompileMode.SCRIPT);
        } catch (SyntaxErrorException e) {
            throw new ProgramException(
                    e.headline(), e.path(), e.line(), e.column(), e.offset(), e.getMessage());
        }
    }

    private static long execute(Vm vm, BytecodeFunction script) {
        return execute(vm, vm.realm(), script);
    }

    /** ScriptEvaluation (16.1.6). */
    static long execute(Vm vm, Realm realm, BytecodeFunction script) {
        FunctionInfo linked = vm.realms().in(realm, () -> vm.link(script));
        return vm.call(vm.operations().createClosure(linked, 0), realm.globalThis());
    }

    private static String constructorName(Vm vm, long thrown) {
        if (!Layout.isObject(thrown)) {
            return "";
        }
        try {
            long constructor = vm.properties().get(thrown, vm.names().constructor);
            long name = Value.isNullish(constructor)
                    ? Value.UNDEFINED
                    : vm.properties().getOfValue(constructor, vm.names().name);
            return Layout.isString(name) ? vm.strings().toJava(name) : "";
        } catch (GuestException e) {
            return "";
        }
    }

    private static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "internal error: " + e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
