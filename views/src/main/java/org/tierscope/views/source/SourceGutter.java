package org.tierscope.views.source;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.TierBadge;

/** Makes the margin of a line: event mark, line number, heat, and the colour of the function's tier. */
final class SourceGutter implements IntFunction<Node> {
    private static final double MARK_SIZE = 12;

    /** Whether a line begins something that can be folded, and whether it is. */
    enum Fold { NONE, OPEN, FOLDED }

    private final IntFunction<SourceNotes.Line> notes;
    private final IntFunction<Fold> folds;
    private final IntConsumer onClick;
    private final IntConsumer onFold;

    /** @param onFold gets the line whose fold was clicked */
    SourceGutter(IntFunction<SourceNotes.Line> notes, IntFunction<Fold> folds, IntConsumer onClick, IntConsumer onFold) {
        this.notes = notes;
        this.folds = folds;
        this.onClick = onClick;
        this.onFold = onFold;
    }

    @Override
    public Node apply(int line) {
        SourceNotes.Line note = notes.apply(line);
        StackPane mark = new StackPane();
        mark.getStyleClass().add("gutter-mark");
        if (note.deopts() > 0) {
            mark.getChildren().add(mark(EventMark.DEOPT, note.deopts() + " × deoptimized: " + note.deoptReason()));
        } else if (note.osrEntries() > 0) {
            mark.getChildren().add(mark(EventMark.OSR, note.osrEntries() + " × entered by on-stack replacement"));
        }
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().add("gutter-number");
        Region heat = new Region();
        heat.getStyleClass().add("gutter-heat");
        heat.setOpacity(note.heat() <= 0 ? 0 : 0.12 + 0.88 * note.heat());
        Region tier = new Region();
        tier.getStyleClass().add("gutter-tier");
        note.tier().ifPresentOrElse(t -> tier.getStyleClass().add(TierBadge.styleClass(t)), () -> tier.setOpacity(0));
        HBox gutter = new HBox(mark, number, fold(line), heat, tier);
        gutter.setAlignment(Pos.CENTER_LEFT);
        gutter.getStyleClass().add("gutter");
        gutter.setOnMouseClicked(event -> {
            onClick.accept(line);
            // the text beside it would take the click as one on its caret
            event.consume();
        });
        if (note.count() > 0 || note.tier().isPresent()) {
            Tooltip.install(gutter, new Tooltip(inWords(note)));
        }
        return gutter;
    }

    private Node fold(int line) {
        Fold fold = folds.apply(line);
        Label label = new Label(switch (fold) {
            case NONE -> "";
            case OPEN -> "▾";
            case FOLDED -> "▸";
        });
        label.getStyleClass().add("gutter-fold");
        if (fold != Fold.NONE) {
            label.setAccessibleText(fold == Fold.OPEN ? "Fold" : "Unfold");
            label.setOnMouseClicked(event -> {
                onFold.accept(line);
                event.consume();
            });
        }
        return label;
    }

    private static Node mark(EventMark kind, String words) {
        Node shape = kind.node(MARK_SIZE);
        Tooltip.install(shape, new Tooltip(words));
        return new Group(shape);
    }

    private static String inWords(SourceNotes.Line note) {
        String tier = note.tier().map(t -> TierBadge.name(t) + " tier").orElse("");
        String count = note.count() == 0 ? "" : "ran " + Counts.brief(note.count()) + " times";
        return tier.isEmpty() || count.isEmpty() ? tier + count : tier + ", " + count;
    }
}
