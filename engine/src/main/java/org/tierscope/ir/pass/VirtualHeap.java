package org.tierscope.ir.pass;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/** What escape analysis knows at one place: the objects that are not allocated there, and those that have been in the meantime. */
final class VirtualHeap {
    /** An object: its shape and fields, or the node that allocates it after all. */
    static final class Contents {
        int shape;
        /** Values; other virtual objects by their identity; null: never written. */
        Node[] fields;
        /** Which category of memory its fields are. */
        Memory memory;
        /** Not null once it is allocated; nothing else counts then. */
        Node made;

        Contents(int shape, Memory memory, Node... fields) {
            this.shape = shape;
            this.memory = memory;
            this.fields = fields;
        }

        Contents copy() {
            var copy = new Contents(shape, memory, fields.clone());
            copy.made = made;
            return copy;
        }

        /** Null where it was never written. */
        Node field(int index) {
            return index < fields.length ? fields[index] : null;
        }

        void setField(int index, Node value) {
            if (index >= fields.length) {
                fields = Arrays.copyOf(fields, index + 1);
            }
            fields[index] = value;
        }
    }

    private final Map<Node, Contents> objects = new LinkedHashMap<>();
    /** Of the last node that had one: where an allocation that is put here throws, if it does. */
    FrameState lastState;

    VirtualHeap copy() {
        var copy = new VirtualHeap();
        objects.forEach((identity, contents) -> copy.objects.put(identity, contents.copy()));
        copy.lastState = lastState;
        return copy;
    }

    void put(Node identity, Contents contents) {
        objects.put(identity, contents);
    }

    Contents get(Node identity) {
        return objects.get(identity);
    }

    Set<Node> identities() {
        return objects.keySet();
    }

    void retain(Predicate<Node> kept) {
        objects.keySet().removeIf(identity -> !kept.test(identity));
    }

    boolean isVirtual(Node value) {
        if (value == null || !value.is(Operator.VirtualObject)) {
            return false;
        }
        Contents contents = objects.get(value);
        return contents != null && contents.made == null;
    }

    /** The value itself, or what an object that is allocated by now has become. */
    Node resolve(Node value) {
        if (value == null || !value.is(Operator.VirtualObject)) {
            return value;
        }
        Contents contents = objects.get(value);
        return contents == null || contents.made == null ? value : contents.made;
    }

    /** The virtual objects that can be reached from {@code roots}, themselves included. */
    Set<Node> reachable(Iterable<Node> roots) {
        var found = new LinkedHashSet<Node>();
        var work = new ArrayDeque<Node>();
        roots.forEach(work::add);
        while (!work.isEmpty()) {
            Node identity = work.poll();
            if (isVirtual(identity) && found.add(identity)) {
                for (Node field : objects.get(identity).fields) {
                    if (field != null) {
                        work.add(field);
                    }
                }
            }
        }
        return found;
    }
}
