package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/** One sweep of escape analysis over the blocks in order, with what earlier sweeps have learned about loops. */
final class EscapeSweep {
    private final Graph graph;
    private final EscapeFacts facts;
    private final DominatorTree dominators;
    private final EscapeEdits edits;
    private final EscapeVisitor visitor;
    private final EscapeMerge merge;
    private final Materializer materializer;
    private final Map<Block, VirtualHeap> ends = new HashMap<>();
    private final Map<Block, Set<Block>> reached = new HashMap<>();

    EscapeSweep(Graph graph, EscapeFacts facts, DominatorTree dominators, LiveValues live) {
        this.graph = graph;
        this.facts = facts;
        this.dominators = dominators;
        this.edits = new EscapeEdits(graph);
        var states = new VirtualStates(graph, edits);
        this.materializer = new Materializer(graph, facts, states);
        this.visitor = new EscapeVisitor(graph, facts, edits, states, materializer);
        this.merge = new EscapeMerge(facts, edits, visitor, materializer, states, live, ends);
    }

    /** Whether all guesses held, so that {@link #commit} may follow. */
    boolean run() {
        for (Block block : graph.blocks()) {
            if (block == graph.entry()) {
                process(block, new VirtualHeap());
            } else if (reached.containsKey(block)) {
                List<Block> forward = new ArrayList<>();
                boolean loops = false;
                for (Block predecessor : block.predecessors()) {
                    if (dominators.dominates(block, predecessor)) {
                        loops = true;
                    } else if (reached.get(block).contains(predecessor)) {
                        forward.add(predecessor);
                    }
                }
                VirtualHeap heap = merge.atStart(block, forward, loops);
                process(block, heap);
            }
        }
        merge.closeLoops();
        return !facts.takeRefuted();
    }

    private void process(Block block, VirtualHeap heap) {
        visitor.enter(block, heap);
        merge.placeIdentities(block);
        block.nodes().forEach(visitor::visit);
        Node terminator = block.terminator();
        int outcome = visitor.outcome(terminator);
        if (outcome >= 0) {
            edits.fold(block, outcome);
            reach(block, terminator.targets()[outcome]);
        } else {
            visitor.visitTerminator(terminator);
            for (Block target : terminator.targets()) {
                reach(block, target);
            }
        }
        ends.put(block, heap);
        if (terminator.is(Operator.Jump) && dominators.dominates(terminator.targets()[0], block)) {
            merge.atBackEdge(block, terminator.targets()[0]);
        }
    }

    private void reach(Block from, Block to) {
        reached.computeIfAbsent(to, block -> new HashSet<>()).add(from);
    }

    void commit(PassNotes notes) {
        edits.commit(notes);
        visitor.forEachRemoved((allocation, identity) -> {
            String made = materializer.madeOf(identity).stream().map(node -> "v" + node.id()).collect(Collectors.joining(", "));
            notes.did(allocation, made.isEmpty()
                    ? "v" + allocation.id() + " is never allocated"
                    : "v" + allocation.id() + " is allocated only where it escapes: " + made);
        });
    }
}
