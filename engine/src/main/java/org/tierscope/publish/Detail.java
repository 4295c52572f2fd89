package org.tierscope.publish;

/** How much of a run is recorded. */
public enum Detail {
    /** Everything that views can show. */
    ALL,
    /** What was loaded, compiled, entered and left, and how often: no graphs, listings, samples, syntax trees, shapes or values. Costs next to nothing. */
    OUTLINE
}
