package org.tierscope.views.console;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.session.Moment;
import org.tierscope.session.Problem;
import org.tierscope.session.Timed;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.EventMark;

/** Pieces of output put together to lines. */
final class ConsoleLines {
    /** More than anyone reads; the recording keeps all. */
    static final int MOST_LINES = 5_000;
    private static final int MOST_PIECES = 20_000;

    private final List<CodeLine> lines = new ArrayList<>();
    private CodeLine.Builder open;

    private ConsoleLines() {
    }

    /** The last lines printed until a moment, then what went wrong. */
    static List<CodeLine> of(Moment moment) {
        ConsoleLines result = new ConsoleLines();
        List<Timed<ConsoleOutput>> pieces = moment.console();
        int first = Math.max(0, pieces.size() - MOST_PIECES);
        for (Timed<ConsoleOutput> piece : pieces.subList(first, pieces.size())) {
            result.add(piece.value());
        }
        result.endLine();
        for (Problem problem : moment.problems()) {
            result.add(problem);
        }
        return result.lines.size() <= MOST_LINES ? result.lines
                : result.lines.subList(result.lines.size() - MOST_LINES, result.lines.size());
    }

    private void add(ConsoleOutput piece) {
        String style = piece.getStream() == ConsoleOutput.Stream.ERR ? "code-deopt" : "";
        String text = piece.getText();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line().add(text.substring(start, end), style);
            endLine();
            start = end + 1;
        }
        if (start < text.length()) {
            line().add(text.substring(start), style);
        }
    }

    private void add(Problem problem) {
        for (String text : problem.text().split("\n")) {
            CodeLine.Builder line = line().add(text, problem.severity() == Problem.Severity.ERROR ? "code-deopt" : "code-osr");
            problem.where().ifPresent(line::target);
            if (problem.severity() == Problem.Severity.ERROR) {
                line.mark(EventMark.ERROR);
            }
            endLine();
        }
    }

    private CodeLine.Builder line() {
        if (open == null) {
            open = CodeLine.of(lines.size());
        }
        return open;
    }

    private void endLine() {
        if (open != null) {
            lines.add(open.build());
            open = null;
        }
    }
}
