package org.tierscope.asm;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What was assembled, line by line in the order of offsets. */
public final class Listing {
    /** Origin of lines that nobody tagged. */
    public static final int NO_ORIGIN = -1;

    public enum Kind { INSTRUCTION, LABEL, DATA }

    /**
     * One line.
     *
     * @param offset  bytes from the start of the code
     * @param length  bytes; 0 for a label
     * @param text    Intel syntax, or a label's name
     * @param origin  what the caller set with {@link Assembler#origin}, for instance a bytecode pc or a node
     *                number
     * @param comment what the caller said about it, or an empty string
     */
    public record Line(Kind kind, int offset, int length, String text, int origin, String comment) {
    }

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Texts only, one instruction or {@code label:} a line, comments behind {@code ;}: for tests and dumps.
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            out.append(line.kind == Kind.LABEL ? "" : "  ").append(line.text)
                    .append(line.kind == Kind.LABEL ? ":" : "")
                    .append(line.comment.isEmpty() ? "" : "  ; " + line.comment).append('\n');
        }
        return out.toString();
    }

    /** Offsets and bytes beside the texts; {@code code} is the code this listing belongs to. */
    public String dump(byte[] code) {
        StringBuilder out = new StringBuilder();
        HexFormat hex = HexFormat.of();
        for (Line line : lines) {
            String bytes = hex.formatHex(code, line.offset, line.offset + line.length);
            out.append("%5x  %-22s %s%s%n".formatted(line.offset, bytes,
                    line.kind == Kind.LABEL ? line.text + ":" : "  " + line.text,
                    line.comment.isEmpty() ? "" : "  ; " + line.comment));
        }
        return out.toString();
    }
}
