package org.tierscope.views.syntax;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link SyntaxView}. */
public final class SyntaxProvider implements ViewProvider {

    @Override
    public String id() {
        return "syntax";
    }

    @Override
    public String title() {
        return "Syntax tree";
    }

    @Override
    public String description() {
        return "What the parser made of the source.";
    }

    @Override
    public String icon() {
        return "bi-diagram-3-fill";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 60).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new SyntaxView(context);
    }
}
