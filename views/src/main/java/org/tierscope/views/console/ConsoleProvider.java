package org.tierscope.views.console;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Registers the Console view. */
public final class ConsoleProvider implements ViewProvider {
    @Override
    public String id() {
        return "console";
    }

    @Override
    public String title() {
        return "Console";
    }

    @Override
    public String description() {
        return "What the program prints; evaluates text in the running program";
    }

    @Override
    public String icon() {
        return "bi-terminal";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 30);
    }

    @Override
    public View create(ViewContext context) {
        return new ConsoleView(context);
    }
}
