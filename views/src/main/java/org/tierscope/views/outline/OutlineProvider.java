package org.tierscope.views.outline;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link OutlineView}. */
public final class OutlineProvider implements ViewProvider {

    @Override
    public String id() {
        return "outline";
    }

    @Override
    public String title() {
        return "Outline";
    }

    @Override
    public String description() {
        return "The functions of the program as they stand in one another.";
    }

    @Override
    public String icon() {
        return "bi-list-nested";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.OVERVIEW, 15).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new OutlineView(context);
    }
}
