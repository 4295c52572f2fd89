package org.tierscope.baseline;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Vm;

/**
 * What code embeds of its VM and realm.
 *
 * @param globalObject           the global object
 * @param arrayIteratorNext      the original {@code next} of array iterators
 * @param generatorNext          the original {@code next} of generators
 * @param noElementsOnPrototypes u32 that is 0 once an object that is a prototype has had an indexed property
 */
record RealmAddresses(long globalObject, long arrayIteratorNext, long generatorNext, long noElementsOnPrototypes) {

    static RealmAddresses of(Vm vm, Realm realm) {
        return new RealmAddresses(
                realm.globalObject(),
                realm.get(Intrinsic.ARRAY_ITERATOR_NEXT),
                realm.get(Intrinsic.GENERATOR_NEXT),
                vm.protectors().noElementsOnPrototypes());
    }
}
