package org.tierscope.views.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tierscope.session.Cursor;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Session;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.control.Palette;

/**
 * What a view has of the workbench. Ask for things when they are needed instead of keeping them: opening another
 * program replaces the session and the viewpoint. To be used on the JavaFX thread.
 */
public interface ViewContext {

    /** Where the person looks: session, cursor, selection and its history. */
    Viewpoint viewpoint();

    default Session session() {
        return viewpoint().session();
    }

    /** The state at the cursor. */
    default Moment moment() {
        return viewpoint().moment();
    }

    /** Selects for all views: each of them will show the counterparts. */
    default void select(Selection selection) {
        viewpoint().select(selection);
    }

    /** Moves the time that all views show. */
    default void moveTo(Cursor cursor) {
        viewpoint().moveTo(cursor);
    }

    Commands commands();

    /** Colours of the present theme. */
    Palette palette();

    /** The views that are open in the window. */
    List<OpenView> openViews();

    /** The program that is shown. */
    Program program();

    /**
     * Computes away from the JavaFX thread and hands the result over on it. If the view asks again before the result
     * is there, the older result is dropped. An exception is shown as the view's error.
     */
    default <T> void background(Supplier<T> work, Consumer<T> then) {
        background("", work, then);
    }

    /** The same for one of several subjects: only a later request on the same subject makes an older result void. */
    <T> void background(String subject, Supplier<T> work, Consumer<T> then);

    /** Says something in the status line, without taking the focus. */
    void say(String message);
}
