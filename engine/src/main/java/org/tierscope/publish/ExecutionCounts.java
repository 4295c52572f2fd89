package org.tierscope.publish;

import java.util.Map;
import java.util.TreeMap;
import org.tierscope.bytecode.Handler;
import org.tierscope.bytecode.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;

/**
 * How often the instructions of a function ran in the tiers that count (interpreter and baseline), computed from call, branch and loop
 * counts: a block runs as often as its incoming edges are taken.
 */
final class ExecutionCounts {
    private ExecutionCounts() {}

    /** First pc of each basic block → executions. May be called from any thread; the guest goes on counting meanwhile. */
    static Map<Integer, Long> of(FunctionInfo function) {
        int[] code = function.code();
        long feedback = function.feedback();
        var counts = new TreeMap<Integer, Long>();
        counts.put(0, Mem.getLong(feedback + FeedbackLayout.CALLS));
        addLoopEdges(code, feedback, counts);
        for (Handler handler : function.bytecode().handlers()) {
            counts.putIfAbsent(handler.target(), 0L);
        }
        long running = 0;
        boolean falls = false;
        for (int pc = 0; pc < code.length; ) {
            Opcode opcode = Opcode.of(code[pc]);
            Long entered = counts.get(pc);
            if (entered != null) {
                running = entered + (falls ? running : 0);
                counts.put(pc, running);
            }
            falls = !opcode.endsBlock();
            if (opcode.targetOperand() != 0 && code[pc] != Op.JUMP_LOOP) {
                running = addForwardEdge(code, pc, opcode, feedback, running, counts);
            }
            pc += opcode.length();
        }
        return counts;
    }

    private static void addLoopEdges(int[] code, long feedback, Map<Integer, Long> counts) {
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (code[pc] == Op.JUMP_LOOP) {
                counts.merge(code[pc + 1], Mem.getLong(feedback + code[pc + 2]), Long::sum);
            }
        }
    }

    /** Counts the edge of a forward jump; returns how often control falls through. */
    private static long addForwardEdge(
            int[] code, int pc, Opcode opcode, long feedback, long running, Map<Integer, Long> counts) {
        int target = code[pc + opcode.targetOperand()];
        int next = pc + opcode.length();
        if (opcode == Opcode.JUMP) {
            counts.merge(target, running, Long::sum);
            return 0;
        }
        long slot = feedback + code[pc + opcode.feedbackOperand()];
        if (opcode.slotKind() == SlotKind.COMPARE_BRANCH) {
            slot += FeedbackLayout.COMPARE_BRANCH_COUNTS;
        }
        long notTaken = Mem.getInt(slot + FeedbackLayout.BRANCH_NOT_TAKEN) & 0xFFFF_FFFFL;
        counts.merge(target, Mem.getInt(slot + FeedbackLayout.BRANCH_TAKEN) & 0xFFFF_FFFFL, Long::sum);
        counts.putIfAbsent(next, 0L);
        return notTaken;
    }

    /** Iterations of all loops. */
    static long iterations(FunctionInfo function) {
        int[] code = function.code();
        long sum = 0;
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (code[pc] == Op.JUMP_LOOP) {
                sum += Mem.getLong(function.feedback() + code[pc + 2]);
            }
        }
        return sum;
    }
}
