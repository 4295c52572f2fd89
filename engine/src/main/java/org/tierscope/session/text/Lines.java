package org.tierscope.session.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of text being put together. */
final class Lines {

    private final List<String> lines = new ArrayList<>();

    /** Adds a line, formatted as by {@link String#formatted}, without trailing spaces. */
    void add(String format, Object... arguments) {
        lines.add((arguments.length == 0 ? format : format.formatted(arguments)).stripTrailing());
    }

    /** Adds an empty line between this and what comes next, unless nothing came before. */
    void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    List<String> lines() {
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            return lines.subList(0, lines.size() - 1);
        }
        return lines;
    }
}
