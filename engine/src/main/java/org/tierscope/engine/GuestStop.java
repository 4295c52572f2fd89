package org.tierscope.engine;

/** Ends the guest from a safepoint. No guest handler sees it. */
final class GuestStop extends RuntimeException {
    private final transient Outcome.Status status;

    GuestStop(Outcome.Status status) {
        super(status.name(), null, false, false);
        this.status = status;
    }

    Outcome.Status status() {
        return status;
    }
}
