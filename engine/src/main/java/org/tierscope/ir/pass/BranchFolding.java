package org.tierscope.ir.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.TrivialPhis;

/**
 * Branch folding and unreachable code: a branch whose condition is known, because it is constant or was
 * decided by a branch above, becomes a jump; what cannot be reached any more goes, and blocks that always
 * follow each other become one.
 */
public final class BranchFolding implements Pass {
    @Override
    public String name() {
        return "branch-folding";
    }

    @Override
    public String purpose() {
        return "Turns branches whose outcome is known into jumps and drops what cannot be reached.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        invertNegations(graph, notes);
        Map<Node, Boolean> outcomes = knownOutcomes(graph);
        boolean folded = false;
        for (Block block : graph.blocks()) {
            Node branch = block.terminator();
            Boolean outcome = outcomes.get(branch);
            if (outcome != null) {
                Node jump = graph.newNode(Operator.Jump);
                jump.setOrigin(branch.origin());
                graph.replaceTerminator(block, jump, branch.targets()[outcome ? 0 : 1]);
                notes.did(branch, "always goes to " + jump.targets()[0]);
                folded = true;
            }
        }
        if (folded) {
            graph.pruneAndOrder();
        }
        joinBlocks(graph);
        TrivialPhis.remove(graph);
    }

    private static void invertNegations(Graph graph, PassNotes notes) {
        for (Block block : graph.blocks()) {
            Node branch = block.terminator();
            while (branch.is(Operator.Branch) && branch.input(0).is(Operator.NotBool)) {
                branch.setInput(0, branch.input(0).input(0));
                Block first = branch.targets()[0];
                branch.targets()[0] = branch.targets()[1];
                branch.targets()[1] = first;
                notes.did(branch, "tests the opposite");
            }
        }
    }

    private static Map<Node, Boolean> knownOutcomes(Graph graph) {
        var outcomes = new HashMap<Node, Boolean>();
        var known = new HashMap<Node, Boolean>();
        var decidedBy = new HashMap<Block, Node>();
        var dominators = new DominatorTree(graph);
        GlobalValueNumbering.walk(graph, dominators, new GlobalValueNumbering.DominatorWalk() {
            @Override
            public void enter(Block block) {
                if (block.predecessors().size() == 1) {
                    Node branch = block.predecessors().getFirst().terminator();
                    if (branch.is(Operator.Branch)
                            && known.putIfAbsent(branch.input(0), branch.targets()[0] == block) == null) {
                        decidedBy.put(block, branch.input(0));
                    }
                }
                Node branch = block.terminator();
                if (branch.is(Operator.Branch)) {
                    Node condition = branch.input(0);
                    Boolean outcome = condition.is(Operator.ConstantBool)
                            ? Boolean.valueOf(condition.boolParameter(0))
                            : known.get(condition);
                    if (outcome != null) {
                        outcomes.put(branch, outcome);
                    }
                }
            }

            @Override
            public void leave(Block block) {
                Node condition = decidedBy.remove(block);
                if (condition != null) {
                    known.remove(condition);
                }
            }
        });
        return outcomes;
    }

    /** A block whose only successor has no other predecessor takes in that successor's nodes. */
    private static void joinBlocks(Graph graph) {
        var gone = new HashSet<Block>();
        for (Block block : graph.blocks()) {
            if (gone.contains(block)) {
                continue;
            }
            while (block.terminator().is(Operator.Jump)) {
                Block next = block.terminator().targets()[0];
                if (next.predecessors().size() != 1 || next == block) {
                    break;
                }
                next.phis().forEach(phi -> phi.replaceBy(phi.input(0)));
                graph.absorb(block, next);
                gone.add(next);
            }
        }
        if (!gone.isEmpty()) {
            graph.blocks().removeAll(gone);
            graph.applyReplacements();
        }
    }
}
