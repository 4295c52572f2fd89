package org.tierscope.app.workbench;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.options.EngineOption;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Selection;
import org.tierscope.views.control.TierBadge;

/** The tool bar: commands, the highest tier allowed, and the finder of functions. */
final class ToolStrip {
    private static final int MOST_FOUND = 12;

    private final Workbench workbench;
    private final ToolBar bar = new ToolBar();
    private final TextField finder = new TextField();
    private final ContextMenu found = new ContextMenu();

    ToolStrip(Workbench workbench) {
        this.workbench = workbench;
        bar.getStyleClass().add("workbench-tools");
        for (String id : WorkbenchCommands.toolBar()) {
            bar.getItems().add(id.isEmpty() ? new Separator(Orientation.VERTICAL)
                    : Menus.iconButton(workbench.commands(), id));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getItems().addAll(new Separator(Orientation.VERTICAL), new Label("Tiers up to"), tierCap(), space,
                finderField(), Menus.iconButton(workbench.commands(), "window.theme"));
    }

    ToolBar bar() {
        return bar;
    }

    private ChoiceBox<Tier> tierCap() {
        ChoiceBox<Tier> choice = new ChoiceBox<>();
        choice.setId("tier-cap");
        choice.getItems().addAll(Tier.INTERPRETER, Tier.BASELINE, Tier.OPTIMIZING);
        choice.setValue(Tier.OPTIMIZING);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Tier tier) {
                return TierBadge.name(tier);
            }

            @Override
            public Tier fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list");
            }
        });
        choice.setTooltip(new Tooltip("The highest tier that functions may reach; acts on the running program"));
        choice.valueProperty().addListener((property, old, tier) ->
                workbench.program().setOption(EngineOption.MAX_TIER.name(), TierBadge.name(tier)));
        workbench.program().optionsProperty().addListener((property, old, options) -> {
            String cap = options.getOrDefault(EngineOption.MAX_TIER.name(), EngineOption.MAX_TIER.defaultText());
            choice.getItems().stream().filter(tier -> TierBadge.name(tier).equals(cap)).findFirst()
                    .ifPresent(choice::setValue);
        });
        return choice;
    }

    private HBox finderField() {
        finder.setId("function-finder");
        finder.setPromptText("Go to function");
        finder.setPrefColumnCount(16);
        finder.textProperty().addListener((property, old, text) -> showFound());
        finder.setOnAction(event -> {
            matches().stream().findFirst().ifPresent(this::go);
            found.hide();
        });
        HBox box = new HBox(new FontIcon("bi-search"), finder);
        box.getStyleClass().add("finder");
        return box;
    }

    void focusFinder() {
        finder.requestFocus();
        finder.selectAll();
    }

    private List<FunctionState> matches() {
        String wanted = finder.getText().strip().toLowerCase();
        Supplier<List<FunctionState>> functions = () -> workbench.viewpoint().moment().functions();
        return wanted.isEmpty() ? List.of() : functions.get().stream()
                .filter(function -> !function.function().getInternal())
                .filter(function -> function.name().toLowerCase().contains(wanted))
                .limit(MOST_FOUND)
                .toList();
    }

    private void showFound() {
        List<FunctionState> functions = matches();
        found.getItems().setAll(functions.stream().map(function -> {
            MenuItem item = new MenuItem(function.name() + "  :" + function.function().getLine(),
                    new TierBadge(function.tier()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> go(function));
            return item;
        }).toList());
        if (functions.isEmpty()) {
            found.hide();
        } else if (!found.isShowing() && finder.getScene() != null && finder.isFocused()) {
            found.show(finder, Side.BOTTOM, 0, 2);
        }
    }

    private void go(FunctionState function) {
        workbench.viewpoint().select(new Selection.Function(function.id()));
    }
}
