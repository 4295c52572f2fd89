package org.tierscope.tests.test262;

import org.tierscope.engine.ConformanceHost;

/**
 * What a worker says about a run, a line of text between processes.
 *
 * @param errorName name of the constructor of what was thrown
 * @param printed the line that an asynchronous test printed about its end; empty where there was none
 */
record Report(ConformanceHost.Phase phase, String errorName, String message, String printed) {
    String toLine() {
        return String.join("\t", phase.name(), escape(errorName), escape(message), escape(printed));
    }

    /** @throws IllegalArgumentException where the line is no report */
    static Report parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no report: " + line);
        }
        return new Report(
                ConformanceHost.Phase.valueOf(parts[0]), unescape(parts[1]), unescape(parts[2]), unescape(parts[3]));
    }

    private static String escape(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(Character.isSurrogate(c) ? '?' : c);
            }
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
        }
        return plain.toString();
    }
}
