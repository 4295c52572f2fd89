package org.tierscope.views.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tierscope.options.EngineOption;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;

/** Sliders, boxes and presets for the engine's options. What a running engine can take, it gets at once. */
final class OptionsView implements View {
    private static final long MB = 1 << 20;
    private static final double SECTION_WIDTH = 440;
    /** Padding and scroll bar. */
    private static final double BESIDE_SECTION = 46;

    private final ViewContext context;
    private final BorderPane pane = new BorderPane();
    private final ComboBox<Preset> presets = new ComboBox<>();
    private final Button restart = new Button("Run again");
    private final List<OptionRow> rows = new ArrayList<>();
    private final PassBoxes passes;
    private boolean filling;

    OptionsView(ViewContext context) {
        this.context = context;
        pane.setId("options");
        presets.setId("options-presets");
        presets.getItems().setAll(Preset.ALL);
        presets.setPromptText("Chosen one by one");
        presets.setCellFactory(list -> new PresetCell());
        presets.setOnAction(event -> {
            if (!filling && presets.getValue() != null) {
                take(presets.getValue());
            }
        });
        restart.setId("options-restart");
        restart.setOnAction(event -> context.commands().run("run.restart"));
        restart.setMinWidth(Region.USE_PREF_SIZE);
        Label preset = new Label("Preset");
        preset.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(preset, presets, space, restart);
        bar.getStyleClass().add("view-bar");
        passes = new PassBoxes(disabled -> choose(EngineOption.DISABLE_PASS.name(), String.join(",", disabled)));
        VBox passSection = section("Passes", passes);
        FlowPane sections = new FlowPane(24, 16,
                section("Tiers", grid(List.of(
                        OptionRow.tier(EngineOption.MAX_TIER, this::choose),
                        OptionRow.slider(EngineOption.BASELINE_THRESHOLD, 1, 1_000_000, this::choose),
                        OptionRow.slider(EngineOption.OPTIMIZE_THRESHOLD, 1, 10_000_000, this::choose),
                        OptionRow.flag(EngineOption.SYNC_COMPILE, this::choose)))),
                section("Budgets", grid(List.of(
                        OptionRow.slider(EngineOption.MAX_HEAP, MB, 16 * 1024 * MB, this::choose),
                        OptionRow.slider(EngineOption.MAX_STACK, MB / 16, 1024 * MB, this::choose),
                        OptionRow.text(EngineOption.TIMEOUT, this::choose),
                        OptionRow.slider(EngineOption.SAMPLE_INTERVAL, 1, 10_000, this::choose)))),
                passSection,
                section("Stress and repetition", grid(List.of(
                        OptionRow.text(EngineOption.DEOPT_EVERY, this::choose),
                        OptionRow.text(EngineOption.GC_EVERY, this::choose),
                        OptionRow.flag(EngineOption.OSR_ALWAYS, this::choose),
                        OptionRow.flag(EngineOption.VERIFY, this::choose),
                        OptionRow.text(EngineOption.SEED, this::choose)))));
        sections.setStyle("-fx-padding: 10 14 14 14; -fx-background-color: -ts-canvas;");
        sections.setRowValignment(VPos.TOP);
        sections.getChildren().forEach(section -> ((Region) section).prefWidthProperty().bind(
                Bindings.min(SECTION_WIDTH, pane.widthProperty().subtract(BESIDE_SECTION))));
        passes.setPrefWrapLength(SECTION_WIDTH);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setStyle("-fx-background: -ts-canvas; -fx-background-color: -ts-canvas;");
        pane.setTop(bar);
        pane.setCenter(scroll);
    }

    private static VBox section(String title, Node content) {
        Label label = new Label(title);
        label.setStyle("-fx-font-weight: bold;");
        return new VBox(6, label, content);
    }

    private GridPane grid(List<OptionRow> sectionRows) {
        GridPane grid = new GridPane(10, 6);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.SOMETIMES);
        controls.setMinWidth(0);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), controls, new ColumnConstraints());
        sectionRows.forEach(row -> grid.addRow(grid.getRowCount(), row.name(), row.control(), row.when()));
        rows.addAll(sectionRows);
        return grid;
    }

    private void choose(String name, String value) {
        try {
            EngineOption.named(name).orElseThrow().parse(value);
            context.program().setOption(name, value);
        } catch (IllegalArgumentException e) {
            context.say(e.getMessage());
            rows.stream().filter(row -> row.option().name().equals(name)).forEach(OptionRow::showAgain);
        }
        refresh(context.moment());
    }

    private void take(Preset preset) {
        Map<String, String> now = context.program().options();
        for (String name : Preset.touched()) {
            String wanted = preset.choices().getOrDefault(name, EngineOption.named(name).orElseThrow().defaultText());
            if (!wanted.equals(value(now, name))) {
                context.program().setOption(name, wanted);
            }
        }
        context.say(preset.title() + ": " + preset.meaning());
        refresh(context.moment());
    }

    private static String value(Map<String, String> options, String name) {
        return options.getOrDefault(name, EngineOption.named(name).orElseThrow().defaultText());
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Map<String, String> options = context.program().options();
        filling = true;
        rows.forEach(row -> row.show(value(options, row.option().name())));
        presets.setValue(Preset.ALL.stream().filter(preset -> Preset.touched().stream().allMatch(name ->
                value(options, name).equals(value(preset.choices(), name)))).findFirst().orElse(null));
        filling = false;
        String disabled = value(options, EngineOption.DISABLE_PASS.name());
        passes.show(moment, disabled.isEmpty() ? Set.of() : List.of(disabled.split(",")));
        restart.setDisable(!context.program().canRun());
        restart.setTooltip(new Tooltip("Starts the program again, with all options as they are here"));
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(new FindableOptions(rows));
    }

    @Override
    public Optional<Table> table() {
        Map<String, String> options = context.program().options();
        return Optional.of(new Table(List.of("option", "value", "default", "meaning"), () -> EngineOption.ALL.stream()
                .map(option -> List.of(option.name(), value(options, option.name()), option.defaultText(),
                        option.meaning())).toList()));
    }

    @Override
    public Optional<String> text() {
        Map<String, String> options = context.program().options();
        return Optional.of(EngineOption.ALL.stream()
                .map(option -> "--%s=%s".formatted(option.name(), value(options, option.name())))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static final class PresetCell extends ListCell<Preset> {
        @Override
        protected void updateItem(Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(empty || preset == null ? null : preset.title());
            setTooltip(empty || preset == null ? null : new Tooltip(preset.meaning()));
        }
    }
}
