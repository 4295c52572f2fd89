package org.tierscope.views.search;

import java.util.ArrayList;
import java.util.List;

/** A line of the list of results. */
sealed interface SearchRow {

    /** Stands above the results of a view. */
    record Head(SearchResult result) implements SearchRow {
    }

    record Line(SearchResult result, SearchResult.Hit hit) implements SearchRow {
    }

    /** More was found than is listed. */
    record More(int count) implements SearchRow {
    }

    static List<SearchRow> of(SearchResult result) {
        List<SearchRow> rows = new ArrayList<>();
        rows.add(new Head(result));
        result.hits().forEach(hit -> rows.add(new Line(result, hit)));
        if (result.all().size() > result.hits().size()) {
            rows.add(new More(result.all().size() - result.hits().size()));
        }
        return rows;
    }

    default String words() {
        return switch (this) {
            case Head head -> head.result().view().provider().title() + " (" + head.result().all().size() + ")";
            case Line line -> "  " + (line.hit().line() + 1) + ": " + line.hit().text();
            case More more -> "  and " + more.count() + " more";
        };
    }
}
