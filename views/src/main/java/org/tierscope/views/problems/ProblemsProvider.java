package org.tierscope.views.problems;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link ProblemsView}. */
public final class ProblemsProvider implements ViewProvider {

    @Override
    public String id() {
        return "problems";
    }

    @Override
    public String title() {
        return "Problems";
    }

    @Override
    public String description() {
        return "What went wrong: errors of the program, crashes, damaged recordings, code the compiler refused.";
    }

    @Override
    public String icon() {
        return "bi-exclamation-triangle";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 32);
    }

    @Override
    public View create(ViewContext context) {
        return new ProblemsView(context);
    }
}
