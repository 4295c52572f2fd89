package org.tierscope.views.intervals;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link IntervalsView}. */
public final class IntervalsProvider implements ViewProvider {

    @Override
    public String id() {
        return "intervals";
    }

    @Override
    public String title() {
        return "Live intervals";
    }

    @Override
    public String description() {
        return "Where each value of a compilation lives: registers, frame slots, holes, and how full the registers are.";
    }

    @Override
    public String icon() {
        return "bi-list-nested";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 36);
    }

    @Override
    public View create(ViewContext context) {
        return new IntervalsView(context);
    }
}
