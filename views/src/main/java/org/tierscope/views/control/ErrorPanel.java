package org.tierscope.views.control;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands in the place of a view that failed: what happened, the stack trace, and a way to try again. */
public final class ErrorPanel extends VBox {

    public ErrorPanel(String viewTitle, Throwable error, Runnable tryAgain) {
        super(8);
        getStyleClass().add("error-panel");
        Label title = new Label("The view “" + viewTitle + "” has failed: " + error);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setGraphic(new FontIcon("bi-exclamation-octagon"));
        title.getStyleClass().add("error-title");
        TextArea trace = new TextArea(stackTrace(error));
        trace.setEditable(false);
        trace.getStyleClass().add("code-font");
        setVgrow(trace, Priority.ALWAYS);
        Button button = new Button("Open the view again");
        button.setOnAction(event -> tryAgain.run());
        HBox buttons = new HBox(button);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, trace, buttons);
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
