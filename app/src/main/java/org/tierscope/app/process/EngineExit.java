package org.tierscope.app.process;

import org.tierscope.record.proto.RunEnded;

/**
 * How an engine process ended.
 *
 * @param ended what the recording says at its end: the engine's own words, or, if the process died without any, what
 *     was seen from outside
 * @param died the process ended without telling so itself
 * @param asked somebody had asked it to stop
 */
public record EngineExit(RunEnded ended, boolean died, boolean asked) {

    /** One sentence for people. */
    public String inWords() {
        boolean saysMore = !ended.getDetail().isEmpty() && !ended.getDetail().equalsIgnoreCase(ended.getStatus().name());
        String detail = saysMore ? ": " + ended.getDetail() : "";
        return switch (ended.getStatus()) {
            case COMPLETED -> "The program has ended";
            case FAILED -> "The program has ended with an error" + detail;
            case TIMED_OUT -> "The program took longer than allowed and was stopped";
            case STOPPED -> "Stopped" + detail;
            case CRASHED -> "The engine has died" + detail;
            case OUT_OF_MEMORY -> "The program ran out of memory" + detail;
            case STATUS_UNSPECIFIED, UNRECOGNIZED -> "The engine has ended" + detail;
        };
    }
}
