package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.runtime.ModuleRecord.Status;

/** What {@code import defer} adds to the evaluation of modules (proposal "deferring module evaluation"). */
final class DeferredModules {
    private final Vm vm;
    private final ModuleEvaluation evaluation;

    DeferredModules(Vm vm, ModuleEvaluation evaluation) {
        this.vm = vm;
        this.evaluation = evaluation;
    }

    /** The modules to run before this one: those it imports, and those that await behind the ones it defers. */
    static Set<ModuleRecord> evaluationList(ModuleRecord module) {
        var list = new LinkedHashSet<ModuleRecord>();
        for (int i = 0; i < module.requested.size(); i++) {
            ModuleRecord required = module.requested.get(i);
            switch (module.code.requests().get(i).phase()) {
                case EVALUATION -> list.add(required);
                case DEFER -> list.addAll(asynchronousDependencies(required));
                case SOURCE -> { }
            }
        }
        return list;
    }

    /** GatherAsynchronousTransitiveDependencies. */
    static List<ModuleRecord> asynchronousDependencies(ModuleRecord module) {
        var found = new ArrayList<ModuleRecord>();
        gather(module, new HashSet<>(), found);
        return found;
    }

    private static void gather(ModuleRecord module, Set<ModuleRecord> seen, List<ModuleRecord> found) {
        if (!seen.add(module) || module.code == null || module.status == Status.EVALUATING || isEvaluated(module)) {
            return;
        }
        if (module.isAsync()) {
            found.add(module);
            return;
        }
        for (ModuleRecord required : dependencies(module)) {
            gather(required, seen, found);
        }
    }

    /** IsModuleSCCEvaluated. */
    private static boolean isEvaluated(ModuleRecord module) {
        ModuleRecord deciding = module.cycleRoot == null ? module : module.cycleRoot;
        return deciding.status == Status.EVALUATED;
    }

    private static List<ModuleRecord> dependencies(ModuleRecord module) {
        var dependencies = new ArrayList<ModuleRecord>();
        for (int i = 0; i < module.requested.size(); i++) {
            if (module.code.requests().get(i).phase() != ImportPhase.SOURCE) {
                dependencies.add(module.requested.get(i));
            }
        }
        return dependencies;
    }

    /**
     * EvaluateSync, for the first use of a deferred namespace.
     *
     * @throws GuestException a TypeError where the module cannot run now, or what it throws
     */
    void evaluate(ModuleRecord module) {
        if (module.code != null && !isReady(module, new HashSet<>())) {
            throw vm.typeError("Module '" + module.path + "' cannot be evaluated synchronously now");
        }
        long promise = evaluation.evaluate(module);
        if (Promises.state(promise) == Promises.REJECTED) {
            vm.promises().markHandled(promise);
            throw new GuestException(Promises.result(promise));
        }
    }

    /** ReadyForSyncExecution. */
    private static boolean isReady(ModuleRecord module, Set<ModuleRecord> seen) {
        if (!seen.add(module) || module.code == null || isEvaluated(module)) {
            return true;
        }
        boolean running = module.status == Status.EVALUATING || module.status == Status.EVALUATING_ASYNC;
        return !running && !module.isAsync()
                && dependencies(module).stream().allMatch(required -> isReady(required, seen));
    }
}
