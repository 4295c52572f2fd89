package org.tierscope.views.heap;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** {@link HeapView}. */
public final class HeapProvider implements ViewProvider {

    @Override
    public String id() {
        return "heap";
    }

    @Override
    public String title() {
        return "Heap";
    }

    @Override
    public String description() {
        return "Size of the heap over time, kinds of cells, and each garbage collection.";
    }

    @Override
    public String icon() {
        return "bi-hdd-stack";
    }

    @Override
    public Place place() {
        return Place.of(Place.Area.DETAIL, 42).whenAsked();
    }

    @Override
    public View create(ViewContext context) {
        return new HeapView(context);
    }
}
