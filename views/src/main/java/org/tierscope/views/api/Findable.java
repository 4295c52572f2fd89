package org.tierscope.views.api;

import java.util.List;
import java.util.Set;

/** What can be searched in a view: lines of text, in the order in which they stand. */
public interface Findable {

    /** The lines as they are now. What is returned does not change any more and may be read by any thread. */
    List<String> lines();

    /**
     * Lights up lines and brings one of them into sight.
     *
     * @param found indices in {@link #lines()}; of lines that are no longer there nothing is shown
     * @param current the one to bring into sight; -1 for none
     */
    void show(Set<Integer> found, int current);

    /** Lights up nothing. */
    default void clear() {
        show(Set.of(), -1);
    }
}
