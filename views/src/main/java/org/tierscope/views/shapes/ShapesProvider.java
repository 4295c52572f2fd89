package org.tierscope.views.shapes;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link ShapesView}. */
public final class ShapesProvider implements ViewProvider {

    @Override
    public String id() {
        return "shapes";
    }

    @Override
    public String title() {
        return "Shapes";
    }

    @Override
    public String description() {
        return "How objects came to have their properties: where each shape was made, and which inline caches know it.";
    }

    @Override
    public String icon() {
        return "bi-diagram-3";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 40);
    }

    @Override
    public View create(ViewContext context) {
        return new ShapesView(context);
    }
}
