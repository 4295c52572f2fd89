package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.runtime.ModuleRecord.Status;

/** Runs modules once, what they import first, and lets those wait that await: Evaluate (16.2.1.6.1.3) and what belongs to it. */
final class ModuleEvaluation {
    private final Vm vm;
    private final Modules modules;
    private int asyncOrders;
    private FunctionInfo fulfilled;
    private FunctionInfo rejected;

    ModuleEvaluation(Vm vm, Modules modules) {
        this.vm = vm;
        this.modules = modules;
    }

    /** Returns a promise. */
    long evaluate(ModuleRecord asked) {
        boolean ran = asked.status == Status.EVALUATING_ASYNC || asked.status == Status.EVALUATED;
        ModuleRecord module = ran && asked.cycleRoot != null ? asked.cycleRoot : asked;
        if (module.promise != 0) {
            return module.promise;
        }
        module.promise = vm.promises().create();
        var stack = new ArrayList<ModuleRecord>();
        try {
            evaluate(module, stack, 0);
            if (module.asyncOrder == ModuleRecord.NOT_ASYNC) {
                vm.promises().resolve(module.promise, Value.UNDEFINED);
            }
        } catch (GuestException e) {
            for (ModuleRecord failed : stack) {
                failed.status = Status.EVALUATED;
                failed.error = e.value();
            }
            vm.promises().reject(module.promise, e.value());
        }
        return module.promise;
    }

    /** InnerModuleEvaluation. */
    private int evaluate(ModuleRecord module, List<ModuleRecord> stack, int next) {
        if (module.error != Value.EMPTY) {
            throw new GuestException(module.error);
        }
        if (module.code == null) {
            runSynthetic(module);
            return next;
        }
        if (module.status != Status.LINKED) {
            return next;
        }
        module.status = Status.EVALUATING;
        module.index = next;
        module.ancestor = next;
        module.pending = 0;
        int index = next + 1;
        stack.add(module);
        for (ModuleRecord request : DeferredModules.evaluationList(module)) {
            index = evaluate(request, stack, index);
            if (request.code != null) {
                awaitRequest(module, request);
            }
        }
        if (module.pending > 0 || module.isAsync()) {
            module.asyncOrder = ++asyncOrders;
            if (module.pending == 0) {
                runAsync(module);
            }
        } else {
            run(module);
        }
        if (module.ancestor == module.index) {
            ModuleRecord done;
            do {
                done = stack.removeLast();
                done.status = done.asyncOrder == ModuleRecord.NOT_ASYNC ? Status.EVALUATED : Status.EVALUATING_ASYNC;
                done.cycleRoot = module;
            } while (done != module);
        }
        return index;
    }

    private void awaitRequest(ModuleRecord module, ModuleRecord request) {
        ModuleRecord required = request;
        if (required.status == Status.EVALUATING) {
            module.ancestor = Math.min(module.ancestor, required.ancestor);
        } else {
            required = required.cycleRoot;
            if (required.error != Value.EMPTY) {
                throw new GuestException(required.error);
            }
        }
        if (required.asyncOrder != ModuleRecord.NOT_ASYNC && required.status != Status.EVALUATED) {
            module.pending++;
            required.asyncParents.add(module);
        }
    }

    private void runSynthetic(ModuleRecord module) {
        if (module.file != null) {
            ModuleHost.Loaded file = module.file;
            module.file = null;
            module.value = modules.host().require(vm, file);
            Long cell = module.cells.get("default");
            if (cell != null) {
                ModuleRecord.setValue(cell, module.value);
            }
            for (String name : module.names) {
                nameExport(module, name);
            }
        }
        module.status = Status.EVALUATED;
    }

    /** Named exports of a CommonJS module have the values that its exports object has now. */
    private void nameExport(ModuleRecord module, String name) {
        Long cell = module.cells.get(name);
        if (cell != null && Layout.isObject(module.value)) {
            ModuleRecord.setValue(cell, vm.properties().get(module.value, vm.conversions().key(name)));
        }
    }

    private long run(ModuleRecord module) {
        return vm.call(module.body, Value.UNDEFINED);
    }

    /** ExecuteAsyncModule. */
    private void runAsync(ModuleRecord module) {
        long promise = run(module);
        if (fulfilled == null) {
            fulfilled = vm.defineNative("", 0, (v, fp, argc) -> settled(fp, argc, false));
            rejected = vm.defineNative("", 0, (v, fp, argc) -> settled(fp, argc, true));
        }
        long number = vm.operations().createContext(0, 1);
        ModuleRecord.setValue(number, Value.ofInt(modules.number(module)));
        vm.promises().then(
                promise,
                vm.functions().createNativeOver(fulfilled, number),
                vm.functions().createNativeOver(rejected, number),
                Value.UNDEFINED, 0, 0);
    }

    private long settled(long fp, int argc, boolean failed) {
        ModuleRecord module = modules.module(Value.asInt(ModuleRecord.valueOf(Functions.capturedCell(fp))));
        if (failed) {
            fail(module, NativeFunction.argument(fp, argc, 0));
        } else {
            complete(module);
        }
        return Value.UNDEFINED;
    }

    /** AsyncModuleExecutionFulfilled. */
    private void complete(ModuleRecord module) {
        if (module.status == Status.EVALUATED) {
            return;
        }
        finish(module);
        Set<ModuleRecord> ready = new LinkedHashSet<>();
        gather(module, ready);
        for (ModuleRecord next : ready.stream().sorted(Comparator.comparingInt(m -> m.asyncOrder)).toList()) {
            if (next.status == Status.EVALUATED) {
                continue;
            }
            if (next.isAsync()) {
                runAsync(next);
                continue;
            }
            try {
                run(next);
            } catch (GuestException e) {
                fail(next, e.value());
                continue;
            }
            finish(next);
        }
    }

    private void finish(ModuleRecord module) {
        module.status = Status.EVALUATED;
        if (module.promise != 0) {
            vm.promises().resolve(module.promise, Value.UNDEFINED);
        }
    }

    /** GatherAvailableAncestors. */
    private void gather(ModuleRecord module, Set<ModuleRecord> ready) {
        for (ModuleRecord parent : module.asyncParents) {
            if (!ready.contains(parent) && parent.cycleRoot.error == Value.EMPTY && --parent.pending == 0) {
                ready.add(parent);
                if (!parent.isAsync()) {
                    gather(parent, ready);
                }
            }
        }
    }

    /** AsyncModuleExecutionRejected. */
    private void fail(ModuleRecord module, long error) {
        if (module.status == Status.EVALUATED) {
            return;
        }
        module.error = error;
        module.status = Status.EVALUATED;
        if (module.promise != 0) {
            vm.promises().reject(module.promise, error);
        }
        module.asyncParents.forEach(parent -> fail(parent, error));
    }
}
