package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.Arrays;
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
    /**
     * What a node computes. A class with arrays of its own, for one is made for almost every node: a record's hash and
     * comparison are linked when they first run, and lists in it compare through iterators.
     */
    private static final class Key {
        private final Operator operator;
        private final Object[] parameters;
        private final int[] inputs;
        private final long version;
        private final int hash;

        Key(Node node, long version) {
            this.operator = node.operator();
            this.version = version;
            this.inputs = new int[node.inputCount()];
            this.parameters = new Object[operator.parameters().size()];
            boolean load = node.effects().reads() != 0 && !node.effects().exits();
            int code = operator.ordinal() + 31 * Long.hashCode(version);
            for (int i = 0; i < inputs.length; i++) {
                Node value = node.input(i).resolved();
                // What is loaded depends on the object alone, whichever guard it went through.
                inputs[i] = load ? value.base().id() : value.id();
                code = 31 * code + inputs[i];
            }
            for (int i = 0; i < parameters.length; i++) {
                Object parameter = node.parameter(i);
                parameters[i] = parameter instanceof Double d ? Double.doubleToRawLongBits(d) : parameter;
                code = 31 * code + (parameters[i] == null ? 0 : parameters[i].hashCode());
            }
            this.hash = code;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && hash == that.hash
                    && operator == that.operator
                    && version == that.version
                    && Arrays.equals(inputs, that.inputs)
                    && Arrays.equals(parameters, that.parameters);
        }
    }

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
                var key = new Key(node, versions.versionFor(node));
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
                for (Key key : added.remove(block)) {
                    table.remove(key);
                }
            }
        });
        graph.applyReplacements();
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
