package org.tierscope.app.plugin;

import java.util.Objects;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** What a provider has said of itself, asked once: menus and layouts need not fear that it throws later. */
record KnownView(String id, String title, String description, String icon, Place place, ViewProvider provider)
        implements ViewProvider {

    /**
     * Asks it.
     *
     * @throws IllegalArgumentException if an answer cannot be used
     */
    static KnownView of(ViewProvider provider) {
        String id = Objects.requireNonNullElse(provider.id(), "");
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("'" + id + "' is no id of a view: lower case, digits and - are allowed");
        }
        // throws where there is no such icon
        new FontIcon(provider.icon());
        return new KnownView(id, Objects.requireNonNull(provider.title(), "title"),
                Objects.requireNonNull(provider.description(), "description"),
                Objects.requireNonNull(provider.icon(), "icon"), Objects.requireNonNull(provider.place(), "place"), provider);
    }

    @Override
    public View create(ViewContext context) {
        return Objects.requireNonNull(provider.create(context), "the provider has made no view");
    }
}
