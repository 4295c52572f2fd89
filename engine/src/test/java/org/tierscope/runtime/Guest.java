package org.tierscope.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.interp.Interpreter;

/** Runs scripts in the interpreter: text in, printed text out. */
final class Guest implements AutoCloseable {
    private static final long THREAD_STACK_BYTES = 256L << 20;

    final Vm vm;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Guest() {
        this(VmOptions.DEFAULT);
    }

    Guest(VmOptions options) {
        vm = new Vm(options);
        vm.console().setOut(out);
        vm.setExecutor(new Interpreter(vm));
        vm.setPreludeCode(new PreludeCode(source -> Compiler.compile(source, CompileMode.PRELUDE)));
    }

    /** What a script prints, with an uncaught error's name and message as its last line. */
    static String run(String script) {
        return run(VmOptions.DEFAULT, script);
    }

    static String run(VmOptions options, String script) {
        return run(options, vm -> {}, script);
    }

    /** The same in a VM that was prepared. */
    static String run(Consumer<Vm> preparation, String script) {
        return run(VmOptions.DEFAULT, preparation, script);
    }

    private static String run(VmOptions options, Consumer<Vm> preparation, String script) {
        var result = new String[1];
        var failure = new Throwable[1];
        Thread thread = new Thread(null, () -> {
            try (Guest guest = new Guest(options)) {
                preparation.accept(guest.vm);
                guest.evaluate(script);
                result[0] = guest.printed();
            } catch (Throwable e) {
                failure[0] = e;
            }
        }, "guest", THREAD_STACK_BYTES);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
        return result[0];
    }

    void evaluate(String script) {
        FunctionInfo main = vm.link(Compiler.compile(new SourceText(1, "test.js", script), CompileMode.SCRIPT));
        try {
            vm.call(vm.operations().createClosure(main, 0), vm.realm().globalObject());
        } catch (GuestException e) {
            String text = Layout.isObject(e.value()) ? vm.errors().header(e.value()) : vm.errors().render(e.value());
            vm.console().println("uncaught " + text);
        }
        vm.console().flush();
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        vm.close();
    }
}
