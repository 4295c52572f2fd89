package org.tierscope.engine;

import java.util.function.BooleanSupplier;
import org.tierscope.asm.Platform;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.interp.Interpreter;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.runtime.PreludeCode;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmOptions;
import org.tierscope.tier.TierManager;

/** A VM with all that runs its guest: interpreter and compilers. */
final class GuestMachine implements AutoCloseable {
    private final Vm vm;
    private final SourceCompiler compiler;
    private final TierManager tiers;

    /** Made on the thread that will run the guest. */
    GuestMachine(EngineOptions options, PreludeCode prelude) {
        vm = new Vm(vmOptions(options));
        var interpreter = new Interpreter(vm);
        vm.setExecutor(interpreter);
        vm.setPreludeCode(prelude);
        compiler = new SourceCompiler(vm);
        vm.dynamicCode().setCompiler(compiler);
        vm.modules().setCompiler(compiler);
        boolean javaAlone = options.maxTier() == Tier.INTERPRETER && options.get(EngineOption.JAVA_INTERPRETER);
        tiers = javaAlone || !Platform.hasMachineCode() ? null : new TierManager(vm, interpreter, options);
    }

    static PreludeCode prelude() {
        return new PreludeCode(source -> Compiler.compile(source, CompileMode.PRELUDE));
    }

    /** Has the guest end with {@code status} at the next safepoint at which {@code stopped} holds. */
    void onSafepoint(BooleanSupplier stopped, Outcome.Status status) {
        vm.setSafepointHook(() -> {
            if (tiers != null) {
                tiers.installFinished();
            }
            if (stopped.getAsBoolean()) {
                throw new GuestStop(status);
            }
        });
    }

    SourceCompiler compiler() {
        return compiler;
    }

    Vm vm() {
        return vm;
    }

    /** Null where there is no machine code. */
    TierManager tiers() {
        return tiers;
    }

    private static VmOptions vmOptions(EngineOptions options) {
        return VmOptions.DEFAULT
                .withMaxHeapBytes(options.maxHeap())
                .withStackBytes(options.maxStack())
                .withGcEvery((int) Math.min(options.gcEvery(), Integer.MAX_VALUE))
                .withVerify(options.verify());
    }

    @Override
    public void close() {
        if (tiers != null) {
            tiers.close();
        }
        vm.close();
    }
}
