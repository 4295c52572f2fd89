package org.tierscope.session;

import java.util.Optional;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.FeedbackSlot;

/**
 * The chain of causes behind a deoptimization: which guard failed, which pass placed it, and what the compiler had
 * been told that made it guess.
 *
 * @param exit the way out that was taken
 * @param placedBy the first pass after which the guard's node was there
 * @param believed the feedback that justified the guess, as it was when the compilation started
 */
public record DeoptCause(Optional<ExitPoint> exit, Optional<Pass> placedBy, Optional<FeedbackSlot> believed) {

    public static DeoptCause of(Moment moment, Deoptimized deopt) {
        Optional<CodeState> code = moment.code(deopt.getCodeId());
        Optional<ExitPoint> exit = code.flatMap(c -> c.exit(deopt.getExitId()));
        Optional<CompilationState> compilation = code.flatMap(c -> moment.compilation(c.code().getCompilationId()));
        if (exit.isEmpty() || compilation.isEmpty()) {
            return new DeoptCause(exit, Optional.empty(), Optional.empty());
        }
        return new DeoptCause(exit, passThatPlaced(compilation.get(), exit.get().getNodeId()),
                moment.session().at(compilation.get().startNanos())
                        .feedback(exit.get().getFeedbackFunctionId(), exit.get().getFeedbackSlot()));
    }

    private static Optional<Pass> passThatPlaced(CompilationState compilation, int nodeId) {
        return nodeId == 0 ? Optional.empty() : compilation.passes().stream()
                .filter(pass -> pass.graph().getNodesList().stream().anyMatch(node -> node.getId() == nodeId))
                .findFirst();
    }
}
