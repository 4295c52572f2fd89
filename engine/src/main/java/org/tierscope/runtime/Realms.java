package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The realms of a VM (9.3), and which of them is current: that of the running function. Code is linked into one realm, so a
 * frame's function tells; while there is only one realm, nobody has to look.
 */
public final class Realms {
    private final Vm vm;
    private final List<Realm> all = new ArrayList<>();
    /** The current realm whatever runs; null where the frames tell. */
    private Realm fixed;

    Realms(Vm vm) {
        this.vm = vm;
    }

    Realm current() {
        return fixed != null ? fixed : vm.functionOf(vm.currentFp()).realm();
    }

    /** The realm of what has called the running function. */
    Realm ofCaller() {
        return vm.functionOf(Mem.getLong(vm.currentFp() + Frame.CALLER_FP)).realm();
    }

    /** A new realm without its built-ins. The first one becomes current. */
    Realm create() {
        var realm = new Realm(vm);
        all.add(realm);
        fixed = all.size() == 1 ? realm : null;
        Mem.putLong(vm.state() + VmState.NUMBER_PROTOTYPE, 0);
        return realm;
    }

    /**
     * Does something as if code of {@code realm} ran: what it links and makes belongs there. Guest code must not run
     * meanwhile.
     */
    public <T> T in(Realm realm, Supplier<T> action) {
        Realm before = fixed;
        fixed = realm;
        try {
            return action.get();
        } finally {
            fixed = before;
        }
    }

    /**
     * GetFunctionRealm (7.3.25).
     *
     * @throws GuestException a TypeError for a revoked proxy
     */
    public Realm of(long function) {
        long f = function;
        for (; ; ) {
            switch (CellType.at(f)) {
                case FUNCTION -> {
                    return vm.functions().infoOf(f).realm();
                }
                case BOUND_FUNCTION -> f = Functions.boundTarget(f);
                case PROXY -> {
                    f = Proxies.target(f);
                    if (f == Value.NULL) {
                        throw vm.proxies().revoked("get prototype");
                    }
                }
                default -> {
                    return current();
                }
            }
        }
    }

    void forEachRoot(LongConsumer mark) {
        all.forEach(realm -> realm.forEachRoot(mark));
    }
}
