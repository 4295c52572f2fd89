package org.tierscope.views.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TwoDimensional;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.SyntaxProblem;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** The program's text. A click selects what stands there; a change can be saved and run with one key. */
final class SourceView implements View {
    private static final KeyCombination SAVE_AND_RUN = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final long NOTES_INTERVAL_NANOS = 150_000_000;
    private static final Duration NOTES_INTERVAL = Duration.millis(NOTES_INTERVAL_NANOS / 1e6);

    private final ViewContext context;
    private final CodeArea area = new CodeArea();
    private final HintLayer hintLayer = new HintLayer(area);
    private final SourceFolding folding = new SourceFolding(area);
    private final DraftCheck check;
    private final ToggleButton hints = new ToggleButton(null, new FontIcon("bi-chat-square-dots"));
    private final ToggleButton runOnPause = new ToggleButton(null, new FontIcon("bi-lightning-charge"));
    private final ViewBar bar = new ViewBar(hints, runOnPause);
    private final EmptyState empty = new EmptyState("bi-file-earmark-code", "No program is open",
            "Open a JavaScript file, or drop one on this window.");
    private final ViewPane pane = new ViewPane("source", bar,
            new StackPane(new VirtualizedScrollPane<>(area), hintLayer), empty);
    /** Changed texts of sources that are not shown now, by path. */
    private final Map<String, String> drafts = new HashMap<>();
    private SourceLoaded shown = SourceLoaded.getDefaultInstance();
    private SourceNotes notes = SourceNotes.NONE;
    private StyleSpans<Collection<String>> syntax = SourceStyles.syntax("");
    private Optional<SyntaxProblem> problem = Optional.empty();
    private List<Selection.SourceRange> linked = List.of();
    private List<Selection.SourceRange> revealed = List.of();
    private final PauseTransition later = new PauseTransition(NOTES_INTERVAL);
    private Moment notedMoment;
    private long notedAt;

    SourceView(ViewContext context) {
        this.context = context;
        area.setId("source-area");
        area.getStyleClass().add("source-area");
        area.setParagraphGraphicFactory(new SourceGutter(line -> notes.line(line), folding::state, this::selectLine,
                folding::toggle));
        check = new DraftCheck(context, area::getText, this::checked);
        hints.setId("source-hints-shown");
        hints.setSelected(true);
        hints.setTooltip(new Tooltip("Show behind each line what it has seen"));
        hints.setAccessibleText("Show hints");
        hintLayer.visibleProperty().bind(hints.selectedProperty());
        hints.setOnAction(event -> hintLayer.requestLayout());
        runOnPause.setId("source-run-on-pause");
        runOnPause.setTooltip(new Tooltip("Run the changed text whenever you pause typing, without saving it"));
        runOnPause.setAccessibleText("Run when I pause typing");
        runOnPause.setOnAction(event -> check.now());
        new SourceHover(area, offset -> isEdited() ? "" : HoverText.of(context.moment(), shown, offset));
        area.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                selectCaret();
            }
        });
        area.setOnKeyPressed(event -> {
            if (SAVE_AND_RUN.match(event)) {
                saveAndRun();
                event.consume();
            }
        });
        area.plainTextChanges().subscribe(change -> {
            syntax = SourceStyles.syntax(area.getText());
            folding.textChanged();
            problem = Optional.empty();
            applyStyles();
            showTitle();
            if (isEdited()) {
                hintLayer.show(SourceHints.NONE);
                check.later();
            } else {
                check.stop();
                context.program().setDraftProblem(Optional.empty());
            }
        });
        later.setOnFinished(event -> takeNotes(context.moment()));
        context.commands().find("file.open").ifPresent(empty::offer);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<SourceLoaded> source = sourceToShow(moment);
        if (source.isEmpty() && isBetweenRuns()) {
            return;
        }
        if (source.isEmpty()) {
            boolean opened = context.program().file().isPresent();
            empty.say(opened ? "Nothing loaded yet" : "No program is open",
                    opened ? "The program appears here when the engine has started and read it."
                            : "Open a JavaScript file, or drop one on this window.");
            shown = SourceLoaded.getDefaultInstance();
            pane.showEmpty();
            return;
        }
        if (!source.get().equals(shown)) {
            show(source.get());
        }
        pane.showContent();
        showTitle();
        takeNotes(moment);
    }

    /** The program has been started again and its new source is not here yet: what is being typed stays. */
    private boolean isBetweenRuns() {
        return context.program().canRun() && isOfProgram(shown.getPath());
    }

    private boolean isOfProgram(String path) {
        return context.program().file().map(Path::toString).filter(path::equals).isPresent();
    }

    /** The source of the function in focus, if it is the user's; else the first of the user's. */
    private Optional<SourceLoaded> sourceToShow(Moment moment) {
        List<SourceLoaded> sources = moment.sources().stream().filter(source -> !source.getInternal()).toList();
        int wanted = Focus.of(moment, context.viewpoint().selection(), context.viewpoint().links()).function()
                .map(function -> function.function().getSourceId()).orElse(0);
        return sources.stream().filter(source -> source.getSourceId() == wanted).findFirst()
                .or(() -> sources.stream().findFirst());
    }

    private void show(SourceLoaded source) {
        boolean same = source.getPath().equals(shown.getPath());
        boolean changed = isEdited() && shown.getSourceId() != 0;
        if (changed && !same) {
            drafts.put(shown.getPath(), area.getText());
        }
        shown = source;
        notes = SourceNotes.NONE;
        notedMoment = null;
        // what somebody has typed is never overwritten by what has run
        String text = same && changed ? area.getText()
                : Optional.ofNullable(drafts.remove(source.getPath())).orElse(source.getText());
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.requestFollowCaret();
        }
        area.setEditable(context.program().canRun());
        runOnPause.setDisable(!context.program().canRun());
        checked(problem);
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            area.recreateParagraphGraphic(line);
        }
    }

    /** Reads counts and events away from this thread, and not for every small change. */
    private void takeNotes(Moment moment) {
        long now = System.nanoTime();
        boolean first = notedMoment == null || moment.nanos() < notedMoment.nanos();
        if (!first && now - notedAt < NOTES_INTERVAL_NANOS) {
            later.playFromStart();
            return;
        }
        notedMoment = moment;
        notedAt = now;
        SourceLoaded source = shown;
        context.background(() -> new Noted(SourceNotes.of(moment, source), SourceHints.of(moment, source)), fresh -> {
            if (source == shown) {
                showNotes(fresh.notes());
                hintLayer.show(isEdited() ? SourceHints.NONE : fresh.hints());
            }
        });
    }

    /** All that is read from a moment for the lines of the source. */
    private record Noted(SourceNotes notes, SourceHints hints) {
    }

    /** The text as it is now has been read. */
    private void checked(Optional<SyntaxProblem> found) {
        problem = found;
        applyStyles();
        showTitle();
        context.program().setDraftProblem(isEdited() ? found : Optional.empty());
        if (found.isEmpty() && isEdited() && runOnPause.isSelected() && isOfProgram(shown.getPath())) {
            context.program().runText(area.getText());
        }
    }

    private void showNotes(SourceNotes fresh) {
        SourceNotes old = notes;
        notes = fresh;
        for (int line = 0; line < Math.min(fresh.lines().size(), area.getParagraphs().size()); line++) {
            if (!fresh.line(line).equals(old.line(line))) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    @Override
    public void select(Links links) {
        boolean wholeFunction = context.viewpoint().selection()
                .filter(selection -> selection instanceof Selection.Function).isPresent();
        List<Selection.SourceRange> ranges = links.sourcesIn(shown.getSourceId());
        List<Selection.SourceRange> narrow = wholeFunction ? List.of() : ranges;
        if (!narrow.equals(linked)) {
            linked = narrow;
            applyStyles();
        }
        if (!ranges.equals(revealed)) {
            revealed = ranges;
            ranges.stream().mapToInt(Selection.SourceRange::start).min().ifPresent(this::reveal);
        }
    }

    private void reveal(int offset) {
        if (!area.isFocused() && offset <= area.getLength()) {
            folding.unfoldAt(area.offsetToPosition(offset, TwoDimensional.Bias.Forward).getMajor());
            area.moveTo(offset);
            area.requestFollowCaret();
        }
    }

    private void applyStyles() {
        if (area.getLength() > 0 && syntax.length() == area.getLength()) {
            StyleSpans<Collection<String>> styles = SourceStyles.withLinks(syntax, isEdited() ? List.of() : linked);
            area.setStyleSpans(0, problem.map(p -> SourceStyles.withError(styles, area.getText(), p.offset())).orElse(styles));
        }
    }

    private void showTitle() {
        String path = shown.getPath();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String note = problem.isPresent() ? "line " + problem.get().line() + ": " + problem.get().message()
                : !isEdited() ? area.getParagraphs().size() + " lines"
                : "changed; " + SAVE_AND_RUN.getDisplayText() + " saves and runs";
        bar.show(name.isEmpty() ? "Source" : name, note);
    }

    private boolean isEdited() {
        return !area.getText().equals(shown.getText());
    }

    private void selectCaret() {
        if (!isEdited() && shown.getSourceId() != 0) {
            var range = area.getSelection();
            context.select(new Selection.SourceRange(shown.getSourceId(), range.getStart(), range.getEnd()));
        }
    }

    private void selectLine(int line) {
        if (!isEdited() && shown.getSourceId() != 0) {
            LineIndex index = new LineIndex(shown.getText());
            int end = line + 1 < index.count() ? index.start(line + 1) : shown.getText().length();
            context.select(new Selection.SourceRange(shown.getSourceId(), index.start(line), end));
        }
    }

    private void saveAndRun() {
        if (!context.program().canRun()) {
            context.say("This is a recording; its program cannot be changed here");
            return;
        }
        try {
            // a module of the program is saved to its own file
            Path own = Path.of(shown.getPath());
            Files.writeString(Files.isRegularFile(own) ? own : context.program().file().orElseThrow(), area.getText());
            context.commands().run("run.restart");
        } catch (IOException e) {
            context.say("The file could not be saved: " + e.getMessage());
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("source.fold", "Edit", "Fold All", "bi-arrows-collapse", "", folding::foldAll),
                Command.of("source.unfold", "Edit", "Unfold All", "bi-arrows-expand", "", folding::unfoldAll));
    }

    @Override
    public void dispose() {
        later.stop();
        check.stop();
    }

    @Override
    public Optional<Findable> findable() {
        return shown.getSourceId() == 0 ? Optional.empty() : Optional.of(new FindableSource(area, folding));
    }

    @Override
    public Optional<String> text() {
        return Optional.of(area.getText());
    }
}
