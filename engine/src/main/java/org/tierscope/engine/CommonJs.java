package org.tierscope.engine;

import java.nio.file.Path;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Calls a CommonJS file's function with what node passes: exports, require, module and the file's names. */
final class CommonJs {
    private final Vm vm;

    CommonJs(Vm vm) {
        this.vm = vm;
    }

    /** @throws GuestException what the program throws */
    void run(long function, String path) {
        long exports = vm.realm().newObject();
        long module = vm.realm().newObject();
        define(module, "exports", exports);
        Path file = Path.of(path).toAbsolutePath().normalize();
        vm.call(
                function,
                exports,
                exports,
                Value.UNDEFINED,
                module,
                vm.strings().of(file.toString()),
                vm.strings().of(String.valueOf(file.getParent())));
    }

    private void define(long object, String name, long value) {
        vm.operations().defineField(object, vm.strings().intern(name), value, 0);
    }
}
