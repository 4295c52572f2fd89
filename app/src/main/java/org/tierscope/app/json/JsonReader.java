package org.tierscope.app.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text by recursive descent. */
final class JsonReader {
    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Object read() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var map = new LinkedHashMap<String, Object>();
        at++;
        if (!skipIf('}')) {
            do {
                skipSpace();
                String key = string();
                expect(':');
                map.put(key, value());
            } while (skipIf(','));
            expect('}');
        }
        return map;
    }

    private List<Object> array() {
        var list = new ArrayList<>();
        at++;
        if (!skipIf(']')) {
            do {
                list.add(value());
            } while (skipIf(','));
            expect(']');
        }
        return list;
    }

    private String string() {
        var string = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escape() : c);
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw unexpected("four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw unexpected("an escape");
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected(word);
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException _) {
            at = start;
            throw unexpected("a value");
        }
    }

    private void expect(char c) {
        if (!skipIf(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private boolean skipIf(char c) {
        skipSpace();
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException unexpected(String expected) {
        String got = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException("expected " + expected + " at offset " + at + ", got " + got);
    }
}
