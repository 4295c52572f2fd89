package org.tierscope.views.timeline;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Provides the timeline. */
public final class TimelineProvider implements ViewProvider {

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public String title() {
        return "Timeline";
    }

    @Override
    public String description() {
        return "What happened to each function when: tiers, compilations, transitions; drag the cursor back in time.";
    }

    @Override
    public String icon() {
        return "bi-bar-chart-steps";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.TIME, 10);
    }

    @Override
    public View create(ViewContext context) {
        return new TimelineView(context);
    }
}
