package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the text form of a {@link DockLayout}. */
final class DockLayoutParser {
    private final String text;
    private final Set<String> seen = new HashSet<>();
    private int position;

    DockLayoutParser(String text) {
        this.text = text.strip();
    }

    DockLayout parse() {
        DockLayout layout = part();
        if (position != text.length()) {
            throw wrong("the end");
        }
        return layout;
    }

    private DockLayout part() {
        char kind = next();
        expect('(');
        String arguments = until(')');
        return switch (kind) {
            case 't' -> tabs(arguments);
            case 'h', 'v' -> split(kind == 'h', arguments);
            default -> throw wrong("t, h or v");
        };
    }

    private DockLayout.Tabs tabs(String arguments) {
        List<String> views = new ArrayList<>();
        String selected = null;
        for (String word : arguments.split(",")) {
            String view = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
            if (view.isEmpty() || !seen.add(view)) {
                throw wrong("every view once, not “" + view + "” again");
            }
            views.add(view);
            if (word.endsWith("*")) {
                selected = view;
            }
        }
        return new DockLayout.Tabs(views, selected == null ? views.getFirst() : selected);
    }

    private DockLayout.Split split(boolean horizontal, String arguments) {
        List<Double> dividers = new ArrayList<>();
        for (String word : arguments.trim().split(" +")) {
            double divider = Double.parseDouble(word);
            if (!(divider >= 0 && divider <= 1)) {
                throw wrong("a divider between 0 and 1");
            }
            dividers.add(divider);
        }
        expect('[');
        List<DockLayout> parts = new ArrayList<>();
        parts.add(part());
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
            parts.add(part());
        }
        expect(']');
        return new DockLayout.Split(horizontal, parts, dividers);
    }

    private char next() {
        if (position >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(position++);
    }

    private void expect(char expected) {
        if (position >= text.length() || text.charAt(position) != expected) {
            throw wrong("“" + expected + "”");
        }
        position++;
    }

    private String until(char end) {
        int close = text.indexOf(end, position);
        if (close < 0) {
            throw wrong("“" + end + "”");
        }
        String result = text.substring(position, close);
        position = close + 1;
        return result;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + position + " of the layout “" + text + "”");
    }
}
