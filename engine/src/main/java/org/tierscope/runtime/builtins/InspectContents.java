package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Promises;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** What an object holds beside its properties: elements, entries, bytes, a result. */
final class InspectContents {
    private final Vm vm;
    private final Inspector inspector;

    InspectContents(Vm vm, Inspector inspector) {
        this.vm = vm;
        this.inspector = inspector;
    }

    /** {@code keys}: those of the properties that follow; {@code inView}: whether a buffer is part of a view that is shown. */
    List<String> of(long object, List<Long> keys, int depth, boolean inView) {
        return switch (CellType.at(object)) {
            case ARRAY -> elements(object, depth);
            case TYPED_ARRAY -> typedElements(object, depth);
            case MAP, SET -> entries(object, depth);
            case MAP_ITERATOR, SET_ITERATOR -> remaining(object, depth);
            case WEAK_MAP, WEAK_SET -> list("<items unknown>");
            case ARRAY_BUFFER, SHARED_ARRAY_BUFFER -> inView ? new ArrayList<>() : bytes(object);
            case PROMISE -> result(object, depth);
            case MODULE_NAMESPACE -> exports(object, keys, depth);
            default -> new ArrayList<>();
        };
    }

    private static List<String> list(String entry) {
        return new ArrayList<>(List.of(entry));
    }

    private List<String> result(long promise, int depth) {
        if (Promises.state(promise) == Promises.PENDING) {
            return list("<pending>");
        }
        String text = inspector.indented(Promises.result(promise), depth);
        return list(Promises.state(promise) == Promises.REJECTED ? "<rejected> " + text : text);
    }

    private List<String> elements(long array, int depth) {
        var output = new ArrayList<String>();
        long length = Integer.toUnsignedLong(Elements.arrayLength(array));
        int max = inspector.options().maxItems();
        long next = 0;
        for (long index : firstIndices(array, max)) {
            if (index > next && output.size() < max) {
                output.add(holes(index - next));
                next = index;
            }
            if (output.size() < max) {
                output.add(inspector.property(array, key(index), depth, Inspector.Kind.ELEMENT));
                next = index + 1;
            }
        }
        if (next < length) {
            output.add(output.size() < max ? holes(length - next) : InspectText.moreItems(length - next));
        }
        return output;
    }

    private long key(long index) {
        return index <= Integer.MAX_VALUE ? Value.ofInt((int) index) : vm.conversions().key(Long.toString(index));
    }

    /** Where the first elements of an array are that are no holes, at most {@code max}. */
    private List<Long> firstIndices(long array, int max) {
        var indices = new ArrayList<Long>();
        if (Elements.hasTable(array)) {
            long keys = vm.ownKeys().enumerableStrings(array);
            for (int i = 0; i < OwnKeys.count(keys) && indices.size() < max; i++) {
                long key = OwnKeys.at(keys, i);
                long index = Value.isInt(key) ? Value.asInt(key) : index(vm.strings().toJava(key));
                if (index >= 0) {
                    indices.add(index);
                }
            }
            return indices;
        }
        for (int i = 0; i < Elements.limit(array) && indices.size() < max; i++) {
            if (Elements.get(array, i) != Value.EMPTY) {
                indices.add((long) i);
            }
        }
        return indices;
    }

    /** The array index that a name is; −1 for other names. */
    private static long index(String name) {
        boolean number = name.matches("[1-9][0-9]{9}");
        return number && Long.parseLong(name) < 0xFFFF_FFFFL ? Long.parseLong(name) : -1;
    }

    private static String holes(long count) {
        return "<" + count + " empty item" + (count > 1 ? "s" : "") + ">";
    }

    private List<String> typedElements(long array, int depth) {
        var output = new ArrayList<String>();
        long length = Elements.limit(array);
        long shown = Math.min(length, inspector.options().maxItems());
        for (int i = 0; i < shown; i++) {
            output.add(inspector.primitive(vm.typedElements().get(array, i)));
        }
        if (length > shown) {
            output.add(InspectText.moreItems(length - shown));
        }
        if (inspector.options().showHidden()) {
            for (String name : List.of("BYTES_PER_ELEMENT", "length", "byteLength", "byteOffset", "buffer")) {
                long value = vm.properties().get(array, name);
                output.add("[" + name + "]: " + inspector.indentedPart(value, depth));
            }
        }
        return output;
    }

    private List<String> entries(long collection, int depth) {
        var output = new ArrayList<String>();
        boolean map = CellType.at(collection) == CellType.MAP;
        int size = HashTables.size(collection);
        int shown = Math.min(size, inspector.options().maxItems());
        long iterator = HashTables.newIterator(vm, collection, map ? Iteration.ENTRIES : Iteration.VALUES);
        for (int i = 0; i < shown; i++) {
            long entry = HashTables.step(vm, iterator);
            output.add(map
                    ? inspector.indented(Elements.get(entry, 0), depth) + " => "
                            + inspector.indented(Elements.get(entry, 1), depth)
                    : inspector.indented(entry, depth));
        }
        if (size > shown) {
            output.add(InspectText.moreItems(size - shown));
        }
        return output;
    }

    /** Whether an iterator of a map or set gives pairs. */
    static boolean isOfEntries(long iterator) {
        return Value.asInt(Objects.field(iterator, 2)) == Iteration.ENTRIES;
    }

    /** What an iterator of a map or set has still to give: a copy of it is run. */
    private List<String> remaining(long iterator, int depth) {
        long copy = vm.objects().allocate(vm.shapes().of(iterator), 0);
        for (int i = 0; i < CellType.at(iterator).fixedFields(); i++) {
            Objects.setField(copy, i, Objects.field(iterator, i));
        }
        var output = new ArrayList<String>();
        int more = 0;
        for (long entry = HashTables.step(vm, copy); entry != Value.EMPTY; entry = HashTables.step(vm, copy)) {
            if (output.size() == inspector.options().maxItems()) {
                more++;
            } else if (isOfEntries(iterator)) {
                var pair = List.of(
                        inspector.indented(Elements.get(entry, 0), depth),
                        inspector.indented(Elements.get(entry, 1), depth));
                output.add(inspector.pair(pair, depth));
            } else {
                output.add(inspector.indented(entry, depth));
            }
        }
        if (more > 0) {
            output.add(InspectText.moreItems(more));
        }
        return output;
    }

    private List<String> bytes(long buffer) {
        if (Buffers.isDetached(buffer)) {
            return list("(detached)");
        }
        long length = vm.buffers().byteLength(buffer);
        long shown = Math.min(length, inspector.options().maxItems());
        var bytes = new ArrayList<String>();
        for (long i = 0; i < shown; i++) {
            bytes.add("%02x".formatted(Mem.getUnsignedByte(Buffers.data(buffer) + i)));
        }
        String more = length > shown
                ? " ... " + (length - shown) + " more byte" + (length - shown > 1 ? "s" : "") : "";
        return list("[Uint8Contents]: <" + String.join(" ", bytes) + more + ">");
    }

    /** Exports that have no value yet are named too. */
    private List<String> exports(long namespace, List<Long> keys, int depth) {
        var output = new ArrayList<String>();
        for (long key : keys) {
            output.add(inspector.exported(namespace, key, depth));
        }
        keys.clear();
        return output;
    }
}
