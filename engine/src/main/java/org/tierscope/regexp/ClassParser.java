package org.tierscope.regexp;

import java.util.ArrayList;

/** Character classes and the escapes that stand for classes. The result of each is resolved: case is considered in it. */
final class ClassParser {
    private static final CharSet DIGITS = CharSet.range('0', '9');
    private static final CharSet WORD = CharSet.ofRanges('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    /** WhiteSpace and LineTerminator. */
    private static final CharSet SPACE = CharSet.ofRanges(9, 13, 32, 32, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A,
            0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    private static final String SYNTAX_CHARACTERS = "()[]{}/-\\|";
    private static final String DOUBLE_PUNCTUATORS = "&!#$%*+,.:;<=>?@^`~";
    private static final String ESCAPED_PUNCTUATORS = "&-!#%,:;<=>@`~";
    private static final int MAX_DEPTH = 500;

    /** What a class or operand stands for, and whether its syntax lets it have strings. */
    private record Operand(ClassContents contents, boolean mayHaveStrings) {
        static Operand of(CharSet set) {
            return new Operand(ClassContents.of(set), false);
        }
    }

    private final PatternReader in;
    private final boolean unicodeSets;
    private int depth;

    ClassParser(PatternReader in, boolean unicodeSets) {
        this.in = in;
        this.unicodeSets = unicodeSets;
    }

    /** After the bracket at {@code start}. */
    Node parse(int start, boolean ignoreCase, boolean behind) {
        if (unicodeSets) {
            return toNode(setClass(start, ignoreCase).contents, ignoreCase, behind);
        }
        boolean negative = in.take('^');
        var set = new CharSet.Builder();
        while (!in.take(']')) {
            if (in.atEnd()) {
                throw in.error("Unterminated character class", start);
            }
            range(set, ignoreCase);
        }
        CharSet members = set.build();
        if (ignoreCase) {
            members = CaseFolding.of(in.codePoints).close(members);
        }
        return new Node.OneOf(negative ? members.complement() : members);
    }

    Node toNode(ClassContents contents, boolean ignoreCase, boolean behind) {
        if (contents.strings().isEmpty() && ignoreCase) {
            return new Node.OneOf(CaseFolding.of(in.codePoints).close(contents.characters()));
        }
        return contents.toNode(ignoreCase, behind);
    }

    /** WordCharacters (22.2.2.9.2). */
    CharSet word(boolean ignoreCase) {
        return ignoreCase && in.codePoints ? CaseFolding.CODE_POINTS.close(WORD) : WORD;
    }

    // Classes without the v flag.

    /** One character, or those of a class escape where {@code character} is {@link PatternReader#NONE}. */
    private record Atom(int character, CharSet set) {
        static Atom of(int character) {
            return new Atom(character, CharSet.of(character));
        }

        boolean isCharacter() {
            return character != PatternReader.NONE;
        }
    }

    private void range(CharSet.Builder set, boolean ignoreCase) {
        int start = in.at;
        Atom first = atom(ignoreCase);
        if (in.peek() != '-' || in.peek(1) == ']' || in.peek(1) < 0) {
            set.add(first.set);
            return;
        }
        in.at++;
        Atom second = atom(ignoreCase);
        if (first.isCharacter() && second.isCharacter()) {
            if (first.character > second.character) {
                throw in.error("Range out of order in character class", start);
            }
            set.add(first.character, second.character);
        } else {
            if (in.codePoints) {
                throw in.error("Invalid character class", start);
            }
            set.add(first.set).add('-').add(second.set);
        }
    }

    private Atom atom(boolean ignoreCase) {
        int start = in.at;
        if (!in.take('\\')) {
            return Atom.of(in.next());
        }
        if (in.atEnd()) {
            throw in.error("\\ at end of pattern", start);
        }
        ClassContents set = classEscape(start, ignoreCase);
        return set != null
                ? new Atom(PatternReader.NONE, set.characters())
                : Atom.of(classCharacterEscape(start));
    }

    private int classCharacterEscape(int start) {
        int c = in.peek();
        if (c == 'b') {
            in.at++;
            return '\b';
        }
        if (c == '-' && in.codePoints) {
            in.at++;
            return '-';
        }
        int character = in.characterEscape(true);
        if (character != PatternReader.NONE) {
            return character;
        }
        if (in.codePoints ? "^$\\.*+?()[]{}|/".indexOf(c) < 0 : c == 'k' && in.namedGroups) {
            throw in.error("Invalid escape", start);
        }
        return in.next();
    }

    // Escapes that are classes, after the backslash.

    /** Null where there is none. */
    ClassContents classEscape(int start, boolean ignoreCase) {
        switch (in.peek()) {
            case 'd' -> {
                return simple(DIGITS, false, ignoreCase);
            }
            case 'D' -> {
                return simple(DIGITS, true, ignoreCase);
            }
            case 's' -> {
                return simple(SPACE, false, ignoreCase);
            }
            case 'S' -> {
                return simple(SPACE, true, ignoreCase);
            }
            case 'w' -> {
                return simple(word(ignoreCase), false, ignoreCase);
            }
            case 'W' -> {
                return simple(word(ignoreCase), true, ignoreCase);
            }
            case 'p', 'P' -> {
                return in.codePoints ? property(start, ignoreCase) : null;
            }
            default -> {
                return null;
            }
        }
    }

    private ClassContents simple(CharSet set, boolean negative, boolean ignoreCase) {
        in.at++;
        return ClassContents.of(resolved(set, negative, ignoreCase));
    }

    /** With the v flag, sets are of folded characters where case is ignored, and complements are among those. */
    private CharSet resolved(CharSet set, boolean negative, boolean ignoreCase) {
        boolean fold = unicodeSets && ignoreCase;
        CharSet members = fold ? CaseFolding.CODE_POINTS.fold(set) : set;
        if (!negative) {
            return members;
        }
        return fold ? CaseFolding.CODE_POINTS.fold(CharSet.ALL).without(members) : members.complement();
    }

    private ClassContents property(int start, boolean ignoreCase) {
        boolean negative = in.peek() == 'P';
        in.at++;
        int close = in.peek() == '{' ? in.text.indexOf('}', in.at) : -1;
        ClassContents found =
                close < 0 ? null : UnicodeProperties.find(in.text.substring(in.at + 1, close), unicodeSets);
        if (found == null || negative && !found.strings().isEmpty()) {
            throw in.error("Invalid property name", start);
        }
        in.at = close + 1;
        if (found.strings().isEmpty()) {
            return ClassContents.of(resolved(found.characters(), negative, ignoreCase));
        }
        return ignoreCase ? found.folded(CaseFolding.CODE_POINTS) : found;
    }

    // Classes with the v flag, after the bracket.

    private Operand setClass(int start, boolean ignoreCase) {
        if (++depth > MAX_DEPTH) {
            throw in.error("Regular expression too large", start);
        }
        boolean negative = in.take('^');
        Operand result = contents(start, ignoreCase);
        if (!in.take(']')) {
            throw in.error(in.atEnd() ? "Unterminated character class" : "Invalid set operation in character class",
                    in.atEnd() ? start : in.at);
        }
        depth--;
        if (!negative) {
            return result;
        }
        if (result.mayHaveStrings) {
            throw in.error("Negated character class may contain strings", start);
        }
        CharSet all = ignoreCase ? CaseFolding.CODE_POINTS.fold(CharSet.ALL) : CharSet.ALL;
        return Operand.of(all.without(result.contents.characters()));
    }

    private Operand contents(int start, boolean ignoreCase) {
        if (in.peek() == ']') {
            return Operand.of(CharSet.EMPTY);
        }
        int operandStart = in.at;
        Operand first = operand(ignoreCase);
        if (in.peek() == '&' && in.peek(1) == '&') {
            return intersection(first, ignoreCase);
        }
        if (in.peek() == '-' && in.peek(1) == '-') {
            return subtraction(first, ignoreCase);
        }
        Operand all = ranged(first, operandStart, ignoreCase);
        while (in.peek() != ']') {
            if (in.atEnd()) {
                throw in.error("Unterminated character class", start);
            }
            operandStart = in.at;
            Operand next = ranged(operand(ignoreCase), operandStart, ignoreCase);
            all = new Operand(all.contents.union(next.contents), all.mayHaveStrings | next.mayHaveStrings);
        }
        return all;
    }

    private Operand intersection(Operand first, boolean ignoreCase) {
        Operand all = first;
        while (in.take("&&")) {
            if (in.peek() == '&') {
                throw in.error("Invalid character in character class", in.at);
            }
            Operand next = operand(ignoreCase);
            all = new Operand(
                    all.contents.intersection(next.contents), all.mayHaveStrings & next.mayHaveStrings);
        }
        return all;
    }

    private Operand subtraction(Operand first, boolean ignoreCase) {
        Operand all = first;
        while (in.take("--")) {
            all = new Operand(all.contents.without(operand(ignoreCase).contents), all.mayHaveStrings);
        }
        return all;
    }

    /** The operand, or the range that it begins. */
    private Operand ranged(Operand first, int start, boolean ignoreCase) {
        if (in.peek() != '-') {
            return first;
        }
        if (in.peek(1) == '-') {
            throw in.error("Invalid set operation in character class", in.at);
        }
        in.at++;
        int secondStart = in.at;
        if (in.peek() == ']') {
            throw in.error("Invalid character in character class", in.at - 1);
        }
        int from = characterAt(start);
        int to = characterAt(secondStart);
        if (from < 0 || to < 0) {
            throw in.error("Invalid character class", start);
        }
        if (from > to) {
            throw in.error("Range out of order in character class", start);
        }
        return Operand.of(resolved(CharSet.range(from, to), false, ignoreCase));
    }

    /** The ClassSetCharacter at an offset, which is read; −1 where something else stands there. */
    private int characterAt(int offset) {
        in.at = offset;
        if (in.peek() == '[' || in.peek() == '\\' && "dDsSwWpPq".indexOf(in.peek(1)) >= 0) {
            return -1;
        }
        return setCharacter();
    }

    private Operand operand(boolean ignoreCase) {
        int start = in.at;
        if (in.take('[')) {
            return setClass(start, ignoreCase);
        }
        if (in.peek() == '\\') {
            if (in.peek(1) == 'q' && in.peek(2) == '{') {
                in.at += 3;
                return quoted(start, ignoreCase);
            }
            in.at++;
            ClassContents set = classEscape(start, ignoreCase);
            if (set != null) {
                return new Operand(set, !set.strings().isEmpty());
            }
            in.at = start;
        }
        return Operand.of(resolved(CharSet.of(setCharacter()), false, ignoreCase));
    }

    /** After <code>\q{</code>: strings with bars between them. */
    private Operand quoted(int start, boolean ignoreCase) {
        var characters = new CharSet.Builder();
        var strings = new ArrayList<String>();
        do {
            var text = new StringBuilder();
            while (in.peek() != '|' && in.peek() != '}') {
                if (in.atEnd()) {
                    throw in.error("Invalid escape", start);
                }
                text.appendCodePoint(setCharacter());
            }
            if (!text.isEmpty() && text.length() == Character.charCount(text.codePointAt(0))) {
                characters.add(text.codePointAt(0));
            } else {
                strings.add(text.toString());
            }
        } while (in.take('|'));
        in.at++;
        ClassContents contents = ClassContents.of(characters.build(), strings);
        return new Operand(ignoreCase ? contents.folded(CaseFolding.CODE_POINTS) : contents, !strings.isEmpty());
    }

    private int setCharacter() {
        int start = in.at;
        int c = in.peek();
        if (in.atEnd()) {
            throw in.error("Unterminated character class", start);
        }
        if (c == '\\') {
            in.at++;
            int escaped = in.peek();
            if (escaped >= 0 && ESCAPED_PUNCTUATORS.indexOf(escaped) >= 0) {
                in.at++;
                return escaped;
            }
            if (escaped < 0) {
                throw in.error("\\ at end of pattern", start);
            }
            return classCharacterEscape(start);
        }
        if (DOUBLE_PUNCTUATORS.indexOf(c) >= 0 && in.peek(1) == c) {
            throw in.error("Invalid set operation in character class", start);
        }
        if (SYNTAX_CHARACTERS.indexOf(c) >= 0) {
            throw in.error("Invalid character in character class", start);
        }
        return in.next();
    }
}
