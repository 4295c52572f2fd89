package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Promises;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Proxies;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Values as node's {@code util.inspect} shows them, with its default options. */
final class Inspector {
    /** How an entry of an object is written. */
    private enum Kind {
        PROPERTY,
        /** An array's element: without key. */
        ELEMENT
    }

    static final int DEFAULT_DEPTH = 2;

    private static final int MAX_STRING = 10_000;
    private static final int SHORT_STRING = 16;

    private final Vm vm;
    private final int maxDepth;
    private final boolean showHidden;
    private final List<Long> seen = new ArrayList<>();
    private final Map<Long, Integer> circular = new LinkedHashMap<>();
    private int indentation;
    private int currentDepth;

    Inspector(Vm vm, int maxDepth, boolean showHidden) {
        this.vm = vm;
        this.maxDepth = maxDepth;
        this.showHidden = showHidden;
    }

    static String inspect(Vm vm, long value) {
        return new Inspector(vm, DEFAULT_DEPTH, false).format(value, 0);
    }

    String format(long value, int depth) {
        if (!Layout.isObject(value)) {
            return primitive(value);
        }
        if (Proxies.isProxy(value)) {
            long target = Proxies.target(value);
            return target == Value.NULL ? "<Revoked Proxy>" : format(target, depth);
        }
        if (seen.contains(value)) {
            return "[Circular *" + circular.computeIfAbsent(value, v -> circular.size() + 1) + "]";
        }
        return object(value, depth);
    }

    // Primitives.

    private String primitive(long value) {
        if (Layout.isString(value)) {
            return string(vm.strings().toJava(value));
        }
        if (Value.isNumber(value)) {
            return InspectText.number(Value.numberAsDouble(value));
        }
        if (Layout.isSymbol(value)) {
            return vm.errors().keyText(value);
        }
        return vm.conversions().toJavaString(value) + (Value.isCell(value) ? "n" : "");
    }

    private String string(String text) {
        String trailer = "";
        if (text.length() > MAX_STRING) {
            int more = text.length() - MAX_STRING;
            trailer = "... " + more + " more character" + (more > 1 ? "s" : "");
            text = text.substring(0, MAX_STRING);
        }
        if (text.length() > SHORT_STRING && text.length() > InspectText.BREAK_LENGTH - indentation - 4) {
            var lines = new ArrayList<String>();
            for (String line : text.split("(?<=\n)")) {
                lines.add(InspectText.quote(line));
            }
            return String.join(" +\n" + " ".repeat(indentation + 2), lines) + trailer;
        }
        return InspectText.quote(text) + trailer;
    }

    // Objects.

    /** An object's parts while it is put together. */
    private static final class Parts {
        String base = "";
        String open = "{";
        String close = "}";
        List<Long> keys = List.of();
        boolean array;
        /** Set where the keys alone do not decide whether anything is inside. */
        boolean hasContents;
        /** Text for an object with nothing inside; null: open and close. */
        String whenEmpty;
    }

    private String object(long object, int depth) {
        String constructor = new ObjectNames(vm).constructorName(object);
        String tag = tag(object);
        Parts parts = parts(object, constructor, tag);
        if (parts.keys.isEmpty() && !parts.hasContents) {
            return parts.whenEmpty != null ? parts.whenEmpty : parts.open + parts.close;
        }
        if (depth > maxDepth) {
            String fallback = Layout.cellType(object) == CellType.ARRAY.ordinal() ? "Array" : "Object";
            String name = ObjectNames.prefix(constructor, tag, fallback, "");
            return "[" + name.substring(0, name.length() - 1) + "]";
        }
        seen.add(object);
        currentDepth = depth + 1;
        List<String> output = contents(object, depth + 1);
        for (long key : parts.keys) {
            output.add(property(object, key, depth + 1, Kind.PROPERTY));
        }
        seen.removeLast();
        Integer index = circular.get(object);
        if (index != null) {
            String reference = "<ref *" + index + ">";
            parts.base = parts.base.isEmpty() ? reference : reference + " " + parts.base;
        }
        return join(object, output, parts, depth + 1);
    }

    private String tag(long object) {
        long tag = vm.properties().get(object, vm.names().symbolToStringTag);
        var own = new Property();
        boolean shown = vm.definitions().getOwn(object, vm.names().symbolToStringTag, own)
                && (showHidden || own.isEnumerable());
        return Layout.isString(tag) && !shown ? vm.strings().toJava(tag) : "";
    }

    private Parts parts(long object, String constructor, String tag) {
        var parts = new Parts();
        CellType type = CellType.at(object);
        switch (type) {
            case ARRAY -> {
                long length = Elements.limit(object);
                boolean plain = "Array".equals(constructor) && tag.isEmpty();
                arrayLike(parts, object, plain
                        ? "" : ObjectNames.prefix(constructor, tag, "Array", "(" + length + ")"));
                parts.hasContents = length > 0;
            }
            case TYPED_ARRAY -> {
                long length = Elements.limit(object);
                String fallback = constructor == null ? tag : "";
                arrayLike(parts, object, ObjectNames.prefix(constructor, tag, fallback, "(" + length + ")"));
                parts.hasContents = length > 0;
            }
            case MAP, SET -> {
                String kind = type == CellType.MAP ? "Map" : "Set";
                int size = HashTables.size(object);
                parts.keys = keys(object, false);
                parts.open = ObjectNames.prefix(constructor, tag, kind, "(" + size + ")") + "{";
                parts.hasContents = size > 0;
            }
            case MAP_ITERATOR, SET_ITERATOR -> {
                parts.keys = keys(object, false);
                boolean entries = Value.asInt(Objects.field(object, 2)) == Iteration.ENTRIES;
                parts.open = "[" + (entries ? tag.replace("Iterator", "Entries") : tag) + "] {";
                parts.close = "}";
                parts.hasContents = true;
            }
            case ERROR -> {
                parts.keys = keys(object, false);
                parts.base = new ErrorText(vm).format(object, constructor, tag, parts.keys, indentation);
                parts.whenEmpty = parts.base;
            }
            case NUMBER_OBJECT, STRING_OBJECT, BOOLEAN_OBJECT, SYMBOL_OBJECT, BIGINT_OBJECT ->
                    boxed(parts, object, type, constructor, tag);
            case DATE -> {
                parts.keys = keys(object, false);
                double time = Value.numberAsDouble(Objects.field(object, 0));
                String text = Double.isNaN(time) ? "Invalid Date" : DateText.iso(time);
                String prefix = ObjectNames.prefix(constructor, tag, "Date", "");
                parts.base = prefix.equals("Date ") ? text : prefix + text;
                parts.whenEmpty = parts.base;
            }
            case REGEXP -> {
                parts.keys = keys(object, false);
                String text = vm.strings().toJava(RegExpText.literal(vm, object));
                String prefix = ObjectNames.prefix(constructor, tag, "RegExp", "");
                parts.base = prefix.equals("RegExp ") ? text : prefix + text;
                parts.whenEmpty = parts.base;
            }
            case WEAK_MAP, WEAK_SET -> {
                String kind = type == CellType.WEAK_MAP ? "WeakMap" : "WeakSet";
                parts.keys = keys(object, false);
                parts.open = ObjectNames.prefix(constructor, tag, kind, "") + "{";
                parts.hasContents = true;
            }
            case PROMISE -> {
                parts.keys = keys(object, false);
                parts.open = ObjectNames.prefix(constructor, tag, "Promise", "") + "{";
                parts.hasContents = true;
            }
            case ARRAY_BUFFER, SHARED_ARRAY_BUFFER -> {
                parts.keys = keys(object, false);
                String fallback = type == CellType.ARRAY_BUFFER ? "ArrayBuffer" : "SharedArrayBuffer";
                parts.open = ObjectNames.prefix(constructor, tag, fallback, "") + "{";
                parts.hasContents = true;
            }
            case DATA_VIEW -> {
                parts.keys = keys(object, false);
                for (String key : new String[] {"buffer", "byteOffset", "byteLength"}) {
                    parts.keys.addFirst(vm.conversions().key(key));
                }
                parts.open = ObjectNames.prefix(constructor, tag, "DataView", "") + "{";
            }
            default -> ordinary(parts, object, type, constructor, tag);
        }
        return parts;
    }

    private void arrayLike(Parts parts, long object, String prefix) {
        parts.keys = keys(object, true);
        parts.open = prefix + "[";
        parts.close = "]";
        parts.array = true;
    }

    private void ordinary(Parts parts, long object, CellType type, String constructor, String tag) {
        parts.keys = keys(object, false);
        if (Layout.isCallable(object)) {
            parts.base = new ObjectNames(vm).functionBase(object, constructor, tag);
            parts.whenEmpty = parts.base;
        } else if (type == CellType.ARGUMENTS || type == CellType.MAPPED_ARGUMENTS) {
            parts.open = "[Arguments] {";
        } else if ("Object".equals(constructor)) {
            parts.open = tag.isEmpty() ? "{" : ObjectNames.prefix(constructor, tag, "Object", "") + "{";
        } else {
            parts.open = ObjectNames.prefix(constructor, tag, "Object", "") + "{";
        }
    }

    private void boxed(Parts parts, long object, CellType type, String constructor, String tag) {
        parts.keys = keys(object, type == CellType.STRING_OBJECT);
        String name = switch (type) {
            case NUMBER_OBJECT -> "Number";
            case STRING_OBJECT -> "String";
            case BOOLEAN_OBJECT -> "Boolean";
            case SYMBOL_OBJECT -> "Symbol";
            default -> "BigInt";
        };
        String base = "[" + name;
        if (!name.equals(constructor)) {
            base += constructor == null ? " (null prototype)" : " (" + constructor + ")";
        }
        base += ": " + primitive(Objects.field(object, 0)) + "]";
        if (!tag.isEmpty() && !tag.equals(constructor)) {
            base += " [" + tag + "]";
        }
        parts.base = base;
        parts.whenEmpty = base;
    }

    /** Own enumerable keys (all of them where hidden ones are asked for); {@code named}: without indices. */
    private List<Long> keys(long object, boolean named) {
        long list = showHidden ? vm.ownKeys().all(object) : vm.ownKeys().enumerable(object);
        var keys = new ArrayList<Long>();
        for (int i = 0; i < OwnKeys.count(list); i++) {
            long key = OwnKeys.at(list, i);
            if (!(named && Value.isInt(key))) {
                keys.add(key);
            }
        }
        return keys;
    }

    // Contents other than properties.

    private List<String> contents(long object, int depth) {
        return switch (CellType.at(object)) {
            case ARRAY -> elements(object, depth);
            case TYPED_ARRAY -> typedElements(object);
            case MAP, SET -> entries(object, depth);
            case MAP_ITERATOR, SET_ITERATOR -> remaining(object, depth);
            case WEAK_MAP, WEAK_SET -> new ArrayList<>(List.of("<items unknown>"));
            case ARRAY_BUFFER, SHARED_ARRAY_BUFFER -> bufferContents(object);
            case PROMISE -> promiseContents(object, depth);
            default -> new ArrayList<>();
        };
    }

    private List<String> promiseContents(long promise, int depth) {
        if (Promises.state(promise) == Promises.PENDING) {
            return new ArrayList<>(List.of("<pending>"));
        }
        indentation += 2;
        String text = format(Promises.result(promise), depth);
        indentation -= 2;
        return new ArrayList<>(List.of(Promises.state(promise) == Promises.REJECTED ? "<rejected> " + text : text));
    }

    private List<String> elements(long array, int depth) {
        var output = new ArrayList<String>();
        long length = Elements.limit(array);
        long index = 0;
        while (index < length && output.size() < InspectText.MAX_ITEMS) {
            long holes = 0;
            while (index + holes < length && isHole(array, index + holes)) {
                holes++;
            }
            if (holes > 0) {
                output.add("<" + holes + " empty item" + (holes > 1 ? "s" : "") + ">");
                index += holes;
            } else {
                output.add(property(array, Value.ofInt((int) index), depth, Kind.ELEMENT));
                index++;
            }
        }
        if (index < length) {
            output.add(InspectText.moreItems(length - index));
        }
        return output;
    }

    private static boolean isHole(long array, long index) {
        return index > Integer.MAX_VALUE || Elements.get(array, (int) index) == Value.EMPTY;
    }

    private List<String> typedElements(long array) {
        var output = new ArrayList<String>();
        long length = Elements.limit(array);
        long shown = Math.min(length, InspectText.MAX_ITEMS);
        for (int i = 0; i < shown; i++) {
            output.add(primitive(vm.typedElements().get(array, i)));
        }
        if (length > shown) {
            output.add(InspectText.moreItems(length - shown));
        }
        return output;
    }

    private List<String> entries(long collection, int depth) {
        var output = new ArrayList<String>();
        boolean map = CellType.at(collection) == CellType.MAP;
        int size = HashTables.size(collection);
        indentation += 2;
        long iterator = HashTables.newIterator(vm, collection, map ? Iteration.ENTRIES : Iteration.VALUES);
        for (int i = 0; i < Math.min(size, InspectText.MAX_ITEMS); i++) {
            long entry = HashTables.step(vm, iterator);
            output.add(map
                    ? format(Elements.get(entry, 0), depth) + " => " + format(Elements.get(entry, 1), depth)
                    : format(entry, depth));
        }
        if (size > InspectText.MAX_ITEMS) {
            output.add(InspectText.moreItems(size - InspectText.MAX_ITEMS));
        }
        indentation -= 2;
        return output;
    }

    /** What an iterator of a map or set has still to give: a copy of it is run. */
    private List<String> remaining(long iterator, int depth) {
        long copy = vm.objects().allocate(vm.shapes().of(iterator), 0);
        for (int i = 0; i < CellType.at(iterator).fixedFields(); i++) {
            Objects.setField(copy, i, Objects.field(iterator, i));
        }
        var output = new ArrayList<String>();
        indentation += 2;
        for (long entry = HashTables.step(vm, copy); entry != Value.EMPTY; entry =
                HashTables.step(vm, copy)) {
            output.add(format(entry, depth));
        }
        indentation -= 2;
        return output;
    }

    private List<String> bufferContents(long buffer) {
        long length = vm.buffers().byteLength(buffer);
        long shown = Math.min(length, InspectText.MAX_ITEMS);
        var bytes = new ArrayList<String>();
        for (long i = 0; i < shown; i++) {
            bytes.add("%02x".formatted(Mem.getUnsignedByte(Buffers.data(buffer) + i)));
        }
        String more = length > shown
                ? " ... " + (length - shown) + " more byte" + (length - shown > 1 ? "s" : "") : "";
        var output = new ArrayList<String>();
        if (Buffers.isDetached(buffer)) {
            output.add("(detached)");
            output.add("byteLength: 0");
            return output;
        }
        output.add("[Uint8Contents]: <" + String.join(" ", bytes) + more + ">");
        output.add("byteLength: " + length);
        return output;
    }

    // Properties.

    private String property(long object, long key, int depth, Kind kind) {
        var property = new Property();
        boolean found = vm.definitions().getOwn(object, key, property);
        String text;
        if (!found) {
            indentation += 2;
            text = format(vm.properties().get(object, key), depth);
            indentation -= 2;
        } else if (property.isAccessor()) {
            boolean getter = property.getter() != Value.UNDEFINED;
            boolean setter = property.setter() != Value.UNDEFINED;
            text = getter ? setter ? "[Getter/Setter]" : "[Getter]" : setter ? "[Setter]" : "undefined";
        } else {
            indentation += 2;
            text = format(property.value(), depth);
            indentation -= 2;
        }
        return kind == Kind.ELEMENT ? text : keyText(key, found && !property.isEnumerable()) + ": " + text;
    }

    private String keyText(long key, boolean hidden) {
        if (Layout.isSymbol(key)) {
            return "[" + vm.errors().keyText(key) + "]";
        }
        String name = vm.errors().keyText(key);
        if (name.equals("__proto__")) {
            return "['__proto__']";
        }
        if (hidden) {
            return "[" + name + "]";
        }
        return InspectText.isIdentifier(name) ? name : InspectText.quote(name);
    }

    // Lines.

    private String join(long object, List<String> output, Parts parts, int depth) {
        List<String> rows = output;
        if (parts.array && output.size() > 6) {
            rows = InspectText.group(output, indentation, output.size() > InspectText.MAX_ITEMS,
                    isNumeric(object, output.size()));
        }
        String base = parts.base.isEmpty() ? "" : parts.base + " ";
        if (currentDepth - depth < InspectText.COMPACT && rows.size() == output.size()) {
            int start = rows.size() + indentation + parts.open.length() + parts.base.length() + 10;
            if (InspectText.fits(rows, start, parts.base)) {
                String joined = String.join(", ", rows);
                if (joined.indexOf('\n') < 0) {
                    return base + parts.open + " " + joined + " " + parts.close;
                }
            }
        }
        String line = "\n" + " ".repeat(indentation);
        return base + parts.open + line + "  " + String.join("," + line + "  ", rows) + line + parts.close;
    }

    private boolean isNumeric(long array, int count) {
        for (int i = 0; i < count; i++) {
            long value = i < Elements.limit(array) ? vm.typedElements().elementOf(array, i) : Value.EMPTY;
            boolean bigint = Value.isCell(value) && CellType.at(value) == CellType.BIGINT;
            if (!Value.isNumber(value) && !bigint) {
                return false;
            }
        }
        return true;
    }
}
