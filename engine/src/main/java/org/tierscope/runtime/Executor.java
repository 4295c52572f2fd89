package org.tierscope.runtime;

/** How Java code runs guest code; the interpreter implements it. */
public interface Executor {
    /**
     * Calls, or with a new.target other than undefined constructs, the callee of the window at {@code fp} (callee,
     * new.target, argument count, arguments and caller fp are set; for a call also this) and returns when it has returned.
     *
     * @return its value; a guest exception leaves as {@link GuestException}
     */
    long execute(long fp);

    /**
     * Calls the function of a generator to go on where it was suspended: as {@link #execute}, with the generator as new.target
     * and no arguments.
     */
    long resume(long fp);
}
