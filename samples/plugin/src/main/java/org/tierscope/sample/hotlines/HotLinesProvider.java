package org.tierscope.sample.hotlines;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Tells the workbench of the view; makes it when somebody opens it. */
public final class HotLinesProvider implements ViewProvider {

    @Override
    public String id() {
        return "hot-lines";
    }

    @Override
    public String title() {
        return "Hot Lines";
    }

    @Override
    public String description() {
        return "The lines of the program that ran most often.";
    }

    @Override
    public String icon() {
        return "bi-thermometer-high";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 500).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new HotLinesView(context);
    }
}
