package org.tierscope.engine;

/**
 * How a run ended.
 *
 * @param error for people: the uncaught error with its stack, or why it was stopped; empty for COMPLETED
 * @param wallMillis how long it ran
 * @param exitCode of the command {@code run}: what the program said, else 0 completed, 1 failed, 3 stopped
 */
public record Outcome(Status status, String error, long wallMillis, int exitCode) {
    /** The ways a run ends. */
    public enum Status {
        COMPLETED,
        /** An error that the program did not catch. */
        FAILED,
        TIMED_OUT,
        STOPPED
    }

    static Outcome of(Status status, String error, long wallMillis) {
        int exitCode = switch (status) {
            case COMPLETED -> 0;
            case FAILED -> 1;
            case TIMED_OUT, STOPPED -> 3;
        };
        return new Outcome(status, error, wallMillis, exitCode);
    }
}
