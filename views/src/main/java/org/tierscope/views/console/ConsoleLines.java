package org.tierscope.views.console;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.session.Answer;
import org.tierscope.session.Moment;
import org.tierscope.session.Problem;
import org.tierscope.session.Timed;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.EventMark;

/**
 * What a program has printed and answered, as lines, and below it what went wrong. Goes on from where it was when more has been
 * printed; begins again when the person goes back in time or opens something else.
 */
final class ConsoleLines {
    /** More than anyone reads; the recording keeps all. */
    static final int MOST_LINES = 5_000;
    /** How many of the oldest are given up at a time. */
    private static final int GIVEN_UP = 1_000;

    private final List<CodeLine> printed = new ArrayList<>();
    private final List<CodeSpan> open = new ArrayList<>();
    private List<CodeLine> problems = List.of();
    private Object session;
    private int piecesRead;
    private int answersRead;
    private int linesBegun;

    /** Brings the lines up to a moment. */
    void update(Moment moment) {
        List<Timed<ConsoleOutput>> pieces = moment.console();
        List<Answer> answers = moment.answers();
        if (moment.session() != session || pieces.size() < piecesRead || answers.size() < answersRead) {
            session = moment.session();
            printed.clear();
            open.clear();
            piecesRead = 0;
            answersRead = 0;
            linesBegun = 0;
        }
        for (Answer answer : answers.subList(answersRead, answers.size())) {
            addPieces(pieces, answer.outputsBefore());
            add(answer);
        }
        answersRead = answers.size();
        addPieces(pieces, pieces.size());
        problems = problems(moment);
    }

    /** The lines, the unfinished one and the problems included. */
    List<CodeLine> lines() {
        List<CodeLine> all = new ArrayList<>(printed);
        if (!open.isEmpty()) {
            all.add(openLine());
        }
        all.addAll(problems);
        return all;
    }

    private void addPieces(List<Timed<ConsoleOutput>> pieces, int end) {
        while (piecesRead < end) {
            add(pieces.get(piecesRead++).value());
        }
    }

    /** The question and, below it, what came of it. */
    private void add(Answer answer) {
        if (!open.isEmpty()) {
            endLine();
        }
        for (String line : answer.result().getText().split("\n")) {
            printed.add(CodeLine.of(linesBegun++).add("› ", "code-keyword").add(line, "code-muted").build());
        }
        boolean failed = !answer.result().getError().isEmpty();
        String[] lines = (failed ? answer.result().getError() : answer.result().getValue().getDisplay()).split("\n");
        for (int i = 0; i < lines.length; i++) {
            printed.add(CodeLine.of(linesBegun++).add(i == 0 ? "‹ " : "  ", "code-keyword")
                    .add(lines[i], failed ? "code-deopt" : "").build());
        }
    }

    private void endLine() {
        printed.add(openLine());
        open.clear();
        linesBegun++;
    }

    private void add(ConsoleOutput piece) {
        String style = piece.getStream() == ConsoleOutput.Stream.ERR ? "code-deopt" : "";
        String text = piece.getText();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            open.add(new CodeSpan(text.substring(start, end), style));
            endLine();
            start = end + 1;
        }
        if (start < text.length()) {
            open.add(new CodeSpan(text.substring(start), style));
        }
        if (printed.size() >= MOST_LINES) {
            printed.subList(0, GIVEN_UP).clear();
        }
    }

    private CodeLine openLine() {
        return CodeLine.of(linesBegun).addAll(open).build();
    }

    private static List<CodeLine> problems(Moment moment) {
        List<CodeLine> lines = new ArrayList<>();
        for (Problem problem : moment.problems()) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            for (String text : problem.text().split("\n")) {
                CodeLine.Builder line = CodeLine.of("problem " + lines.size())
                        .add(text, error ? "code-deopt" : "code-osr");
                problem.where().ifPresent(line::target);
                if (error) {
                    line.mark(EventMark.ERROR);
                }
                lines.add(line.build());
            }
        }
        return lines;
    }
}
