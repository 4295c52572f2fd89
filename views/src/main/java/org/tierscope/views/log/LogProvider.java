package org.tierscope.views.log;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link LogView}. */
public final class LogProvider implements ViewProvider {

    @Override
    public String id() {
        return "log";
    }

    @Override
    public String title() {
        return "Log";
    }

    @Override
    public String description() {
        return "What the engine says about itself.";
    }

    @Override
    public String icon() {
        return "bi-journal-text";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 34).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new LogView(context);
    }
}
