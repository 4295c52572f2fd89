package org.tierscope.ir;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What the graph builder does with feedback, each of which can be left out like a pass ({@code --disable-pass}). */
public enum BuilderStep {
    /** Puts the bodies of called functions in place of calls. */
    INLINING("inlining"),
    /** Native functions become nodes of their own. */
    INTRINSICS("intrinsics"),
    /** Arguments objects of inlined functions are not made. */
    ARGUMENTS("arguments-elimination"),
    /** Operations for the types of operands, and the kinds of elements, that were seen. */
    TYPE_SPECIALIZATION("type-specialization"),
    /** A test for each of several shapes or functions that were seen in one place. */
    POLYMORPHIC_DISPATCH("polymorphic-dispatch"),
    /** Code that has never run is not compiled. */
    PATH_PRUNING("path-pruning");

    private final String title;

    BuilderStep(String title) {
        this.title = title;
    }

    /** As options name it. */
    public String title() {
        return title;
    }

    /** Those among names of steps and passes. */
    public static Set<BuilderStep> among(Set<String> names) {
        var steps = EnumSet.noneOf(BuilderStep.class);
        Arrays.stream(values()).filter(step -> names.contains(step.title)).forEach(steps::add);
        return steps;
    }
}
