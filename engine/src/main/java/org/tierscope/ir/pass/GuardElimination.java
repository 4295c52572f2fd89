package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphRewriter;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;
import org.tierscope.runtime.ElementsKind;

/**
 * Redundant guards: a check of an object's shape, elements kind or flags is dropped where an earlier check, a
 * store of the shape, or the object's own allocation has settled it. A forward analysis of what is known at
 * the end of each block; what is known at a join is what is known on all ways to it.
 *
 * <p>Unlike value numbering this sees through different sets of shapes, and knows that giving one object a
 * new shape does not touch an object that is known to have a shape the first one did not have.
 */
public final class GuardElimination implements Pass {
    /** Facts that are carried along, at most: beyond them new ones are not remembered. */
    private static final int MAX_FACTS = 64;

    /**
     * What an object has one of, and the node that checked it and passes it on; null where several ways came
     * together, or where no check but a store or a branch has settled it.
     */
    private record Fact<T>(List<T> known, Node checked) {
        Fact<T> join(Fact<T> that) {
            var all = new ArrayList<>(known);
            that.known.stream().filter(element -> !all.contains(element)).forEach(all::add);
            return new Fact<>(all, checked == that.checked ? checked : null);
        }
    }

    /** Shapes that objects may have, and kinds that their elements may be, by the objects' base nodes. */
    private record Facts(Map<Node, Fact<Integer>> shapes, Map<Node, Fact<ElementsKind>> kinds) {
        Facts() {
            this(new HashMap<>(), new HashMap<>());
        }

        Facts copy() {
            return new Facts(new HashMap<>(shapes), new HashMap<>(kinds));
        }

        /** Keeps what the other knows too. */
        void meet(Facts that) {
            meet(shapes, that.shapes);
            meet(kinds, that.kinds);
        }

        private static <T> void meet(Map<Node, Fact<T>> here, Map<Node, Fact<T>> there) {
            here.entrySet().removeIf(entry -> !there.containsKey(entry.getKey()));
            here.replaceAll((node, fact) -> fact.join(there.get(node)));
        }

        static <T> void put(Map<Node, Fact<T>> facts, Node node, List<T> known, Node checked) {
            if (facts.size() < MAX_FACTS || facts.containsKey(node)) {
                facts.put(node, new Fact<>(known, checked));
            }
        }

        void forget(BitSet writes) {
            // These categories have no fields: their classes are their own numbers.
            forget(writes.get(Memory.SHAPE.ordinal()), writes.get(Memory.KIND.ordinal()));
        }

        void forget(int writes) {
            forget((writes & Memory.SHAPE.bit()) != 0, (writes & Memory.KIND.bit()) != 0);
        }

        private void forget(boolean writesShapes, boolean writesKinds) {
            if (writesShapes) {
                shapes.clear();
            }
            if (writesKinds) {
                kinds.clear();
            }
        }
    }

    @Override
    public String name() {
        return "guard-elimination";
    }

    @Override
    public String purpose() {
        return "Drops shape and elements-kind checks that earlier checks, stores or allocations settle.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Sweep(graph, notes).run();
    }

    private static final class Sweep extends GraphRewriter {
        private final PassNotes notes;
        private final DominatorTree dominators;
        private final BitSet[] loopWrites;
        private final Facts[] atEnd;
        private Facts facts;

        Sweep(Graph graph, PassNotes notes) {
            super(graph);
            this.notes = notes;
            this.dominators = new DominatorTree(graph);
            this.loopWrites = new MemoryClasses(graph).loopWrites(graph, new LoopTree(graph, dominators));
            this.atEnd = new Facts[graph.blockIds()];
        }

        @Override
        protected void enter(Block block) {
            facts = null;
            for (Block predecessor : block.predecessors()) {
                if (dominators.dominates(block, predecessor)) {
                    continue;
                }
                Facts there = atEnd[predecessor.id()];
                if (facts == null) {
                    facts = there.copy();
                } else {
                    facts.meet(there);
                }
            }
            if (facts == null) {
                facts = new Facts();
            }
            if (loopWrites[block.id()] != null) {
                facts.forget(loopWrites[block.id()]);
            }
            learnFromBranch(block);
            atEnd[block.id()] = facts;
        }

        private void learnFromBranch(Block block) {
            if (block.predecessors().size() == 1) {
                Node branch = block.predecessors().getFirst().terminator();
                if (branch.is(Operator.Branch) && branch.input(0).is(Operator.TestShape)
                        && branch.targets()[0] == block) {
                    Node test = branch.input(0);
                    Facts.put(facts.shapes, test.input(0).base(), test.listParameter(0), null);
                }
            }
        }

        @Override
        protected Node rewrite(Node node) {
            switch (node.operator()) {
                case CheckShape:
                    return checkShape(node);
                case CheckElementsKind:
                    return checkKind(node);
                case StoreShape:
                    storeShape(node);
                    return node;
                case NewObject:
                    Facts.put(facts.shapes, node, List.of(node.intParameter(0)), null);
                    return node;
                case NewArray:
                    Facts.put(facts.shapes, node, List.of(node.intParameter(0)), null);
                    Facts.put(facts.kinds, node, List.of((ElementsKind) node.parameter(1)), null);
                    return node;
                default:
                    facts.forget(node.effects().writes());
                    return node;
            }
        }

        private Node checkShape(Node node) {
            return check(node, facts.shapes);
        }

        private Node checkKind(Node node) {
            return check(node, facts.kinds);
        }

        private <T> Node check(Node node, Map<Node, Fact<T>> facts) {
            Node base = node.input(0).base();
            List<T> asked = node.listParameter(0);
            Fact<T> fact = facts.get(base);
            if (fact == null || !asked.containsAll(fact.known())) {
                Facts.put(facts, base, asked, node);
                return node;
            }
            notes.did(node, "v" + base.id() + " is known to have " + fact.known());
            Node source = fact.checked() == null ? node.input(0) : fact.checked();
            if (fact.checked() != null && source.type().isSubtypeOf(node.type())) {
                return source;
            }
            // It must stay behind what has settled the check.
            Type type = node.type().meet(source.type());
            return refine(source, type.isNone() ? node.type() : type);
        }

        /** An object that certainly has another shape than the one that is changed is not that object. */
        private void storeShape(Node node) {
            Node base = node.input(0).base();
            Fact<Integer> before = facts.shapes.get(base);
            facts.shapes.entrySet().removeIf(entry -> entry.getKey() != base
                    && (before == null || before.known().stream().anyMatch(entry.getValue().known()::contains)));
            Facts.put(facts.shapes, base, List.of(node.intParameter(0)), null);
        }
    }
}
