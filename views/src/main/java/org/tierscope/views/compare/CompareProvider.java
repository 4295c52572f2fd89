package org.tierscope.views.compare;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link CompareView}. */
public final class CompareProvider implements ViewProvider {

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public String description() {
        return "Two functions, passes, codes or runs side by side, with what differs and what it costs.";
    }

    @Override
    public String icon() {
        return "bi-layout-split";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 70).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new CompareView(context);
    }
}
