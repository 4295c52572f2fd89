package org.tierscope.views.control;

import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Findable;

/**
 * Lines of code, as many as there are: only those in sight exist as nodes. Lines that correspond to the selection of
 * the workbench are lit up. A click or a step with the arrow keys selects what the line stands for.
 */
public final class CodeList extends ListView<CodeLine> implements Findable {
    static final double ROW_HEIGHT = 19;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final IntegerProperty linkedVersion = new SimpleIntegerProperty();
    private Set<?> linked = Set.of();
    private Set<?> picked = Set.of();
    private Set<Integer> found = Set.of();
    private int foundNow = -1;
    private boolean updating;

    /** @param onSelect gets the target of a line that the person has chosen */
    public CodeList(Consumer<Selection> onSelect) {
        getStyleClass().add("code-list");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(list -> new CodeCell(this));
        getSelectionModel().selectedItemProperty().addListener((property, old, line) -> {
            if (!updating && line != null) {
                line.target().ifPresent(onSelect);
            }
        });
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    /** Shows other lines; those that are the same stay as they are, and so does the scroll position. */
    public void setLines(List<CodeLine> lines) {
        updating = true;
        try {
            var items = getItems();
            int common = Math.min(items.size(), lines.size());
            if (changes(items, lines, common) > common / 2) {
                items.setAll(lines);
                return;
            }
            for (int i = 0; i < common; i++) {
                if (!items.get(i).equals(lines.get(i))) {
                    items.set(i, lines.get(i));
                }
            }
            if (items.size() > lines.size()) {
                items.remove(lines.size(), items.size());
            } else if (items.size() < lines.size()) {
                items.addAll(lines.subList(common, lines.size()));
            }
        } finally {
            updating = false;
        }
    }

    private static int changes(List<CodeLine> items, List<CodeLine> lines, int common) {
        int changes = 0;
        for (int i = 0; i < common; i++) {
            if (!items.get(i).equals(lines.get(i))) {
                changes++;
            }
        }
        return changes;
    }

    /**
     * Lights up the lines with these keys, and scrolls to the first of them if none is in sight.
     *
     * @param exact keys of lines that are the selection itself, not only counterparts of it
     */
    public void setLinked(Set<?> counterparts, Set<?> exact) {
        boolean same = linked.equals(counterparts) && picked.equals(exact);
        linked = Set.copyOf(counterparts);
        picked = Set.copyOf(exact);
        linkedVersion.set(linkedVersion.get() + 1);
        if (!same) {
            reveal();
        }
    }

    private void reveal() {
        Set<?> wanted = picked.isEmpty() ? linked : picked;
        int first = -1;
        for (int i = 0; i < getItems().size(); i++) {
            if (wanted.contains(getItems().get(i).key())) {
                if (isInSight(i)) {
                    return;
                }
                if (first < 0) {
                    first = i;
                }
            }
        }
        if (first >= 0) {
            scrollTo(Math.max(0, first - (int) (getHeight() / ROW_HEIGHT / 3)));
        }
    }

    private boolean isInSight(int index) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            return first != null && last != null && first.getIndex() < index && index < last.getIndex();
        }
        return false;
    }

    /** Whether a line is lit up, as the selection or as a counterpart of it. */
    public boolean isLit(CodeLine line) {
        return isLinked(line) || isPicked(line);
    }

    boolean isLinked(CodeLine line) {
        return linked.contains(line.key());
    }

    boolean isPicked(CodeLine line) {
        return picked.contains(line.key());
    }

    IntegerProperty linkedVersion() {
        return linkedVersion;
    }

    @Override
    public List<String> lines() {
        List<CodeLine> lines = List.copyOf(getItems());
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return lines.get(index).text();
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }

    @Override
    public void show(Set<Integer> foundLines, int current) {
        found = foundLines;
        foundNow = current;
        linkedVersion.set(linkedVersion.get() + 1);
        if (current >= 0 && current < getItems().size() && !isInSight(current)) {
            scrollTo(Math.max(0, current - (int) (getHeight() / ROW_HEIGHT / 3)));
        }
    }

    boolean isFound(int index) {
        return found.contains(index);
    }

    boolean isFoundNow(int index) {
        return index == foundNow;
    }

    /** All lines as text. */
    public String allText() {
        return getItems().stream().map(CodeLine::text).map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(getSelectionModel().getSelectedItems().stream()
                .map(CodeLine::text).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
