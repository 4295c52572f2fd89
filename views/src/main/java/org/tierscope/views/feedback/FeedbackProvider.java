package org.tierscope.views.feedback;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link FeedbackView}. */
public final class FeedbackProvider implements ViewProvider {

    @Override
    public String id() {
        return "feedback";
    }

    @Override
    public String title() {
        return "Feedback";
    }

    @Override
    public String description() {
        return "What each site of a function has seen: types, shapes, call targets, and the state of its inline cache.";
    }

    @Override
    public String icon() {
        return "bi-eye";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 38);
    }

    @Override
    public View create(ViewContext context) {
        return new FeedbackView(context);
    }
}
