package org.tierscope.views.functions;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Provides the table of functions. */
public final class FunctionsProvider implements ViewProvider {

    @Override
    public String id() {
        return "functions";
    }

    @Override
    public String title() {
        return "Functions";
    }

    @Override
    public String description() {
        return "All functions with their tier, calls, loop iterations and deoptimizations.";
    }

    @Override
    public String icon() {
        return "bi-list-ul";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.OVERVIEW, 10);
    }

    @Override
    public View create(ViewContext context) {
        return new FunctionsView(context);
    }
}
