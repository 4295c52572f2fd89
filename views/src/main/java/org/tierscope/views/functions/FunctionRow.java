package org.tierscope.views.functions;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tierscope.session.FunctionState;

/** A row that stays the same object while its function's state changes, so that selection and order stay. */
final class FunctionRow {

    private final ReadOnlyObjectWrapper<FunctionState> state;

    FunctionRow(FunctionState state) {
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    void update(FunctionState next) {
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }

    FunctionState get() {
        return state.get();
    }

    ReadOnlyObjectProperty<FunctionState> state() {
        return state.getReadOnlyProperty();
    }

    int id() {
        return get().id();
    }
}
