package org.tierscope.engine;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ObjectBuilder;

/** The globals {@code print} and {@code $262} of test262's hosts. */
final class HostObject {
    private final Vm vm;
    private final Realm realm;
    private final Consumer<String> print;
    private final BiConsumer<Vm, ObjectBuilder> agentMethods;

    /** @param agentMethods adds to {@code $262.agent} what only this kind of agent has */
    HostObject(Vm vm, Realm realm, Consumer<String> print, BiConsumer<Vm, ObjectBuilder> agentMethods) {
        this.vm = vm;
        this.realm = realm;
        this.print = print;
        this.agentMethods = agentMethods;
    }

    /** Makes them global in the realm; returns {@code $262}. */
    long install() {
        return vm.realms().in(realm, this::installHere);
    }

    private long installHere() {
        long global = realm.globalObject();
        ObjectBuilder host = ObjectBuilder.plain(vm)
                .value("global", global)
                .value("agent", agent())
                .value("IsHTMLDDA", documentAll())
                .value("AbstractModuleSource", realm.get(Intrinsic.ABSTRACT_MODULE_SOURCE))
                .method("createRealm", 0, (v, fp, argc) -> new HostObject(v, v.createRealm(), print, agentMethods).install())
                .method("detachArrayBuffer", 1, (v, fp, argc) -> detach(NativeFunction.argument(fp, argc, 0)))
                .method("evalScript", 1, (v, fp, argc) -> v.dynamicCode().runScript("evalScript", text(fp, argc)))
                .method("gc", 0, (v, fp, argc) -> {
                    v.collectGarbage();
                    return Value.UNDEFINED;
                });
        ObjectBuilder.on(vm, global)
                .value("$262", host.object())
                .method("print", 1, (v, fp, argc) -> {
                    print.accept(text(fp, argc));
                    return Value.UNDEFINED;
                });
        return host.object();
    }

    /** An object that is as undefined to typeof and loose equality, as {@code document.all} of browsers. */
    private long documentAll() {
        long all = vm.functions().createNative(vm.defineNative("IsHTMLDDA", 0, (v, fp, argc) -> Value.NULL), false);
        Objects.setFlag(all, Layout.FLAG_UNDETECTABLE);
        return all;
    }

    private String text(long fp, int argc) {
        return vm.strings().toJava(vm.operations().toStringValue(NativeFunction.argument(fp, argc, 0)));
    }

    private long detach(long buffer) {
        if (!Layout.isObject(buffer) || CellType.at(buffer) != CellType.ARRAY_BUFFER) {
            throw vm.typeError("only an ArrayBuffer can be detached");
        }
        vm.buffers().detach(buffer);
        return Value.NULL;
    }

    private long agent() {
        ObjectBuilder agent = ObjectBuilder.plain(vm)
                .method("sleep", 1, (v, fp, argc) -> {
                    sleep((long) v.conversions().toDouble(NativeFunction.argument(fp, argc, 0)));
                    return Value.UNDEFINED;
                })
                .method("monotonicNow", 0, (v, fp, argc) -> Value.number(System.nanoTime() / 1e6));
        agentMethods.accept(vm, agent);
        return agent.object();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            throw new GuestStop(Outcome.Status.STOPPED);
        }
    }
}
