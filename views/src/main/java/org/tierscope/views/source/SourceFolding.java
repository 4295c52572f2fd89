package org.tierscope.views.source;

import org.fxmisc.richtext.CodeArea;

/** Folds and unfolds pieces of the text. Lines count from 0. */
final class SourceFolding {
    private final CodeArea area;
    private SourceFolds folds = SourceFolds.NONE;

    SourceFolding(CodeArea area) {
        this.area = area;
    }

    /** To be called after each change of the text. */
    void textChanged() {
        SourceFolds before = folds;
        folds = SourceFolds.of(area.getText());
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            if (before.begins(line) != folds.begins(line)) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    SourceGutter.Fold state(int line) {
        return isFolded(line) ? SourceGutter.Fold.FOLDED
                : folds.begins(line) ? SourceGutter.Fold.OPEN : SourceGutter.Fold.NONE;
    }

    /** Whether what this line begins is hidden. */
    private boolean isFolded(int line) {
        return line + 1 < area.getParagraphs().size() && isHidden(line + 1) && !isHidden(line);
    }

    boolean isHidden(int line) {
        return area.isFolded(line);
    }

    void toggle(int line) {
        if (isFolded(line)) {
            area.unfoldParagraphs(line);
        } else if (folds.begins(line)) {
            area.foldParagraphs(line, Math.min(folds.ends().get(line), area.getParagraphs().size() - 1));
        }
        area.recreateParagraphGraphic(line);
    }

    void foldAll() {
        folds.ends().keySet().stream().sorted().filter(line -> !isHidden(line) && !isFolded(line)).forEach(line -> {
            if (!isHidden(line)) {
                toggle(line);
            }
        });
    }

    void unfoldAll() {
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            if (isFolded(line)) {
                toggle(line);
            }
        }
    }

    /** Makes a line visible. */
    void unfoldAt(int line) {
        if (line < area.getParagraphs().size() && isHidden(line)) {
            int first = line;
            while (first > 0 && isHidden(first)) {
                first--;
            }
            toggle(first);
        }
    }
}
