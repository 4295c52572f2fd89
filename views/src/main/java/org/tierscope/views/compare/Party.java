package org.tierscope.views.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.views.api.KeptRun;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeList;

/** One of the two sides: the run it is of, what of it, and its lines. */
final class Party {
    private static final double LEAST_WIDTH = 80;
    private static final double USUAL_WIDTH = 180;
    private static final int ROWS = 18;

    final ComboBox<KeptRun> run = new ComboBox<>();
    final ComboBox<Subject> subject = new ComboBox<>();
    final CodeList list;
    private final ViewContext context;
    private boolean filling;

    /**
     * @param id begins the ids of the controls
     * @param words says which side it is
     */
    Party(ViewContext context, String id, String words) {
        this.context = context;
        list = new CodeList(context::select);
        list.setId(id + "-list");
        list.setAccessibleText(words);
        prepare(run, id + "-run", "Which run, " + words, KeptRun::title);
        prepare(subject, id, "What to compare, " + words, Subject::title);
    }

    private static <T> void prepare(ComboBox<T> chooser, String id, String words, Function<T, String> title) {
        chooser.setId(id);
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setMinWidth(LEAST_WIDTH);
        chooser.setPrefWidth(USUAL_WIDTH);
        chooser.setVisibleRowCount(ROWS);
        chooser.setAccessibleText(words);
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : title.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list");
            }
        });
        chooser.valueProperty().addListener((property, before, now) ->
                chooser.setTooltip(now == null ? null : new Tooltip(title.apply(now))));
    }

    /** Calls {@code action} when the person chooses something. */
    void onChosen(Runnable runChosen, Runnable subjectChosen) {
        run.setOnAction(event -> unlessFilling(runChosen));
        subject.setOnAction(event -> unlessFilling(subjectChosen));
    }

    private void unlessFilling(Runnable action) {
        if (!filling) {
            action.run();
        }
    }

    /** What was chosen stays chosen, as long as it is there. */
    void setRuns(List<KeptRun> runs) {
        filling = true;
        KeptRun before = run.getValue();
        run.getItems().setAll(runs);
        run.setValue(runs.stream().filter(r -> before != null && r.session() == before.session()).findFirst().orElse(runs.getFirst()));
        filling = false;
    }

    void chooseRun(KeptRun wanted) {
        filling = true;
        run.setValue(wanted);
        filling = false;
    }

    /** What was chosen stays chosen, unless {@code anew}. */
    void setSubjects(List<Subject> all, Subject usual, boolean anew) {
        filling = true;
        Subject before = subject.getValue();
        if (!subject.getItems().equals(all)) {
            subject.getItems().setAll(new ArrayList<>(all));
        }
        subject.setValue(!anew && before != null && all.contains(before) ? before : usual);
        filling = false;
    }

    Session session() {
        return run.getValue().session();
    }

    boolean isShown() {
        return run.getValue() != null && session() == context.session();
    }

    /** The shown run as it is at the cursor, others as they ended. */
    Moment moment() {
        return isShown() ? context.moment() : session().now();
    }

    /** Lights what belongs to the selection. */
    void select(Links links) {
        list.setLinked(isShown() ? keys(links) : Set.of(), Set.of());
    }

    private Set<?> keys(Links links) {
        return switch (subject.getValue()) {
            case null -> Set.of();
            case Subject.Bytecode bytecode -> links.pcsIn(bytecode.functionId());
            case Subject.Graph graph -> links.nodesIn(graph.compilationId());
            case Subject.Code code -> links.offsetsIn(code.codeId());
            case Subject.Whole whole -> Set.of();
        };
    }

    /** As in the head of a copied text. */
    String title(boolean withRun) {
        String what = Objects.requireNonNull(subject.getValue()).title();
        return withRun ? run.getValue().title() + ": " + what : what;
    }
}
