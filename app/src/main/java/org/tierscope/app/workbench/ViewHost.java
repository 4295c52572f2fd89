package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
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
    private final BorderPane content = new BorderPane();
    private final Consumer<Runnable> background;
    private FindBar findBar;
    private View view;
    private Throwable error;
    private boolean stale = true;
    private boolean disposed;

    /**
     * @param whenShown called when the panel comes into sight with old content
     * @param background does work away from the JavaFX thread
     */
    ViewHost(ViewProvider provider, Function<ViewHost, ViewContext> contextOf, Consumer<ViewHost> whenShown,
            Consumer<Runnable> background) {
        this.provider = provider;
        this.background = background;
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
        panel.getChildren().add(content);
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
            content.setCenter(created.node());
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
        if (findBar != null) {
            findBar.contentChanged();
        }
    }

    /** What can be searched now; empty if there is nothing or the view has failed. */
    Optional<Findable> findable() {
        if (view == null) {
            return Optional.empty();
        }
        List<Findable> result = new ArrayList<>();
        guarded(() -> view.findable().ifPresent(result::add));
        return result.stream().findFirst();
    }

    /** Opens the find bar, or goes to it if it is open. */
    FindBar find() {
        if (findBar == null) {
            findBar = new FindBar(this::findable, background, this::closeFindBar);
            content.setTop(findBar);
        }
        findBar.focus();
        return findBar;
    }

    Optional<FindBar> findBar() {
        return Optional.ofNullable(findBar);
    }

    private void closeFindBar() {
        if (findBar != null) {
            findBar.close();
            findBar = null;
            content.setTop(null);
            focus();
        }
    }

    /** Gives the focus to the first thing in the view that takes it; where nothing does, to the panel. */
    void focus() {
        Optional<Node> first = view == null ? Optional.empty() : firstFocusable(view.node());
        first.orElse(panel).requestFocus();
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> firstFocusable(child).stream()).findFirst() : Optional.empty();
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
        closeFindBar();
        content.setCenter(new ErrorPanel(provider.title(), newError, () -> {
            open();
            if (error == null) {
                refresh(context.moment(), context.viewpoint().links());
            }
        }));
    }
}
