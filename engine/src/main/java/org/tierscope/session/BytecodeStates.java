package org.tierscope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.Operand;

/**
 * Puts a function's counts and feedback beside its instructions. Engines count at least the first instruction of
 * each basic block; the others get the count of their block.
 */
final class BytecodeStates {

    private BytecodeStates() {
    }

    static BytecodeState of(FunctionIndex index, long nanos) {
        FunctionLoaded function = index.function;
        Set<Integer> leaders = leaders(function);
        Set<Integer> loops = new HashSet<>(function.getLoopHeadersList());
        Map<Integer, List<FeedbackSlot>> feedback = feedbackByPc(index, nanos);
        List<BytecodeState.Line> lines = new ArrayList<>();
        FunctionCounters counters = index.countersAt(nanos);
        Map<Integer, Long> counts = new HashMap<>();
        for (int i = 0; i < Math.min(counters.getCountPcsCount(), counters.getCountsCount()); i++) {
            counts.put(counters.getCountPcs(i), counters.getCounts(i));
        }
        long count = 0;
        for (Instruction instruction : function.getInstructionsList()) {
            int pc = instruction.getPc();
            if (counts.containsKey(pc)) {
                count = counts.get(pc);
            } else if (leaders.contains(pc)) {
                count = 0;
            }
            lines.add(new BytecodeState.Line(instruction, count, feedback.getOrDefault(pc, List.of()),
                    leaders.contains(pc), loops.contains(pc)));
        }
        return new BytecodeState(function, !counts.isEmpty(), List.copyOf(lines));
    }

    private static Map<Integer, List<FeedbackSlot>> feedbackByPc(FunctionIndex index, long nanos) {
        Map<Integer, List<FeedbackSlot>> byPc = new HashMap<>();
        index.allFeedbackAt(nanos).forEach(slot -> byPc.computeIfAbsent(slot.getPc(), pc -> new ArrayList<>()).add(slot));
        return byPc;
    }

    /** Where basic blocks begin: the entry, targets of jumps and what follows a jump, handlers, loop headers. */
    private static Set<Integer> leaders(FunctionLoaded function) {
        Set<Integer> leaders = new HashSet<>(function.getLoopHeadersList());
        function.getExceptionHandlersList().forEach(handler -> leaders.add(handler.getHandler()));
        boolean afterJump = true;
        for (Instruction instruction : function.getInstructionsList()) {
            if (afterJump) {
                leaders.add(instruction.getPc());
            }
            afterJump = false;
            for (Operand operand : instruction.getOperandsList()) {
                if (operand.getKind() == Operand.Kind.JUMP_TARGET) {
                    leaders.add((int) operand.getValue());
                    afterJump = true;
                }
            }
        }
        return leaders;
    }
}
