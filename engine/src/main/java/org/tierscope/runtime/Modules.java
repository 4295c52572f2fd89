package org.tierscope.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.runtime.builtins.JsonBuiltins;

/**
 * The modules of a VM: loading, and what import means. {@link ModuleLinking} connects them, {@link ModuleEvaluation} runs them. Texts
 * are read at once, so that only evaluation is asynchronous.
 */
public final class Modules {
    private record Key(Realm realm, String path, String type) {}

    /** What the attribute "type" may say. */
    private static final Set<String> TYPES = Set.of("json", "text", "bytes");

    private final Vm vm;
    private final Map<Key, ModuleRecord> loaded = new HashMap<>();
    private final List<ModuleRecord> all = new ArrayList<>();
    /** Those whose requests are being loaded, or have been in the same go: one failure makes all of them incomplete. */
    private final List<ModuleRecord> loading = new ArrayList<>();
    private final ModuleLinking linking;
    private final ModuleEvaluation evaluation;
    private final DeferredModules deferred;
    private final DynamicImports dynamicImports;
    private GuestCompiler compiler = GuestCompiler.NONE;
    private ModuleHost host = ModuleHost.NONE;

    Modules(Vm vm) {
        this.vm = vm;
        this.linking = new ModuleLinking(vm);
        this.evaluation = new ModuleEvaluation(vm, this);
        this.deferred = new DeferredModules(vm, evaluation);
        this.dynamicImports = new DynamicImports(vm, this);
        vm.addRoots(mark -> all.forEach(module -> {
            mark.accept(module.value);
            mark.accept(module.error);
            mark.accept(module.promise);
            mark.accept(module.body);
            mark.accept(module.environment);
            mark.accept(module.namespace);
            mark.accept(module.deferredNamespace);
            mark.accept(module.source);
            module.cells.values().forEach(mark::accept);
        }));
    }

    public void setCompiler(GuestCompiler compiler) {
        this.compiler = compiler;
    }

    public void setHost(ModuleHost host) {
        this.host = host;
    }

    ModuleHost host() {
        return host;
    }

    ModuleLinking linking() {
        return linking;
    }

    ModuleEvaluation evaluation() {
        return evaluation;
    }

    DeferredModules deferred() {
        return deferred;
    }

    /** The module with this number; see {@link #number}. */
    ModuleRecord module(int number) {
        return all.get(number);
    }

    int number(ModuleRecord module) {
        return all.indexOf(module);
    }

    /**
     * Links a compiled module and all it imports: afterwards {@link #evaluate} may run it.
     *
     * @throws GuestException where something cannot be found, read, parsed or connected
     */
    public Object link(String path, ModuleCode code) {
        ModuleRecord module = add(new Key(vm.realm(), path, null), new ModuleRecord(path, vm.realm(), code));
        loadRequests(module);
        linking.link(module);
        return module;
    }

    /** Evaluates what {@link #link} returned; the result is a promise. */
    public long evaluate(Object module) {
        return evaluation.evaluate((ModuleRecord) module);
    }

    private ModuleRecord add(Key key, ModuleRecord module) {
        loaded.put(key, module);
        all.add(module);
        return module;
    }

    /** HostLoadImportedModule, with everything that the module imports in turn. */
    ModuleRecord load(String referrer, String specifier, Map<String, String> attributes, ImportPhase phase) {
        ModuleRecord module = read(referrer, specifier, attributes);
        if (phase != ImportPhase.SOURCE) {
            loadRequests(module);
        }
        return module;
    }

    private ModuleRecord read(String referrer, String specifier, Map<String, String> attributes) {
        String type = attributes.get("type");
        if (type != null && !TYPES.contains(type)) {
            throw vm.typeError("Module \"" + specifier + "\" has an unknown type: " + type);
        }
        String path = host.resolve(vm, referrer, specifier);
        var key = new Key(vm.realm(), path, type);
        ModuleRecord known = loaded.get(key);
        if (known != null) {
            return known;
        }
        ModuleHost.Loaded text = host.load(vm, path, type);
        ModuleRecord module = switch (text.kind()) {
            case MODULE -> new ModuleRecord(path, vm.realm(), compiler.module(new SourceText(0, path, text.text())));
            case JSON -> synthetic(path, JsonBuiltins.parse(vm, text.text()));
            case TEXT -> synthetic(path, vm.strings().of(text.text()));
            case BYTES -> synthetic(path, immutableBytes(text.text().getBytes(StandardCharsets.ISO_8859_1)));
            case SOURCE_OBJECT -> {
                var record = new ModuleRecord(path, vm.realm(), null);
                record.source = newSourceObject();
                yield record;
            }
            case COMMONJS -> {
                var record = new ModuleRecord(path, vm.realm(), null);
                record.file = text;
                record.names = CommonJsNames.of(text.text());
                yield record;
            }
        };
        return add(key, module);
    }

    /** A module whose only export is a value. */
    private ModuleRecord synthetic(String path, long value) {
        var record = new ModuleRecord(path, vm.realm(), null);
        record.value = value;
        return record;
    }

    /** A Uint8Array on an immutable buffer (proposal "import bytes"). */
    private long immutableBytes(byte[] bytes) {
        long buffer = vm.buffers().newBuffer(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            Mem.putByte(Buffers.data(buffer) + i, bytes[i]);
        }
        Buffers.makeImmutable(buffer);
        return vm.buffers().newView(
                buffer, 0, bytes.length, ElementsKind.UINT8, vm.realm().get(Intrinsic.UINT8_ARRAY_PROTOTYPE));
    }

    /** A source object of a class that inherits from %AbstractModuleSource%. */
    private long newSourceObject() {
        long prototype = vm.realm().newObject(
                vm.realm().get(Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE), CellType.OBJECT);
        return vm.realm().newObject(prototype, CellType.MODULE_SOURCE);
    }

    private void loadRequests(ModuleRecord module) {
        if (module.code == null || module.areRequestsLoaded) {
            return;
        }
        module.areRequestsLoaded = true;
        loading.add(module);
        boolean isFirst = loading.size() == 1;
        try {
            loadEach(module);
        } catch (GuestException e) {
            if (isFirst) {
                loading.forEach(ModuleRecord::forgetRequests);
            }
            throw e;
        } finally {
            if (isFirst) {
                loading.clear();
            }
        }
    }

    private void loadEach(ModuleRecord module) {
        for (ModuleCode.Request request : module.code.requests()) {
            checkAttributes(request.attributes());
        }
        for (ModuleCode.Request request : module.code.requests()) {
            module.requested.add(load(module.path, request.specifier(), request.attributes(), request.phase()));
        }
    }

    private void checkAttributes(Map<String, String> attributes) {
        for (String key : attributes.keySet()) {
            if (!key.equals("type")) {
                throw vm.error(ErrorKind.SYNTAX_ERROR, "Import attribute '" + key + "' is not supported");
            }
        }
    }

    /** What {@code import(specifier, options)} in a file gives. */
    long importDynamically(String referrer, long specifier, long options, ImportPhase phase) {
        return dynamicImports.start(referrer, specifier, options, phase);
    }
}
