package org.tierscope.views.control;

import java.util.Optional;
import javafx.scene.Node;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;

/** A view that is one {@link TextTable} in a {@link ViewPane}: its search, text and table are those of the table. */
public abstract class TextTableView<T> implements View {
    protected final ViewBar bar;
    protected final TextTable<T> table;
    private ViewPane pane;

    protected TextTableView(String tableId, Node... controls) {
        table = new TextTable<>(tableId);
        bar = new ViewBar(controls);
    }

    /** To be called once, when the content has been made; {@code content} has the table in it. */
    protected final void stand(String id, Node content, EmptyState empty) {
        pane = new ViewPane(id, bar, content, empty);
    }

    /** Shows the table or, where {@code hasContent} is false, the words in its place. */
    protected final void showContent(boolean hasContent) {
        if (hasContent) {
            pane.showContent();
        } else {
            pane.showEmpty();
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public Optional<String> text() {
        return pane.isEmpty() ? Optional.empty() : Optional.of(table.text());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(table.table());
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(table.findable());
    }
}
