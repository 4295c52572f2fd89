package org.tierscope.views.options;

import java.util.List;
import java.util.Set;
import org.tierscope.views.api.Findable;

/** A line for each option: its name and what it means. The names of those found are lit up. */
record FindableOptions(List<OptionRow> rows) implements Findable {
    private static final String FOUND = "option-found";

    @Override
    public List<String> lines() {
        return rows.stream().map(row -> row.option().name() + "  " + row.option().meaning()).toList();
    }

    @Override
    public void show(Set<Integer> found, int current) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).name().getStyleClass().remove(FOUND);
            if (found.contains(i)) {
                rows.get(i).name().getStyleClass().add(FOUND);
            }
        }
    }
}
