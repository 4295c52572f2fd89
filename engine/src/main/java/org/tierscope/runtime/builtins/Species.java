package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** SpeciesConstructor (7.3.22). */
final class Species {
    private Species() {}

    static long constructor(Vm vm, long object, long otherwise) {
        long constructor = vm.properties().get(object, vm.names().constructor);
        if (constructor == Value.UNDEFINED) {
            return otherwise;
        }
        if (!Layout.isObject(constructor)) {
            throw vm.typeError("The .constructor property is not an object");
        }
        long species = vm.properties().get(constructor, vm.names().symbolSpecies);
        if (Value.isNullish(species)) {
            return otherwise;
        }
        if (!Layout.isObject(species) || !Layout.hasFlag(species, Layout.FLAG_CONSTRUCTOR)) {
            throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        return species;
    }
}
