package org.tierscope.bytecode;

/**
 * The source range {@code [start, end)} that instruction {@code pc} implements, as UTF-16 offsets; {@code start} is also what an
 * error thrown there reports (for a call: the callee expression's property or the call itself, as node does).
 *
 * @param subject what an error message calls the operand at fault: the callee of a call ({@code o.m}), the iterable of an
 *     iteration, what is destructured ({@code property 'a' of 'o'}, with {@code %s} where the source has no name for it);
 *     null where no message needs it, or the value itself must do
 */
public record Position(int pc, int start, int end, String subject) {
    /** Subject of a spread argument: its message names no expression. */
    public static final String SPREAD_ARGUMENT = "...";
    /** Subject of a call of super: its message names the class around it. */
    public static final String SUPER_CONSTRUCTOR = "super";

    public Position(int pc, int start, int end) {
        this(pc, start, end, null);
    }
}
