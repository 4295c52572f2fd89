package org.tierscope.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** Something that each realm has of its own, made when the realm first needs it. */
final class PerRealm<T> {
    private final Function<Realm, T> maker;
    private final Map<Realm, T> all = new IdentityHashMap<>();
    private Realm lastRealm;
    private T last;

    PerRealm(Function<Realm, T> maker) {
        this.maker = maker;
    }

    T of(Realm realm) {
        if (realm != lastRealm) {
            last = all.computeIfAbsent(realm, maker);
            lastRealm = realm;
        }
        return last;
    }
}
