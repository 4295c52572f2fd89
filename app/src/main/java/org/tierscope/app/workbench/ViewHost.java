package org.tierscope.app.workbench;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.ErrorPanel;

/**
 * One open view and the panel it stands in. Whatever the view throws ends up as a message in this panel; everybody
 * else calls views only through here.
 */
final class ViewHost {
    private final ViewProvider provider;
    private final ViewContext context;
    private final StackPane panel = new StackPane();
    private View view;
    private Throwable error;
    private boolean stale = true;
    private boolean disposed;

    /** @param whenShown called when the panel comes into sight with old content */
    ViewHost(ViewProvider provider, Function<ViewHost, ViewContext> contextOf, Consumer<ViewHost> whenShown) {
        this.provider = provider;
        this.context = contextOf.apply(this);
        panel.getStyleClass().add("view-panel");
        panel.setId("view-" + provider.id());
        panel.setMinSize(0, 0);
        // a view that needs more room than there is must not lie over its neighbours
        panel.setAlignment(Pos.TOP_LEFT);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(panel.widthProperty());
        clip.heightProperty().bind(panel.heightProperty());
        panel.setClip(clip);
        panel.sceneProperty().addListener((property, old, scene) -> {
            if (scene != null && stale) {
                whenShown.accept(this);
            }
        });
        open();
    }

    private void open() {
        error = null;
        view = null;
        guarded(() -> {
            View created = provider.create(context);
            panel.getChildren().setAll(created.node());
            view = created;
        });
    }

    ViewProvider provider() {
        return provider;
    }

    Region panel() {
        return panel;
    }

    /** The view; null if it failed. */
    View view() {
        return view;
    }

    /** Why the view failed; null if it works. */
    Throwable error() {
        return error;
    }

    boolean isInSight() {
        return !disposed && panel.getScene() != null;
    }

    /** The content is old; it is brought up to date when the view is next in sight. */
    void markStale() {
        stale = true;
    }

    boolean isStale() {
        return stale;
    }

    void refresh(Moment moment, Links links) {
        stale = false;
        guarded(() -> {
            view.refresh(moment);
            view.select(links);
        });
    }

    void select(Links links) {
        guarded(() -> view.select(links));
    }

    void themeChanged() {
        guarded(view::themeChanged);
    }

    void dispose() {
        disposed = true;
        if (view != null) {
            guarded(view::dispose);
        }
    }

    private void guarded(Runnable work) {
        if (error != null) {
            return;
        }
        try {
            work.run();
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            fail(e);
        }
    }

    /** Whether the view has been closed: results of its work are of no use any more. */
    boolean isDisposed() {
        return disposed;
    }

    /** Shows an error in place of the view. */
    void fail(Throwable newError) {
        error = newError;
        view = null;
        panel.getChildren().setAll(new ErrorPanel(provider.title(), newError, () -> {
            open();
            if (error == null) {
                refresh(context.moment(), context.viewpoint().links());
            }
        }));
    }
}
