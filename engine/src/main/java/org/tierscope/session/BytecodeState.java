package org.tierscope.session;

import java.util.List;
import java.util.Optional;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;

/**
 * The bytecode of a function at a moment.
 *
 * @param counted whether executions are known; otherwise all counts are 0
 */
public record BytecodeState(FunctionLoaded function, boolean counted, List<Line> lines) {

    /**
     * @param count executions in tiers that count, by the counter of the instruction's basic block
     * @param feedback what the instruction has seen; empty for most
     * @param leader a basic block begins here
     * @param loopHeader a loop begins here
     */
    public record Line(Instruction instruction, long count, List<FeedbackSlot> feedback, boolean leader,
            boolean loopHeader) {
    }

    /** The instruction at {@code pc}. */
    public Optional<Line> at(int pc) {
        return lines.stream().filter(line -> line.instruction().getPc() == pc).findFirst();
    }
}
