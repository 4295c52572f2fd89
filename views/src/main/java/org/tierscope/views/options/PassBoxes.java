package org.tierscope.views.options;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;

/** A box to tick for each pass of the optimizing compiler that has been seen at work. */
final class PassBoxes extends FlowPane {
    /** Steps that a compilation cannot do without. */
    private static final Set<String> NEEDED = Set.of("build", "register-allocation");

    private final Consumer<Set<String>> onDisabled;
    private final Label hint = new Label("The passes appear here when a function has been optimized.");
    private final Set<String> known = new LinkedHashSet<>();
    private int seenCompilations;

    /** @param onDisabled gets the names of all passes to leave out */
    PassBoxes(Consumer<Set<String>> onDisabled) {
        super(16, 6);
        this.onDisabled = onDisabled;
        hint.getStyleClass().add("view-note");
        getChildren().add(hint);
    }

    void show(Moment moment, Collection<String> disabled) {
        int before = known.size();
        if (moment.compilations().size() != seenCompilations) {
            seenCompilations = moment.compilations().size();
            moment.compilations().stream().flatMap(compilation -> compilation.passes().stream()).map(Pass::name)
                    .filter(name -> !NEEDED.contains(name)).forEach(known::add);
        }
        known.addAll(disabled);
        if (known.size() != before) {
            getChildren().setAll(known.stream().map(PassBoxes.this::box).toList());
        }
        boxes().forEach(box -> box.setSelected(!disabled.contains(box.getText())));
    }

    private CheckBox box(String name) {
        CheckBox box = new CheckBox(name);
        box.setId("pass-" + name);
        box.setMnemonicParsing(false);
        box.setMinWidth(USE_PREF_SIZE);
        box.setTooltip(new Tooltip("Whether " + name + " is part of later compilations"));
        box.setOnAction(event -> onDisabled.accept(boxes().filter(other -> !other.isSelected())
                .map(CheckBox::getText).collect(Collectors.toCollection(LinkedHashSet::new))));
        return box;
    }

    private java.util.stream.Stream<CheckBox> boxes() {
        return getChildren().stream().filter(CheckBox.class::isInstance).map(CheckBox.class::cast);
    }
}
