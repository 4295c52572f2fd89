package org.tierscope.runtime;

/** How Java code runs guest code; the interpreter implements it. */
public interface Executor {
    /**
     * Runs the function whose frame header and arguments stand ready at {@code fp} (callee, this, new.target, argument count and
     * caller fp are set), until it returns.
     *
     * @return its value; a guest exception leaves as {@link GuestException}
     */
    long execute(long fp);
}
