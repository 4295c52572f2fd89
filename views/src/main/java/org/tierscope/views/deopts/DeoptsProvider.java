package org.tierscope.views.deopts;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link DeoptsView}. */
public final class DeoptsProvider implements ViewProvider {

    @Override
    public String id() {
        return "deopts";
    }

    @Override
    public String title() {
        return "Deopts";
    }

    @Override
    public String description() {
        return "Every place where compiled code was left: why, how often, and what led to it.";
    }

    @Override
    public String icon() {
        return "bi-lightning";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 15);
    }

    @Override
    public View create(ViewContext context) {
        return new DeoptsView(context);
    }
}
