package org.tierscope.app.json;

import java.util.List;
import java.util.Map;

/** Writes JSON: objects from maps in their order, arrays from lists, and strings, numbers and booleans. */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The value on one line, as RFC 8259 has it. */
    public static String of(Object value) {
        var json = new Json();
        json.write(value);
        return json.text.toString();
    }

    /**
     * Reads a value: objects as {@link Map}, arrays as {@link List}, all numbers as {@link Double}, null as
     * null.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public static Object parse(String text) {
        return new JsonReader(text).read();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                String separator = "";
                for (var entry : map.entrySet()) {
                    text.append(separator);
                    string(entry.getKey().toString());
                    text.append(':');
                    write(entry.getValue());
                    separator = ",";
                }
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                String separator = "";
                for (Object element : list) {
                    text.append(separator);
                    write(element);
                    separator = ",";
                }
                text.append(']');
            }
            case String string -> string(string);
            case Number number -> text.append(number);
            case Boolean bool -> text.append(bool);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    // a lone surrogate has no UTF-8; escaped, it survives
                    if (c < ' ' || Character.isSurrogate(c)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
