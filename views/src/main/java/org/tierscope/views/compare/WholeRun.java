package org.tierscope.views.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.CodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.TierBadge;

/** A run as a line for each function, with what it cost and how often it was left. */
final class WholeRun {
    private static final int NAME = 26;

    private WholeRun() {
    }

    static Side side(Moment moment) {
        List<CodeLine> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int bytes = 0;
        for (FunctionState function : moment.functions()) {
            if (function.function().getInternal()) {
                continue;
            }
            String name = function.name() + " :" + function.function().getLine();
            int size = moment.codesOf(function.id()).stream().filter(CodeState::isValid)
                    .mapToInt(code -> code.sizeBytes()).sum();
            bytes += size;
            String tier = TierBadge.shortName(function.tier());
            lines.add(CodeLine.of(function.id()).add(name).column(NAME).add(tier, style(function.tier()))
                    .add("  " + Words.count(function.heat()) + " × ", "code-muted").add(size + " B", "code-muted")
                    .add(function.deopts() == 0 ? "" : "  " + Words.count(function.deopts()) + " exits", "code-deopt")
                    .target(new Selection.Function(function.id())).build());
            // how often something ran differs from run to run; what became of it is what counts
            keys.add(name + " " + tier + (function.deopts() == 0 ? "" : " left"));
        }
        return new Side(lines, keys, figures(moment, bytes));
    }

    private static Map<String, String> figures(Moment moment, int codeBytes) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("time", String.format(Locale.ROOT, "%.3f s", moment.run().ended()
                .map(end -> end.getWallMillis() / 1e3).orElse(moment.nanos() / 1e9)));
        moment.run().ended().ifPresent(end -> figures.put("ended", end.getStatus().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        figures.put("code in use", Words.bytes(codeBytes));
        moment.latestTotals().ifPresent(totals -> {
            figures.put("exits", Words.count(totals.getDeopts()));
            figures.put("OSR entries", Words.count(totals.getOsrEntries()));
            figures.put("compilations", Words.count(totals.getCompilations()));
            figures.put("time compiling", String.format(Locale.ROOT, "%.1f ms", totals.getCompileNanos() / 1e6));
            figures.put("collections", Words.count(totals.getCollections()));
            figures.put("heap", Words.bytes(totals.getHeapUsedBytes()));
        });
        return figures;
    }

    private static String style(Tier tier) {
        return tier == Tier.OPTIMIZING ? "code-keyword" : tier == Tier.BASELINE ? "code-label" : "code-muted";
    }
}
