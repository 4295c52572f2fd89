package org.tierscope.views.api;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a view shows, as a table for other programs.
 *
 * @param rows made when they are needed, on the JavaFX thread; each has a cell for each column
 */
public record Table(List<String> columns, Supplier<List<List<String>>> rows) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** The same table with its rows made: any thread may write it out. */
    public Table made() {
        List<List<String>> made = List.copyOf(rows.get());
        return new Table(columns, () -> made);
    }

    /** Comma-separated values with a head line, as RFC 4180 has them. */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        csv.append(line(columns));
        rows.get().forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A table of Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(markdownLine(columns));
        text.append("|").append(" --- |".repeat(columns.size())).append('\n');
        rows.get().forEach(row -> text.append(markdownLine(row)));
        return text.toString();
    }

    private static String markdownLine(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
