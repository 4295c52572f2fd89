package org.tierscope.views.options;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tierscope.options.EngineOption;
import org.tierscope.options.Tier;

/** One option: its name, what it is set with, and when a change acts. */
final class OptionRow {
    private static final int DIGITS = 9;
    /** No value of any option. */
    private static final String NOTHING = "\0";

    private final EngineOption<?> option;
    private final BiConsumer<String, String> onChosen;
    private final Label name;
    private final Label when;
    private final TextField field = new TextField();
    private final Node control;
    private Shower shower;
    private String shown = NOTHING;

    /** Shows a value in the control. */
    private interface Shower {
        void show(String value);
    }

    private OptionRow(EngineOption<?> option, BiConsumer<String, String> onChosen, Node control) {
        this.option = option;
        this.onChosen = onChosen;
        this.name = new Label(option.name());
        name.setTooltip(new Tooltip(option.meaning() + "\n" + option.range()
                + (option.unit().isEmpty() ? "" : " " + option.unit())));
        name.setMinWidth(Region.USE_PREF_SIZE);
        boolean live = EngineOption.LIVE.contains(option);
        this.when = new Label(live ? "at once" : "next run");
        when.getStyleClass().add("view-note");
        when.setMinWidth(Region.USE_PREF_SIZE);
        when.setTooltip(new Tooltip(live ? "A change acts on the running program" : "A change acts when the program is started again"));
        field.setId("option-" + option.name());
        field.setPrefColumnCount(DIGITS);
        field.setMinWidth(70);
        field.setPrefWidth(100);
        field.setAccessibleText(option.name());
        field.setOnAction(event -> chooseTyped());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                chooseTyped();
            }
        });
        this.control = control;
    }

    /** A number that is chosen with a slider or typed in. */
    static OptionRow slider(EngineOption<Long> option, long least, long most, BiConsumer<String, String> onChosen) {
        LogSlider[] slider = new LogSlider[1];
        HBox box = new HBox(8);
        OptionRow row = new OptionRow(option, onChosen, box);
        slider[0] = new LogSlider(least, most, option.placeholder().equals("SIZE"), number -> row.choose(option.format(number)));
        slider[0].setId("slider-" + option.name());
        slider[0].setAccessibleText(option.name());
        slider[0].valueProperty().addListener((property, before, now) -> {
            if (slider[0].isValueChanging()) {
                row.field.setText(option.format(slider[0].number()));
            }
        });
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        box.getChildren().addAll(slider[0], row.field);
        HBox.setHgrow(slider[0], javafx.scene.layout.Priority.SOMETIMES);
        row.shower = value -> {
            row.field.setText(value);
            slider[0].show(option.parse(value));
        };
        return row;
    }

    /** Something that is typed in. */
    static OptionRow text(EngineOption<?> option, BiConsumer<String, String> onChosen) {
        HBox box = new HBox();
        OptionRow row = new OptionRow(option, onChosen, box);
        box.getChildren().add(row.field);
        row.shower = row.field::setText;
        return row;
    }

    static OptionRow flag(EngineOption<Boolean> option, BiConsumer<String, String> onChosen) {
        CheckBox box = new CheckBox();
        box.setId("option-" + option.name());
        box.setAccessibleText(option.name());
        OptionRow row = new OptionRow(option, onChosen, box);
        box.setOnAction(event -> row.choose(option.format(box.isSelected())));
        row.shower = value -> box.setSelected(option.parse(value));
        return row;
    }

    static OptionRow tier(EngineOption<Tier> option, BiConsumer<String, String> onChosen) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.setId("option-" + option.name());
        for (Tier tier : Tier.values()) {
            choice.getItems().add(tier.label());
        }
        OptionRow row = new OptionRow(option, onChosen, choice);
        choice.setOnAction(event -> row.choose(choice.getValue()));
        row.shower = choice::setValue;
        return row;
    }

    private void chooseTyped() {
        choose(field.getText().strip());
    }

    private void choose(String value) {
        if (value.equals(shown)) {
            return;
        }
        onChosen.accept(option.name(), value);
    }

    /** Takes back what was typed and is no value. */
    void showAgain() {
        String value = shown;
        shown = NOTHING;
        show(value);
    }

    /** Shows the value that holds now; what a person is typing stays unless that value has changed. */
    void show(String value) {
        if (value.equals(shown)) {
            return;
        }
        shown = value;
        name.setStyle(value.equals(option.defaultText()) ? "" : "-fx-font-weight: bold;");
        shower.show(value);
    }

    EngineOption<?> option() {
        return option;
    }

    Label name() {
        return name;
    }

    Node control() {
        return control;
    }

    Label when() {
        return when;
    }
}
