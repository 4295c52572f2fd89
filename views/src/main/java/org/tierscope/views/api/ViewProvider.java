package org.tierscope.views.api;

/**
 * Makes a kind of view. Found by {@link java.util.ServiceLoader}; has a constructor without parameters, holds no
 * state, and is asked only on the JavaFX thread.
 */
public interface ViewProvider {

    /** Never changes and is unique: saved layouts and pictures are named by it. Lower case, no spaces. */
    String id();

    /** What the tab says. */
    String title();

    /** One sentence: what the view shows. Shown as the tab's tooltip and in menus. */
    String description();

    /** Ikonli literal of a Bootstrap icon: {@code bi-cpu}. */
    String icon();

    /** Where the view stands until the person moves it. */
    Place place();

    /** Makes the view. Whatever it throws is shown in the view's own panel. */
    View create(ViewContext context);
}
