package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;

/**
 * Code sinking: a computation without effects moves down to the block that needs it, if that runs less often:
 * boxes of loop variables, above all, leave their loops. It never moves into a loop.
 */
public final class CodeSinking implements Pass {
    @Override
    public String name() {
        return "code-sinking";
    }

    @Override
    public String purpose() {
        return "Moves computations down to where their results are needed.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Run(graph, notes).run();
    }

    private static final class Run {
        private final Graph graph;
        private final PassNotes notes;
        private final DominatorTree dominators;
        private final LoopTree loops;
        private final Block[] wanted;
        private final boolean[] used;

        Run(Graph graph, PassNotes notes) {
            this.graph = graph;
            this.notes = notes;
            this.dominators = new DominatorTree(graph);
            this.loops = new LoopTree(graph, dominators);
            this.wanted = new Block[graph.nodeIds()];
            this.used = new boolean[graph.nodeIds()];
        }

        /** Uses are seen before definitions, so that what a sunk node uses can sink behind it. */
        void run() {
            for (Block block : graph.blocks()) {
                for (Node phi : block.phis()) {
                    for (int i = 0; i < phi.inputCount(); i++) {
                        use(phi.input(i), block.predecessors().get(i));
                    }
                }
            }
            List<List<Node>> arrivals = new ArrayList<>();
            for (int i = 0; i < graph.blockIds(); i++) {
                arrivals.add(new ArrayList<>());
            }
            for (Block block : graph.blocks().reversed()) {
                useAll(block.terminator(), block);
                for (Node node : List.copyOf(block.nodes()).reversed()) {
                    Block target = target(node, block);
                    if (target != block) {
                        node.moveTo(target);
                        arrivals.get(target.id()).add(node);
                        notes.did(node, "v" + node.id() + " sinks to " + target);
                    }
                    useAll(node, target);
                }
            }
            for (Block block : graph.blocks()) {
                block.nodes().removeIf(node -> node.block() != block);
            }
            for (Block block : graph.blocks()) {
                block.nodes().addAll(0, inOrder(arrivals.get(block.id())));
            }
        }

        /** Arrivals were found from the last to the first. */
        private static List<Node> inOrder(List<Node> arrivals) {
            return arrivals.reversed();
        }

        private Block target(Node node, Block block) {
            if (!isMovable(node) || wanted[node.id()] == null) {
                return block;
            }
            Block best = block;
            for (Block at = wanted[node.id()]; at != block; at = dominators.immediateDominator(at)) {
                if (at == null) {
                    return block;
                }
                if (loops.depth(at) < loops.depth(best)) {
                    best = at;
                }
            }
            return best;
        }

        private static boolean isMovable(Node node) {
            return node.effects().isRepeatable() && !node.effects().exits() && node.effects().reads() == 0
                    && !node.operator().isConstant();
        }

        private void useAll(Node node, Block block) {
            node.inputs().forEach(input -> use(input, block));
            if (node.state() != null) {
                node.state().forEachValue(value -> use(value, block));
            }
        }

        private void use(Node node, Block block) {
            wanted[node.id()] = used[node.id()] ? common(wanted[node.id()], block) : block;
            used[node.id()] = true;
        }

        /** The closest block that dominates both. */
        private Block common(Block a, Block b) {
            Block x = a;
            Block y = b;
            while (x != y) {
                if (dominators.depth(x) >= dominators.depth(y)) {
                    x = dominators.immediateDominator(x);
                } else {
                    y = dominators.immediateDominator(y);
                }
            }
            return x;
        }
    }
}
