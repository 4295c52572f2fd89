package org.tierscope.backend;

import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.machine.Location;

/**
 * Where control goes behind a block that does not jump: to the block that follows, and on through blocks for which no code is
 * emitted, as the empty side of an if statement is.
 */
final class FallThrough {
    private final List<Block> layout;
    private final int index;
    private final Emission e;
    private final List<Allocation.Move>[] within;

    /** @param index of the block that does not jump */
    FallThrough(List<Block> layout, int index, Emission e, List<Allocation.Move>[] within) {
        this.layout = layout;
        this.index = index;
        this.e = e;
        this.within = within;
    }

    boolean reaches(Block target) {
        return reaches(index, target);
    }

    private boolean reaches(int from, Block target) {
        for (int i = from + 1; i < layout.size(); i++) {
            Block block = layout.get(i);
            if (block == target) {
                return true;
            }
            if (!isEmpty(block) || !reaches(i, block.successors()[0])) {
                return false;
            }
        }
        return false;
    }

    private boolean isEmpty(Block block) {
        if (!block.terminator().is(Operator.Jump) || hasMoves(block.terminator())) {
            return false;
        }
        Block target = block.successors()[0];
        boolean enteredWithMoves = block.predecessors().size() == 1
                && block.predecessors().getFirst().successors().length > 1
                && !e.allocation.movesOnEdge(block.predecessors().getFirst(), block).isEmpty();
        return !enteredWithMoves
                && e.allocation.movesOnEdge(block, target).isEmpty()
                && block.phis().stream().noneMatch(this::isStored)
                && block.nodes().stream().allMatch(node -> isSilent(node, e) && !hasMoves(node));
    }

    private boolean hasMoves(Node node) {
        return within[e.allocation.lifetimes().position(node) / Lifetimes.STEP] != null;
    }

    private boolean isStored(Node phi) {
        return e.allocation.spillSlot(phi) != LinearScan.NO_SLOT && !(e.allocation.defined(phi) instanceof Location.InSlot);
    }

    /** Whether no code stands for a node but moves in front of it. */
    static boolean isSilent(Node node, Emission e) {
        return node.operator().isConstant()
                || e.fusion.isFused(node)
                || node.is(Operator.Checkpoint)
                || node.is(Operator.VirtualObject)
                || node.is(Operator.Refine) && e.allocation.lifetimes().isAlias(node);
    }
}
