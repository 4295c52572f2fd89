package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.pass.EscapeFacts.Merge;

/**
 * Where blocks come together: an object stays virtual if it is on all ways, with phis for fields that differ. Where ways bring
 * different objects to a phi, and nothing else refers to those, a virtual object of the phi's own stands for them. Else they are
 * allocated at the end of the blocks that they come from.
 *
 * <p>A loop's start is guessed from what enters it: everything is as before the loop. What its end says otherwise is remembered
 * in {@link EscapeFacts} for the next sweep.
 */
final class EscapeMerge {
    /** The field number of a phi that a merge is for; of the node that an object has become; of fields, their own. */
    private static final int PHI = -1;

    private static final int MADE = -2;

    private final EscapeFacts facts;
    private final EscapeEdits edits;
    private final EscapeVisitor visitor;
    private final Materializer materializer;
    private final VirtualStates states;
    private final LiveValues live;
    private final Map<Block, VirtualHeap> ends;
    private final Map<Block, Joined> starts = new HashMap<>();
    private final Map<Node, Node[]> phiInputs = new LinkedHashMap<>();

    EscapeMerge(
            EscapeFacts facts, EscapeEdits edits, EscapeVisitor visitor, Materializer materializer, VirtualStates states,
            LiveValues live, Map<Block, VirtualHeap> ends) {
        this.facts = facts;
        this.edits = edits;
        this.visitor = visitor;
        this.materializer = materializer;
        this.states = states;
        this.live = live;
        this.ends = ends;
    }

    /** What a block starts with, and how values get there. */
    private static final class Joined {
        VirtualHeap heap = new VirtualHeap();
        final List<Node> phis = new ArrayList<>();
        /** Phis that are the same object all around a loop. */
        final Map<Node, Node> same = new LinkedHashMap<>();
        /** Objects that stand for several. */
        final Map<Merge, Node> merged = new LinkedHashMap<>();
        /** Phis made for fields. */
        final Map<Merge, Node> fieldPhis = new HashMap<>();
        /** Objects that are the ones they were before. */
        final Set<Node> kept = new LinkedHashSet<>();
        boolean again;
    }

    /** What is known where {@code block} starts, coming from {@code forward}. */
    VirtualHeap atStart(Block block, List<Block> forward, boolean loops) {
        if (forward.size() == 1 && !loops) {
            return follow(block, forward.getFirst());
        }
        boolean repeated = false;
        Joined joined = new Join(block, forward, loops).all();
        while (joined.again) {
            repeated = true;
            joined = new Join(block, forward, loops).all();
        }
        for (Block from : forward) {
            if (repeated && edits.endsInCheckpoint(from)) {
                Node checkpoint = edits.lastOf(from);
                edits.setState(checkpoint, states.in(checkpoint.state(), ends.get(from)));
            }
        }
        starts.put(block, joined);
        edits.setPhis(block, joined.phis);
        joined.same.forEach(edits::alias);
        joined.merged.forEach((merge, identity) -> {
            if (merge.field() == PHI) {
                edits.alias(merge.of(), identity);
            }
        });
        return joined.heap.copy();
    }

    private VirtualHeap follow(Block block, Block from) {
        VirtualHeap end = ends.get(from);
        int index = block.predecessors().indexOf(from);
        for (Node phi : block.phis()) {
            edits.alias(phi, edits.resolve(phi.input(index), end));
        }
        VirtualHeap heap = end.copy();
        Set<Node> needed = heap.reachable(neededObjects(block));
        heap.retain(identity -> needed.contains(identity) || !heap.isVirtual(identity));
        return heap;
    }

    /** Objects that some live value is, phis of the block that are one included. */
    private Set<Node> neededObjects(Block block) {
        var found = new LinkedHashSet<Node>();
        var alive = live.atStart(block);
        edits.forEachObject((value, identity) -> {
            if (alive.get(value.id()) || value.block() == block && value.is(Operator.Phi)) {
                found.add(identity);
            }
        });
        visitor.forEachStorage((storage, identity) -> {
            if (alive.get(storage.id())) {
                found.add(identity);
            }
        });
        return found;
    }

    /** Puts what stands for objects of this block's own where it starts. */
    void placeIdentities(Block block) {
        Joined joined = starts.get(block);
        if (joined != null) {
            joined.merged.values().forEach(edits.here(block)::add);
        }
    }

    /** One attempt at joining; where it had to allocate objects, there must be another. */
    private final class Join {
        private final Block block;
        private final List<Block> forward;
        private final boolean loops;
        private final Joined joined = new Joined();
        private final Set<Node> roots;
        private final List<Map<Node, Integer>> references = new ArrayList<>();

        Join(Block block, List<Block> forward, boolean loops) {
            this.block = block;
            this.forward = forward;
            this.loops = loops;
            this.roots = neededObjects(block);
            forward.forEach(from -> references.add(references(block, from, roots)));
        }

        Joined all() {
            VirtualHeap first = ends.get(forward.getFirst());
            joined.heap.lastState = forward.stream().allMatch(from -> ends.get(from).lastState == first.lastState)
                    ? first.lastState
                    : null;
            for (Node phi : block.phis()) {
                phi(phi);
            }
            roots.forEach(this::keep);
            return joined;
        }

        private Node[] valuesOf(Node phi) {
            return forward.stream().map(from -> edits.resolve(phi.input(block.predecessors().indexOf(from)), ends.get(from)))
                    .toArray(Node[]::new);
        }

        private void phi(Node phi) {
            Node[] values = valuesOf(phi);
            boolean objects = List.of(values).stream().anyMatch(value -> value.is(Operator.VirtualObject));
            Merge merge = new Merge(block, phi, PHI);
            if (objects && isSame(values) && !(loops && facts.isChanging(merge))) {
                joined.same.put(phi, values[0]);
                keep(values[0]);
            } else {
                value(merge, values, phi);
            }
        }

        private static boolean isSame(Node[] values) {
            for (Node value : values) {
                if (value != values[0]) {
                    return false;
                }
            }
            return true;
        }

        /** Has an object stay itself. */
        private void keep(Node identity) {
            if (!joined.kept.add(identity)) {
                return;
            }
            var contents = new ArrayList<VirtualHeap.Contents>();
            for (Block from : forward) {
                VirtualHeap.Contents there = ends.get(from).get(identity);
                if (there == null) {
                    // It is not the same allocation on all ways: what refers to it is not needed.
                    return;
                }
                contents.add(there);
            }
            boolean anyMade = contents.stream().anyMatch(there -> there.made != null);
            boolean sameShape = contents.stream().allMatch(there -> there.shape == contents.getFirst().shape);
            if (anyMade || !sameShape || loops && facts.isAllocatedBefore(block, identity)) {
                allocated(identity, contents);
                return;
            }
            VirtualHeap.Contents result = joinFields(identity, contents);
            joined.heap.put(identity, result);
        }

        private VirtualHeap.Contents joinFields(Node identity, List<VirtualHeap.Contents> contents) {
            int count = contents.stream().mapToInt(there -> there.fields.length).max().orElse(0);
            var result = new VirtualHeap.Contents(
                    contents.getFirst().shape, contents.getFirst().memory, new Node[count]);
            for (int field = 0; field < count; field++) {
                var values = new Node[contents.size()];
                boolean written = true;
                for (int i = 0; i < values.length; i++) {
                    values[i] = ends.get(forward.get(i)).resolve(contents.get(i).field(field));
                    written &= values[i] != null;
                }
                // What is not written everywhere is no property of the shape, and so never read.
                if (written) {
                    Merge merge = new Merge(block, identity, field);
                    if (isSame(values) && !(loops && facts.isChanging(merge))) {
                        result.fields[field] = values[0];
                        if (values[0].is(Operator.VirtualObject)) {
                            keep(values[0]);
                        }
                    } else {
                        result.fields[field] = value(merge, values, null);
                    }
                }
            }
            return result;
        }

        private void allocated(Node identity, List<VirtualHeap.Contents> contents) {
            var made = new Node[contents.size()];
            for (int i = 0; i < made.length; i++) {
                made[i] = contents.get(i).made == null ? make(identity, i) : contents.get(i).made;
            }
            var result = new VirtualHeap.Contents(0, contents.getFirst().memory);
            result.made = isSame(made) ? made[0] : newPhi(new Merge(block, identity, MADE), made);
            result.made.setType(facts.virtual(identity).identity().type());
            joined.heap.put(identity, result);
        }

        private Node make(Node identity, int from) {
            joined.again = true;
            Block block = forward.get(from);
            return materializer.make(identity, ends.get(block), edits.atEnd(block), null);
        }

        private Node newPhi(Merge merge, Node[] values) {
            Node phi = facts.phi(merge, values[0].representation(), block.predecessors().size(), merge.of().origin());
            inputsOf(phi, values);
            joined.phis.add(phi);
            if (merge.field() >= 0) {
                joined.fieldPhis.put(merge, phi);
            }
            return phi;
        }

        private void inputsOf(Node phi, Node[] values) {
            var inputs = new Node[block.predecessors().size()];
            for (int i = 0; i < values.length; i++) {
                inputs[block.predecessors().indexOf(forward.get(i))] = values[i];
            }
            phiInputs.put(phi, inputs);
            edits.setInputs(phi, inputs);
        }

        /** What stands for values that differ: an object for objects, or a phi ({@code phi}, if not null). */
        private Node value(Merge merge, Node[] values, Node phi) {
            if (canMerge(merge, values)) {
                Node identity = facts.identityOf(merge, facts.virtual(values[0]));
                joined.merged.put(merge, identity);
                var contents = new ArrayList<VirtualHeap.Contents>();
                for (int i = 0; i < values.length; i++) {
                    contents.add(ends.get(forward.get(i)).get(values[i]));
                }
                VirtualHeap.Contents result = joinFields(identity, contents);
                joined.heap.put(identity, result);
                return identity;
            }
            for (int i = 0; i < values.length; i++) {
                if (ends.get(forward.get(i)).isVirtual(values[i])) {
                    values[i] = make(values[i], i);
                }
            }
            if (phi == null) {
                return newPhi(merge, values);
            }
            inputsOf(phi, values);
            joined.phis.add(phi);
            return phi;
        }

        private boolean canMerge(Merge merge, Node[] values) {
            if (facts.isPlain(merge)) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                VirtualHeap end = ends.get(forward.get(i));
                if (!end.isVirtual(values[i])
                        || references.get(i).getOrDefault(values[i], 0) != 1
                        || !isLike(values[i], end, values[0], ends.get(forward.getFirst()))) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean isLike(Node a, VirtualHeap heapOfA, Node b, VirtualHeap heapOfB) {
        return facts.virtual(a).isLike(facts.virtual(b))
                && heapOfA.get(a).shape == heapOfB.get(b).shape
                && heapOfA.get(a).memory == heapOfB.get(b).memory
                && (heapOfA.get(a).fields.length == heapOfB.get(b).fields.length
                        || facts.virtual(a).kind() == org.tierscope.ir.VirtualKind.OBJECT);
    }

    /** How often each virtual object is referred to at the end of {@code from}, as far as {@code block} can see. */
    private Map<Node, Integer> references(Block block, Block from, Set<Node> roots) {
        VirtualHeap end = ends.get(from);
        int index = block.predecessors().indexOf(from);
        var counts = new HashMap<Node, Integer>();
        var all = new ArrayList<>(roots);
        roots.forEach(root -> counts.merge(root, 1, Integer::sum));
        for (Node phi : block.phis()) {
            Node value = edits.resolve(phi.input(index), end);
            if (value.is(Operator.VirtualObject)) {
                counts.merge(value, 1, Integer::sum);
                all.add(value);
            }
        }
        for (Node identity : end.reachable(all)) {
            for (Node field : end.get(identity).fields) {
                if (field != null && field.is(Operator.VirtualObject)) {
                    counts.merge(field, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    // ---- loops ----

    /** Checks what was guessed at the start of a loop against what comes around it. */
    void atBackEdge(Block latch, Block header) {
        var end = new BackEdge(latch, header);
        while (end.allocates()) {
            end = new BackEdge(latch, header);
        }
    }

    /** Operands of phis for ways that are never taken are of no consequence, but must be there. */
    void closeLoops() {
        phiInputs.values().forEach(inputs -> {
            Node some = null;
            for (Node input : inputs) {
                some = some == null ? input : some;
            }
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = inputs[i] == null ? some : inputs[i];
            }
        });
    }

    private final class BackEdge {
        private final Block latch;
        private final Block header;
        private final Joined start;
        private final VirtualHeap end;
        private final int index;
        private final Map<Node, Integer> references;
        private boolean again;

        BackEdge(Block latch, Block header) {
            this.latch = latch;
            this.header = header;
            this.start = starts.get(header);
            this.end = ends.get(latch);
            this.index = header.predecessors().indexOf(latch);
            this.references = references(header, latch, neededAround());
        }

        /** Phis of the header are operands here; what else the header needs is needed at the end of the loop. */
        private Set<Node> neededAround() {
            var found = neededObjects(header);
            found.removeIf(identity -> start.merged.containsValue(identity) || start.same.containsValue(identity)
                    && !isAliveBesides(identity));
            return found;
        }

        private boolean isAliveBesides(Node identity) {
            var found = new boolean[1];
            edits.forEachObject((value, object) -> found[0] |= object == identity && live.atStart(header).get(value.id()));
            return found[0];
        }

        /** Whether objects had to be allocated, so that all must be looked at again. */
        boolean allocates() {
            for (Node phi : header.phis()) {
                Node value = edits.resolve(phi.input(index), end);
                Node same = start.same.get(phi);
                Merge merge = new Merge(header, phi, PHI);
                if (same != null) {
                    if (value != same) {
                        facts.setChanging(merge);
                    }
                } else if (start.merged.containsKey(merge)) {
                    object(merge, start.merged.get(merge), value);
                } else {
                    plain(phi, value);
                }
            }
            start.kept.forEach(this::kept);
            return again;
        }

        private void plain(Node phi, Node value) {
            if (end.isVirtual(value)) {
                again = true;
                phiInputs.get(phi)[index] = materializer.make(value, end, edits.atEnd(latch), null);
            } else {
                phiInputs.get(phi)[index] = value;
            }
        }

        private void kept(Node identity) {
            VirtualHeap.Contents before = start.heap.get(identity);
            if (before == null || before.made != null) {
                return;
            }
            VirtualHeap.Contents now = end.get(identity);
            if (now == null) {
                return;
            }
            if (now.made != null || now.shape != before.shape || !fields(identity, before, now)) {
                facts.setAllocatedBefore(header, identity);
            }
        }

        /** Whether the fields' values can be brought around the loop. */
        private boolean fields(Node identity, VirtualHeap.Contents before, VirtualHeap.Contents now) {
            for (int field = 0; field < before.fields.length; field++) {
                Node first = before.fields[field];
                Node value = end.resolve(now.field(field));
                if (first == null) {
                    continue;
                }
                if (value == null) {
                    return false;
                }
                Merge merge = new Merge(header, identity, field);
                if (start.fieldPhis.containsKey(merge)) {
                    plain(start.fieldPhis.get(merge), value);
                } else if (start.merged.containsKey(merge)) {
                    object(merge, start.merged.get(merge), value);
                } else if (value != start.heap.resolve(first)) {
                    facts.setChanging(merge);
                }
            }
            return true;
        }

        /** Another object, or the same, comes to where {@code identity} stands for either. */
        private void object(Merge merge, Node identity, Node value) {
            VirtualHeap.Contents before = start.heap.get(identity);
            boolean fits = end.isVirtual(value)
                    && (value == identity || references.getOrDefault(value, 0) == 1)
                    && isLike(value, end, identity, start.heap)
                    && fields(identity, before, end.get(value));
            if (!fits) {
                facts.setPlain(merge);
            }
        }
    }
}
