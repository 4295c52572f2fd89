package org.tierscope.views.ssa;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.session.Pass;
import org.tierscope.views.control.Counts;

/** A pass in the list of passes: number, name, nodes before and after, time. */
final class PassCell extends ListCell<Pass> {
    private final Label name = new Label();
    private final Label nodes = new Label();
    private final Label time = new Label();
    private final HBox row;

    /** @param brief leaves out what the view says already about the chosen pass */
    PassCell(boolean brief) {
        nodes.setVisible(!brief);
        nodes.setManaged(!brief);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(8, name, space, nodes, time);
        row.getStyleClass().add("pass-cell");
        name.setMinWidth(0);
        nodes.getStyleClass().add("view-note");
        nodes.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().add("view-note");
        time.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Pass pass, boolean empty) {
        super.updateItem(pass, empty);
        setText(null);
        if (empty || pass == null) {
            setGraphic(null);
            return;
        }
        name.setText((pass.index() + 1) + "  " + pass.name());
        int change = pass.nodesAfter() - pass.nodesBefore();
        nodes.setText(pass.nodesAfter() + " nodes" + (pass.index() == 0 || change == 0 ? "" : " (%+d)".formatted(change)));
        time.setText(Counts.micros(pass.micros()));
        setGraphic(row);
    }
}
