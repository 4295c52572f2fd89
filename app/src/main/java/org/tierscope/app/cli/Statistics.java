package org.tierscope.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tierscope.app.json.Json;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;

/** What {@code run --stats} writes; {@code docs/stats.md} explains each field. */
final class Statistics {
    private final Moment moment;
    private final Map<Integer, Map<Site, Long>> deopts = new LinkedHashMap<>();

    private Statistics(Moment moment) {
        this.moment = moment;
        countDeopts();
    }

    /** The statistics of a run until this moment, as one JSON object. */
    static String of(Moment moment) {
        return Json.of(new Statistics(moment).run());
    }

    private Map<String, Object> run() {
        var functions = moment.functions().stream()
                .filter(function -> !function.function().getInternal())
                .map(this::function)
                .toList();
        return object("functions", functions, "totals", totals());
    }

    private Map<String, Object> function(FunctionState state) {
        var compilations = moment.compilationsOf(state.id()).stream()
                .filter(compilation -> compilation.code().isPresent())
                .map(this::compilation)
                .toList();
        var refused = moment.compilationsOf(state.id()).stream()
                .filter(compilation -> compilation.refused().isPresent())
                .map(this::refusal)
                .toList();
        return object(
                "name", state.name(),
                "line", state.function().getLine(),
                "bytecodes", state.function().getInstructionsCount(),
                "tier", label(state.tier()),
                "calls", state.calls(),
                "loopIterations", state.loopIterations(),
                "compilations", compilations,
                "refused", refused,
                "osrEntries", state.osrEntries(),
                "deopts", deoptsOf(state.id()));
    }

    private Map<String, Object> refusal(CompilationState state) {
        return object(
                "tier", label(state.started().getTier()),
                "entry", entry(state),
                "reason", state.refused().orElseThrow().getReason());
    }

    private static String entry(CompilationState state) {
        return state.isOsr() ? "osr" : "call";
    }

    private Map<String, Object> compilation(CompilationState state) {
        int bytes = moment.code(state.code().getAsInt()).map(code -> code.sizeBytes()).orElse(0);
        return object(
                "tier", label(state.started().getTier()),
                "entry", entry(state),
                "micros", state.micros().orElse(0),
                "bytes", bytes);
    }

    private List<Object> deoptsOf(int functionId) {
        var list = new ArrayList<>();
        deopts.getOrDefault(functionId, Map.of()).forEach((site, count) -> list.add(object(
                "reason", site.reason(),
                "line", site.line(),
                "column", site.column(),
                "bytecode", site.pc(),
                "count", count)));
        return list;
    }

    private Map<String, Object> totals() {
        var functions = moment.functions();
        long wallMillis =
                moment.run().ended().map(RunEnded::getWallMillis).orElse(moment.nanos() / 1_000_000);
        return object(
                "compilations", object("baseline", made(Tier.BASELINE), "optimizing", made(Tier.OPTIMIZING)),
                "osrEntries", functions.stream().mapToLong(FunctionState::osrEntries).sum(),
                "deopts", functions.stream().mapToLong(FunctionState::deopts).sum(),
                "gcs", moment.collections().size(),
                "wallMillis", wallMillis);
    }

    private long made(Tier tier) {
        return moment.compilations().stream()
                .filter(compilation -> compilation.code().isPresent())
                .filter(compilation -> compilation.started().getTier() == tier)
                .count();
    }

    /** An exit's event carries the exit's total, so only the last of each counts. */
    private void countDeopts() {
        record Exit(int codeId, int exitId) {}
        var last = new LinkedHashMap<Exit, Deoptimized>();
        for (Transition transition : moment.transitions()) {
            if (transition instanceof Transition.Deopt deopt) {
                last.put(new Exit(deopt.codeId(), deopt.event().getExitId()), deopt.event());
            }
        }
        for (Deoptimized deopt : last.values()) {
            var position = deopt.getPosition();
            var site = new Site(deopt.getReason(), position.getLine(), position.getColumn(), deopt.getAtPc());
            deopts.computeIfAbsent(deopt.getFunctionId(), _ -> new LinkedHashMap<>())
                    .merge(site, deopt.getCount(), Long::sum);
        }
    }

    private static String label(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private record Site(String reason, int line, int column, int pc) {}
}
