package org.tierscope.ir.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopCopy;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Type;

/**
 * Loop peeling: where a variable is undefined or null before a loop and a number from its first iteration on, as in a search for the
 * largest, that iteration comes in front of the loop. In the loop the variable is a number then, unboxed, and its tests for the
 * first time are gone.
 */
public final class LoopPeeling implements Pass {
    private static final int MAX_NODES = 150;
    private static final int MAX_ALL_NODES = 600;

    @Override
    public String name() {
        return "loop-peeling";
    }

    @Override
    public String purpose() {
        return "Puts the first iteration in front of loops whose later iterations know more about a variable's type.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        Set<Block> seen = new HashSet<>();
        int budget = MAX_ALL_NODES;
        boolean found = true;
        while (found) {
            found = false;
            var loops = new LoopTree(graph, new DominatorTree(graph));
            for (LoopTree.Loop loop : loops.loops().reversed()) {
                if (seen.add(loop.header()) && isInnermost(loop, loops)) {
                    int grown = peel(graph, loops, loop, budget, notes);
                    if (grown > 0) {
                        budget -= grown;
                        found = true;
                        break;
                    }
                }
            }
        }
    }

    private static boolean isInnermost(LoopTree.Loop loop, LoopTree loops) {
        return loops.loops().stream().noneMatch(other -> other.parent() == loop);
    }

    /** Returns how many nodes came to the graph. */
    private static int peel(Graph graph, LoopTree loops, LoopTree.Loop loop, int budget, PassNotes notes) {
        List<Node> phis = loop.header().phis();
        if (phis.stream().noneMatch(phi -> phi.representation() == Representation.TAGGED)) {
            return 0;
        }
        LoopCopy copy = LoopCopy.of(graph, loops, loop);
        if (copy == null) {
            return 0;
        }
        for (Node phi : phis) {
            if (phi.representation() == Representation.TAGGED && isNothing(copy.first(phi)) && becomesNumber(phi, copy)) {
                int size = copy.size();
                if (size > Math.min(MAX_NODES, budget)) {
                    notes.didNot(phi, "v" + phi.id() + " has another type later, but the loop at " + loop.header() + " has " + size + " nodes");
                    return 0;
                }
                if (!copy.canBeCopied()) {
                    return 0;
                }
                copy.peel(1, false);
                notes.did(phi, "v" + phi.id() + " is a number after the first iteration, which comes before the loop at " + loop.header());
                return size;
            }
        }
        return 0;
    }

    private static boolean isNothing(Node node) {
        return node.is(Operator.Constant) && node.type().isSubtypeOf(Type.NULLISH);
    }

    /** Whether whatever comes around the loop is a number, or the value that the phi had already. */
    private static boolean becomesNumber(Node phi, LoopCopy loop) {
        var seen = new HashSet<Node>(Set.of(phi));
        boolean[] number = {false};
        return areNumbers(loop.next(phi), loop, seen, number) && number[0];
    }

    private static boolean areNumbers(Node node, LoopCopy loop, Set<Node> seen, boolean[] number) {
        Node value = node.base();
        if (seen.contains(value)) {
            return true;
        }
        if (value.type().isSubtypeOf(Type.NUMBER)) {
            number[0] = true;
            return true;
        }
        if (!value.is(Operator.Phi) || !loop.contains(value.block())) {
            return false;
        }
        seen.add(value);
        return value.inputs().stream().allMatch(input -> areNumbers(input, loop, seen, number));
    }
}
