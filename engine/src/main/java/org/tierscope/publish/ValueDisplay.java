package org.tierscope.publish;

import java.util.Locale;
import org.tierscope.record.proto.Value;
import org.tierscope.record.proto.ValueType;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Vm;

/** Guest values in a line of text, without running guest code. Guest's thread only. */
final class ValueDisplay {
    private static final int MAX_STRING = 40;
    private static final int MAX_ELEMENTS = 5;

    private final Vm vm;

    ValueDisplay(Vm vm) {
        this.vm = vm;
    }

    Value of(long word) {
        var value = Value.newBuilder().setType(type(word)).setDisplay(text(word, 1));
        if (isCell(word) && Layout.isObject(word)) {
            value.setShapeId(Layout.shapeId(word));
        }
        return value.build();
    }

    /** Registers that nobody reads any more may hold anything. */
    private boolean isCell(long word) {
        return org.tierscope.runtime.Value.isCell(word)
                && vm.heap().contains(word)
                && vm.heap().cellAt(word) == word;
    }

    private ValueType type(long word) {
        if (org.tierscope.runtime.Value.isInt(word)) {
            return ValueType.TYPE_INT32;
        }
        if (org.tierscope.runtime.Value.isNumber(word)) {
            return ValueType.TYPE_DOUBLE;
        }
        if (word == org.tierscope.runtime.Value.UNDEFINED) {
            return ValueType.TYPE_UNDEFINED;
        }
        if (word == org.tierscope.runtime.Value.NULL) {
            return ValueType.TYPE_NULL;
        }
        if (org.tierscope.runtime.Value.isBoolean(word)) {
            return ValueType.TYPE_BOOLEAN;
        }
        if (!isCell(word)) {
            return ValueType.TYPE_HOLE;
        }
        CellType type = CellType.at(word);
        if (type.isString()) {
            return ValueType.TYPE_STRING;
        }
        return switch (type) {
            case SYMBOL -> ValueType.TYPE_SYMBOL;
            case BIGINT -> ValueType.TYPE_BIGINT;
            case ARRAY -> ValueType.TYPE_ARRAY;
            case FUNCTION, BOUND_FUNCTION -> ValueType.TYPE_FUNCTION;
            default -> type.isObject() ? ValueType.TYPE_OBJECT : ValueType.TYPE_HOLE;
        };
    }

    private String text(long word, int depth) {
        return switch (type(word)) {
            case TYPE_INT32 -> Integer.toString((int) word);
            case TYPE_DOUBLE -> number(org.tierscope.runtime.Value.asDouble(word));
            case TYPE_UNDEFINED -> "undefined";
            case TYPE_NULL -> "null";
            case TYPE_BOOLEAN -> word == org.tierscope.runtime.Value.TRUE ? "true" : "false";
            case TYPE_STRING -> string(word);
            case TYPE_SYMBOL -> "Symbol()";
            case TYPE_BIGINT -> "bigint";
            case TYPE_ARRAY -> array(word, depth);
            case TYPE_FUNCTION -> function(word);
            case TYPE_OBJECT -> object(word, depth);
            default -> word == org.tierscope.runtime.Value.EMPTY ? "<empty>" : "<internal>";
        };
    }

    private static String number(double d) {
        if (d == 0 && 1 / d < 0) {
            return "-0";
        }
        return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
    }

    private String string(long word) {
        int length = Mem.getInt(word + Layout.STRING_LENGTH);
        if (CellType.at(word) == CellType.STRING_ROPE && length > 1000) {
            return "string (" + length + ")";
        }
        String text = vm.strings().toJava(word);
        return length <= MAX_STRING
                ? '"' + text + '"'
                : '"' + text.substring(0, MAX_STRING) + "…\" (" + length + ")";
    }

    private String function(long word) {
        if (CellType.at(word) != CellType.FUNCTION) {
            return "bound function";
        }
        return Names.displayName(vm.function(Mem.getInt(word + Layout.FUNCTION_ID))) + "()";
    }

    private String array(long word, int depth) {
        int length = Elements.arrayLength(word);
        if (depth == 0) {
            return "[…] (" + length + ")";
        }
        var text = new StringBuilder("[");
        for (int i = 0; i < Math.min(length, MAX_ELEMENTS); i++) {
            text.append(i == 0 ? "" : ", ").append(text(Elements.get(word, i), 0));
        }
        return text.append(length > MAX_ELEMENTS ? ", …] (" + length + ")" : "]").toString();
    }

    private String object(long word, int depth) {
        Shape shape = vm.shapes().of(word);
        if (depth == 0 || shape == null || shape.isDictionary() || shape.isLazy()) {
            return CellType.at(word) == CellType.OBJECT ? "{…}" : CellType.at(word).name().toLowerCase(Locale.ROOT);
        }
        var text = new StringBuilder("{");
        for (int i = 0; i < Math.min(shape.count(), MAX_ELEMENTS); i++) {
            long key = shape.keyAt(i);
            int slot = Shape.slot(shape.infoAt(i));
            long holder = shape.isInObject(slot) ? word : Mem.getLong(word + Layout.OBJECT_SLOTS);
            text.append(i == 0 ? "" : ", ")
                    .append(Layout.isString(key) ? vm.strings().toJava(key) : "[symbol]")
                    .append(": ")
                    .append(text(Mem.getLong(holder + shape.offset(slot)), 0));
        }
        return text.append(shape.count() > MAX_ELEMENTS ? ", …}" : "}").toString();
    }
}
