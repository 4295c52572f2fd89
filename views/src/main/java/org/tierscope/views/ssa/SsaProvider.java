package org.tierscope.views.ssa;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Registers the SSA view. */
public final class SsaProvider implements ViewProvider {
    @Override
    public String id() {
        return "ssa";
    }

    @Override
    public String title() {
        return "SSA";
    }

    @Override
    public String description() {
        return "The optimizer's graph after each pass, and what each pass changed";
    }

    @Override
    public String icon() {
        return "bi-diagram-2";
    }

    @Override
    public Place place() {
        return new Place(Place.Area.CODE, 30, 1.4);
    }

    @Override
    public View create(ViewContext context) {
        return new SsaView(context);
    }
}
