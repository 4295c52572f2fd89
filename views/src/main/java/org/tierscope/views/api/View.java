package org.tierscope.views.api;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;

/**
 * One open view. All methods are called on the JavaFX thread, and each must return within a few milliseconds: longer
 * work goes through {@link ViewContext#background}. A method that throws turns the view's panel into an error
 * message; nothing else is harmed.
 */
public interface View {

    /** What stands in the panel; always the same node. */
    Node node();

    /**
     * The recording has grown, the cursor has moved, or another recording is shown. Called at most 30 times a second
     * and only while the view is in sight; {@code moment} is where the person looks.
     */
    void refresh(Moment moment);

    /**
     * The selection has changed: light up and scroll to the counterparts in this view. Called after
     * {@link #refresh} if both are due, and after every refresh of a view that has just come into sight.
     */
    default void select(Links links) {
    }

    /** The colours have changed. Nodes styled by style sheets need nothing; things drawn on a canvas do. */
    default void themeChanged() {
    }

    /** The view's content as text, for the clipboard and for files; empty if it has no such form. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The view's content as a table, for files and other programs; empty if it is none. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /** What can be searched in the view; empty if it has no text. Cheap to ask. */
    default Optional<Findable> findable() {
        return Optional.empty();
    }

    /** All of what the view draws, also what is out of sight; empty if the view as it stands is the picture. */
    default Optional<Drawing> drawing() {
        return Optional.empty();
    }

    /** Commands of this view, shown in the menu of its tab. */
    default List<Command> commands() {
        return List.of();
    }

    /** The view has been closed and will not be used again. */
    default void dispose() {
    }
}
