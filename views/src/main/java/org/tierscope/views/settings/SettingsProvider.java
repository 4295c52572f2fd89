package org.tierscope.views.settings;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link SettingsView}. */
public final class SettingsProvider implements ViewProvider {

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public String description() {
        return "Every command with its key, which can be changed here.";
    }

    @Override
    public String icon() {
        return "bi-gear";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 900).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new SettingsView(context);
    }
}
