package org.tierscope.runtime;

import org.tierscope.bytecode.TemplateStrings;
import org.tierscope.bytecode.TemplateStrings.Part;

/** GetTemplateObject (13.2.8.4): one frozen array per site, kept among the linked function's constants. */
final class TemplateObjects {
    private TemplateObjects() {}

    static long get(Vm vm, FunctionInfo function, int constant) {
        long known = function.constants()[constant];
        if (known != 0) {
            return known;
        }
        var strings = (TemplateStrings) function.bytecode().constants().get(constant);
        long cooked = vm.literals().newArray();
        long raw = vm.literals().newArray();
        for (Part part : strings.parts()) {
            vm.literals().arrayAppend(cooked,
                    part.cooked() == null ? Value.UNDEFINED : vm.strings().intern(part.cooked()));
            vm.literals().arrayAppend(raw, vm.strings().intern(part.raw()));
        }
        vm.definitions().setIntegrity(raw, true);
        vm.definitions().define(cooked, vm.strings().intern("raw"), raw, Attributes.NONE);
        vm.definitions().setIntegrity(cooked, true);
        function.constants()[constant] = cooked;
        return cooked;
    }
}
