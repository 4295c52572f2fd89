package org.tierscope.runtime;

/**
 * A guest exception on its way through Java code. It never leaves an upcall or native function: at those borders
 * it becomes {@link Value#EXCEPTION} with the value in {@link VmState#EXCEPTION}. Carries no Java stack trace.
 */
public final class GuestException extends RuntimeException {
    private final long value;

    public GuestException(long value) {
        super(null, null, false, false);
        assert Long.compareUnsigned(value, Value.MAX_SENTINEL) > 0 : "a status is no exception";
        this.value = value;
    }

    /** The thrown guest value. */
    public long value() {
        return value;
    }
}
