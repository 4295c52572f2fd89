package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * What programs written for node expect beside the language: {@code structuredClone}, a {@code process} that reaches nothing but the
 * guest's own console and heap, TextEncoder and TextDecoder for UTF-8.
 */
final class HostBuiltins {
    private static final String VERSION = "20.0.0";

    private HostBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder global = ObjectBuilder.on(vm, vm.realm().globalObject())
                .method("structuredClone", 1, HostBuiltins::structuredClone);
        global.value("global", vm.realm().globalObject());
        global.value("process", process(vm));
        Base64Functions.install(global);
        ObjectBuilder.intrinsic(vm, Intrinsic.TEXT_ENCODER_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("TextEncoder")
                .getter("encoding", (v, fp, argc) -> v.strings().intern("utf-8"))
                .method("encode", 0, (v, fp, argc) -> encode(v, argument(fp, argc, 0)));
        ObjectBuilder.constructor(
                vm, "TextEncoder", 0, (v, fp, argc) -> instance(v, fp, "TextEncoder", Intrinsic.TEXT_ENCODER_PROTOTYPE),
                Intrinsic.TEXT_ENCODER_PROTOTYPE);
        ObjectBuilder.intrinsic(vm, Intrinsic.TEXT_DECODER_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("TextDecoder")
                .getter("encoding", (v, fp, argc) -> v.strings().intern("utf-8"))
                .method("decode", 0, (v, fp, argc) -> decode(v, argument(fp, argc, 0)));
        ObjectBuilder.constructor(vm, "TextDecoder", 0, HostBuiltins::newDecoder, Intrinsic.TEXT_DECODER_PROTOTYPE);
    }

    private static long structuredClone(Vm vm, long fp, int argc) {
        if (argc == 0) {
            throw vm.typeError("The \"value\" argument must be specified");
        }
        return StructuredClone.clone(vm, argument(fp, argc, 0), argument(fp, argc, 1));
    }

    private static long instance(Vm vm, long fp, String name, Intrinsic prototype) {
        long newTarget = FunctionBuiltins.requireNew(vm, fp, name);
        return vm.realm().newObject(vm.realm().prototypeFor(newTarget, prototype), CellType.OBJECT);
    }

    // process.

    private static long process(Vm vm) {
        long start = System.nanoTime();
        long hrtime = ObjectBuilder.plain(vm).method("hrtime", 1, HostBuiltins::hrtime).object();
        long clock = vm.properties().get(hrtime, "hrtime");
        ObjectBuilder.on(vm, clock).method("bigint", 0, (v, fp, argc) -> v.bigInts().of(BigInteger.valueOf(System.nanoTime())));
        long versions = ObjectBuilder.plain(vm).value("node", vm.strings().intern(VERSION)).object();
        return ObjectBuilder.plain(vm)
                .tag("process")
                .value("env", vm.realm().newObject())
                .value("platform", vm.strings().intern("linux"))
                .value("arch", vm.strings().intern("x64"))
                .value("pid", Value.ONE)
                .value("title", vm.strings().intern("tierscope"))
                .value("version", vm.strings().intern("v" + VERSION))
                .value("versions", versions)
                .value("stdout", stream(vm, (v, text) -> v.console().print(text)))
                .value("stderr", stream(vm, (v, text) -> v.console().printErrorText(text)))
                .value("hrtime", clock)
                .method("cwd", 0, (v, fp, argc) -> v.strings().intern("/"))
                .method("uptime", 0, (v, fp, argc) -> Value.number((System.nanoTime() - start) / 1e9))
                .method("memoryUsage", 0, HostBuiltins::memoryUsage)
                .object();
    }

    private static long stream(Vm vm, BiConsumer<Vm, String> write) {
        return ObjectBuilder.plain(vm)
                .value("isTTY", Value.FALSE)
                .method("write", 1, (v, fp, argc) -> {
                    write.accept(v, v.conversions().toJavaString(argument(fp, argc, 0)));
                    return Value.TRUE;
                })
                .object();
    }

    private static long hrtime(Vm vm, long fp, int argc) {
        long now = System.nanoTime();
        long before = argument(fp, argc, 0);
        if (Layout.isObject(before)) {
            double seconds = vm.conversions().toDouble(vm.properties().get(before, Value.ZERO));
            double nanos = vm.conversions().toDouble(vm.properties().get(before, Value.ONE));
            now -= (long) (seconds * 1e9 + nanos);
        }
        return vm.realm().newPair(Value.number(Math.floorDiv(now, 1_000_000_000L)), Value.number(Math.floorMod(now, 1_000_000_000L)));
    }

    private static long memoryUsage(Vm vm, long fp, int argc) {
        long used = Value.number(vm.heap().usedBytes());
        long result = vm.realm().newObject();
        for (String name : new String[] {"rss", "heapTotal", "heapUsed"}) {
            vm.properties().put(result, vm.conversions().key(name), used);
        }
        return result;
    }

    // Text.

    private static long encode(Vm vm, long value) {
        String text = value == Value.UNDEFINED ? "" : vm.conversions().toJavaString(value);
        byte[] bytes = StringTransforms.wellFormed(text).getBytes(StandardCharsets.UTF_8);
        long prototype = vm.realm().get(Intrinsic.UINT8_ARRAY_PROTOTYPE);
        long array = TypedArrayCreation.create(vm, ElementsKind.UINT8, bytes.length, prototype);
        for (int i = 0; i < bytes.length; i++) {
            Mem.putByte(Buffers.viewData(array) + i, bytes[i]);
        }
        return array;
    }

    private static long newDecoder(Vm vm, long fp, int argc) {
        long label = argument(fp, argc, 0);
        String name = label == Value.UNDEFINED ? "utf-8" : vm.conversions().toJavaString(label).strip().toLowerCase();
        if (!name.equals("utf-8") && !name.equals("utf8")) {
            throw vm.rangeError("The \"" + name + "\" encoding is not supported");
        }
        long options = argument(fp, argc, 1);
        if (Layout.isObject(options) && Conversions.truthy(vm.properties().get(options, "fatal"))) {
            throw vm.rangeError("The \"fatal\" option is not supported");
        }
        return instance(vm, fp, "TextDecoder", Intrinsic.TEXT_DECODER_PROTOTYPE);
    }

    private static long decode(Vm vm, long value) {
        if (value == Value.UNDEFINED) {
            return vm.strings().empty();
        }
        boolean buffer = BufferBuiltins.isBuffer(value);
        boolean view = Layout.isObject(value)
                && (CellType.at(value) == CellType.TYPED_ARRAY || CellType.at(value) == CellType.DATA_VIEW);
        if (!buffer && !view) {
            throw vm.typeError("The \"list\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.");
        }
        long data = buffer ? Buffers.data(value) : Buffers.viewData(value);
        var bytes = new byte[(int) (buffer ? vm.buffers().byteLength(value) : vm.buffers().viewBytes(value))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Mem.getByte(data + i);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return vm.strings().of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
