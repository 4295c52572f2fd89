package org.tierscope.views.bytecode;

import org.tierscope.views.api.Place;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;

/** Registers the Bytecode view. */
public final class BytecodeProvider implements ViewProvider {
    @Override
    public String id() {
        return "bytecode";
    }

    @Override
    public String title() {
        return "Bytecode";
    }

    @Override
    public String description() {
        return "The instructions of a function, how often each ran and what it has seen";
    }

    @Override
    public String icon() {
        return "bi-list-ol";
    }

    @Override
    public Place place() {
        return new Place(Place.Area.CODE, 20, 1.05);
    }

    @Override
    public View create(ViewContext context) {
        return new BytecodeView(context);
    }
}
