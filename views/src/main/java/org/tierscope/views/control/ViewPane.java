package org.tierscope.views.control;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** What most views stand in: a bar and the content or, while there is nothing to show, words in their place. */
public final class ViewPane extends BorderPane {
    private final Node bar;
    private final Node content;
    private final EmptyState empty;

    public ViewPane(String id, Node bar, Node content, EmptyState empty) {
        this.bar = bar;
        this.content = content;
        this.empty = empty;
        setId(id);
        showEmpty();
    }

    public void showEmpty() {
        setTop(null);
        setCenter(empty);
    }

    public void showContent() {
        setTop(bar);
        setCenter(content);
    }

    public boolean isEmpty() {
        return getCenter() == empty;
    }
}
