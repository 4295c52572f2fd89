package org.tierscope.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Handler;
import org.tierscope.bytecode.Opcode;

/**
 * The control flow of one function's bytecode from one entry: basic blocks in reverse postorder, and which
 * registers are live before each instruction. Handlers are no successors (compiled code leaves to the
 * interpreter when something under one throws), but what they read is live wherever something may throw to
 * them.
 */
final class BytecodeFlow {
    /** A basic block: instructions from {@code start} to before {@code end}. */
    static final class Block {
        final int start;
        int end;
        final List<Integer> successors = new ArrayList<>();
        int order = -1;
        boolean loopHeader;

        Block(int start) {
            this.start = start;
        }
    }

    private final BytecodeFunction function;
    private final int[] code;
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final List<Block> order = new ArrayList<>();
    private final BitSet[] liveBefore;

    BytecodeFlow(BytecodeFunction function, int entry) {
        this.function = function;
        this.code = function.code();
        this.liveBefore = new BitSet[code.length];
        findBlocks();
        orderFrom(entry);
        findLiveness();
    }

    /**
     * Blocks that can be reached from the entry, each after its predecessors except where an edge closes a
     * loop.
     */
    List<Block> order() {
        return order;
    }

    Block blockAt(int pc) {
        return blocks.get(pc);
    }

    /**
     * Whether {@code register} may be read after the moment before the instruction at {@code pc}, before it
     * is written.
     */
    boolean isLive(int pc, int register) {
        return register < 0 || liveBefore[pc].get(register);
    }

    /**
     * Whether {@code register} may be read once the instruction at {@code pc}, which ends no block, has
     * finished or thrown, and the instruction itself does not write it.
     */
    boolean isLiveDuring(int pc, int register) {
        if (register < 0) {
            return true;
        }
        Handler handler = function.handlerFor(pc);
        if (handler != null && liveBefore[handler.target()] != null && liveBefore[handler.target()].get(register)) {
            return true;
        }
        int next = pc + Opcode.of(code[pc]).length();
        return liveBefore[next].get(register) && !BytecodeRegisters.writes(code, pc).contains(register);
    }

    private void findBlocks() {
        var leaders = new BitSet();
        leaders.set(0);
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.targetOperand() != 0) {
                leaders.set(code[pc + opcode.targetOperand()]);
                leaders.set(pc + opcode.length());
            } else if (opcode.endsBlock()) {
                leaders.set(pc + opcode.length());
            }
        }
        function.handlers().forEach(handler -> leaders.set(handler.target()));
        Block block = null;
        for (int pc = 0; pc < code.length; ) {
            Opcode opcode = Opcode.of(code[pc]);
            if (leaders.get(pc)) {
                block = new Block(pc);
                blocks.put(pc, block);
            }
            int next = pc + opcode.length();
            block.end = next;
            if (next >= code.length || leaders.get(next)) {
                if (!opcode.endsBlock() && next < code.length) {
                    block.successors.add(next);
                }
                if (opcode.targetOperand() != 0) {
                    block.successors.add(code[pc + opcode.targetOperand()]);
                }
            }
            pc = next;
        }
    }

    private void orderFrom(int entry) {
        var postorder = new ArrayList<Block>();
        var state = new HashMap<Block, Integer>();
        var path = new ArrayDeque<Block>();
        path.push(blocks.get(entry));
        state.put(blocks.get(entry), 0);
        while (!path.isEmpty()) {
            Block block = path.peek();
            int i = state.get(block);
            if (i < block.successors.size()) {
                state.put(block, i + 1);
                Block successor = blocks.get(block.successors.get(block.successors.size() - 1 - i));
                if (!state.containsKey(successor)) {
                    state.put(successor, 0);
                    path.push(successor);
                }
            } else {
                postorder.add(path.pop());
            }
        }
        order.addAll(postorder.reversed());
        for (int i = 0; i < order.size(); i++) {
            order.get(i).order = i;
        }
        for (Block block : order) {
            for (int successor : block.successors) {
                if (blocks.get(successor).order <= block.order) {
                    blocks.get(successor).loopHeader = true;
                }
            }
        }
    }

    private void findLiveness() {
        List<Block> all = blocks.values().stream().sorted((a, b) -> b.start - a.start).toList();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : all) {
                changed |= findLiveness(block);
            }
        }
    }

    private boolean findLiveness(Block block) {
        var pcs = new ArrayList<Integer>();
        for (int pc = block.start; pc < block.end; pc += Opcode.of(code[pc]).length()) {
            pcs.add(pc);
        }
        var live = new BitSet();
        for (int successor : block.successors) {
            if (liveBefore[successor] != null) {
                live.or(liveBefore[successor]);
            }
        }
        for (int pc : pcs.reversed()) {
            Opcode opcode = Opcode.of(code[pc]);
            for (int register : BytecodeRegisters.writes(code, pc)) {
                if (register >= 0 && BytecodeRegisters.overwrites(opcode, code, pc, register)) {
                    live.clear(register);
                }
            }
            for (int register : BytecodeRegisters.reads(code, pc)) {
                if (register >= 0) {
                    live.set(register);
                }
            }
            Handler handler = function.handlerFor(pc);
            if (handler != null && liveBefore[handler.target()] != null) {
                live.or(liveBefore[handler.target()]);
            }
            if (pc != block.start) {
                if (liveBefore[pc] == null) {
                    liveBefore[pc] = new BitSet();
                }
                liveBefore[pc].clear();
                liveBefore[pc].or(live);
            }
        }
        if (live.equals(liveBefore[block.start])) {
            return false;
        }
        liveBefore[block.start] = live;
        return true;
    }
}
