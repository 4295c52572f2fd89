package org.tierscope.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a parsed pattern into a {@link Program}. */
final class ProgramCompiler {
    private static final int MAX_CODE = 1 << 22;

    private final PatternParser.Pattern pattern;
    private final boolean codePoints;
    private final Map<CharSet, Integer> sets = new LinkedHashMap<>();
    private int[] code = new int[64];
    private int pc;
    private int slots;

    ProgramCompiler(PatternParser.Pattern pattern) {
        this.pattern = pattern;
        this.codePoints = pattern.flags().readsCodePoints();
        this.slots = 2 * (pattern.groups() + 1);
    }

    Program compile() {
        Node root = pattern.root();
        node(root, false, null);
        emit(Instruction.MATCH);
        CharSet first = Analysis.minWidth(root) == 0 ? null : Analysis.first(root, null);
        String prefix = Analysis.prefix(root);
        boolean hasSurrogate = prefix.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
        return new Program(
                pattern.flags(),
                Arrays.copyOf(code, pc),
                sets.keySet().stream().map(CharSet::forMatching).toArray(CharSet[]::new),
                slots,
                pattern.groups() + 1,
                pattern.names(),
                first == null ? null : first.forMatching(),
                hasSurrogate ? new char[0] : prefix.toCharArray(),
                Analysis.isAnchored(root));
    }

    /** The places of words that are filled in later are the results of {@link #emit}: those of the first operand. */
    private int emit(int instruction, int... operands) {
        int needed = pc + 1 + operands.length;
        if (needed > MAX_CODE) {
            throw new RegExpSyntaxException("Regular expression too large", 0);
        }
        if (needed > code.length) {
            code = Arrays.copyOf(code, Math.max(needed, 2 * code.length));
        }
        code[pc] = instruction;
        System.arraycopy(operands, 0, code, pc + 1, operands.length);
        int first = pc + 1;
        pc = needed;
        return first;
    }

    private int set(CharSet set) {
        return sets.computeIfAbsent(set, s -> sets.size());
    }

    private int newSlots(int count) {
        int first = slots;
        slots += count;
        return first;
    }

    /**
     * @param back whether the input is read backwards
     * @param next the units that what follows this node begins with, null where that is not known
     */
    private void node(Node node, boolean back, CharSet next) {
        switch (node) {
            case Node.Empty _ -> {
                // matches as it is
            }
            case Node.Literal(int c) -> literal(c, back);
            case Node.OneOf(CharSet set) -> oneOf(set, back);
            case Node.Sequence(var parts) -> sequence(parts, back, next);
            case Node.Choice(var alternatives) -> choice(alternatives, back, next);
            case Node.Capture(int index, Node body) -> {
                emit(Instruction.SAVE, 2 * index + (back ? 1 : 0));
                node(body, back, next);
                emit(Instruction.SAVE, 2 * index + (back ? 0 : 1));
            }
            case Node.BackReference(var groups, boolean ignoreCase) -> {
                var operands = new int[2 + groups.size()];
                operands[0] = ignoreCase ? 1 : 0;
                operands[1] = groups.size();
                for (int i = 0; i < groups.size(); i++) {
                    operands[2 + i] = groups.get(i);
                }
                emit(back ? Instruction.REFERENCE_BACK : Instruction.REFERENCE, operands);
            }
            case Node.At(var place) -> emit(switch (place) {
                case INPUT_START -> Instruction.INPUT_START;
                case INPUT_END -> Instruction.INPUT_END;
                case LINE_START -> Instruction.LINE_START;
                case LINE_END -> Instruction.LINE_END;
            });
            case Node.Boundary(CharSet word, boolean negative) ->
                emit(negative ? Instruction.NOT_BOUNDARY : Instruction.BOUNDARY, set(word));
            case Node.Look look -> look(look);
            case Node.Repeat repeat -> repeat(repeat, back, next);
        }
    }

    private void literal(int c, boolean back) {
        if (c >= 0x10000) {
            emit(back ? Instruction.TEXT_BACK : Instruction.TEXT, 2, Character.highSurrogate(c), Character.lowSurrogate(c));
        } else if (codePoints && Character.isSurrogate((char) c)) {
            oneOf(CharSet.of(c), back);
        } else {
            emit(back ? Instruction.UNIT_BACK : Instruction.UNIT, c);
        }
    }

    private void oneOf(CharSet set, boolean back) {
        if (isUnits(set)) {
            emit(back ? Instruction.SET_BACK : Instruction.SET, set(set));
        } else {
            emit(back ? Instruction.CODE_POINT_BACK : Instruction.CODE_POINT, set(set));
        }
    }

    /** Whether a character of the set is always one unit, so that the input need not be read as code points. */
    private boolean isUnits(CharSet set) {
        return !codePoints || set.max() < Character.MIN_SURROGATE;
    }

    private void sequence(List<Node> parts, boolean back, CharSet next) {
        if (back) {
            for (Node part : parts.reversed()) {
                node(part, true, null);
            }
            return;
        }
        var following = new CharSet[parts.size()];
        CharSet follows = next;
        for (int i = parts.size() - 1; i >= 0; i--) {
            following[i] = follows;
            follows = Analysis.first(parts.get(i), follows);
        }
        for (int i = 0; i < parts.size(); ) {
            int end = i;
            var text = new StringBuilder();
            while (end < parts.size() && parts.get(end) instanceof Node.Literal(int c) && isText(c)) {
                text.appendCodePoint(c);
                end++;
            }
            if (text.length() > 1) {
                var operands = new int[1 + text.length()];
                operands[0] = text.length();
                for (int j = 0; j < text.length(); j++) {
                    operands[1 + j] = text.charAt(j);
                }
                emit(Instruction.TEXT, operands);
                i = end;
            } else {
                node(parts.get(i), false, following[i]);
                i++;
            }
        }
    }

    private boolean isText(int c) {
        return !codePoints || c >= 0x10000 || !Character.isSurrogate((char) c);
    }

    private void choice(List<Node> alternatives, boolean back, CharSet next) {
        List<Integer> ends = new ArrayList<>();
        for (Node alternative : alternatives.subList(0, alternatives.size() - 1)) {
            int fork = emit(Instruction.FORK, 0);
            node(alternative, back, next);
            ends.add(emit(Instruction.JUMP, 0));
            code[fork] = pc;
        }
        node(alternatives.getLast(), back, next);
        ends.forEach(end -> code[end] = pc);
    }

    private void look(Node.Look look) {
        int state = newSlots(2);
        if (look.negative()) {
            int begin = emit(Instruction.LOOK_NEGATIVE, state, 0);
            node(look.body(), look.behind(), null);
            emit(Instruction.LOOK_FAILED, state);
            code[begin + 1] = pc;
        } else {
            emit(Instruction.LOOK, state);
            node(look.body(), look.behind(), null);
            emit(Instruction.LOOK_MATCHED, state);
        }
    }

    private void repeat(Node.Repeat repeat, boolean back, CharSet next) {
        if (repeat.max() == 0) {
            return;
        }
        if (repeat.min() == 1 && repeat.max() == 1) {
            node(repeat.body(), back, next);
            return;
        }
        CharSet single = switch (repeat.body()) {
            case Node.Literal(int c) -> CharSet.of(c);
            case Node.OneOf(CharSet set) -> set;
            default -> null;
        };
        if (single != null && !back) {
            run(repeat, single, next);
            return;
        }
        CharSet inside = next == null ? null : Analysis.first(repeat.body(), next);
        CharSet follows = inside == null ? null : inside.union(next);
        boolean mayBeEmpty = Analysis.minWidth(repeat.body()) == 0;
        if (repeat.min() == 0 && (repeat.max() == 1 || repeat.max() == Integer.MAX_VALUE)) {
            star(repeat, back, mayBeEmpty, repeat.max() == 1 ? next : follows);
        } else {
            counted(repeat, back, mayBeEmpty, follows);
        }
    }

    /** A loop over one character. */
    private void run(Node.Repeat repeat, CharSet set, CharSet next) {
        boolean units = isUnits(set);
        if (!repeat.greedy()) {
            emit(Instruction.LAZY_RUN, set(set), repeat.min(), repeat.max(), units ? 0 : 1);
            return;
        }
        boolean possessive = next != null && !next.intersects(set.firstUnits());
        emit(units ? Instruction.RUN : Instruction.RUN_CODE_POINTS, set(set), repeat.min(), repeat.max(), possessive ? 1 : 0);
    }

    /** {@code *} and {@code ?} of anything. */
    private void star(Node.Repeat repeat, boolean back, boolean mayBeEmpty, CharSet follows) {
        boolean loops = repeat.max() > 1;
        int loop = pc;
        int leave;
        if (repeat.greedy()) {
            leave = emit(Instruction.FORK, 0);
        } else {
            int enter = emit(Instruction.FORK, 0);
            leave = emit(Instruction.JUMP, 0);
            code[enter] = pc;
        }
        turn(repeat, back, mayBeEmpty ? newSlots(1) : -1, follows);
        if (loops) {
            emit(Instruction.JUMP, loop);
        }
        code[leave] = pc;
    }

    private void turn(Node.Repeat repeat, boolean back, int start, CharSet follows) {
        if (start >= 0) {
            emit(Instruction.SAVE, start);
        }
        clearGroups(repeat);
        node(repeat.body(), back, follows);
        if (start >= 0) {
            emit(Instruction.ADVANCED, start);
        }
    }

    private void clearGroups(Node.Repeat repeat) {
        if (repeat.firstGroup() < repeat.endGroup() && !Analysis.setsItsGroups(repeat.body())) {
            emit(Instruction.CLEAR, 2 * repeat.firstGroup(), 2 * repeat.endGroup());
        }
    }

    private void counted(Node.Repeat repeat, boolean back, boolean mayBeEmpty, CharSet follows) {
        int counter = newSlots(1);
        int start = mayBeEmpty ? newSlots(1) : -1;
        emit(Instruction.ZERO, counter);
        int loop = pc;
        int test = emit(Instruction.LOOP, counter, repeat.min(), repeat.max(), repeat.greedy() ? 1 : 0, 0);
        if (start >= 0) {
            emit(Instruction.SAVE, start);
        }
        clearGroups(repeat);
        node(repeat.body(), back, follows);
        emit(Instruction.NEXT_TURN, counter, start, repeat.min(), loop);
        code[test + 4] = pc;
    }
}
