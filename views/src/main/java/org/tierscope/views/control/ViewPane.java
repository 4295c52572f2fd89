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
        show(null, empty);
    }

    public void showContent() {
        show(bar, content);
    }

    private void show(Node top, Node center) {
        if (getCenter() == center) {
            return;
        }
        if (isFocusWithin()) {
            // what has the focus may be about to go, and the focus would go on to the tab of another view and open that
            requestFocus();
        }
        setTop(top);
        setCenter(center);
    }

    public boolean isEmpty() {
        return getCenter() == empty;
    }
}
