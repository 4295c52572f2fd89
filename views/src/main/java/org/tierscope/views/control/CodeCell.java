package org.tierscope.views.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of a {@link CodeList} on screen: heat bar, mark, coloured text. */
final class CodeCell extends ListCell<CodeLine> {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass FOUND_NOW = PseudoClass.getPseudoClass("found-now");
    private static final double HEAT_WIDTH = 4;
    private static final double MARK_WIDTH = 16;
    private static final double MARK_SIZE = 12;

    private final CodeList list;
    private final Region heat = new Region();
    private final StackPane markSlot = new StackPane();
    private final TextFlow flow = new TextFlow();
    private final HBox row = new HBox(heat, markSlot, flow);
    private List<String> lineStyles = List.of();

    CodeCell(CodeList list) {
        this.list = list;
        getStyleClass().add("code-cell");
        heat.getStyleClass().add("heat-bar");
        fixWidth(heat, HEAT_WIDTH);
        fixWidth(markSlot, MARK_WIDTH);
        flow.getStyleClass().add("code-font");
        flow.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        list.linkedVersion().addListener(observable -> showLinks());
    }

    private static void fixWidth(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    @Override
    protected void updateItem(CodeLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll(lineStyles);
        lineStyles = List.of();
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
        } else {
            lineStyles = line.styles();
            getStyleClass().addAll(lineStyles);
            heat.setVisible(line.heat() >= 0);
            heat.setOpacity(0.12 + 0.88 * Math.clamp(line.heat(), 0, 1));
            markSlot.getChildren().setAll(line.mark().map(mark -> (Node) new Group(mark.node(MARK_SIZE))).stream().toList());
            flow.getChildren().setAll(line.spans().stream().map(CodeCell::text).toList());
            setTooltip(line.tooltip().isEmpty() ? null : new Tooltip(line.tooltip()));
            setGraphic(row);
        }
        showLinks();
    }

    private static Node text(CodeSpan span) {
        Text text = new Text(span.text());
        text.getStyleClass().add("code-text");
        if (!span.style().isEmpty()) {
            text.getStyleClass().add(span.style());
        }
        return text;
    }

    private void showLinks() {
        CodeLine line = getItem();
        pseudoClassStateChanged(LINKED, line != null && list.isLinked(line));
        pseudoClassStateChanged(PICKED, line != null && list.isPicked(line));
        pseudoClassStateChanged(FOUND, line != null && list.isFound(getIndex()));
        pseudoClassStateChanged(FOUND_NOW, line != null && list.isFoundNow(getIndex()));
    }
}
