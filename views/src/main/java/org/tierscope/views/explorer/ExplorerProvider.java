package org.tierscope.views.explorer;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link ExplorerView}. */
public final class ExplorerProvider implements ViewProvider {

    @Override
    public String id() {
        return "explorer";
    }

    @Override
    public String title() {
        return "Explorer";
    }

    @Override
    public String description() {
        return "Lessons, samples, files opened lately, programs and recordings beside the one that is open.";
    }

    @Override
    public String icon() {
        return "bi-folder";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.OVERVIEW, 12);
    }

    @Override
    public View create(ViewContext context) {
        return new ExplorerView(context);
    }
}
