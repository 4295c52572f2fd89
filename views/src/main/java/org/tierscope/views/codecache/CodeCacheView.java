package org.tierscope.views.codecache;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import org.tierscope.session.CodeState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TextTableView;

/** The map of all machine code beside its list; a click on either shows the code in all views. */
final class CodeCacheView extends TextTableView<CodeState> {
    private static final double ROOM_FOR_TWO = 720;

    private final ViewContext context;
    private final CodeMapCanvas canvas;
    private List<CodeState> shown = List.of();

    CodeCacheView(ViewContext context) {
        super("code-cache-table");
        this.context = context;
        canvas = new CodeMapCanvas(this::words, id -> context.moment().code(id).ifPresent(this::select));
        canvas.setId("code-cache-map");
        canvas.setPalette(context.palette());
        canvas.setAccessibleText("Map of machine code");
        table.number("Code", "Number of the code", 52, CodeState::id, code -> "#" + code.id());
        table.column("Function", "Whose code it is", 120, this::function);
        table.column("Tier", "The compiler that made it", 88, code -> Words.tier(code.tier()));
        table.column("Entry", "What it is entered by", 58, CodeCacheView::entry);
        table.number("Size", "Of the code in memory", 64, code -> code.sizeBytes(),
                code -> Words.bytes(code.sizeBytes()));
        table.column("State", "Whether it may still be entered", 120, CodeCacheView::state,
                code -> code.isValid() ? "cell-good" : "cell-muted");
        table.column("Address", "Where it lies in the engine's memory", 110,
                code -> "0x" + Long.toHexString(code.address()));
        table.onChosen(this::select);
        SplitPane split = new SplitPane(canvas, table);
        split.getStyleClass().add("view-split");
        split.setDividerPositions(0.3);
        split.widthProperty().addListener((property, before, now) -> split.setOrientation(
                now.doubleValue() >= ROOM_FOR_TWO ? Orientation.HORIZONTAL : Orientation.VERTICAL));
        stand("code-cache", split, new EmptyState("bi-grid-3x3", "No machine code yet",
                "Each piece of code that a compiler makes gets its place in memory, and here."));
    }

    /** Selects the compilation it came from, or its first instruction where that is not known. */
    private void select(CodeState code) {
        context.select(code.compilationId() != 0 ? new Selection.Compilation(code.compilationId())
                : new Selection.Instruction(code.id(), 0));
    }

    private String function(CodeState code) {
        return Words.function(context.moment(), code.functionId());
    }

    private static String entry(CodeState code) {
        boolean calls = code.summary().getEntryPointsList().stream().anyMatch(entry -> entry.getOsrPc() < 0);
        boolean loops = code.summary().getEntryPointsList().stream().anyMatch(entry -> entry.getOsrPc() >= 0);
        return calls && loops ? "both" : loops ? "loop" : "calls";
    }

    private static String state(CodeState code) {
        return code.isValid() ? "valid" : code.freedNanos().isPresent() ? "freed"
                : code.invalidated().map(why -> why.getDependency()).orElse("invalid");
    }

    private String words(int id) {
        return context.moment().code(id).map(code -> "#%d %s, %s, %s, %s".formatted(id, function(code),
                Words.tier(code.tier()), Words.bytes(code.sizeBytes()), state(code))).orElse("");
    }

    @Override
    public void refresh(Moment moment) {
        List<CodeState> codes = moment.functions().stream().flatMap(function -> moment.codesOf(function.id()).stream())
                .filter(code -> code.freedNanos().isEmpty())
                .sorted(Comparator.comparing((CodeState code) -> code.address(), Long::compareUnsigned)).toList();
        if (codes.equals(shown)) {
            return;
        }
        shown = codes;
        canvas.show(codes);
        table.setRows(codes);
        long valid = codes.stream().filter(CodeState::isValid).mapToLong(code -> code.sizeBytes()).sum();
        long all = codes.stream().mapToLong(code -> code.sizeBytes()).sum();
        bar.show("Code cache", "%d codes, %s valid, %s not".formatted(codes.size(), Words.bytes(valid),
                Words.bytes(all - valid)));
        showContent(!codes.isEmpty());
    }

    @Override
    public void select(Links links) {
        Set<Integer> lit = Stream.concat(links.instructions().stream().map(Selection.Instruction::codeId),
                selected().stream()).collect(Collectors.toSet());
        canvas.light(lit);
        table.follow(shown.stream().filter(code -> lit.contains(code.id())).findFirst().orElse(null));
    }

    private List<Integer> selected() {
        Optional<Selection> selection = context.viewpoint().selection();
        return selection.map(s -> switch (s) {
            case Selection.Compilation compilation -> shown.stream()
                    .filter(code -> code.compilationId() == compilation.compilationId()).map(CodeState::id).toList();
            case Selection.Function function -> shown.stream()
                    .filter(code -> code.functionId() == function.functionId()).map(CodeState::id).toList();
            default -> List.<Integer>of();
        }).orElse(List.of());
    }

    @Override
    public void themeChanged() {
        canvas.setPalette(context.palette());
    }
}
