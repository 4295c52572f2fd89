package org.tierscope.views.source;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/** Writes hints behind the lines that are in sight. Lies on top of the text and lets clicks through. */
final class HintLayer extends Pane {
    private static final double GAP = 28;
    private static final double LEAST_ROOM = 40;

    private final CodeArea area;
    private SourceHints hints = SourceHints.NONE;

    HintLayer(CodeArea area) {
        this.area = area;
        setId("source-hints");
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.viewportDirtyEvents().subscribe(event -> requestLayout());
    }

    void show(SourceHints newHints) {
        if (!newHints.equals(hints)) {
            hints = newHints;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        int used = 0;
        if (isVisible() && area.getScene() != null) {
            for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
                int line = area.visibleParToAllParIndex(i);
                SourceHints.Hint hint = hints.lines().get(line);
                Optional<Point2D> place = hint == null ? Optional.empty() : endOf(line);
                if (place.isPresent() && place.get().getX() < getWidth() - LEAST_ROOM) {
                    put(used++, hint, place.get());
                }
            }
        }
        for (int i = used; i < getChildren().size(); i++) {
            getChildren().get(i).setVisible(false);
        }
    }

    private void put(int index, SourceHints.Hint hint, Point2D place) {
        if (index == getChildren().size()) {
            Label label = new Label();
            label.getStyleClass().add("source-hint");
            getChildren().add(label);
        }
        Label label = (Label) getChildren().get(index);
        label.setVisible(true);
        label.setText(hint.text());
        label.getStyleClass().setAll("label", "source-hint", hint.bad() ? "source-hint-bad" : "source-hint-good");
        double width = Math.min(label.prefWidth(-1), getWidth() - place.getX());
        label.resizeRelocate(place.getX(), place.getY(), width, label.prefHeight(-1));
    }

    /** Where the text of a line ends; empty if that is not in sight. */
    private Optional<Point2D> endOf(int line) {
        int length = area.getParagraphLength(line);
        Optional<Bounds> bounds = length == 0 ? area.getParagraphBoundsOnScreen(line)
                : area.getCharacterBoundsOnScreen(area.getAbsolutePosition(line, length - 1), area.getAbsolutePosition(line, length));
        return bounds.map(b -> screenToLocal(length == 0 ? b.getMinX() : b.getMaxX(), b.getMinY()))
                .map(point -> point.add(GAP, 0));
    }
}
