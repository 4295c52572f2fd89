package org.tierscope.ir.pass;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphRewriter;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;

/**
 * Load and store elimination: a load of what this code has just stored or loaded is that value, and a store
 * of what is there already is dropped. A forward analysis of which field or element is known to hold which
 * value. A store may change any object's field at the same offset, except those of objects known to be
 * another.
 */
public final class LoadElimination implements Pass {
    /** Places whose content is remembered, at most. */
    private static final int MAX_PLACES = 128;

    /** A field at a byte offset, or (offset −1) an element at an index. */
    private record Place(Memory memory, Node base, int offset, Node index) {
        boolean isElement() {
            return index != null;
        }
    }

    @Override
    public String name() {
        return "load-elimination";
    }

    @Override
    public String purpose() {
        return "Replaces loads by the values last stored or loaded there, and drops stores that change nothing.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Sweep(graph, notes).run();
        graph.blocks().forEach(block -> block.nodes().removeIf(node -> node.block() == null));
    }

    private static final class Sweep extends GraphRewriter {
        private final PassNotes notes;
        private final DominatorTree dominators;
        private final MemoryClasses classes;
        private final BitSet[] loopWrites;
        private final Map<Block, Map<Place, Node>> atEnd = new HashMap<>();
        private Map<Place, Node> known;

        Sweep(Graph graph, PassNotes notes) {
            super(graph);
            this.notes = notes;
            this.dominators = new DominatorTree(graph);
            this.classes = new MemoryClasses(graph);
            this.loopWrites = classes.loopWrites(graph, new LoopTree(graph, dominators));
        }

        @Override
        protected void enter(Block block) {
            known = null;
            for (Block predecessor : block.predecessors()) {
                if (dominators.dominates(block, predecessor)) {
                    continue;
                }
                Map<Place, Node> there = atEnd.get(predecessor);
                if (known == null) {
                    known = new HashMap<>(there);
                } else {
                    known.entrySet().removeIf(entry -> there.get(entry.getKey()) != entry.getValue());
                }
            }
            if (known == null) {
                known = new HashMap<>();
            }
            BitSet writes = loopWrites[block.id()];
            if (writes != null) {
                known.keySet().removeIf(place -> classesOf(place).intersects(writes));
            }
            atEnd.put(block, known);
        }

        @Override
        protected Node rewrite(Node node) {
            return switch (node.operator()) {
                case LoadField -> load(node, field(node));
                case LoadElement, LoadElementFloat64 -> load(node, element(node));
                case StoreField -> store(node, field(node), node.input(1));
                case StoreElement, StoreElementFloat64 -> store(node, element(node), node.input(2));
                default -> {
                    int writes = node.effects().writes();
                    if (writes != 0) {
                        known.keySet().removeIf(place -> (writes & place.memory().bits()) != 0);
                    }
                    yield node;
                }
            };
        }

        private BitSet classesOf(Place place) {
            return place.isElement() ? classes.ofMemory(place.memory()) : classes.ofField(place.memory(), place.offset());
        }

        private static Place field(Node node) {
            return new Place((Memory) node.parameter(1), node.input(0).base(), node.intParameter(0), null);
        }

        private static Place element(Node node) {
            return new Place(Memory.ELEMENTS, node.input(0), -1, node.input(1).base());
        }

        private Node load(Node node, Place place) {
            Node value = known.get(place);
            if (value != null && value.representation() == node.representation()
                    && value.type().isSubtypeOf(node.type())) {
                notes.did(node, "v" + node.id() + " is v" + value.id());
                return value;
            }
            if (value == null || value.representation() != node.representation()) {
                remember(place, node);
                return node;
            }
            notes.did(node, "v" + node.id() + " is v" + value.id());
            return refine(value, node.type().meet(value.type()).isNone() ? node.type() : node.type().meet(value.type()));
        }

        private Node store(Node node, Place place, Node value) {
            if (known.get(place) == value && value.representation() == Representation.TAGGED) {
                notes.did(node, "v" + value.id() + " is there already");
                node.moveTo(null);
                return node;
            }
            known.keySet().removeIf(other -> mayBeSame(other, place));
            remember(place, value);
            return node;
        }

        private void remember(Place place, Node value) {
            if (place.memory() != Memory.IMMUTABLE && known.size() < MAX_PLACES) {
                known.put(place, value);
            }
        }

        private static boolean mayBeSame(Place a, Place b) {
            if ((a.memory().bits() & b.memory().bits()) == 0 || a.isElement() != b.isElement()) {
                return false;
            }
            if (a.isElement()) {
                return !areDifferentIndices(a.index(), b.index());
            }
            return a.offset() == b.offset() && !areDifferentObjects(a.base(), b.base());
        }

        private static boolean areDifferentIndices(Node a, Node b) {
            return a.is(Operator.ConstantInt32) && b.is(Operator.ConstantInt32)
                    && a.intParameter(0) != b.intParameter(0);
        }

        /** Two allocations, or an allocation and something older. */
        private static boolean areDifferentObjects(Node a, Node b) {
            return a != b && (isNew(a) && (isNew(b) || isOlder(b)) || isNew(b) && isOlder(a));
        }

        private static boolean isNew(Node node) {
            return node.is(Operator.NewObject) || node.is(Operator.NewContext) || node.is(Operator.NewArray);
        }

        private static boolean isOlder(Node node) {
            return node.is(Operator.Parameter) || node.is(Operator.Constant);
        }
    }
}
