package org.tierscope.views.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.record.proto.Tier;

/** The strip on top of a view: the tier and name of what is shown, a note, and controls on the right. */
public final class ViewBar extends HBox {
    private static final double WIDEST_SUBJECT = 220;

    private static final double LEAST_OF_NOTE = 0.7;

    private final TierBadge badge = new TierBadge(Tier.INTERPRETER);
    private final Label subject = new Label();
    private final Label note = new Label();

    public ViewBar(Node... controls) {
        getStyleClass().add("view-bar");
        subject.getStyleClass().add("view-subject");
        subject.setMinWidth(USE_PREF_SIZE);
        subject.setMaxWidth(WIDEST_SUBJECT);
        note.getStyleClass().add("view-note");
        note.setMinWidth(0);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(badge, subject, note, space);
        for (Node control : controls) {
            if (control instanceof Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
            getChildren().add(control);
        }
        clear();
    }

    /** A note of which little more than dots would be left is not shown; its tooltip has it. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        note.setVisible(note.getWidth() >= LEAST_OF_NOTE * note.prefWidth(-1));
    }

    public void clear() {
        badge.setVisible(false);
        badge.setManaged(false);
        subject.setText("");
        note.setText("");
    }

    /** Says what the view shows, where that has no tier. */
    public void show(String newSubject, String newNote) {
        badge.setVisible(false);
        badge.setManaged(false);
        setText(subject, newSubject);
        setText(note, newNote);
    }

    /** Says what the view shows. */
    public void show(Tier tier, String newSubject, String newNote) {
        badge.setVisible(true);
        badge.setManaged(true);
        badge.setTier(tier);
        setText(subject, newSubject);
        setText(note, newNote);
    }

    private static void setText(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
