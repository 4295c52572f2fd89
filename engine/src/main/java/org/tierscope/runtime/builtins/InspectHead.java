package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** What stands around an object's entries: what it is called, its brackets, and which of its properties are entries. */
final class InspectHead {
    private final Vm vm;
    private final Inspector inspector;
    private final long object;
    private final String constructor;
    private final String tag;

    /** Before the bracket: a function, an error, a date. */
    String base = "";
    String open = "{";
    String close = "}";
    final List<Long> keys = new ArrayList<>();
    /** Whether entries may stand in columns. */
    boolean array;
    /** Set where the keys alone do not decide whether anything is inside. */
    boolean hasContents;
    /** Shown whole, however deep it is. */
    boolean atomic;

    /** @param constructor null where no prototype tells one */
    InspectHead(Vm vm, Inspector inspector, long object, String constructor, String tag) {
        this.vm = vm;
        this.inspector = inspector;
        this.object = object;
        this.constructor = constructor;
        this.tag = tag;
        describe();
    }

    /** What is shown where nothing is inside. */
    String empty() {
        return base.isEmpty() ? open + close : base;
    }

    private void describe() {
        CellType type = CellType.at(object);
        boolean listed = type == CellType.ARRAY || type == CellType.TYPED_ARRAY;
        addKeys(listed || type == CellType.STRING_OBJECT);
        switch (type) {
            case ARRAY -> {
                long length = Integer.toUnsignedLong(Elements.arrayLength(object));
                boolean plain = "Array".equals(constructor) && tag.isEmpty();
                list(plain ? "" : prefix("Array", "(" + length + ")"), length);
            }
            case TYPED_ARRAY -> {
                long length = Elements.limit(object);
                list(prefix(constructor == null ? tag : "", "(" + length + ")"), length);
                hasContents |= inspector.options().showHidden();
            }
            case MAP, SET -> {
                int size = HashTables.size(object);
                open = prefix(type == CellType.MAP ? "Map" : "Set", "(" + size + ")") + "{";
                hasContents = size > 0;
            }
            case MAP_ITERATOR, SET_ITERATOR -> {
                open = "[" + iteratorName(type == CellType.MAP_ITERATOR ? "Map Iterator" : "Set Iterator") + "] {";
                hasContents = true;
            }
            case ERROR -> base = new ErrorText(vm).format(object, constructor, tag, keys, inspector);
            case NUMBER_OBJECT, STRING_OBJECT, BOOLEAN_OBJECT, SYMBOL_OBJECT, BIGINT_OBJECT -> boxed(type);
            case DATE -> {
                double time = Value.numberAsDouble(Objects.field(object, 0));
                named("Date", Double.isNaN(time) ? "Invalid Date" : DateText.iso(time));
            }
            case REGEXP -> {
                named("RegExp", vm.strings().toJava(RegExpText.literal(vm, object)));
                atomic = true;
            }
            case WEAK_MAP -> contents("WeakMap");
            case WEAK_SET -> contents("WeakSet");
            case PROMISE -> contents("Promise");
            case MODULE_NAMESPACE -> contents("Module");
            case ARRAY_BUFFER -> buffer("ArrayBuffer");
            case SHARED_ARRAY_BUFFER -> buffer("SharedArrayBuffer");
            case DATA_VIEW -> {
                open = prefix("DataView", "") + "{";
                addFirst("byteLength", "byteOffset", "buffer");
            }
            default -> ordinary(type);
        }
    }

    private void addKeys(boolean named) {
        boolean hidden = inspector.options().showHidden();
        long list = hidden ? vm.ownKeys().all(object) : vm.ownKeys().enumerable(object);
        for (int i = 0; i < OwnKeys.count(list); i++) {
            long key = OwnKeys.at(list, i);
            if (!(named && Value.isInt(key))) {
                keys.add(key);
            }
        }
    }

    private void addFirst(String... names) {
        for (int i = names.length - 1; i >= 0; i--) {
            keys.addFirst(vm.conversions().key(names[i]));
        }
    }

    private String prefix(String fallback, String size) {
        return ObjectNames.prefix(constructor, tag, fallback, size);
    }

    private void list(String prefix, long length) {
        open = prefix + "[";
        close = "]";
        array = true;
        hasContents = length > 0;
    }

    private void named(String type, String text) {
        String prefix = prefix(type, "");
        base = prefix.equals(type + " ") ? text : prefix + text;
    }

    private void contents(String type) {
        open = prefix(type, "") + "{";
        hasContents = true;
    }

    private void buffer(String type) {
        contents(type);
        addFirst("byteLength");
    }

    private String iteratorName(String type) {
        String name = tag.equals(type) ? type : tag.isEmpty() ? type : tag + "] [" + type;
        return InspectContents.isOfEntries(object) ? name.replaceFirst(" Iterator$", " Entries") : name;
    }

    private void boxed(CellType type) {
        String name = switch (type) {
            case NUMBER_OBJECT -> "Number";
            case STRING_OBJECT -> "String";
            case BOOLEAN_OBJECT -> "Boolean";
            case SYMBOL_OBJECT -> "Symbol";
            default -> "BigInt";
        };
        base = "[" + name;
        if (!name.equals(constructor)) {
            base += constructor == null ? " (null prototype)" : " (" + constructor + ")";
        }
        base += ": " + inspector.primitive(Objects.field(object, 0)) + "]";
        if (!tag.isEmpty() && !tag.equals(constructor)) {
            base += " [" + tag + "]";
        }
    }

    private void ordinary(CellType type) {
        if (Layout.isCallable(object)) {
            base = new ObjectNames(vm).functionBase(object, constructor, tag);
        } else if (type == CellType.ARGUMENTS || type == CellType.MAPPED_ARGUMENTS) {
            open = "[Arguments] {";
        } else if (!"Object".equals(constructor) || !tag.isEmpty()) {
            open = new ObjectNames(vm).style(object, constructor, tag) + "{";
        }
    }
}
