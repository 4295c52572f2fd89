package org.tierscope.regexp;

/**
 * The instructions of a {@link Program}: a word with the code, then the operands. Those with {@code BACK} in their name read the
 * input backwards, in lookbehind. <em>Slots</em> are the words that backtracking restores: two per group, then counters and
 * positions of loops. {@code s} is the index of a set, {@code r} of a slot, {@code t} a target.
 */
final class Instruction {
    /** The match is complete. */
    static final int MATCH = 0;
    /** u: one UTF-16 unit. */
    static final int UNIT = 1;
    static final int UNIT_BACK = 2;
    /** n, units: a run of them. */
    static final int TEXT = 3;
    static final int TEXT_BACK = 4;
    /** s: a unit of the set. */
    static final int SET = 5;
    static final int SET_BACK = 6;
    /** s: a code point of the set. */
    static final int CODE_POINT = 7;
    static final int CODE_POINT_BACK = 8;

    /** t: tries what follows, then t. */
    static final int FORK = 9;
    static final int JUMP = 10;
    /** r: the position goes to slot r. */
    static final int SAVE = 11;
    /** r, end: forgets the groups in slots from r to before end. */
    static final int CLEAR = 12;
    /** r: slot r becomes 0. */
    static final int ZERO = 13;
    /** r, min, max, greedy, t: goes on with another turn or to t, by the count of turns in r. */
    static final int LOOP = 14;
    /** r, p, min, t: counts a turn and goes to t; a turn that began in p here and was not needed fails. p = −1: no such test. */
    static final int NEXT_TURN = 15;
    /** r: fails where the position is that in slot r. */
    static final int ADVANCED = 16;
    /** s, min, max, possessive: as many units of the set as there are, then fewer unless possessive. */
    static final int RUN = 17;
    /** The same with code points. */
    static final int RUN_CODE_POINTS = 18;
    /** s, min, max, code points: as few as possible, then more. */
    static final int LAZY_RUN = 19;

    static final int INPUT_START = 20;
    static final int INPUT_END = 21;
    static final int LINE_START = 22;
    static final int LINE_END = 23;
    /** s: at the border of a word. */
    static final int BOUNDARY = 24;
    static final int NOT_BOUNDARY = 25;

    /** ignoreCase, n, groups: what the group among these that took part has matched. */
    static final int REFERENCE = 26;
    static final int REFERENCE_BACK = 27;

    /** r: begins a lookaround; its state is kept in slots r and r + 1. */
    static final int LOOK = 28;
    /** r: it has matched: back to where it began, without its alternatives. */
    static final int LOOK_MATCHED = 29;
    /** r, t: begins a negative one; t is where it goes on when nothing matches. */
    static final int LOOK_NEGATIVE = 30;
    /** r: it has matched, which is a failure. */
    static final int LOOK_FAILED = 31;

    private static final String[] NAMES = {
        "match", "unit", "unit_back", "text", "text_back", "set", "set_back", "code_point", "code_point_back", "fork",
        "jump", "save", "clear", "zero", "loop", "next_turn", "advanced", "run", "run_code_points", "lazy_run",
        "input_start", "input_end", "line_start", "line_end", "boundary", "not_boundary", "reference", "reference_back",
        "look", "look_matched", "look_negative", "look_failed"
    };
    private static final int[] OPERANDS = {
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 5, 4, 1, 4, 4, 4, 0, 0, 0, 0, 1, 1, 2, 2, 1, 1, 2, 1
    };

    private Instruction() {}

    static String name(int code) {
        return NAMES[code];
    }

    /** Words of the instruction at {@code pc}, its code included. */
    static int length(int[] code, int pc) {
        int length = 1 + OPERANDS[code[pc]];
        return switch (code[pc]) {
            case TEXT, TEXT_BACK -> length + code[pc + 1];
            case REFERENCE, REFERENCE_BACK -> length + code[pc + 2];
            default -> length;
        };
    }
}
