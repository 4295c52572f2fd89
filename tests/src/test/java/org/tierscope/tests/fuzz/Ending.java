package org.tierscope.tests.fuzz;

/**
 * How a run of a program ended.
 *
 * @param text what it printed and, on FAILED, the first line of the error; why, for the others
 */
record Ending(Kind kind, String text) {
    enum Kind {
        COMPLETED,
        /** With an error that the program did not catch. */
        FAILED,
        /** It took too long. */
        STOPPED,
        /** The program is not valid. */
        REJECTED,
        /** The engine threw something. */
        BROKEN,
        /** The engine's process is gone. */
        DIED
    }

    /** Whether it says nothing about the engine. */
    boolean isUseless() {
        return kind == Kind.STOPPED || kind == Kind.REJECTED;
    }
}
