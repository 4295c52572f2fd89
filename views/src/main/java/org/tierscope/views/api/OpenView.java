package org.tierscope.views.api;

import java.util.Optional;

/** A view that is open in the window, as other views see it. To be used on the JavaFX thread. */
public interface OpenView {

    ViewProvider provider();

    /** What can be searched in it, brought up to date first; empty if there is nothing to search. */
    Optional<Findable> findable();

    /** Brings it to the front; the focus stays where it is. */
    void reveal();
}
