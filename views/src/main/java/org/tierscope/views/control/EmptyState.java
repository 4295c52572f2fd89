package org.tierscope.views.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Command;

/** Stands in a view that has nothing to show: what would be here, and how to get it. */
public final class EmptyState extends VBox {
    private static final double ROOM_FOR_PICTURE = 150;

    private final Label title = new Label();
    private final Label hint = new Label();

    public EmptyState(String icon, String title, String hint) {
        super(8);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        this.title.getStyleClass().add("empty-title");
        this.hint.getStyleClass().add("empty-hint");
        for (Label label : new Label[] {this.title, this.hint}) {
            label.setWrapText(true);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(picture, this.title, this.hint);
        say(title, hint);
        // where there is little room, the words matter more than the picture
        heightProperty().addListener((property, before, now) -> {
            picture.setVisible(now.doubleValue() >= ROOM_FOR_PICTURE);
            picture.setManaged(picture.isVisible());
        });
    }

    public void say(String newTitle, String newHint) {
        title.setText(newTitle);
        hint.setText(newHint);
    }

    /** Adds a button that does what would fill the view. */
    public EmptyState offer(Command command) {
        Button button = new Button(command.title());
        if (!command.icon().isEmpty()) {
            button.setGraphic(new FontIcon(command.icon()));
        }
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        getChildren().add(button);
        return this;
    }
}
