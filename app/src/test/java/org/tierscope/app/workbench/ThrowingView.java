package org.tierscope.app.workbench;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** A plug-in that throws when it is asked to refresh, as long as {@link #THROWING} is set. */
final class ThrowingView implements ViewProvider {
    static final AtomicBoolean THROWING = new AtomicBoolean();

    @Override
    public String id() {
        return "throwing";
    }

    @Override
    public String title() {
        return "Throwing";
    }

    @Override
    public String description() {
        return "Throws";
    }

    @Override
    public String icon() {
        return "bi-bug";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 99);
    }

    @Override
    public View create(ViewContext context) {
        Label label = new Label("works");
        return new View() {
            @Override
            public Label node() {
                return label;
            }

            @Override
            public void refresh(Moment moment) {
                if (THROWING.get()) {
                    throw new IllegalStateException("thrown for the test");
                }
            }
        };
    }
}
