package org.tierscope.app.plugin;

import java.util.Set;
import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Stands where a plug-in's view would be: opening it shows why the plug-in could not be loaded. */
record FailedPlugin(String id, String name, Throwable why) implements ViewProvider {

    /** An id that nobody has. */
    static String id(String name, Set<String> taken) {
        String base = "failed-" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    @Override
    public String title() {
        return name + " (failed)";
    }

    @Override
    public String description() {
        return "The plug-in " + name + " could not be loaded.";
    }

    @Override
    public String icon() {
        return "bi-exclamation-triangle";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 1000).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        throw new IllegalStateException("The plug-in " + name + " could not be loaded", why);
    }
}
