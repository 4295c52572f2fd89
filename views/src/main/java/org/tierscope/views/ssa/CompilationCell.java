package org.tierscope.views.ssa;

import javafx.scene.control.ListCell;
import org.tierscope.session.CompilationState;

/** A compilation in the list of compilations: number, and the loop it was made to enter at. */
final class CompilationCell extends ListCell<CompilationState> {
    @Override
    protected void updateItem(CompilationState compilation, boolean empty) {
        super.updateItem(compilation, empty);
        if (empty || compilation == null) {
            setText(null);
            return;
        }
        setText("#" + compilation.id() + (compilation.isOsr() ? " OSR at " + compilation.started().getOsrPc() : ""));
    }
}
