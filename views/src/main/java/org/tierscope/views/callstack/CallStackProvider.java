package org.tierscope.views.callstack;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link CallStackView}. */
public final class CallStackProvider implements ViewProvider {

    @Override
    public String id() {
        return "call-stack";
    }

    @Override
    public String title() {
        return "Call stack";
    }

    @Override
    public String description() {
        return "Which function calls which at the moment the program was paused, with their tiers.";
    }

    @Override
    public String icon() {
        return "bi-layers";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 50);
    }

    @Override
    public View create(ViewContext context) {
        return new CallStackView(context);
    }
}
