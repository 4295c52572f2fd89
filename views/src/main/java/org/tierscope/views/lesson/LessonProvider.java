package org.tierscope.views.lesson;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link LessonView}. */
public final class LessonProvider implements ViewProvider {

    @Override
    public String id() {
        return "lesson";
    }

    @Override
    public String title() {
        return "Lesson";
    }

    @Override
    public String description() {
        return "Lessons on compilation: steps to read, with links into the other views and questions to answer.";
    }

    @Override
    public String icon() {
        return "bi-book";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.OVERVIEW, 20).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new LessonView(context);
    }
}
