package org.tierscope.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Block;
import org.tierscope.ir.Condition;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;

/**
 * Chains of blocks that do nothing but compare one int32 with constants that lie close together, as the cases of a switch: one indexed jump takes the
 * place of them. The graph stays a chain, and so does the register allocation; what makes the jump possible is that no value moves along the chain, so that
 * all its blocks are left with the same values in the same places.
 */
final class JumpTables {
    /** As {@code --disable-pass} names it. */
    static final String NAME = "jump-tables";

    /** Comparisons that a table replaces, at least: fewer are faster one by one. */
    private static final int MIN_CASES = 8;

    /** Entries of a table for each case, at most. */
    private static final int MAX_SPARSENESS = 4;

    /**
     * A chain.
     *
     * @param value that is compared
     * @param targets by constant
     * @param otherwise where no constant matches
     */
    private record Table(Node value, TreeMap<Integer, Block> targets, Block otherwise) {}

    private final Emission e;
    private final List<Allocation.Move>[] within;
    private final Map<Block, Table> byHead = new HashMap<>();
    private final Set<Block> replaced = new HashSet<>();

    JumpTables(Graph graph, Emission emission, List<Allocation.Move>[] within) {
        this.e = emission;
        this.within = within;
        for (Block block : graph.blocks()) {
            if (!replaced.contains(block) && comparison(block) != null) {
                find(block);
            }
        }
    }

    /** None. */
    JumpTables() {
        this.e = null;
        this.within = null;
    }

    /** Whether no code is needed for a block, since only a table's chain leads through it. */
    boolean replaces(Block block) {
        return replaced.contains(block);
    }

    /** The comparison of an int32 with a constant that a block ends in and that its branch consumes; else null. */
    private Node comparison(Block block) {
        Node end = block.terminator();
        if (!end.is(Operator.Branch)) {
            return null;
        }
        Node condition = end.input(0);
        boolean equality = condition.is(Operator.CompareInt32) && e.fusion.isFused(condition)
                && (condition.condition() == Condition.EQ || condition.condition() == Condition.NE)
                && condition.input(1).is(Operator.ConstantInt32) && !condition.input(0).operator().isConstant()
                && !e.fusion.isFused(condition.input(0));
        return equality ? condition : null;
    }

    private static Block target(Block block, boolean whereEqual) {
        boolean first = block.terminator().input(0).condition() == Condition.EQ;
        return block.successors()[first == whereEqual ? 0 : 1];
    }

    private void find(Block head) {
        Node value = comparison(head).input(0);
        var targets = new TreeMap<Integer, Block>();
        var chain = new ArrayList<Block>();
        Block at = head;
        while (true) {
            chain.add(at);
            targets.putIfAbsent(comparison(at).input(1).intParameter(0), target(at, true));
            Block next = target(at, false);
            Node more = comparison(next);
            if (more == null || more.input(0) != value || !isNothingElse(next) || !e.allocation.movesOnEdge(at, next).isEmpty()) {
                break;
            }
            at = next;
        }
        long range = (long) targets.lastKey() - targets.firstKey() + 1;
        if (targets.size() == chain.size() && targets.size() >= MIN_CASES && range <= (long) MAX_SPARSENESS * targets.size()) {
            byHead.put(head, new Table(value, targets, target(at, false)));
            replaced.addAll(chain.subList(1, chain.size()));
        }
    }

    private boolean isNothingElse(Block block) {
        return block.predecessors().size() == 1
                && block.phis().isEmpty()
                && block.nodes().stream().allMatch(node -> FallThrough.isSilent(node, e) && !hasMoves(node))
                && !hasMoves(block.terminator());
    }

    private boolean hasMoves(Node node) {
        return within[e.allocation.lifetimes().position(node) / Lifetimes.STEP] != null;
    }

    /** Ends a block by the jump of its chain; whether it is the head of one. */
    boolean emit(Block block) {
        Table table = byHead.get(block);
        if (table == null) {
            return false;
        }
        Assembler asm = e.asm;
        int first = table.targets.firstKey();
        int entries = table.targets.lastKey() - first + 1;
        Reg value = e.use(table.value, Registers.SCRATCH);
        // Also clears the high half, whatever is there.
        asm.d(Op.MOV, Registers.SCRATCH, value);
        if (first != 0) {
            asm.d(Op.SUB, Registers.SCRATCH, first);
        }
        asm.d(Op.CMP, Registers.SCRATCH, entries);
        asm.jcc(Cond.ABOVE_EQUAL, e.label(table.otherwise));
        Label start = asm.label("table_" + block);
        asm.q(Op.LEA, Registers.SCRATCH_2, Address.rip(start));
        asm.op(Op.JMP, Address.at(Registers.SCRATCH_2, Registers.SCRATCH, 8, 0));
        e.defer(() -> {
            asm.align(8);
            asm.bind(start);
            for (int i = 0; i < entries; i++) {
                asm.dataAddress(e.label(table.targets.getOrDefault(first + i, table.otherwise)));
            }
        });
        return true;
    }
}
