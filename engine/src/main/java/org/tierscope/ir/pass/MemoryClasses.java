package org.tierscope.ir.pass;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * The parts of memory that a graph tells apart: each category but for its fields at byte offsets that the graph loads or stores,
 * and each of those. Fields at different offsets are different words, whichever objects they are of.
 */
final class MemoryClasses {
    private static final int CATEGORIES = Memory.values().length;

    /** By category and offset, see {@link #field}. */
    private final Map<Long, Integer> fields = new HashMap<>();
    /** By the bits of categories: the classes of what is no field. */
    private final Map<Integer, BitSet> ofCategories = new HashMap<>();
    private final BitSet[] ofCategory = new BitSet[CATEGORIES];
    private int count = CATEGORIES;

    MemoryClasses(Graph graph) {
        for (int category = 0; category < CATEGORIES; category++) {
            ofCategory[category] = new BitSet();
            ofCategory[category].set(category);
        }
        for (Block block : graph.blocks()) {
            for (Node node : block.nodes()) {
                declare(node);
            }
        }
    }

    private void declare(Node node) {
        if (isField(node)) {
            int bits = ((Memory) node.parameter(1)).bits();
            for (int category = 0; category < CATEGORIES; category++) {
                if ((bits & 1 << category) != 0) {
                    int id = fields.computeIfAbsent(field(category, node.intParameter(0)), field -> count++);
                    ofCategory[category].set(id);
                }
            }
        }
    }

    private static long field(int category, int offset) {
        return (long) category << 32 | offset & 0xFFFF_FFFFL;
    }

    private static boolean isField(Node node) {
        return node.is(Operator.LoadField) || node.is(Operator.StoreField);
    }

    /** Classes are numbered from 0 up to this. */
    int count() {
        return count;
    }

    /** Not to be changed. */
    BitSet reads(Node node) {
        return classes(node, node.effects().reads());
    }

    /** Not to be changed. */
    BitSet writes(Node node) {
        return classes(node, node.effects().writes());
    }

    /** What an access to a field at {@code offset} touches. */
    BitSet ofField(Memory memory, int offset) {
        var classes = new BitSet();
        for (int category = 0, bits = memory.bits(); bits != 0; category++, bits >>>= 1) {
            if ((bits & 1) != 0) {
                Integer id = fields.get(field(category, offset));
                classes.set(id == null ? category : id);
            }
        }
        return classes;
    }

    BitSet ofMemory(Memory memory) {
        return ofCategory[memory.ordinal()];
    }

    private BitSet classes(Node node, int categories) {
        if (categories != 0 && isField(node)) {
            return ofField((Memory) node.parameter(1), node.intParameter(0));
        }
        BitSet known = ofCategories.get(categories);
        if (known != null) {
            return known;
        }
        var classes = new BitSet();
        for (int category = 0, bits = categories; bits != 0; category++, bits >>>= 1) {
            if ((bits & 1) != 0) {
                classes.or(ofCategory[category]);
            }
        }
        ofCategories.put(categories, classes);
        return classes;
    }

    /** By header's id: what is written anywhere in the loop; null for blocks that are no header. */
    BitSet[] loopWrites(Graph graph, LoopTree loops) {
        var writes = new BitSet[graph.blockIds()];
        for (LoopTree.Loop loop : loops.loops()) {
            var written = new BitSet();
            for (Block block : loop.blocks()) {
                for (Node node : block.nodes()) {
                    if (node.effects().writes() != 0) {
                        written.or(writes(node));
                    }
                }
            }
            writes[loop.header().id()] = written;
        }
        return writes;
    }
}
