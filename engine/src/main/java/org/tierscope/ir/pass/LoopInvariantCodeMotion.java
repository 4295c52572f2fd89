package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Loop-invariant code motion: what computes the same in every iteration is computed once, before the loop.
 * Guards move too, out of what every iteration runs through, and then leave to the state before the loop; a
 * load moves only if nothing in the loop writes what it reads, and stays behind the guards and tests that
 * make it safe because it takes their results.
 */
public final class LoopInvariantCodeMotion implements Pass {
    @Override
    public String name() {
        return "loop-invariant-code-motion";
    }

    @Override
    public String purpose() {
        return "Moves what is the same in every iteration out of loops.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        var dominators = new DominatorTree(graph);
        var loops = new LoopTree(graph, dominators);
        var classes = new MemoryClasses(graph);
        BitSet[] writes = classes.loopWrites(graph, loops);
        for (LoopTree.Loop loop : loops.loops().reversed()) {
            Block preheader = loops.preheader(loop);
            Node checkpoint = preheader == null ? null : checkpoint(preheader);
            if (checkpoint != null) {
                new Motion(graph, dominators, loops, loop, checkpoint, classes, writes[loop.header().id()], notes).run();
            }
        }
    }

    private static Node checkpoint(Block preheader) {
        Node last = preheader.nodes().isEmpty() ? null : preheader.nodes().getLast();
        return last != null && last.is(Operator.Checkpoint) ? last : null;
    }

    private static final class Motion {
        private final Graph graph;
        private final DominatorTree dominators;
        private final LoopTree loops;
        private final LoopTree.Loop loop;
        private final Node checkpoint;
        private final MemoryClasses classes;
        private final BitSet writes;
        private final PassNotes notes;
        private final List<Node> moved = new ArrayList<>();
        private boolean validityStays;

        Motion(
                Graph graph, DominatorTree dominators, LoopTree loops, LoopTree.Loop loop, Node checkpoint,
                MemoryClasses classes, BitSet writes, PassNotes notes) {
            this.graph = graph;
            this.dominators = dominators;
            this.loops = loops;
            this.loop = loop;
            this.checkpoint = checkpoint;
            this.classes = classes;
            this.writes = writes;
            this.notes = notes;
        }

        void run() {
            for (Block block : loop.blocks()) {
                boolean always = runsInEveryIteration(block);
                for (Node node : block.nodes()) {
                    if (canMove(node, always)) {
                        move(node);
                    } else if (node.is(Operator.CheckValidity)) {
                        validityStays = true;
                    }
                }
            }
            for (Block block : loop.blocks()) {
                block.nodes().removeIf(node -> node.block() != block);
            }
            Block preheader = checkpoint.block();
            preheader.nodes().addAll(preheader.nodes().size() - 1, moved);
        }

        private boolean runsInEveryIteration(Block block) {
            for (Block predecessor : loop.header().predecessors()) {
                if (loop.contains(loops.loopOf(predecessor)) && !dominators.dominates(block, predecessor)) {
                    return false;
                }
            }
            return true;
        }

        private boolean canMove(Node node, boolean always) {
            if (node.operator().isConstant() || !node.effects().isRepeatable() || !inputsAreInvariant(node)) {
                return false;
            }
            if (node.effects().reads() != 0 && classes.reads(node).intersects(writes)) {
                notes.didNot(node, "v" + node.id() + " stays: the loop writes what it reads");
                return false;
            }
            if (node.effects().exits()) {
                if (!always) {
                    notes.didNot(node, "v" + node.id() + " stays: not every iteration comes to it");
                }
                return always;
            }
            if (hasConstantIndex(node) && !isChecked(node)) {
                notes.didNot(node, "v" + node.id() + " stays: a branch may be all that says its index is in bounds");
                return false;
            }
            if (node.effects().reads() != 0 || node.is(Operator.LoadField)) {
                return !(validityStays && node.input(0).base().is(Operator.Constant));
            }
            return true;
        }

        /** Of a load of an element: a constant tells no more which check made it safe. */
        private static boolean hasConstantIndex(Node node) {
            return switch (node.operator()) {
                case LoadElement, LoadElementFloat64, LoadTypedInt32, LoadTypedFloat64 -> node.input(1).is(Operator.ConstantInt32);
                default -> false;
            };
        }

        /** Whether a check of that index stands in front of the loop, or has moved there. */
        private boolean isChecked(Node load) {
            if (load.input(0).inputCount() == 0) {
                return false;
            }
            Node array = load.input(0).input(0).base();
            int index = load.input(1).intParameter(0);
            return moved.stream().anyMatch(node -> isCheckOf(node, array, index))
                    || graph.blocks().stream()
                            .filter(block -> dominators.dominates(block, checkpoint.block()))
                            .flatMap(block -> block.nodes().stream())
                            .anyMatch(node -> isCheckOf(node, array, index));
        }

        private static boolean isCheckOf(Node node, Node array, int index) {
            return node.is(Operator.CheckBounds)
                    && node.input(0).is(Operator.ConstantInt32) && node.input(0).intParameter(0) >= index && index >= 0
                    && node.input(1).inputCount() == 1 && node.input(1).input(0).base() == array;
        }

        private boolean inputsAreInvariant(Node node) {
            for (Node input : node.inputs()) {
                if (isInLoop(input) && !input.operator().isConstant()) {
                    return false;
                }
            }
            return true;
        }

        private boolean isInLoop(Node node) {
            return loop.contains(loops.loopOf(node.block()));
        }

        private void move(Node node) {
            for (int i = 0; i < node.inputCount(); i++) {
                if (isInLoop(node.input(i))) {
                    node.setInput(i, copyConstant(node.input(i)));
                }
            }
            put(node);
            if (node.effects().exits()) {
                node.setState(checkpoint.state());
            }
            notes.did(node, "v" + node.id() + " moves out of the loop at " + loop.header());
        }

        private Node copyConstant(Node constant) {
            Node copy = graph.newNode(constant.operator(), List.of(constant.parameter(0)));
            copy.setType(constant.type());
            copy.setOrigin(constant.origin());
            put(copy);
            return copy;
        }

        private void put(Node node) {
            node.moveTo(checkpoint.block());
            moved.add(node);
        }
    }
}
