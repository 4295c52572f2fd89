package org.tierscope.views.callstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tierscope.record.proto.StackFrame;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;

/**
 * A line of the stack: a frame, or a run of frames that recursion has made all alike.
 *
 * @param tier the best tier that the function had code of; empty for native functions
 * @param times how many frames the line stands for
 * @param target empty for native functions
 */
record StackLine(int depth, String function, String place, Optional<Tier> tier, int times,
        Optional<Selection> target) {

    /** The innermost frame first. */
    static List<StackLine> of(Moment moment, StateSnapshot stack) {
        List<StackLine> lines = new ArrayList<>();
        int depth = 0;
        for (StackFrame frame : stack.getFramesList()) {
            StackLine line = of(moment, frame, depth++);
            StackLine last = lines.isEmpty() ? null : lines.getLast();
            if (last != null && last.target().equals(line.target()) && last.function().equals(line.function())) {
                lines.set(lines.size() - 1, new StackLine(last.depth(), last.function(), last.place(), last.tier(),
                        last.times() + 1, last.target()));
            } else {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    private static StackLine of(Moment moment, StackFrame frame, int depth) {
        if (frame.getFunctionId() == 0) {
            return new StackLine(depth, frame.getFunctionName(), "native", Optional.empty(), 1, Optional.empty());
        }
        return new StackLine(depth, frame.getFunctionName(), Words.position(moment, frame.getPosition()),
                moment.function(frame.getFunctionId()).map(function -> function.tier()), 1,
                Optional.of(new Selection.Bytecode(frame.getFunctionId(), frame.getPc())));
    }
}
