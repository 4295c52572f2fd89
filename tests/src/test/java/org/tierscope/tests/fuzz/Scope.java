package org.tierscope.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that code may use where the generator is, innermost last. */
final class Scope {
    /** @param constant cannot be assigned, or had better not be, as counters of loops */
    record Variable(String name, Kind kind, boolean constant) {}

    private final List<Variable> variables = new ArrayList<>();
    /** Loops around, by label; functions begin with none. */
    private List<String> labels = new ArrayList<>();
    private int names;

    /** A name that was not there before. */
    String fresh(String prefix) {
        return prefix + names++;
    }

    void declare(String name, Kind kind, boolean constant) {
        variables.add(new Variable(name, kind, constant));
    }

    /** Runs it, and forgets what it declared. */
    void nested(Runnable inner) {
        int size = variables.size();
        inner.run();
        variables.subList(size, variables.size()).clear();
    }

    /** As {@link #nested}, where neither {@code break} nor {@code continue} lead out. */
    void function(Runnable body) {
        List<String> outer = labels;
        labels = new ArrayList<>();
        nested(body);
        labels = outer;
    }

    void loop(String label, Runnable body) {
        labels.add(label);
        nested(body);
        labels.removeLast();
    }

    List<String> labels() {
        return labels;
    }

    Optional<Variable> any(Kind kind, Chance chance) {
        return pick(variables.stream().filter(variable -> variable.kind == kind).toList(), chance);
    }

    Optional<Variable> assignable(Kind kind, Chance chance) {
        return pick(variables.stream().filter(v -> v.kind == kind && !v.constant).toList(), chance);
    }

    /** Inner ones are likelier. */
    private static Optional<Variable> pick(List<Variable> from, Chance chance) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        int at = Math.max(chance.below(from.size()), chance.below(from.size()));
        return Optional.of(from.get(at));
    }
}
