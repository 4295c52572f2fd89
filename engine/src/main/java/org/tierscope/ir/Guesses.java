package org.tierscope.ir;

import java.util.Collection;
import java.util.Set;

/**
 * Which guesses a compilation may make.
 *
 * @param refuted those that failed too often
 * @param none whether no guess may be made at all: the code is <em>generic</em>. It tests what it needs to know, and has a way
 *     for everything else, so that it is never left because it was wrong
 */
public record Guesses(Set<Guess> refuted, boolean none) {
    /** No guess has failed yet. */
    public static final Guesses ALL = new Guesses(Set.of(), false);

    public static final Guesses NONE = new Guesses(Set.of(), true);

    public Guesses {
        refuted = Set.copyOf(refuted);
    }

    /** All but these. */
    public static Guesses allBut(Collection<Guess> refuted) {
        return new Guesses(Set.copyOf(refuted), false);
    }

    public boolean allow(int function, int pc, ExitReason reason) {
        return !none && !refuted.contains(new Guess(function, pc, reason));
    }
}
