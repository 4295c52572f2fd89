package org.tierscope.regexp;

import java.util.Arrays;

/**
 * Runs {@link Program}s on text in native memory by backtracking. All state is in arrays of its own, so that no pattern can
 * overflow the native stack, and they are limited. One matcher serves one thread, one match after the other.
 *
 * <p>The backtrack stack has entries of {@link #ENTRY} words: what to do, and two operands. Undo entries put a slot's old
 * value back; the others are places to go on from.
 */
public final class Matcher {
    /** Thrown where a match would need too much memory. */
    public static final class TooComplexException extends RuntimeException {
        TooComplexException() {
            super("regular expression too complex", null, false, false);
        }
    }

    private static final int ENTRY = 3;
    private static final int MAX_STACK_WORDS = 48 << 20;
    private static final int KEPT_STACK_WORDS = ENTRY << 14;
    private static final int STEPS_BETWEEN_POLLS = 1 << 14;

    // What an entry's first word says, above the pc.
    private static final int KIND_SHIFT = 28;
    /** Go on at pc with position a. */
    private static final int FORK = 0;
    /** Slot a gets its old value b back. */
    private static final int UNDO = 1 << KIND_SHIFT;
    /** A run whose instruction ends before pc: from the position b, which is above a, one character back. */
    private static final int RUN = 2 << KIND_SHIFT;
    private static final int RUN_CODE_POINTS = 3 << KIND_SHIFT;
    /** The lazy run at pc: one character more from position a, of which there are b. */
    private static final int LAZY = 4 << KIND_SHIFT;
    private static final int PC_MASK = (1 << KIND_SHIFT) - 1;

    private final Runnable poll;
    private int stepsUntilPoll = STEPS_BETWEEN_POLLS;
    private int[] stack = new int[ENTRY * 64];
    private int depth;

    private Program program;
    private int[] code;
    private CharSet[] sets;
    private int[] slots = new int[16];
    private Subject subject;
    private int end;
    private int position;

    /** {@code poll} runs now and then during a match; it may throw to end it. */
    public Matcher(Runnable poll) {
        this.poll = poll;
    }

    /**
     * Looks for a match that begins at {@code from} or, unless {@code sticky}, behind it.
     *
     * @param data address of the text: bytes, or UTF-16 units where {@code wide}
     * @return whether there is one; {@link #start} and {@link #end} tell what it is
     * @throws TooComplexException where that needs too much memory
     */
    public boolean find(Program program, long data, int length, boolean wide, int from, boolean sticky) {
        this.program = program;
        this.code = program.code();
        this.sets = program.sets();
        this.subject = new Subject(data, length, wide);
        this.end = length;
        if (slots.length < program.slots()) {
            slots = new int[program.slots()];
        }
        try {
            return find(from, sticky);
        } finally {
            if (stack.length > KEPT_STACK_WORDS) {
                stack = new int[KEPT_STACK_WORDS];
            }
        }
    }

    private boolean find(int from, boolean sticky) {
        boolean codePoints = program.flags().readsCodePoints();
        int at = codePoints && subject.isInsidePair(from) ? from - 1 : from;
        if (sticky || program.anchored()) {
            return (sticky || at == 0) && matchAt(at);
        }
        char[] prefix = program.prefix();
        CharSet first = program.first();
        for (; at <= end; at += codePoints ? subject.width(at) : 1) {
            if (prefix.length > 0) {
                at = subject.find(prefix, at);
            } else if (first != null) {
                at = subject.find(first, at);
            }
            if (at < 0) {
                return false;
            }
            // The scans look at units: what they found may be the second half of a pair.
            if (!(codePoints && subject.isInsidePair(at)) && matchAt(at)) {
                return true;
            }
            step();
        }
        return false;
    }

    /** Where group {@code group} of the last match begins, −1 where it took no part; group 0 is all of it. */
    public int start(int group) {
        return end(group) < 0 ? -1 : slots[2 * group];
    }

    /** Where it ends, −1 where it took no part. */
    public int end(int group) {
        return slots[2 * group] < 0 ? -1 : slots[2 * group + 1];
    }

    private boolean matchAt(int at) {
        Arrays.fill(slots, 0, 2 * program.groups(), -1);
        depth = 0;
        if (!run(at)) {
            return false;
        }
        slots[0] = at;
        slots[1] = position;
        return true;
    }

    private void step() {
        if (--stepsUntilPoll == 0) {
            stepsUntilPoll = STEPS_BETWEEN_POLLS;
            poll.run();
        }
    }

    // The backtrack stack.

    private void push(int what, int a, int b) {
        if (depth + ENTRY > stack.length) {
            if (depth >= MAX_STACK_WORDS) {
                throw new TooComplexException();
            }
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        stack[depth] = what;
        stack[depth + 1] = a;
        stack[depth + 2] = b;
        depth += ENTRY;
    }

    private void setSlot(int slot, int value) {
        if (depth > 0) {
            push(UNDO, slot, slots[slot]);
        }
        slots[slot] = value;
    }

    /** The main loop: each instruction goes on with the next one, or breaks to take the last alternative. */
    private boolean run(int from) {
        int pc = 0;
        int at = from;
        for (;;) {
            switch (code[pc]) {
                case Instruction.MATCH -> {
                    position = at;
                    return true;
                }
                case Instruction.UNIT -> {
                    if (at < end && subject.unit(at) == code[pc + 1]) {
                        at++;
                        pc += 2;
                        continue;
                    }
                }
                case Instruction.SET -> {
                    if (at < end && sets[code[pc + 1]].contains(subject.unit(at))) {
                        at++;
                        pc += 2;
                        continue;
                    }
                }
                case Instruction.CODE_POINT -> {
                    if (at < end) {
                        int c = subject.codePoint(at);
                        if (sets[code[pc + 1]].contains(c)) {
                            at += Character.charCount(c);
                            pc += 2;
                            continue;
                        }
                    }
                }
                case Instruction.TEXT -> {
                    int length = code[pc + 1];
                    if (at + length <= end && subject.hasAt(code, pc + 2, length, at)) {
                        at += length;
                        pc += 2 + length;
                        continue;
                    }
                }
                case Instruction.FORK -> {
                    push(FORK | code[pc + 1], at, 0);
                    pc += 2;
                    continue;
                }
                case Instruction.JUMP -> {
                    step();
                    pc = code[pc + 1];
                    continue;
                }
                case Instruction.SAVE -> {
                    setSlot(code[pc + 1], at);
                    pc += 2;
                    continue;
                }
                case Instruction.CLEAR -> {
                    for (int slot = code[pc + 1]; slot < code[pc + 2]; slot++) {
                        if (slots[slot] >= 0) {
                            setSlot(slot, -1);
                        }
                    }
                    pc += 3;
                    continue;
                }
                case Instruction.ZERO -> {
                    setSlot(code[pc + 1], 0);
                    pc += 2;
                    continue;
                }
                case Instruction.LOOP -> {
                    pc = loop(pc, at);
                    continue;
                }
                case Instruction.NEXT_TURN -> {
                    step();
                    int counter = code[pc + 1];
                    int start = code[pc + 2];
                    if (start < 0 || slots[start] != at || slots[counter] < code[pc + 3]) {
                        setSlot(counter, slots[counter] + 1);
                        pc = code[pc + 4];
                        continue;
                    }
                }
                case Instruction.ADVANCED -> {
                    if (slots[code[pc + 1]] != at) {
                        pc += 2;
                        continue;
                    }
                }
                case Instruction.RUN -> {
                    int reached = subject.run(sets[code[pc + 1]], at, code[pc + 3]);
                    if (reached - at >= code[pc + 2]) {
                        int least = at + code[pc + 2];
                        if (reached > least && code[pc + 4] == 0) {
                            push(RUN | pc + 5, least, reached);
                        }
                        at = reached;
                        pc += 5;
                        continue;
                    }
                }
                case Instruction.RUN_CODE_POINTS -> {
                    if (runCodePoints(pc, at)) {
                        at = position;
                        pc += 5;
                        continue;
                    }
                }
                case Instruction.LAZY_RUN -> {
                    if (lazyRun(pc, at)) {
                        at = position;
                        pc += 5;
                        continue;
                    }
                }
                default -> {
                    int next = rare(pc, at);
                    if (next >= 0) {
                        at = position;
                        pc = next;
                        continue;
                    }
                }
            }
            pc = backtrack();
            if (pc < 0) {
                return false;
            }
            at = position;
        }
    }

    /** The pc to go on with at {@link #position}, or −1 where no alternative is left. */
    private int backtrack() {
        step();
        while (depth > 0) {
            depth -= ENTRY;
            int what = stack[depth];
            int a = stack[depth + 1];
            int b = stack[depth + 2];
            switch (what & ~PC_MASK) {
                case FORK -> {
                    position = a;
                    return what;
                }
                case UNDO -> slots[a] = b;
                case RUN -> {
                    position = b - 1;
                    if (position > a) {
                        stack[depth + 2] = position;
                        depth += ENTRY;
                    }
                    return what & PC_MASK;
                }
                case RUN_CODE_POINTS -> {
                    position = b - Character.charCount(subject.codePointBefore(b));
                    if (position > a) {
                        stack[depth + 2] = position;
                        depth += ENTRY;
                    }
                    return what & PC_MASK;
                }
                default -> {
                    int pc = what & PC_MASK;
                    if (lazyStep(pc, a)) {
                        if (b + 1 < code[pc + 3]) {
                            push(what, position, b + 1);
                        }
                        return pc + 5;
                    }
                }
            }
        }
        return -1;
    }

    private int loop(int pc, int at) {
        int turns = slots[code[pc + 1]];
        int body = pc + 6;
        int leave = code[pc + 5];
        if (turns < code[pc + 2]) {
            return body;
        }
        if (turns >= code[pc + 3]) {
            return leave;
        }
        boolean greedy = code[pc + 4] == 1;
        push(FORK | (greedy ? leave : body), at, 0);
        return greedy ? body : leave;
    }

    private boolean runCodePoints(int pc, int from) {
        CharSet set = sets[code[pc + 1]];
        int min = code[pc + 2];
        int max = code[pc + 3];
        int at = from;
        int least = min == 0 ? from : -1;
        int count = 0;
        while (count < max && at < end) {
            int c = subject.codePoint(at);
            if (!set.contains(c)) {
                break;
            }
            at += Character.charCount(c);
            if (++count == min) {
                least = at;
            }
        }
        if (count < min) {
            return false;
        }
        if (at > least && code[pc + 4] == 0) {
            push(RUN_CODE_POINTS | pc + 5, least, at);
        }
        position = at;
        return true;
    }

    private boolean lazyRun(int pc, int at) {
        int min = code[pc + 2];
        position = at;
        for (int i = 0; i < min; i++) {
            if (!lazyStep(pc, position)) {
                return false;
            }
        }
        if (min < code[pc + 3]) {
            push(LAZY | pc, position, min);
        }
        return true;
    }

    /** One character of a lazy run from a position on; moves {@link #position} behind it. */
    private boolean lazyStep(int pc, int at) {
        if (at >= end) {
            return false;
        }
        int c = code[pc + 4] == 1 ? subject.codePoint(at) : subject.unit(at);
        if (!sets[code[pc + 1]].contains(c)) {
            return false;
        }
        position = at + Character.charCount(c);
        return true;
    }

    /** The less frequent instructions: the pc to go on with at {@link #position}, or −1. */
    private int rare(int pc, int at) {
        position = at;
        int next = pc + Instruction.length(code, pc);
        boolean matched = switch (code[pc]) {
            case Instruction.UNIT_BACK -> at > 0 && subject.unit(at - 1) == code[pc + 1] && moveTo(at - 1);
            case Instruction.SET_BACK -> at > 0 && sets[code[pc + 1]].contains(subject.unit(at - 1)) && moveTo(at - 1);
            case Instruction.CODE_POINT_BACK -> at > 0 && codePointBack(pc, at);
            case Instruction.TEXT_BACK ->
                at >= code[pc + 1] && subject.hasAt(code, pc + 2, code[pc + 1], at - code[pc + 1]) && moveTo(at - code[pc + 1]);
            case Instruction.INPUT_START -> at == 0;
            case Instruction.INPUT_END -> at == end;
            case Instruction.LINE_START -> at == 0 || isLineEnd(subject.unit(at - 1));
            case Instruction.LINE_END -> at == end || isLineEnd(subject.unit(at));
            case Instruction.BOUNDARY -> isBoundary(sets[code[pc + 1]], at);
            case Instruction.NOT_BOUNDARY -> !isBoundary(sets[code[pc + 1]], at);
            case Instruction.REFERENCE -> reference(pc, at, false);
            case Instruction.REFERENCE_BACK -> reference(pc, at, true);
            case Instruction.LOOK -> {
                beginLook(pc, at);
                yield true;
            }
            case Instruction.LOOK_NEGATIVE -> {
                beginLook(pc, at);
                push(FORK | code[pc + 2], at, 0);
                yield true;
            }
            case Instruction.LOOK_MATCHED -> {
                dropAlternatives(slots[code[pc + 1]]);
                yield moveTo(slots[code[pc + 1] + 1]);
            }
            case Instruction.LOOK_FAILED -> {
                unwind(slots[code[pc + 1]]);
                yield false;
            }
            default -> throw new IllegalStateException("instruction " + code[pc]);
        };
        return matched ? next : -1;
    }

    private boolean moveTo(int at) {
        position = at;
        return true;
    }

    private boolean codePointBack(int pc, int at) {
        int c = subject.codePointBefore(at);
        return sets[code[pc + 1]].contains(c) && moveTo(at - Character.charCount(c));
    }

    private static boolean isLineEnd(int unit) {
        return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029;
    }

    private boolean isBoundary(CharSet word, int at) {
        boolean before = at > 0 && word.contains(subject.unit(at - 1));
        return before != (at < end && word.contains(subject.unit(at)));
    }

    /** These two slots are only read before the look ends, and it cannot be entered again before that: nothing to undo. */
    private void beginLook(int pc, int at) {
        slots[code[pc + 1]] = depth;
        slots[code[pc + 1] + 1] = at;
    }

    /** Takes back everything above a depth of the stack. */
    private void unwind(int to) {
        while (depth > to) {
            depth -= ENTRY;
            if ((stack[depth] & ~PC_MASK) == UNDO) {
                slots[stack[depth + 1]] = stack[depth + 2];
            }
        }
    }

    /** Keeps only what is to be undone above a depth of the stack. */
    private void dropAlternatives(int from) {
        int kept = from;
        for (int i = from; i < depth; i += ENTRY) {
            if ((stack[i] & ~PC_MASK) == UNDO) {
                stack[kept] = stack[i];
                stack[kept + 1] = stack[i + 1];
                stack[kept + 2] = stack[i + 2];
                kept += ENTRY;
            }
        }
        depth = kept;
    }

    private boolean reference(int pc, int at, boolean back) {
        boolean ignoreCase = code[pc + 1] == 1;
        int groups = code[pc + 2];
        for (int i = 0; i < groups; i++) {
            int from = start(code[pc + 3 + i]);
            if (from >= 0) {
                int length = end(code[pc + 3 + i]) - from;
                int target = back ? at - length : at;
                return target >= 0
                        && target + length <= end
                        && isSame(from, target, length, ignoreCase)
                        && moveTo(back ? target : at + length);
            }
        }
        return true;
    }

    private boolean isSame(int a, int b, int length, boolean ignoreCase) {
        if (!ignoreCase) {
            for (int i = 0; i < length; i++) {
                if (subject.unit(a + i) != subject.unit(b + i)) {
                    return false;
                }
            }
            return true;
        }
        boolean codePoints = program.flags().readsCodePoints();
        CaseFolding folding = CaseFolding.of(codePoints);
        for (int i = 0; i < length; ) {
            int left = codePoints ? subject.codePoint(a + i) : subject.unit(a + i);
            int right = codePoints ? subject.codePoint(b + i) : subject.unit(b + i);
            if (left != right && folding.canonicalize(left) != folding.canonicalize(right)) {
                return false;
            }
            i += Character.charCount(left);
        }
        return true;
    }
}
