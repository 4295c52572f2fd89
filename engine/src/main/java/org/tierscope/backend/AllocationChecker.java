package org.tierscope.backend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.Block;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;

/**
 * Checks an allocation without knowing how it was made: follows which value each location holds through all paths and demands
 * that operands and frame states find theirs. Guards that hand on their operand and that operand are one value.
 */
final class AllocationChecker {
    private final Graph graph;
    private final Allocation allocation;
    private final Fusion fusion;
    private final StateValues states;
    private final Lifetimes lifetimes;
    private final List<Allocation.Move>[] within;
    private final Map<Block, Map<Location, Integer>> atStart = new HashMap<>();

    AllocationChecker(Graph graph, Allocation allocation, Fusion fusion, StateValues states) {
        this.graph = graph;
        this.allocation = allocation;
        this.fusion = fusion;
        this.states = states;
        this.lifetimes = allocation.lifetimes();
        this.within = allocation.movesWithinBlocks(lifetimes.blockEnd(graph.blocks().getLast()));
    }

    /** @throws IllegalStateException naming the first value that is not where it should be */
    void check() {
        atStart.put(graph.entry(), new HashMap<>());
        var work = new LinkedHashSet<Block>(List.of(graph.entry()));
        while (!work.isEmpty()) {
            Block block = work.removeFirst();
            Map<Location, Integer> out = flow(block, false);
            for (Block successor : block.successors()) {
                if (merge(successor, edge(block, successor, out))) {
                    work.add(successor);
                }
            }
        }
        for (Block block : graph.blocks()) {
            flow(block, true);
        }
    }

    private Map<Location, Integer> edge(Block from, Block to, Map<Location, Integer> held) {
        var result = new HashMap<>(held);
        var arrived = new HashMap<Location, Integer>();
        for (Allocation.Move move : allocation.movesOnEdge(from, to)) {
            arrived.put(move.to(), move.from() == null ? move.value().id() : held.get(move.from()));
        }
        result.putAll(arrived);
        int index = to.predecessors().indexOf(from);
        var phis = new HashMap<Location, Integer>();
        for (Node phi : to.phis()) {
            Integer there = result.get(allocation.defined(phi));
            if (there != null && there == lifetimes.home(phi.input(index)).id()) {
                phis.put(allocation.defined(phi), phi.id());
            }
        }
        result.putAll(phis);
        return result;
    }

    private boolean merge(Block block, Map<Location, Integer> held) {
        Map<Location, Integer> known = atStart.get(block);
        if (known == null) {
            atStart.put(block, held);
            return true;
        }
        return known.entrySet().removeIf(entry -> !entry.getValue().equals(held.get(entry.getKey())));
    }

    private Map<Location, Integer> flow(Block block, boolean demand) {
        var held = new HashMap<>(atStart.get(block));
        for (Node phi : block.phis()) {
            if (demand) {
                require(held, phi, allocation.defined(phi), phi);
            }
            storeSpill(held, phi);
        }
        for (Node node : block.nodes()) {
            step(held, node, demand);
        }
        step(held, block.terminator(), demand);
        return held;
    }

    private void step(Map<Location, Integer> held, Node node, boolean demand) {
        int position = lifetimes.position(node);
        List<Allocation.Move> moves = within[position / Lifetimes.STEP];
        if (moves != null) {
            var arrived = new HashMap<Location, Integer>();
            moves.forEach(move -> arrived.put(move.to(), held.get(move.from())));
            held.putAll(arrived);
        }
        if (fusion.isFused(node)) {
            return;
        }
        if (demand) {
            operands(node).forEach(input -> require(held, input, allocation.at(input, position), node));
            stateValues(node).forEach(value -> require(held, value, allocation.at(value, position), node));
        }
        if (Lifetimes.isCall(node)) {
            held.keySet().removeIf(location -> !(location instanceof Location.InSlot));
        }
        if (lifetimes.needsLocation(node) && !lifetimes.isAlias(node)) {
            held.put(allocation.defined(node), node.id());
            storeSpill(held, node);
        }
    }

    private void storeSpill(Map<Location, Integer> held, Node node) {
        if (allocation.spillSlot(node) != LinearScan.NO_SLOT) {
            held.put(new Location.InSlot(allocation.spillSlot(node)), node.id());
        }
    }

    private List<Node> operands(Node node) {
        var list = new ArrayList<Node>();
        var pending = new ArrayDeque<>(node.inputs());
        while (!pending.isEmpty()) {
            Node input = pending.poll();
            if (fusion.isFused(input)) {
                pending.addAll(input.inputs());
            } else if (lifetimes.needsLocation(input)) {
                list.add(input);
            }
        }
        return list;
    }

    private List<Node> stateValues(Node node) {
        var list = new ArrayList<Node>();
        states.forEach(node, value -> {
            if (lifetimes.needsLocation(value)) {
                list.add(value);
            }
        });
        return list;
    }

    private void require(Map<Location, Integer> held, Node value, Location location, Node user) {
        Node home = lifetimes.home(value);
        Integer there = held.get(location);
        if (there == null || there != home.id()) {
            throw new IllegalStateException(
                    "%s needs v%d in %s, which holds %s"
                            .formatted(user, home.id(), location, there == null ? "nothing known" : "v" + there));
        }
    }
}
