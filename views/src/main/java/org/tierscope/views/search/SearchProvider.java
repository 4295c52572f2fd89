package org.tierscope.views.search;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link SearchView}. */
public final class SearchProvider implements ViewProvider {

    @Override
    public String id() {
        return "search";
    }

    @Override
    public String title() {
        return "Search";
    }

    @Override
    public String description() {
        return "Finds text in all open views.";
    }

    @Override
    public String icon() {
        return "bi-binoculars";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 800).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new SearchView(context);
    }
}
