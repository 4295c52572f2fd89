package org.tierscope.views.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;

/**
 * What a lesson asks about a run: {@code deopts add >= 1}.
 *
 * @param measure what is counted
 * @param function whose; empty for measures of the whole run
 */
public record LessonClaim(Measure measure, String function, Relation relation, long number) {

    /** What can be counted. */
    public enum Measure {
        /** Exits from optimized code at places in the function. */
        DEOPTS("deoptimizations in"),
        /** Entries by on-stack replacement. */
        OSR("on-stack replacements of"),
        /** Compilations of any tier. */
        COMPILATIONS("compilations of"),
        /** Calls. */
        CALLS("calls of"),
        /** The tier reached: 1 interpreter, 2 baseline, 3 optimizing. */
        TIER("tier of"),
        /** Shapes made, in the whole run. */
        SHAPES("shapes"),
        /** Garbage collections, in the whole run. */
        COLLECTIONS("garbage collections");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        boolean isOfFunction() {
            return this != SHAPES && this != COLLECTIONS;
        }
    }

    /** How the count compares. */
    public enum Relation { AT_LEAST, AT_MOST, EXACTLY }

    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\s+([^\\s<>=]+))?\\s*(>=|<=|=)\\s*(\\d+)");

    /** @throws IllegalArgumentException if the text is no claim */
    public static LessonClaim parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Measure measure = matcher.matches() ? Stream.of(Measure.values())
                .filter(m -> m.name().equalsIgnoreCase(matcher.group(1))).findFirst().orElse(null) : null;
        if (measure == null || measure.isOfFunction() != (matcher.group(2) != null)) {
            throw new IllegalArgumentException("expected a claim such as 'deopts add >= 1', got '" + text.strip() + "'");
        }
        Relation relation = switch (matcher.group(3)) {
            case ">=" -> Relation.AT_LEAST;
            case "<=" -> Relation.AT_MOST;
            default -> Relation.EXACTLY;
        };
        return new LessonClaim(measure, matcher.group(2) == null ? "" : matcher.group(2), relation,
                Long.parseLong(matcher.group(4)));
    }

    /** What was counted until a moment. */
    public long count(Moment moment) {
        return switch (measure) {
            case DEOPTS -> moment.transitions().stream().filter(Transition.Deopt.class::isInstance)
                    .map(Transition.Deopt.class::cast)
                    .filter(deopt -> isIt(moment, deopt.event().getAtFunctionId())).count();
            case OSR -> moment.transitions().stream().filter(Transition.Osr.class::isInstance)
                    .filter(osr -> isIt(moment, osr.functionId())).count();
            case COMPILATIONS -> moment.compilations().stream()
                    .filter(compilation -> isIt(moment, compilation.started().getFunctionId())).count();
            case CALLS -> named(moment).mapToLong(FunctionState::calls).sum();
            case TIER -> named(moment).mapToLong(state -> state.tier().getNumber()).max().orElse(0);
            case SHAPES -> moment.shapes().size();
            case COLLECTIONS -> moment.collections().size();
        };
    }

    private boolean isIt(Moment moment, int functionId) {
        return moment.function(functionId).filter(state -> state.name().equals(function)).isPresent();
    }

    private Stream<FunctionState> named(Moment moment) {
        return moment.functions().stream().filter(state -> state.name().equals(function));
    }

    public boolean holds(Moment moment) {
        long count = count(moment);
        return switch (relation) {
            case AT_LEAST -> count >= number;
            case AT_MOST -> count <= number;
            case EXACTLY -> count == number;
        };
    }

    /** What was counted, in words: {@code deoptimizations in add: 8}. */
    public String inWords(Moment moment) {
        return measure.words + (function.isEmpty() ? "" : " " + function) + ": " + count(moment);
    }
}
