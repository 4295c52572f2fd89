package org.tierscope.views.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierscope.views.api.OpenView;
import org.tierscope.views.control.TextQuery;

/**
 * What was found in one view.
 *
 * @param hits the first of them, in order
 * @param all how many lines there are in all, by their indices
 */
record SearchResult(OpenView view, List<Hit> hits, Set<Integer> all) {
    private static final int MOST_SHOWN = 200;
    private static final int BEFORE_MATCH = 40;

    /**
     * A line in which it was found.
     *
     * @param line index in the view
     * @param text the part of the line around it, without the spaces it begins with
     * @param match where it stands in {@code text}
     */
    record Hit(int line, String text, TextQuery.Range match) {
    }

    /** The lines of a view, to be looked through by any thread. */
    record Lines(OpenView view, List<String> lines) {
    }

    /** Empty if nothing was found. */
    static Optional<SearchResult> of(Lines searched, TextQuery query) {
        List<Integer> found = query.linesOf(searched.lines());
        List<Hit> hits = new ArrayList<>();
        for (int index : found.subList(0, Math.min(found.size(), MOST_SHOWN))) {
            hits.add(hit(index, searched.lines().get(index), query.in(searched.lines().get(index)).orElseThrow()));
        }
        return found.isEmpty() ? Optional.empty()
                : Optional.of(new SearchResult(searched.view(), List.copyOf(hits), new HashSet<>(found)));
    }

    private static Hit hit(int index, String line, TextQuery.Range range) {
        int indent = line.length() - line.stripLeading().length();
        int cut = Math.min(range.start(), Math.max(indent, range.start() - BEFORE_MATCH));
        String dots = cut > indent ? "…" : "";
        int shift = dots.length() - cut;
        return new Hit(index, dots + line.substring(cut),
                new TextQuery.Range(range.start() + shift, range.end() + shift));
    }
}
