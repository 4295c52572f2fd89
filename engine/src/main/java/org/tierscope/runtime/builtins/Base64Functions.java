package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.nio.charset.StandardCharsets;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Vm;

/** {@code btoa} and {@code atob}: strings of bytes as base64 and back (HTML, 8.3). */
final class Base64Functions {
    private Base64Functions() {}

    static void install(ObjectBuilder global) {
        global.method("btoa", 1, (vm, fp, argc) -> encode(vm, vm.conversions().toJavaString(argument(fp, argc, 0))));
        global.method("atob", 1, (vm, fp, argc) -> decode(vm, vm.conversions().toJavaString(argument(fp, argc, 0))));
    }

    private static long encode(Vm vm, String text) {
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw invalidCharacter(vm, "Invalid character");
        }
        return vm.strings().of(Base64Text.encode(text.getBytes(StandardCharsets.ISO_8859_1), false, true));
    }

    /** "Forgiving" decoding (Infra, 8): white space does not count, padding may be absent. */
    private static long decode(Vm vm, String text) {
        var decoded = Base64Text.decode(text, false, "loose", Integer.MAX_VALUE);
        if (!decoded.error().isEmpty()) {
            throw invalidCharacter(vm, "The string to be decoded is not correctly encoded.");
        }
        return vm.strings().of(new String(decoded.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static GuestException invalidCharacter(Vm vm, String message) {
        GuestException error = vm.operations().error(ErrorKind.ERROR, message);
        vm.properties().put(error.value(), vm.names().name, vm.strings().intern("InvalidCharacterError"));
        return error;
    }
}
