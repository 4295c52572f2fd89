package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.runtime.ModuleRecord.Status;

/** Connects modules: Link (16.2.1.6.1.2), ResolveExport (16.2.1.7.2.2), GetModuleNamespace (16.2.1.12). */
final class ModuleLinking {
    /** What an exported name is: a cell that may not be there yet. */
    record Resolution(ModuleRecord module, int slot, ModuleRecord namespace, boolean deferred) {
        static final Resolution AMBIGUOUS = new Resolution(null, 0, null, false);
        /** In place of a slot: the module's value. */
        static final int VALUE = -1;
        /** In place of a slot: the module's source object. */
        static final int SOURCE = -2;
        /** In place of slots, downwards: the named exports of a CommonJS module. */
        static final int FIRST_NAMED = -3;
    }

    private record Question(ModuleRecord module, String name) {}

    private final Vm vm;
    private final ModuleNamespaces namespaces;

    ModuleLinking(Vm vm) {
        this.vm = vm;
        this.namespaces = new ModuleNamespaces(vm, this);
    }

    void link(ModuleRecord module) {
        var stack = new ArrayList<ModuleRecord>();
        try {
            link(module, stack, 0);
        } catch (GuestException e) {
            stack.forEach(m -> m.status = Status.UNLINKED);
            throw e;
        }
    }

    /** InnerModuleLinking. */
    private int link(ModuleRecord module, List<ModuleRecord> stack, int next) {
        if (module.code == null || module.status != Status.UNLINKED) {
            return next;
        }
        module.status = Status.LINKING;
        module.index = next;
        module.ancestor = next;
        int index = next + 1;
        stack.add(module);
        for (int i = 0; i < module.requested.size(); i++) {
            if (module.code.requests().get(i).phase() == ImportPhase.SOURCE) {
                continue;
            }
            ModuleRecord required = module.requested.get(i);
            index = link(required, stack, index);
            if (required.status == Status.LINKING) {
                module.ancestor = Math.min(module.ancestor, required.ancestor);
            }
        }
        initialize(module);
        if (module.ancestor == module.index) {
            ModuleRecord done;
            do {
                done = stack.removeLast();
                done.status = Status.LINKED;
            } while (done != module);
        }
        return index;
    }

    /** InitializeEnvironment (16.2.1.7.3.1). */
    private void initialize(ModuleRecord module) {
        for (ModuleCode.Indirect export : module.code.indirects()) {
            find(module.requested.get(export.request()), module, export.exported(), export.exported());
        }
        makeEnvironment(module);
        for (ModuleCode.Import binding : module.code.imports()) {
            ModuleRecord source = module.requested.get(binding.request());
            if (module.code.requests().get(binding.request()).phase() == ImportPhase.SOURCE) {
                ModuleRecord.setValue(module.slot(binding.slot()), sourceObject(source));
                continue;
            }
            module.setSlot(binding.slot(), binding.name() == null
                    ? namespaceCell(source, isDeferred(module, binding.request()))
                    : cell(find(source, source, binding.name(), binding.name())));
        }
        long meta = vm.objects().allocate(vm.objects().rootShape(0, CellType.OBJECT, 3), 0);
        if (module.code.metaSlot() >= 0) {
            module.setSlot(module.code.metaSlot(), meta);
            vm.modules().host().describe(vm, module.path, meta);
        }
    }

    private void makeEnvironment(ModuleRecord module) {
        if (module.environment == 0) {
            FunctionInfo function = vm.realms().in(module.realm, () -> vm.link(module.code.environment()));
            module.body = vm.call(vm.operations().createClosure(function, 0), Value.UNDEFINED);
            module.environment = Mem.getLong(module.body + Layout.FUNCTION_CONTEXT);
        }
    }

    private Resolution find(ModuleRecord source, ModuleRecord exporter, String name, String shown) {
        Resolution found = resolve(exporter, name, new HashSet<>());
        if (found == null) {
            throw vm.error(ErrorKind.SYNTAX_ERROR, "The requested module '" + source.path
                    + "' does not provide an export named '" + shown + "'");
        }
        if (found == Resolution.AMBIGUOUS) {
            throw vm.error(ErrorKind.SYNTAX_ERROR, "The requested module '" + source.path
                    + "' contains conflicting star exports for name '" + shown + "'");
        }
        return found;
    }

    /** ResolveExport: null where there is none or only a cycle. */
    Resolution resolve(ModuleRecord module, String name) {
        return resolve(module, name, new HashSet<>());
    }

    private Resolution resolve(ModuleRecord module, String name, Set<Question> asked) {
        if (!asked.add(new Question(module, name))) {
            return null;
        }
        if (module.code == null) {
            int named = module.names.indexOf(name);
            return name.equals("default")
                    ? new Resolution(module, Resolution.VALUE, null, false)
                    : named < 0 ? null : new Resolution(module, Resolution.FIRST_NAMED - named, null, false);
        }
        for (ModuleCode.Local export : module.code.locals()) {
            if (export.exported().equals(name)) {
                return new Resolution(module, export.slot(), null, false);
            }
        }
        for (ModuleCode.Indirect export : module.code.indirects()) {
            if (export.exported().equals(name)) {
                ModuleRecord source = module.requested.get(export.request());
                if (module.code.requests().get(export.request()).phase() == ImportPhase.SOURCE) {
                    return new Resolution(source, Resolution.SOURCE, null, false);
                }
                return export.name() == null
                        ? new Resolution(source, 0, source, isDeferred(module, export.request()))
                        : resolve(source, export.name(), asked);
            }
        }
        return name.equals("default") ? null : resolveStars(module, name, asked);
    }

    private Resolution resolveStars(ModuleRecord module, String name, Set<Question> asked) {
        Resolution found = null;
        for (int request : module.code.stars()) {
            Resolution other = resolve(module.requested.get(request), name, asked);
            if (other == Resolution.AMBIGUOUS) {
                return other;
            }
            if (found != null && other != null && !found.equals(other)) {
                return Resolution.AMBIGUOUS;
            }
            found = found == null ? other : found;
        }
        return found;
    }

    /** The cell of a resolved export; modules of a cycle may not have made theirs yet. */
    long cell(Resolution export) {
        if (export.namespace != null) {
            return namespaceCell(export.namespace, export.deferred);
        }
        if (export.slot == Resolution.VALUE) {
            return export.module.cells.computeIfAbsent("default", name -> newCell(export.module.value));
        }
        if (export.slot == Resolution.SOURCE) {
            return export.module.cells.computeIfAbsent("*source", name -> newCell(sourceObject(export.module)));
        }
        if (export.slot <= Resolution.FIRST_NAMED) {
            return namedCell(export.module, export.module.names.get(Resolution.FIRST_NAMED - export.slot));
        }
        makeEnvironment(export.module);
        return export.module.slot(export.slot);
    }

    /** The cell of a CommonJS module's named export: it is set when the module has run. */
    private long namedCell(ModuleRecord module, String name) {
        Long known = module.cells.get(name);
        if (known != null) {
            return known;
        }
        boolean hasRun = module.file == null && Layout.isObject(module.value);
        long cell = newCell(hasRun ? vm.properties().get(module.value, vm.conversions().key(name)) : Value.UNDEFINED);
        module.cells.put(name, cell);
        return cell;
    }

    private long namespaceCell(ModuleRecord module, boolean deferred) {
        String name = deferred ? "*defer" : "*";
        Long known = module.cells.get(name);
        if (known == null) {
            known = newCell(deferred ? deferredNamespace(module) : namespace(module));
            module.cells.put(name, known);
        }
        return known;
    }

    private static boolean isDeferred(ModuleRecord module, int request) {
        return module.code.requests().get(request).phase() == ImportPhase.DEFER;
    }

    private long newCell(long value) {
        long cell = vm.operations().createContext(0, 1);
        ModuleRecord.setValue(cell, value);
        return cell;
    }

    /** GetModuleNamespace. */
    long namespace(ModuleRecord module) {
        if (module.namespace == 0) {
            module.namespace = namespaces.create(module, namespaceNames(module), null);
        }
        return module.namespace;
    }

    /** GetModuleNamespace of phase defer. */
    long deferredNamespace(ModuleRecord module) {
        if (module.deferredNamespace == 0) {
            List<String> names = namespaceNames(module);
            names.remove("then");
            module.deferredNamespace =
                    namespaces.create(module, names, () -> vm.modules().deferred().evaluate(module));
        }
        return module.deferredNamespace;
    }

    /** GetModuleSource. */
    long sourceObject(ModuleRecord module) {
        if (module.source == 0) {
            throw vm.error(ErrorKind.SYNTAX_ERROR, "Module '" + module.path + "' has no source object");
        }
        return module.source;
    }

    private List<String> namespaceNames(ModuleRecord module) {
        var names = new ArrayList<String>();
        for (String name : exportedNames(module, new HashSet<>())) {
            Resolution found = resolve(module, name);
            if (found != null && found != Resolution.AMBIGUOUS) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /** GetExportedNames (16.2.1.7.2.1). */
    private Set<String> exportedNames(ModuleRecord module, Set<ModuleRecord> visited) {
        var names = new LinkedHashSet<String>();
        if (!visited.add(module)) {
            return names;
        }
        if (module.code == null) {
            names.add("default");
            names.addAll(module.names);
            return names;
        }
        module.code.locals().forEach(export -> names.add(export.exported()));
        module.code.indirects().forEach(export -> names.add(export.exported()));
        for (int request : module.code.stars()) {
            for (String name : exportedNames(module.requested.get(request), visited)) {
                if (!name.equals("default")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
