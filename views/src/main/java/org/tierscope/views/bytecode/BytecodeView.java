package org.tierscope.views.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** Bytecode with counts and feedback. */
final class BytecodeView implements View {
    private final ViewContext context;
    private final ViewBar bar = new ViewBar();
    private final CodeList list;
    private final ViewPane pane;
    private BytecodeLines lines;
    private int shownFunction;

    BytecodeView(ViewContext context) {
        this.context = context;
        this.list = new CodeList(context::select);
        list.setId("bytecode-list");
        pane = new ViewPane("bytecode", bar, list, new EmptyState("bi-list-ol", "No bytecode yet",
                "The instructions of the selected function appear here, with how often each ran and what it has seen."));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Focus focus = Focus.of(moment, context.viewpoint().selection(), context.viewpoint().links());
        Optional<FunctionState> function = focus.function();
        Optional<BytecodeState> bytecode = function.flatMap(f -> moment.bytecode(f.id()));
        if (bytecode.isEmpty()) {
            shownFunction = 0;
            pane.showEmpty();
            return;
        }
        FunctionState shown = function.orElseThrow();
        shownFunction = shown.id();
        bar.show(shown.tier(), shown.name(), note(shown));
        if (lines == null || !lines.isOf(bytecode.get().function())) {
            lines = new BytecodeLines(bytecode.get().function());
        }
        list.setLines(lines.at(bytecode.get(), moment.transitions()));
        pane.showContent();
    }

    private static String note(FunctionState function) {
        String calls = function.calls() == 1 ? "1 call" : Counts.brief(function.calls()) + " calls";
        return function.loopIterations() == 0 ? calls
                : calls + ", " + Counts.brief(function.loopIterations()) + " iterations";
    }

    @Override
    public void select(Links links) {
        Set<Integer> exact = context.viewpoint().selection()
                .map(selection -> selection instanceof Selection.Bytecode bytecode
                        && bytecode.functionId() == shownFunction ? Set.of(bytecode.pc()) : Set.<Integer>of())
                .orElse(Set.of());
        list.setLinked(links.pcsIn(shownFunction), exact);
    }

    @Override
    public Optional<Table> table() {
        return shownFunction == 0 ? Optional.empty() : Optional.of(new Table(
                List.of("pc", "instruction", "count", "feedback"),
                () -> context.moment().bytecode(shownFunction).stream().flatMap(code -> code.lines().stream())
                        .map(line -> List.of(String.valueOf(line.instruction().getPc()), line.instruction().getText(), String.valueOf(line.count()),
                        line.feedback().stream().map(org.tierscope.session.text.FeedbackText::of)
                                .collect(Collectors.joining("; ")))).toList()));
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(list);
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.allText());
    }
}
