package org.tierscope.runtime.builtins;

import java.util.Arrays;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Vm;

/** CompareTypedArrayElements without a comparator (23.2.4.7): by value, −0 before 0, NaN last. */
final class TypedArraySorting {
    private TypedArraySorting() {}

    /** Sorts in place. */
    static long sort(Vm vm, long array) {
        ElementsKind kind = Elements.kindOf(array);
        long data = Buffers.viewData(array);
        var keys = new long[(int) vm.buffers().viewLength(array)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = keyOf(kind, TypedArrays.loadRaw(kind, data, i));
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            TypedArrays.storeRaw(kind, data, i, isFloat(kind) ? invertNegative(kind, keys[i]) : keys[i]);
        }
        return array;
    }

    private static boolean isFloat(ElementsKind kind) {
        return kind == ElementsKind.FLOAT16 || kind == ElementsKind.FLOAT32 || kind == ElementsKind.FLOAT64;
    }

    /** A number that compares like the element and ends in its bits. */
    private static long keyOf(ElementsKind kind, long raw) {
        return switch (kind) {
            case UINT8, UINT8_CLAMPED -> raw & 0xFF;
            case UINT16 -> raw & 0xFFFF;
            case UINT32 -> raw & 0xFFFF_FFFFL;
            case FLOAT16, FLOAT32, FLOAT64 -> {
                boolean nan = (raw & magnitude(kind)) > infinity(kind);
                yield nan ? infinity(kind) + 1 : invertNegative(kind, raw);
            }
            default -> raw;
        };
    }

    /** Negative floats have their other bits inverted, so that they compare as integers. */
    private static long invertNegative(ElementsKind kind, long bits) {
        return bits < 0 ? bits ^ magnitude(kind) : bits;
    }

    private static long magnitude(ElementsKind kind) {
        return Long.MAX_VALUE >>> 64 - 8 * TypedArrays.elementSize(kind);
    }

    private static long infinity(ElementsKind kind) {
        return switch (kind) {
            case FLOAT16 -> 0x7C00;
            case FLOAT32 -> 0x7F80_0000;
            default -> 0x7FF0_0000_0000_0000L;
        };
    }
}
