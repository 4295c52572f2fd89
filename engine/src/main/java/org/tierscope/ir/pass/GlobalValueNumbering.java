package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Global value numbering: a node that computes what a dominating one has computed, guards included, is
 * replaced by that one. Loads and guards of memory are the same only while nothing is written to what they
 * read. Works down the dominator tree with a scoped table (Briggs, Cooper and Simpson, "Value Numbering").
 */
public final class GlobalValueNumbering implements Pass {
    private record Key(Operator operator, List<Object> parameters, List<Integer> inputs, long version) {}

    @Override
    public String name() {
        return "value-numbering";
    }

    @Override
    public String purpose() {
        return "Replaces computations, loads and guards by earlier ones that gave the same.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        var dominators = new DominatorTree(graph);
        var versions = new MemoryVersions(graph, dominators, new LoopTree(graph, dominators));
        var table = new HashMap<Key, Node>();
        walk(graph, dominators, new DominatorWalk() {
            private final Map<Block, List<Key>> added = new HashMap<>();

            @Override
            public void enter(Block block) {
                var keys = new ArrayList<Key>();
                added.put(block, keys);
                versions.enter(block);
                for (Node node : block.nodes()) {
                    if (node.effects().isRepeatable()) {
                        number(node, versions, keys);
                    }
                    versions.step(node);
                }
            }

            private void number(Node node, MemoryVersions versions, List<Key> keys) {
                Key key = key(node, versions.versionFor(node));
                Node known = table.putIfAbsent(key, node);
                if (known == null) {
                    keys.add(key);
                } else {
                    node.replaceBy(known);
                    notes.did(node, "v" + node.id() + " is v" + known.id());
                }
            }

            @Override
            public void leave(Block block) {
                added.remove(block).forEach(table::remove);
            }
        });
        graph.applyReplacements();
    }

    private static Key key(Node node, long version) {
        var inputs = new ArrayList<Integer>(node.inputCount());
        for (Node input : node.inputs()) {
            Node value = input.resolved();
            // What is loaded depends on the object alone, whichever guard it went through.
            inputs.add(node.effects().reads() != 0 && !node.effects().exits() ? value.base().id() : value.id());
        }
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < node.operator().parameters().size(); i++) {
            parameters.add(node.parameter(i) instanceof Double d ? Double.doubleToRawLongBits(d) : node.parameter(i));
        }
        return new Key(node.operator(), parameters, inputs, version);
    }

    /** Sees the blocks of a dominator tree, each before and after those it dominates. */
    interface DominatorWalk {
        void enter(Block block);

        void leave(Block block);
    }

    static void walk(Graph graph, DominatorTree dominators, DominatorWalk walk) {
        var path = new java.util.ArrayDeque<Block>();
        var next = new int[graph.blockIds()];
        path.push(graph.entry());
        walk.enter(graph.entry());
        while (!path.isEmpty()) {
            Block block = path.peek();
            List<Block> children = dominators.children(block);
            if (next[block.id()] < children.size()) {
                Block child = children.get(next[block.id()]++);
                walk.enter(child);
                path.push(child);
            } else {
                walk.leave(block);
                path.pop();
            }
        }
    }
}
