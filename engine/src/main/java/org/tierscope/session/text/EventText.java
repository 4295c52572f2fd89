package org.tierscope.session.text;

import java.util.Optional;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.OsrEntered;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;

/**
 * An event in words.
 *
 * @param functionId the function it is about; 0 if none
 */
public record EventText(int functionId, String text) {

    /** Empty for events that only carry data: samples, loaded functions, passes, shapes, text on the console. */
    public static Optional<EventText> of(Moment moment, Event event) {
        return Optional.ofNullable(switch (event.getKindCase()) {
            case RUN_STARTED -> new EventText(0, "run " + event.getRunStarted().getProgramPath());
            case TIER_UP_REQUESTED -> {
                var request = event.getTierUpRequested();
                yield new EventText(request.getFunctionId(), "asks for " + Words.tier(request.getTo())
                        + loop(request.getOsrPc()) + " (" + request.getWhy() + ")");
            }
            case COMPILATION_STARTED -> started(event.getCompilationStarted());
            case COMPILATION_FINISHED -> {
                var finished = event.getCompilationFinished();
                yield new EventText(functionOf(moment, finished.getCompilationId()),
                        "compiled %d in %d µs".formatted(finished.getCompilationId(), finished.getMicros()));
            }
            case COMPILATION_REFUSED -> {
                var refused = event.getCompilationRefused();
                yield new EventText(functionOf(moment, refused.getCompilationId()),
                        "compilation %d refused: %s".formatted(refused.getCompilationId(), refused.getReason()));
            }
            case CODE_INSTALLED -> {
                var code = event.getCodeInstalled();
                yield new EventText(code.getFunctionId(), "%s code %d installed, %s".formatted(
                        Words.tier(code.getTier()), code.getCodeId(), Words.bytes(code.getSizeBytes())));
            }
            case CODE_INVALIDATED -> {
                var invalidated = event.getCodeInvalidated();
                yield new EventText(functionOfCode(moment, invalidated.getCodeId()),
                        "code %d invalidated: %s".formatted(invalidated.getCodeId(),
                                both(invalidated.getDependency(), invalidated.getBrokenBy())));
            }
            case CODE_FREED -> new EventText(functionOfCode(moment, event.getCodeFreed().getCodeId()),
                    "code %d freed".formatted(event.getCodeFreed().getCodeId()));
            case OSR_ENTERED -> osr(event.getOsrEntered());
            case DEOPTIMIZED -> deopt(moment, event.getDeoptimized());
            case SHAPE_RETIRED -> new EventText(0, "shape %d retired: %s".formatted(
                    event.getShapeRetired().getShapeId(), event.getShapeRetired().getWhy()));
            case DEPENDENCY_BROKEN -> new EventText(0, "no longer true: " + both(
                    event.getDependencyBroken().getDependency(), event.getDependencyBroken().getBrokenBy()));
            case GARBAGE_COLLECTED -> {
                var gc = event.getGarbageCollected();
                yield new EventText(0, "garbage collected (%s) in %d µs: %s → %s".formatted(gc.getReason(),
                        gc.getMicros(), Words.bytes(gc.getBytesBefore()), Words.bytes(gc.getBytesAfter())));
            }
            case GUEST_ERROR -> new EventText(0, uncaught(event.getGuestError().getMessage()));
            case RUN_PAUSED -> new EventText(0, "paused: " + event.getRunPaused().getWhy());
            case RUN_RESUMED -> new EventText(0, "resumed");
            case RUN_ENDED -> new EventText(0, "run ended: "
                    + event.getRunEnded().getStatus().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + (event.getRunEnded().getDetail().isEmpty() ? ""
                            : ", " + firstLine(event.getRunEnded().getDetail())));
            case EVAL_RESULT -> new EventText(0, "asked: " + firstLine(event.getEvalResult().getText()) + " → "
                    + firstLine(event.getEvalResult().getError().isEmpty() ? event.getEvalResult().getValue().getDisplay()
                            : event.getEvalResult().getError()));
            case LOG -> new EventText(0, event.getLog().getText());
            case SOURCE_LOADED, FUNCTION_LOADED, SYNTAX_TREE, COUNTERS_SAMPLE, FEEDBACK_SAMPLE, PASS_FINISHED,
                    SHAPE_CREATED, CONSOLE_OUTPUT, HEAP_CENSUS, STATE_SNAPSHOT, KIND_NOT_SET -> null;
        });
    }

    private static String uncaught(String message) {
        return message.startsWith("Uncaught") ? firstLine(message) : "Uncaught " + firstLine(message);
    }

    /** What no longer holds and what broke it, where that is known. */
    private static String both(String dependency, String brokenBy) {
        return brokenBy.isEmpty() ? dependency : dependency + "; " + brokenBy;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static EventText started(CompilationStarted started) {
        return new EventText(started.getFunctionId(), "compilation %d starts, %s%s%s".formatted(
                started.getCompilationId(), Words.tier(started.getTier()), loop(started.getOsrPc()),
                started.getBackground() ? ", in the background" : ""));
    }

    private static EventText osr(OsrEntered osr) {
        return new EventText(osr.getFunctionId(), "on-stack replacement into code %d at loop %d%s".formatted(
                osr.getCodeId(), osr.getPc(), times(osr.getCount())));
    }

    private static EventText deopt(Moment moment, Deoptimized deopt) {
        String what = deopt.hasOffending()
                ? ", got " + deopt.getOffending().getDisplay() + " instead of " + deopt.getExpected() : "";
        return new EventText(deopt.getFunctionId(), "deoptimized at exit %d of code %d: %s%s%s%s".formatted(
                deopt.getExitId(), deopt.getCodeId(), deopt.getReason(), what,
                deopt.hasPosition() ? " at " + Words.position(moment, deopt.getPosition()) : "",
                times(deopt.getCount())));
    }

    private static String times(long count) {
        return count > 1 ? " (" + Words.count(count) + " times so far)" : "";
    }

    private static String loop(int osrPc) {
        return osrPc < 0 ? "" : ", entered at loop " + osrPc;
    }

    private static int functionOf(Moment moment, int compilationId) {
        return moment.compilation(compilationId).map((CompilationState c) -> c.started().getFunctionId()).orElse(0);
    }

    private static int functionOfCode(Moment moment, int codeId) {
        return moment.code(codeId).map((CodeState code) -> code.functionId()).orElse(0);
    }
}
