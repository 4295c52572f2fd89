package org.tierscope.options;

/**
 * A place in the source whose guards are meant: those of one expression, or those of a whole line.
 *
 * @param line 1-based line
 * @param column 1-based column, or 0 for every column of the line
 */
public record GuardSite(int line, int column) {
    public GuardSite {
        if (line < 1 || column < 0) {
            throw new IllegalArgumentException(
                    "expected LINE or LINE:COLUMN, 1-based, got " + line + ":" + column);
        }
    }

    /** Reads {@code LINE} or {@code LINE:COLUMN}. */
    public static GuardSite parse(String text) {
        int colon = text.indexOf(':');
        try {
            return colon < 0
                    ? new GuardSite(Integer.parseInt(text), 0)
                    : new GuardSite(
                            Integer.parseInt(text.substring(0, colon)),
                            Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("expected LINE or LINE:COLUMN, got '" + text + "'");
        }
    }

    /** Whether a guard at this position (both 1-based) is meant. */
    public boolean covers(int line, int column) {
        return line == this.line && (this.column == 0 || column == this.column);
    }

    @Override
    public String toString() {
        return column == 0 ? Integer.toString(line) : line + ":" + column;
    }
}
