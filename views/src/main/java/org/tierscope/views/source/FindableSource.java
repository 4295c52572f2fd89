package org.tierscope.views.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.CodeArea;
import org.tierscope.views.api.Findable;

/** The lines of a source. */
record FindableSource(CodeArea area, SourceFolding folding) implements Findable {
    private static final String FOUND = "line-found";
    private static final String FOUND_NOW = "line-found-now";

    @Override
    public List<String> lines() {
        return List.of(area.getText().split("\n", -1));
    }

    @Override
    public void show(Set<Integer> found, int current) {
        if (current >= 0) {
            folding.unfoldAt(current);
        }
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            Set<String> styles = new HashSet<>();
            if (found.contains(line)) {
                styles.add(FOUND);
            }
            if (line == current) {
                styles.add(FOUND_NOW);
            }
            Collection<String> now = area.getParagraph(line).getParagraphStyle();
            if (folding.isHidden(line)) {
                // the style that hides it
                now.stream().filter(style -> !style.equals(FOUND) && !style.equals(FOUND_NOW)).forEach(styles::add);
            }
            if (!styles.equals(new HashSet<>(now))) {
                area.setParagraphStyle(line, List.copyOf(styles));
            }
        }
        if (current >= 0 && current < area.getParagraphs().size()) {
            area.showParagraphInViewport(current);
        }
    }
}
