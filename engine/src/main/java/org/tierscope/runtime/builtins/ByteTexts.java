package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Uint8Array to and from base64 and hex (the ECMAScript proposal "Uint8Array to/from base64 and hex", 2026). */
final class ByteTexts {
    private ByteTexts() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, Intrinsic.UINT8_ARRAY_PROTOTYPE)
                .method("setFromBase64", 1, ByteTexts::setFromBase64)
                .method("setFromHex", 1, ByteTexts::setFromHex)
                .method("toBase64", 0, ByteTexts::toBase64)
                .method("toHex", 0, ByteTexts::toHex);
        ObjectBuilder.on(vm, Intrinsic.UINT8_ARRAY)
                .method("fromBase64", 1, ByteTexts::fromBase64)
                .method("fromHex", 1, ByteTexts::fromHex);
    }

    /** ValidateUint8Array. */
    private static long self(Vm vm, long fp) {
        long array = thisValue(fp);
        if (!TypedArrayCreation.isTypedArray(array) || Elements.kindOf(array) != ElementsKind.UINT8) {
            throw vm.typeError("this is not an Uint8Array object");
        }
        return array;
    }

    /** GetOptionsObject, then one option that is a text of those allowed. */
    private static String option(Vm vm, long options, String name, String... allowed) {
        long value = get(vm, options, name);
        if (value == Value.UNDEFINED) {
            return allowed[0];
        }
        if (Layout.isString(value)) {
            String text = vm.strings().toJava(value);
            for (String each : allowed) {
                if (each.equals(text)) {
                    return each;
                }
            }
        }
        throw vm.typeError("The " + name + " option must be one of '" + String.join("', '", allowed) + "'");
    }

    private static long get(Vm vm, long options, String name) {
        return options == Value.UNDEFINED ? Value.UNDEFINED : vm.properties().get(options, name);
    }

    private static void requireOptions(Vm vm, long options) {
        if (options != Value.UNDEFINED && !Layout.isObject(options)) {
            throw vm.typeError("options must be an object or undefined");
        }
    }

    private static String text(Vm vm, long value) {
        if (!Layout.isString(value)) {
            throw vm.typeError("The text to decode must be a string");
        }
        return vm.strings().toJava(value);
    }

    private static String alphabet(Vm vm, long options) {
        return option(vm, options, "alphabet", "base64", "base64url");
    }

    private static String lastChunk(Vm vm, long options) {
        return option(vm, options, "lastChunkHandling", "loose", "strict", "stop-before-partial");
    }

    private static long toBase64(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        long options = argument(fp, argc, 0);
        requireOptions(vm, options);
        boolean url = alphabet(vm, options).equals("base64url");
        boolean bare = Conversions.truthy(get(vm, options, "omitPadding"));
        return vm.strings().of(Base64Text.encode(bytes(vm, array), url, !bare));
    }

    private static long toHex(Vm vm, long fp, int argc) {
        var text = new StringBuilder();
        for (byte b : bytes(vm, self(vm, fp))) {
            text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return vm.strings().of(text.toString());
    }

    /** GetUint8ArrayBytes. */
    private static byte[] bytes(Vm vm, long array) {
        TypedArrayCreation.validate(vm, array);
        var bytes = new byte[(int) vm.buffers().viewLength(array)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Mem.getByte(Buffers.viewData(array) + i);
        }
        return bytes;
    }

    private static long fromBase64(Vm vm, long fp, int argc) {
        String text = text(vm, argument(fp, argc, 0));
        long options = argument(fp, argc, 1);
        requireOptions(vm, options);
        String alphabet = alphabet(vm, options);
        var decoded = Base64Text.decode(text, alphabet.equals("base64url"), lastChunk(vm, options), Integer.MAX_VALUE);
        return newArray(vm, decoded);
    }

    private static long fromHex(Vm vm, long fp, int argc) {
        return newArray(vm, Base64Text.decodeHex(text(vm, argument(fp, argc, 0)), Integer.MAX_VALUE));
    }

    private static long newArray(Vm vm, Base64Text decoded) {
        requireValid(vm, decoded);
        long prototype = vm.realm().get(Intrinsic.UINT8_ARRAY_PROTOTYPE);
        long array = TypedArrayCreation.create(vm, ElementsKind.UINT8, decoded.bytes().length, prototype);
        put(decoded, array);
        return array;
    }

    private static void requireValid(Vm vm, Base64Text decoded) {
        if (!decoded.error().isEmpty()) {
            throw vm.error(ErrorKind.SYNTAX_ERROR, decoded.error());
        }
    }

    private static void put(Base64Text decoded, long array) {
        for (int i = 0; i < decoded.bytes().length; i++) {
            Mem.putByte(Buffers.viewData(array) + i, decoded.bytes()[i]);
        }
    }

    private static long setFromBase64(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        TypedArrayCreation.requireMutable(vm, array);
        String text = text(vm, argument(fp, argc, 0));
        long options = argument(fp, argc, 1);
        requireOptions(vm, options);
        boolean url = alphabet(vm, options).equals("base64url");
        String lastChunk = lastChunk(vm, options);
        TypedArrayCreation.validate(vm, array);
        return set(vm, array, Base64Text.decode(text, url, lastChunk, (int) vm.buffers().viewLength(array)));
    }

    private static long setFromHex(Vm vm, long fp, int argc) {
        long array = self(vm, fp);
        TypedArrayCreation.requireMutable(vm, array);
        String text = text(vm, argument(fp, argc, 0));
        TypedArrayCreation.validate(vm, array);
        return set(vm, array, Base64Text.decodeHex(text, (int) vm.buffers().viewLength(array)));
    }

    private static long set(Vm vm, long array, Base64Text decoded) {
        put(decoded, array);
        requireValid(vm, decoded);
        long result = vm.realm().newObject();
        vm.properties().put(result, vm.conversions().key("read"), Value.ofInt(decoded.read()));
        vm.properties().put(result, vm.conversions().key("written"), Value.ofInt(decoded.bytes().length));
        return result;
    }
}
