package org.tierscope.app.cli;

import org.tierscope.record.proto.RunEnded;

/** What the exit codes of {@code tierscope} mean. */
final class ExitCode {
    static final int OK = 0;
    /**
     * The guest program failed: an uncaught error, a syntax error, a full heap; or its file cannot be read.
     */
    static final int GUEST = 1;
    /** The command line is wrong, or asks for what is not there, such as a display. */
    static final int USAGE = 2;
    /** The program was stopped by {@code --timeout}. */
    static final int TIMEOUT = 3;
    /** Tierscope itself broke or could not start; the launcher uses it too. */
    static final int INTERNAL = 4;

    private ExitCode() {}

    /** The exit code for a run that ended like this. */
    static int of(RunEnded.Status status) {
        return switch (status) {
            case COMPLETED, STOPPED -> OK;
            case FAILED, OUT_OF_MEMORY -> GUEST;
            case TIMED_OUT -> TIMEOUT;
            case CRASHED, STATUS_UNSPECIFIED, UNRECOGNIZED -> INTERNAL;
        };
    }
}
