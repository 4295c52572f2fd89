package org.tierscope.engine;

/** The program called {@code process.exit}: it ends at once, and no guest handler sees it. */
final class GuestExit extends RuntimeException {
    private final int code;

    GuestExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
