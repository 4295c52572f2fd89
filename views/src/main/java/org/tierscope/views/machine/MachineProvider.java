package org.tierscope.views.machine;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Registers the Machine code view. */
public final class MachineProvider implements ViewProvider {
    @Override
    public String id() {
        return "machine";
    }

    @Override
    public String title() {
        return "Machine code";
    }

    @Override
    public String description() {
        return "The machine code of a function, and for each instruction the node and the line it comes from";
    }

    @Override
    public String icon() {
        return "bi-cpu";
    }

    @Override
    public Place place() {
        return new Place(Place.Area.CODE, 40, 1.35);
    }

    @Override
    public View create(ViewContext context) {
        return new MachineView(context);
    }
}
