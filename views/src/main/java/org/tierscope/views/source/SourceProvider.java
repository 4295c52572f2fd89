package org.tierscope.views.source;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Registers the Source view. */
public final class SourceProvider implements ViewProvider {
    @Override
    public String id() {
        return "source";
    }

    @Override
    public String title() {
        return "Source";
    }

    @Override
    public String description() {
        return "The program, with the tier and heat of each function, OSR entries and deoptimizations in the margin";
    }

    @Override
    public String icon() {
        return "bi-file-earmark-code";
    }

    @Override
    public Place place() {
        return new Place(Place.Area.CODE, 10, 1.2);
    }

    @Override
    public View create(ViewContext context) {
        return new SourceView(context);
    }
}
