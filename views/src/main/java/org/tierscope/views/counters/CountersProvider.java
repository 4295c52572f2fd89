package org.tierscope.views.counters;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Provides the counters. */
public final class CountersProvider implements ViewProvider {

    @Override
    public String id() {
        return "counters";
    }

    @Override
    public String title() {
        return "Counters";
    }

    @Override
    public String description() {
        return "Heap, code, compilations, calls and transitions over time.";
    }

    @Override
    public String icon() {
        return "bi-graph-up";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 20);
    }

    @Override
    public View create(ViewContext context) {
        return new CountersView(context);
    }
}
