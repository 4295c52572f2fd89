package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.VirtualObject;
import org.tierscope.runtime.Value;

/** Frame states in terms of virtual objects: they name those, and say what they hold. */
final class VirtualStates {
    private final Graph graph;
    private final EscapeEdits edits;

    VirtualStates(Graph graph, EscapeEdits edits) {
        this.graph = graph;
        this.edits = edits;
    }

    /** The state where {@code heap} holds; {@code state} itself where that changes nothing. */
    FrameState in(FrameState state, VirtualHeap heap) {
        if (state == null || !concerns(state)) {
            return state;
        }
        var roots = new LinkedHashSet<Node>();
        FrameState result = copy(state, heap, roots);
        var objects = new ArrayList<VirtualObject>();
        for (Node identity : heap.reachable(roots)) {
            VirtualHeap.Contents contents = heap.get(identity);
            Node[] fields = contents.fields.clone();
            for (int i = 0; i < fields.length; i++) {
                fields[i] = heap.resolve(fields[i]);
            }
            objects.add(new VirtualObject(identity, contents.shape, fields));
        }
        return result.withObjects(objects);
    }

    private boolean concerns(FrameState state) {
        return state.anyValue(edits::isAliased);
    }

    private FrameState copy(FrameState state, VirtualHeap heap, Set<Node> roots) {
        FrameState copy = state.copyIn(state.caller() == null ? null : copy(state.caller(), heap, roots));
        copy.replaceValues(value -> {
            Node now = edits.resolve(value, heap);
            if (now.is(Operator.VirtualObject)) {
                if (heap.get(now) == null) {
                    throw new IllegalStateException(state + " needs " + value + ", of which nothing is known");
                }
                roots.add(now);
            }
            return now;
        });
        return copy;
    }

    /**
     * The state of an allocation that is put somewhere: what it throws, if memory is full, comes from there. Only a handler in
     * this code would see registers; objects that nothing else needs are undefined to it.
     */
    FrameState ofAllocation(FrameState near, VirtualHeap heap, EscapeEdits.Place place) {
        if (!near.catchesAnywhere()) {
            return near.bare();
        }
        if (!concerns(near)) {
            return near;
        }
        Node[] undefined = new Node[1];
        near.forEachValue(value -> {
            Node now = edits.resolve(value, heap);
            if (undefined[0] == null && now.is(Operator.VirtualObject) && heap.get(now) == null) {
                undefined[0] = graph.newNode(Operator.Constant, java.util.List.of(Value.UNDEFINED));
                undefined[0].setOrigin(value.origin());
                place.add(undefined[0]);
            }
        });
        if (undefined[0] == null) {
            return in(near, heap);
        }
        var patched = new Patched(heap, undefined[0]);
        return in(patched.copy(near), heap);
    }

    private final class Patched {
        private final VirtualHeap heap;
        private final Node undefined;

        Patched(VirtualHeap heap, Node undefined) {
            this.heap = heap;
            this.undefined = undefined;
        }

        FrameState copy(FrameState state) {
            FrameState copy = state.copyIn(state.caller() == null ? null : copy(state.caller()));
            copy.replaceValues(value -> {
                Node now = edits.resolve(value, heap);
                return now.is(Operator.VirtualObject) && heap.get(now) == null ? undefined : value;
            });
            return copy;
        }
    }
}
