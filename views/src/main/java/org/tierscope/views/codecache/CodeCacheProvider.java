package org.tierscope.views.codecache;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link CodeCacheView}. */
public final class CodeCacheProvider implements ViewProvider {

    @Override
    public String id() {
        return "code-cache";
    }

    @Override
    public String title() {
        return "Code Cache";
    }

    @Override
    public String description() {
        return "Where each piece of machine code lies, how large it is, and which are not valid any more.";
    }

    @Override
    public String icon() {
        return "bi-grid-3x3";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 130).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new CodeCacheView(context);
    }
}
