package org.tierscope.ir.pass;

import java.util.BitSet;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;

/** Which values are still needed where each block begins; operands of a block's phis are needed at the end of its predecessors only. */
final class LiveValues {
    private final BitSet[] atStart;

    LiveValues(Graph graph) {
        atStart = new BitSet[graph.blockIds()];
        var used = new BitSet[graph.blockIds()];
        var defined = new BitSet[graph.blockIds()];
        for (Block block : graph.blocks()) {
            var uses = new BitSet();
            var definitions = new BitSet();
            block.phis().forEach(phi -> definitions.set(phi.id()));
            block.nodes().forEach(node -> step(node, uses, definitions));
            step(block.terminator(), uses, definitions);
            used[block.id()] = uses;
            defined[block.id()] = definitions;
            atStart[block.id()] = (BitSet) uses.clone();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : graph.blocks().reversed()) {
                BitSet live = atEnd(block);
                live.andNot(defined[block.id()]);
                live.or(used[block.id()]);
                if (!live.equals(atStart[block.id()])) {
                    atStart[block.id()] = live;
                    changed = true;
                }
            }
        }
    }

    private static void step(Node node, BitSet uses, BitSet definitions) {
        node.inputs().forEach(input -> use(input, uses, definitions));
        if (node.state() != null && !EscapeFacts.isUnseen(node)) {
            node.state().forEachValue(value -> use(value, uses, definitions));
        }
        definitions.set(node.id());
    }

    private static void use(Node node, BitSet uses, BitSet definitions) {
        if (!definitions.get(node.id())) {
            uses.set(node.id());
        }
    }

    private BitSet atEnd(Block block) {
        var live = new BitSet();
        for (Block successor : block.successors()) {
            live.or(atStart[successor.id()]);
            int index = successor.predecessors().indexOf(block);
            successor.phis().forEach(phi -> live.set(phi.input(index).id()));
        }
        return live;
    }

    BitSet atStart(Block block) {
        return atStart[block.id()];
    }
}
