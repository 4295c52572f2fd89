package org.tierscope.views.problems;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierscope.record.proto.CompilationRefused;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Problem;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;
import org.tierscope.views.api.SyntaxProblem;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TextTableView;

/** A table of problems, errors first; a click goes to the place. */
final class ProblemsView extends TextTableView<ProblemsView.Row> {

    /** @param kind error, warning, or refused for code that the compiler gave up */
    record Row(String kind, String text, String place, long nanos, Optional<Selection> where) {
    }

    private final ViewContext context;

    ProblemsView(ViewContext context) {
        super("problems-table");
        this.context = context;
        table.column("Kind", "How bad it is", 76, Row::kind, row -> switch (row.kind()) {
            case "error" -> "cell-bad";
            case "warning" -> "cell-fair";
            default -> "cell-muted";
        });
        table.column("Problem", "What happened", 380, Row::text);
        table.column("Where", "What it is about", 150, Row::place);
        table.number("When", "Since the start of the run", 90, Row::nanos, row -> Words.time(row.nanos()));
        table.onChosen(row -> row.where().ifPresent(context::select));
        stand("problems", table, new EmptyState("bi-check-circle", "No problems", "Errors that the program did not catch, "
                + "crashes, damage to a recording, and functions that the compiler refused are listed here."));
    }

    @Override
    public void refresh(Moment moment) {
        List<Row> rows = Stream.concat(Stream.concat(
                context.program().draftProblem().map(ProblemsView::row).stream(),
                moment.problems().stream().map(problem -> row(moment, problem))),
                moment.compilations().stream().flatMap(compilation -> refused(moment, compilation).stream())).toList();
        table.setRows(rows);
        long errors = rows.stream().filter(row -> row.kind().equals("error")).count();
        bar.show("Problems", errors + (errors == 1 ? " error, " : " errors, ") + (rows.size() - errors) + " others");
        showContent(!rows.isEmpty());
    }

    /** What is wrong with the text in the editor, which is not what ran. */
    private static Row row(SyntaxProblem problem) {
        return new Row("error", problem.message(), "line " + problem.line() + ", being edited", 0, Optional.empty());
    }

    private static Row row(Moment moment, Problem problem) {
        String kind = problem.severity() == Problem.Severity.ERROR ? "error" : "warning";
        return new Row(kind, problem.text(), problem.where().map(where -> place(moment, where)).orElse(""),
                problem.nanos(), problem.where());
    }

    private static String place(Moment moment, Selection where) {
        return switch (where) {
            case Selection.SourceRange range -> Words.position(moment, org.tierscope.record.proto.Position.newBuilder()
                    .setSourceId(range.sourceId()).setLine(line(moment, range)).setColumn(column(moment, range)).build());
            case Selection.Function function -> Words.function(moment, function.functionId());
            case Selection.Bytecode bytecode -> Words.function(moment, bytecode.functionId());
            default -> "";
        };
    }

    private static int line(Moment moment, Selection.SourceRange range) {
        return 1 + (int) before(moment, range).chars().filter(c -> c == '\n').count();
    }

    private static int column(Moment moment, Selection.SourceRange range) {
        String before = before(moment, range);
        return before.length() - before.lastIndexOf('\n');
    }

    private static String before(Moment moment, Selection.SourceRange range) {
        String text = moment.source(range.sourceId()).map(source -> source.getText()).orElse("");
        return text.substring(0, Math.min(range.start(), text.length()));
    }

    private static Optional<Row> refused(Moment moment, CompilationState compilation) {
        return compilation.refused().map(refusal -> new Row("refused",
                Words.tier(compilation.started().getTier()) + " compiler: " + reason(refusal),
                Words.function(moment, refusal.getFunctionId()), compilation.endNanos().orElse(compilation.startNanos()),
                Optional.of(refusal.getPc() >= 0 ? new Selection.Bytecode(refusal.getFunctionId(), refusal.getPc())
                        : new Selection.Function(refusal.getFunctionId()))));
    }

    private static String reason(CompilationRefused refusal) {
        return refusal.getReason() + (refusal.getDetail().isEmpty() ? "" : ": " + refusal.getDetail())
                + (refusal.getPermanent() ? "" : " (will be tried again)");
    }
}
