package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** JSON.stringify (25.5.2). */
final class JsonWriter {
    private static final int MAX_DEPTH = 20_000;
    /** Links of a circle that its message names before it leaves some out; the last one is always named. */
    private static final int SHOWN_LINKS = 2;

    private final Vm vm;
    private final StringBuilder text = new StringBuilder();
    /** Objects being written, and the keys that led to them. */
    private final List<Long> stack = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private long replacer = Value.UNDEFINED;
    private List<Long> propertyList;
    private String gap;
    private String indentation = "";

    JsonWriter(Vm vm) {
        this.vm = vm;
    }

    /** {@code replacer}: a function, an array of keys, or anything else for none. Undefined where there is nothing to write. */
    long write(long value, long replacerArgument, String space) {
        int depth = vm.temporaryRoots().depth();
        try {
            return writeRooted(value, replacerArgument, space);
        } finally {
            vm.temporaryRoots().reset(depth);
        }
    }

    private long writeRooted(long value, long replacerArgument, String space) {
        gap = space;
        if (Layout.isCallable(replacerArgument)) {
            replacer = replacerArgument;
        } else if (vm.proxies().isArray(replacerArgument)) {
            propertyList = keyList(replacerArgument);
        }
        long holder = vm.realm().newObject();
        vm.definitions().createDataProperty(holder, vm.strings().empty(), value);
        return property(holder, vm.strings().empty(), value)
                ? vm.strings().of(text.toString()) : Value.UNDEFINED;
    }

    private List<Long> keyList(long array) {
        var keys = new ArrayList<Long>();
        long length = length(array);
        for (long i = 0; i < length; i++) {
            long item = vm.properties().get(array, vm.conversions().toPropertyKey(Value.number(i)));
            boolean named = Layout.isString(item)
                    || Value.isNumber(item)
                    || Layout.isObject(item)
                            && (CellType.at(item) == CellType.STRING_OBJECT
                                    || CellType.at(item) == CellType.NUMBER_OBJECT);
            if (named) {
                long key = vm.conversions().toPropertyKey(vm.conversions().toStringValue(item));
                if (!keys.contains(key)) {
                    keys.add(key);
                    vm.temporaryRoots().push(vm.conversions().keyToValue(key));
                }
            }
        }
        return keys;
    }

    private long length(long array) {
        return vm.conversions().toLength(vm.properties().get(array, vm.names().length));
    }

    /** SerializeJSONProperty: false where the value has no JSON form. */
    private boolean property(long holder, long key, long value) {
        if (Layout.isObject(value) || Value.isCell(value) && CellType.at(value) == CellType.BIGINT) {
            long toJson = vm.properties().getOfValue(value, vm.names().toJSON);
            if (Layout.isCallable(toJson)) {
                value = vm.call(toJson, value, vm.conversions().keyToValue(key));
            }
        }
        if (replacer != Value.UNDEFINED) {
            value = vm.call(replacer, holder, vm.conversions().keyToValue(key), value);
        }
        if (Layout.isObject(value)) {
            value = unwrap(value);
        }
        if (value == Value.NULL) {
            text.append("null");
        } else if (Value.isBoolean(value)) {
            text.append(value == Value.TRUE);
        } else if (Layout.isString(value)) {
            quote(vm.strings().toJava(value), text);
        } else if (Value.isNumber(value)) {
            double number = Value.numberAsDouble(value);
            text.append(Double.isFinite(number) ? NumberText.toString(number) : "null");
        } else if (Value.isCell(value) && CellType.at(value) == CellType.BIGINT) {
            throw vm.typeError("Do not know how to serialize a BigInt");
        } else if (JsonBuiltins.isRaw(value)) {
            text.append(vm.strings().toJava(vm.properties().get(value, vm.conversions().key("rawJSON"))));
        } else if (Layout.isObject(value) && !Layout.isCallable(value)) {
            object(value, key);
        } else {
            return false;
        }
        return true;
    }

    private long unwrap(long object) {
        return switch (CellType.at(object)) {
            case NUMBER_OBJECT -> vm.conversions().toNumber(object);
            case STRING_OBJECT -> vm.conversions().toStringValue(object);
            case BOOLEAN_OBJECT, BIGINT_OBJECT -> Objects.field(object, 0);
            default -> object;
        };
    }

    private void object(long object, long key) {
        if (stack.contains(object)) {
            throw vm.typeError(cycle(object, key));
        }
        if (stack.size() >= MAX_DEPTH) {
            throw vm.stackOverflow();
        }
        stack.add(object);
        path.add(vm.errors().keyText(key));
        String outer = indentation;
        indentation += gap;
        if (vm.proxies().isArray(object)) {
            array(object, outer);
        } else {
            members(object, outer);
        }
        indentation = outer;
        stack.removeLast();
        path.removeLast();
    }

    private void array(long array, String outer) {
        long length = length(array);
        text.append('[');
        for (long i = 0; i < length; i++) {
            separate(i == 0);
            long key = vm.conversions().toPropertyKey(Value.number(i));
            if (!property(array, key, vm.properties().get(array, key))) {
                text.append("null");
            }
        }
        end(length == 0, outer, ']');
    }

    private void members(long object, String outer) {
        long list = propertyList == null ? vm.ownKeys().enumerableStrings(object) : 0;
        int count = propertyList == null ? OwnKeys.count(list) : propertyList.size();
        text.append('{');
        boolean empty = true;
        for (int i = 0; i < count; i++) {
            long key = propertyList == null ? OwnKeys.at(list, i) : propertyList.get(i);
            int mark = text.length();
            separate(empty);
            quote(vm.errors().keyText(key), text);
            text.append(gap.isEmpty() ? ":" : ": ");
            if (property(object, key, vm.properties().get(object, key))) {
                empty = false;
            } else {
                text.setLength(mark);
            }
        }
        end(empty, outer, '}');
    }

    private void separate(boolean first) {
        if (!first) {
            text.append(',');
        }
        if (!gap.isEmpty()) {
            text.append('\n').append(indentation);
        }
    }

    private void end(boolean empty, String outer, char bracket) {
        if (!empty && !gap.isEmpty()) {
            text.append('\n').append(outer);
        }
        text.append(bracket);
    }

    static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < string.length()
                            && Character.isLowSurrogate(string.charAt(i + 1));
                    if (pair) {
                        text.append(c).append(string.charAt(++i));
                    } else if (c < 0x20 || Character.isSurrogate(c)) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** The message of V8: the objects on the circle and the properties that link them. */
    private String cycle(long object, long key) {
        int start = stack.indexOf(object);
        var lines = new StringBuilder("Converting circular structure to JSON\n    --> starting at object with constructor ");
        lines.append(constructorName(object));
        int last = stack.size() - 1;
        for (int i = start + 1; i <= last; i++) {
            if (i <= start + SHOWN_LINKS || i == last) {
                lines.append("\n    |     ").append(link(i)).append(" -> object with constructor ").append(constructorName(stack.get(i)));
            } else if (i == start + SHOWN_LINKS + 1) {
                lines.append("\n    |     ...");
            }
        }
        boolean index = Value.isInt(key);
        String name = index ? "index " + Value.asInt(key) : "property '" + vm.errors().keyText(key) + "'";
        return lines.append("\n    --- ").append(name).append(" closes the circle").toString();
    }

    private String link(int position) {
        boolean index = vm.proxies().isArray(stack.get(position - 1));
        return index ? "index " + path.get(position) : "property '" + path.get(position) + "'";
    }

    private String constructorName(long object) {
        String name = new ObjectNames(vm).constructorName(object);
        return "'" + (name == null ? "Object" : name) + "'";
    }
}
