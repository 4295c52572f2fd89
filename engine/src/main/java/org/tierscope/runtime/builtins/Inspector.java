package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.Proxies;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Values as node's {@code util.inspect} shows them. */
final class Inspector {
    /** How an entry of an object is written. */
    enum Kind {
        PROPERTY,
        /** An array's element: without key. */
        ELEMENT
    }

    private static final int MAX_STRING = 10_000;
    private static final int SHORT_STRING = 16;

    private final Vm vm;
    private final InspectOptions options;
    private final ObjectNames names;
    private final InspectContents contents;
    private final List<Long> seen = new ArrayList<>();
    private final Map<Long, Integer> circular = new LinkedHashMap<>();
    private int indentation;
    private int currentDepth;

    Inspector(Vm vm, InspectOptions options) {
        this.vm = vm;
        this.options = options;
        this.names = new ObjectNames(vm);
        this.contents = new InspectContents(vm, this);
    }

    static String inspect(Vm vm, long value) {
        return new Inspector(vm, InspectOptions.DEFAULTS).format(value);
    }

    InspectOptions options() {
        return options;
    }

    /** Columns that lines after the first begin with. */
    int indentation() {
        return indentation;
    }

    String format(long value) {
        return format(value, 0, false);
    }

    /** A value whose further lines stand two columns to the right. */
    String indented(long value, int depth) {
        return indented(value, depth, false);
    }

    /** The same for what belongs to a view: of its buffer, only the length is said. */
    String indentedPart(long value, int depth) {
        return indented(value, depth, true);
    }

    private String indented(long value, int depth, boolean inView) {
        indentation += 2;
        String text = format(value, depth, inView);
        indentation -= 2;
        return text;
    }

    private String format(long value, int depth, boolean inView) {
        if (!Layout.isObject(value)) {
            return primitive(value);
        }
        long shown = value;
        if (Proxies.isProxy(value)) {
            long target = Proxies.target(value);
            if (target == Value.NULL) {
                return "<Revoked Proxy>";
            }
            if (options.showProxy()) {
                return proxy(value, depth);
            }
            while (Proxies.isProxy(target)) {
                target = Proxies.target(target);
            }
            shown = target;
        }
        if (options.customInspect()) {
            String custom = new CustomInspection(vm, this, options).of(value, shown, depth);
            if (custom != null) {
                return custom;
            }
        }
        if (seen.contains(shown)) {
            return "[Circular *" + circular.computeIfAbsent(shown, v -> circular.size() + 1) + "]";
        }
        return object(shown, depth, inView);
    }

    /** What a custom inspection gave, at the depth of the object that it stands for. */
    String instead(long value, int depth) {
        return format(value, depth, false);
    }

    private String proxy(long proxy, int depth) {
        if (depth > options.depth()) {
            return "Proxy [Array]";
        }
        currentDepth = depth + 1;
        var parts = List.of(
                indented(Proxies.target(proxy), depth + 1), indented(Proxies.handler(proxy), depth + 1));
        return join(parts, parts, "", "Proxy [", "]", depth + 1);
    }

    // Primitives.

    String primitive(long value) {
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
        if (text.length() > SHORT_STRING && text.length() > options.breakLength() - indentation - 4) {
            var lines = new ArrayList<String>();
            for (String line : text.split("(?<=\n)")) {
                lines.add(InspectText.quote(line));
            }
            return String.join(" +\n" + " ".repeat(indentation + 2), lines) + trailer;
        }
        return InspectText.quote(text) + trailer;
    }

    // Objects.

    private String object(long object, int depth, boolean inView) {
        String constructor = names.constructorName(object, depth, options.depth());
        String tag = tag(object);
        var head = new InspectHead(vm, this, object, constructor, tag);
        List<String> inherited = options.showHidden() && depth <= options.depth()
                ? inherited(object, depth) : List.of();
        if (head.keys.isEmpty() && inherited.isEmpty() && !head.hasContents) {
            return head.empty();
        }
        if (depth > options.depth()) {
            return head.atomic ? head.base : tooDeep(object, constructor, tag);
        }
        seen.add(object);
        currentDepth = depth + 1;
        List<String> output = contents.of(object, head.keys, depth + 1, inView);
        for (long key : head.keys) {
            output.add(property(object, key, depth + 1, Kind.PROPERTY));
        }
        output.addAll(inherited);
        seen.removeLast();
        Integer index = circular.get(object);
        if (index != null) {
            String reference = "<ref *" + index + ">";
            head.base = head.base.isEmpty() ? reference : reference + " " + head.base;
        }
        List<String> rows = output;
        if (head.array && output.size() > 6) {
            rows = InspectText.group(output, indentation, options, isNumeric(object, output.size()));
        }
        return join(output, rows, head.base, head.open, head.close, depth + 1);
    }

    private String tooDeep(long object, String constructor, String tag) {
        String name = names.style(object, constructor, tag).stripTrailing();
        return constructor == null ? name : "[" + name + "]";
    }

    private String tag(long object) {
        long tag = vm.properties().get(object, vm.names().symbolToStringTag);
        var own = new Property();
        boolean shown = vm.definitions().getOwn(object, vm.names().symbolToStringTag, own)
                && (options.showHidden() || own.isEnumerable());
        return Layout.isString(tag) && !shown ? vm.strings().toJava(tag) : "";
    }

    /** Properties of the program's own prototypes, where hidden ones are shown: neither methods nor constructors. */
    private List<String> inherited(long object, int depth) {
        var output = new ArrayList<String>();
        seen.add(object);
        for (long key : names.inheritedData(object)) {
            var property = new Property();
            output.add(keyed(object, key, property, names.find(object, key, property), depth, Kind.PROPERTY));
        }
        seen.removeLast();
        return output;
    }

    // Properties.

    String property(long object, long key, int depth, Kind kind) {
        var property = new Property();
        return keyed(object, key, property, vm.definitions().getOwn(object, key, property), depth, kind);
    }

    /** {@code found}: whether {@code property} says what it is; else it is shown by its value. */
    private String keyed(long object, long key, Property property, boolean found, int depth, Kind kind) {
        String text;
        if (!found) {
            text = indented(vm.properties().get(object, key), depth);
        } else if (property.isAccessor()) {
            boolean getter = property.getter() != Value.UNDEFINED;
            boolean setter = property.setter() != Value.UNDEFINED;
            text = getter ? setter ? "[Getter/Setter]" : "[Getter]" : setter ? "[Setter]" : "undefined";
        } else {
            text = indented(property.value(), depth);
        }
        return kind == Kind.ELEMENT ? text : keyText(key, found && !property.isEnumerable()) + ": " + text;
    }

    /** A property of a module namespace: it may have no value yet. */
    String exported(long namespace, long key, int depth) {
        try {
            return property(namespace, key, depth, Kind.PROPERTY);
        } catch (GuestException uninitialized) {
            return keyText(key, false) + ": <uninitialized>";
        }
    }

    private String keyText(long key, boolean hidden) {
        String name = vm.errors().keyText(key);
        if (Layout.isSymbol(key)) {
            return "[" + InspectText.escape(name) + "]";
        }
        if (name.equals("__proto__")) {
            return "['__proto__']";
        }
        if (hidden) {
            return "[" + InspectText.escape(name) + "]";
        }
        return InspectText.isIdentifier(name) ? name : InspectText.quote(name);
    }

    // Lines.

    /** An entry of a map's iterator. */
    String pair(List<String> parts, int depth) {
        indentation += 2;
        String text = join(parts, parts, "", "[", "]", depth);
        indentation -= 2;
        return text;
    }

    /** {@code rows}: the entries, or what came of arranging them in columns. */
    private String join(List<String> entries, List<String> rows, String base, String open, String close, int depth) {
        String start = base.isEmpty() ? open : base + " " + open;
        if (currentDepth - depth < InspectText.COMPACT && rows.size() == entries.size()) {
            int used = rows.size() + indentation + open.length() + base.length() + 10;
            if (InspectText.fits(rows, used, base, options.breakLength())) {
                String joined = String.join(", ", rows);
                if (joined.indexOf('\n') < 0) {
                    return start + " " + joined + " " + close;
                }
            }
        }
        String line = "\n" + " ".repeat(indentation);
        return start + line + "  " + String.join("," + line + "  ", rows) + line + close;
    }

    private boolean isNumeric(long array, int count) {
        for (int i = 0; i < count; i++) {
            long value = vm.properties().getOfValue(array, Value.ofInt(i));
            boolean bigint = Value.isCell(value) && CellType.at(value) == CellType.BIGINT;
            if (!Value.isNumber(value) && !bigint) {
                return false;
            }
        }
        return true;
    }
}
