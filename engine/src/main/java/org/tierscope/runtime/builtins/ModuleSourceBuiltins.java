package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** %AbstractModuleSource% (proposal source phase imports), what source objects of modules inherit from. It has no global name. */
final class ModuleSourceBuiltins {
    private ModuleSourceBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .getter(vm.names().symbolToStringTag, "[Symbol.toStringTag]", (v, fp, argc) -> {
                    long source = thisValue(fp);
                    return Layout.isObject(source) && CellType.at(source) == CellType.MODULE_SOURCE
                            ? v.strings().intern("ModuleSource")
                            : Value.UNDEFINED;
                });
        ObjectBuilder.hiddenConstructor(vm, "AbstractModuleSource", 0, (v, fp, argc) -> {
            throw v.typeError("Abstract class AbstractModuleSource not directly constructable");
        }, Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE).as(Intrinsic.ABSTRACT_MODULE_SOURCE);
    }
}
