package org.tierscope.views.search;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.control.TextQuery;

/** A result: the line as code, with what was found in bold. */
final class SearchCell extends ListCell<SearchRow> {
    private static final double NUMBER_WIDTH = 52;

    @Override
    protected void updateItem(SearchRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setText(null);
        setGraphic(isEmpty || row == null ? null : graphic(row));
    }

    private static Node graphic(SearchRow row) {
        return switch (row) {
            case SearchRow.Head head -> {
                Label title = new Label(head.words(), new FontIcon(head.result().view().provider().icon()));
                title.setStyle("-fx-font-weight: bold;");
                yield title;
            }
            case SearchRow.Line line -> line(line);
            case SearchRow.More more -> {
                Label words = new Label(more.words().strip());
                words.getStyleClass().add("view-note");
                words.setStyle("-fx-padding: 0 0 0 60;");
                yield words;
            }
        };
    }

    private static Node line(SearchRow.Line line) {
        Label number = new Label(String.valueOf(line.hit().line() + 1));
        number.getStyleClass().add("view-note");
        number.setMinWidth(NUMBER_WIDTH);
        number.setAlignment(Pos.CENTER_RIGHT);
        String text = line.hit().text();
        TextQuery.Range match = line.hit().match();
        TextFlow flow = new TextFlow(piece(text.substring(0, match.start()), "code-text"),
                piece(text.substring(match.start(), match.end()), "code-found"),
                piece(text.substring(match.end()), "code-text"));
        flow.getStyleClass().add("code-font");
        flow.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, number, flow);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setFillHeight(false);
        return box;
    }

    private static Text piece(String text, String style) {
        Text piece = new Text(text);
        piece.getStyleClass().add(style);
        return piece;
    }
}
