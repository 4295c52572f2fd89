package org.tierscope.views.transition;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.EventMark;

/** The transitions so far, a line or two each; those without details are faint. */
final class TransitionList extends ListView<Transition> {

    private Moment moment;
    private int shown = -1;
    private Object session;

    TransitionList() {
        setId("transition-list");
        getStyleClass().addAll("dense", "transition-list");
        setMinWidth(120);
        setPrefWidth(190);
        setFixedCellSize(40);
        setCellFactory(list -> new Cell());
    }

    /** Shows more if there is more; the list itself is not copied, it may be very long. */
    void update(Moment newMoment) {
        moment = newMoment;
        List<Transition> transitions = newMoment.transitions();
        if (transitions.size() != shown || session != newMoment.session()) {
            shown = transitions.size();
            session = newMoment.session();
            setItems(FXCollections.observableList(transitions));
        }
    }

    /** A transition in words, as it stands in the list. */
    String words(Transition transition) {
        String function = Words.function(moment, transition.functionId());
        return switch (transition) {
            case Transition.Osr osr -> function + " → code " + osr.codeId();
            case Transition.Deopt deopt -> function + ": " + deopt.event().getReason();
        };
    }

    private final class Cell extends ListCell<Transition> {

        private final Label first = new Label();
        private final Label second = new Label();
        private final VBox lines = new VBox(first, second);

        Cell() {
            second.getStyleClass().add("view-note");
            second.setStyle("-fx-text-fill: -ts-text-muted; -fx-font-size: 11px;");
            first.setTextOverrun(OverrunStyle.ELLIPSIS);
            lines.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Transition transition, boolean empty) {
            super.updateItem(transition, empty);
            if (empty || transition == null) {
                setGraphic(null);
                return;
            }
            first.setGraphic((transition instanceof Transition.Osr ? EventMark.OSR : EventMark.DEOPT).node(12));
            first.setText(words(transition));
            second.setText(Words.time(transition.nanos()) + number(transition));
            lines.setOpacity(transition.hasDetail() ? 1 : 0.55);
            setGraphic(lines);
        }

        private String number(Transition transition) {
            long count = switch (transition) {
                case Transition.Osr osr -> osr.event().getCount();
                case Transition.Deopt deopt -> deopt.event().getCount();
            };
            return count > 1 ? ", number " + Words.count(count) : "";
        }
    }
}
