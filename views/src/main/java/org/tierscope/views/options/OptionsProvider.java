package org.tierscope.views.options;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link OptionsView}. */
public final class OptionsProvider implements ViewProvider {

    @Override
    public String id() {
        return "options";
    }

    @Override
    public String title() {
        return "Engine Options";
    }

    @Override
    public String description() {
        return "Tiers, thresholds, budgets and passes of the engine; most act on the running program.";
    }

    @Override
    public String icon() {
        return "bi-sliders";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 890).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new OptionsView(context);
    }
}
