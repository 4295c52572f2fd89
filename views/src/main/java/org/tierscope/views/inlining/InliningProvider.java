package org.tierscope.views.inlining;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link InliningView}. */
public final class InliningProvider implements ViewProvider {

    @Override
    public String id() {
        return "inlining";
    }

    @Override
    public String title() {
        return "Inlining";
    }

    @Override
    public String description() {
        return "Which calls the optimizing compiler put the callee in place of, which it did not, and why.";
    }

    @Override
    public String icon() {
        return "bi-arrows-collapse";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 35);
    }

    @Override
    public View create(ViewContext context) {
        return new InliningView(context);
    }
}
