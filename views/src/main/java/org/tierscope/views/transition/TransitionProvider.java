package org.tierscope.views.transition;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Provides the animation of transitions. */
public final class TransitionProvider implements ViewProvider {

    @Override
    public String id() {
        return "transition";
    }

    @Override
    public String title() {
        return "Transition";
    }

    @Override
    public String description() {
        return "How each value moves between interpreter registers and machine locations, step by step.";
    }

    @Override
    public String icon() {
        return "bi-arrow-left-right";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 10);
    }

    @Override
    public View create(ViewContext context) {
        return new TransitionView(context);
    }
}
