package org.tierscope.runtime.builtins;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.NumberText;

/** The textual side of node's {@code util.inspect}: quoting, and arranging entries on lines. */
final class InspectText {
    static final int COMPACT = 3;

    private static final char ESCAPE = '\u001B';
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int SHORT_ENTRY = 6;
    private static final int MAX_COLUMNS = 15;
    /** How much higher than wide a character is: columns are chosen for blocks that look square. */
    private static final double CHARACTER_HEIGHT = 2.5;

    private InspectText() {}

    static String number(double number) {
        return number == 0 && 1 / number < 0 ? "-0" : NumberText.toString(number);
    }

    static String moreItems(long count) {
        return "... " + count + " more item" + (count > 1 ? "s" : "");
    }

    static boolean isIdentifier(String key) {
        if (key.isEmpty() || key.charAt(0) >= '0' && key.charAt(0) <= '9') {
            return false;
        }
        return key.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '_');
    }

    /** A string literal in the quotes that need the fewest escapes. */
    static String quote(String text) {
        char quote = '\'';
        if (text.indexOf('\'') >= 0) {
            if (text.indexOf('"') < 0) {
                quote = '"';
            } else if (text.indexOf('`') < 0 && !text.contains("${")) {
                quote = '`';
            }
        }
        var result = new StringBuilder();
        result.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                result.append(c).append(text.charAt(++i));
            } else if (c == quote) {
                result.append('\\').append(c);
            } else {
                escape(c, result);
            }
        }
        return result.append(quote).toString();
    }

    /** The escapes of a literal in single quotes, without the quotes. */
    static String escape(String text) {
        String quoted = quote(text.replace("'", "\uE000"));
        return quoted.substring(1, quoted.length() - 1).replace("\uE000", "\\'");
    }

    private static void escape(char c, StringBuilder result) {
        switch (c) {
            case '\\' -> result.append("\\\\");
            case '\n' -> result.append("\\n");
            case '\r' -> result.append("\\r");
            case '\t' -> result.append("\\t");
            case '\b' -> result.append("\\b");
            case '\f' -> result.append("\\f");
            default -> {
                if (c < 0x20 || c >= 0x7F && c <= 0x9F) {
                    result.append("\\x").append("%02X".formatted((int) c));
                } else if (Character.isSurrogate(c)) {
                    result.append("\\u").append("%04x".formatted((int) c));
                } else {
                    result.append(c);
                }
            }
        }
    }

    /** Columns that a text takes on a terminal, escape sequences aside. */
    static int width(String text) {
        if (text.indexOf(ESCAPE) >= 0) {
            text = text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
        }
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            width += isWide(point) ? 2 : isZeroWidth(point) ? 0 : 1;
        }
        return width;
    }

    private static boolean isWide(int point) {
        int width = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.FULLWIDTH
                || width == UCharacter.EastAsianWidth.WIDE
                || UCharacter.hasBinaryProperty(point, UProperty.EMOJI_PRESENTATION);
    }

    private static boolean isZeroWidth(int point) {
        return switch (UCharacter.getType(point)) {
            case UCharacter.CONTROL -> true;
            case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> point != SOFT_HYPHEN;
            default -> false;
        };
    }

    /** {@code String.prototype.padStart}. */
    static String padStart(String text, int length) {
        return " ".repeat(Math.max(0, length - text.length())) + text;
    }

    static String padEnd(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    /** Puts the entries of a long array in columns; numbers are aligned to the right. */
    static List<String> group(List<String> output, int indentation, InspectOptions options, boolean numeric) {
        boolean hasMoreItems = output.size() > options.maxItems();
        int count = output.size() - (hasMoreItems ? 1 : 0);
        int separator = 2;
        var lengths = new int[count];
        int total = 0;
        int max = 0;
        for (int i = 0; i < count; i++) {
            lengths[i] = width(output.get(i));
            total += lengths[i] + separator;
            max = Math.max(max, lengths[i]);
        }
        int actualMax = max + separator;
        if (actualMax * 3 + indentation >= options.breakLength()
                || (double) total / actualMax <= 5 && max > SHORT_ENTRY) {
            return output;
        }
        double bias = Math.sqrt(actualMax - (double) total / output.size());
        double biasedMax = Math.max(actualMax - 3 - bias, 1);
        int columns = (int) Math.min(
                Math.min(
                        Math.floor(Math.sqrt(CHARACTER_HEIGHT * biasedMax * count) / biasedMax + 0.5),
                        Math.floor((double) (options.breakLength() - indentation) / actualMax)),
                Math.min(COMPACT * 4, MAX_COLUMNS));
        if (columns <= 1) {
            return output;
        }
        var widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < count; j += columns) {
                widths[i] = Math.max(widths[i], lengths[j]);
            }
            widths[i] += separator;
        }
        var rows = new ArrayList<String>();
        for (int i = 0; i < count; i += columns) {
            int end = Math.min(i + columns, count);
            var row = new StringBuilder();
            for (int j = i; j < end - 1; j++) {
                String cell = output.get(j) + ", ";
                int length = widths[j - i] + output.get(j).length() - lengths[j];
                row.append(numeric ? padStart(cell, length) : padEnd(cell, length));
            }
            String last = output.get(end - 1);
            int length = widths[end - 1 - i] + last.length() - lengths[end - 1] - separator;
            rows.add(row.append(numeric ? padStart(last, length) : last).toString());
        }
        if (hasMoreItems) {
            rows.add(output.getLast());
        }
        return rows;
    }

    /** Whether the entries fit on one line. */
    static boolean fits(List<String> output, int start, String base, int breakLength) {
        int total = output.size() + start;
        if (total + output.size() > breakLength) {
            return false;
        }
        for (String entry : output) {
            total += entry.length();
            if (total > breakLength) {
                return false;
            }
        }
        return base.indexOf('\n') < 0;
    }
}
