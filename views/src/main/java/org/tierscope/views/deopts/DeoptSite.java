package org.tierscope.views.deopts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.ValueType;
import org.tierscope.session.CodeState;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;
import org.tierscope.session.text.Words;

/**
 * A place of the program where compiled code was left for one reason, in however many codes.
 *
 * @param first the first time; it has the details
 * @param eventIndex of the first time
 * @param compiledFunctions the functions whose code was left: that of the place, and those it is inlined into
 * @param codes whose exits were taken, in order
 * @param count how often in all
 * @param inUse whether one of the codes may still be entered
 */
record DeoptSite(Deoptimized first, int eventIndex, long firstNanos, long lastNanos, List<Integer> compiledFunctions,
        List<Integer> codes, long count, boolean inUse) {

    /** From this many codes with the same failure on, compiling again does not help. */
    private static final int LOOP_CODES = 3;
    /** From this many failures in a second on, the program spends its time with them. */
    private static final double STORM_PER_SECOND = 1000;
    private static final long STORM_LEAST = 100;

    /** What is more than a guess that failed once. */
    enum Trouble {
        NONE(""),
        /** The same guess is compiled in again and again. */
        LOOP("loop"),
        /** The same guess fails very often within a short time. */
        STORM("storm");

        private final String word;

        Trouble(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Trouble trouble() {
        double seconds = Math.max(1e-3, (lastNanos - firstNanos) / 1e9);
        if (codes.size() >= LOOP_CODES) {
            return Trouble.LOOP;
        }
        return count >= STORM_LEAST && count / seconds >= STORM_PER_SECOND ? Trouble.STORM : Trouble.NONE;
    }

    String reason() {
        return first.getReason();
    }

    /** The value that did not fit, with its type; empty if that was not recorded. */
    String got() {
        if (!first.hasOffending() || first.getOffending().getType() == ValueType.TYPE_NONE) {
            return "";
        }
        return Words.type(first.getOffending().getType()) + " " + first.getOffending().getDisplay();
    }

    /** All places that were left until a moment, in the order in which they were first left. */
    static List<DeoptSite> of(Moment moment) {
        record Key(int functionId, int pc, String reason) {
        }
        Map<Key, Collector> sites = new LinkedHashMap<>();
        for (Transition transition : moment.transitions()) {
            if (transition instanceof Transition.Deopt deopt) {
                Deoptimized event = deopt.event();
                sites.computeIfAbsent(new Key(event.getAtFunctionId(), event.getAtPc(), event.getReason()),
                        key -> new Collector(deopt)).add(deopt);
            }
        }
        return sites.values().stream().map(collector -> collector.finish(moment)).toList();
    }

    private static final class Collector {
        private final Transition.Deopt first;
        private final Map<Integer, Map<Integer, Long>> countsOfExits = new LinkedHashMap<>();
        private final List<Integer> functions = new ArrayList<>();
        private long lastNanos;

        Collector(Transition.Deopt first) {
            this.first = first;
        }

        void add(Transition.Deopt deopt) {
            // an event of a frequent exit says how often it has been taken, not that it was taken once
            countsOfExits.computeIfAbsent(deopt.codeId(), code -> new LinkedHashMap<>())
                    .merge(deopt.event().getExitId(), Math.max(1, deopt.event().getCount()), Math::max);
            if (!functions.contains(deopt.functionId())) {
                functions.add(deopt.functionId());
            }
            lastNanos = deopt.nanos();
        }

        DeoptSite finish(Moment moment) {
            long count = countsOfExits.values().stream().map(Map::values).flatMap(Collection::stream)
                    .mapToLong(exits -> exits).sum();
            boolean inUse = countsOfExits.keySet().stream()
                    .anyMatch(code -> moment.code(code).filter(CodeState::isValid).isPresent());
            return new DeoptSite(first.event(), first.eventIndex(), first.nanos(), lastNanos, List.copyOf(functions),
                    List.copyOf(countsOfExits.keySet()), count, inUse);
        }
    }
}
