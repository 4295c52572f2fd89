package org.tierscope.app.workbench;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.tierscope.record.proto.Tier;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.TierBadge;

/** What each colour and each mark means. */
final class Legend {
    private Legend() {
    }

    static void show(Stage stage) {
        GridPane grid = new GridPane(12, 6);
        grid.getStyleClass().add("legend");
        int row = 0;
        for (Tier tier : List.of(Tier.INTERPRETER, Tier.BASELINE, Tier.OPTIMIZING, Tier.TRACING)) {
            grid.addRow(row++, new TierBadge(tier), new Label(TierBadge.name(tier) + " tier"));
        }
        for (EventMark mark : EventMark.values()) {
            StackPane slot = new StackPane(mark.node(14));
            slot.setAlignment(Pos.CENTER_LEFT);
            grid.addRow(row++, slot, new Label(mark.meaning()));
        }
        Popup popup = new Popup();
        popup.getContent().add(grid);
        popup.setAutoHide(true);
        popup.show(stage, stage.getX() + stage.getWidth() / 2 - 120, stage.getY() + 120);
    }
}
