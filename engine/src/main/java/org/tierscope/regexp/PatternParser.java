package org.tierscope.regexp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses patterns (22.2.1), and where they read units, the laxer ones of Annex B (B.1.2). Messages are those that people
 * know from V8.
 */
public final class PatternParser {
    /** How deep groups may be nested. */
    private static final int MAX_DEPTH = 500;
    private static final int MAX_GROUPS = 1 << 16;

    static final CharSet LINE_ENDS = CharSet.ofRanges('\n', '\n', '\r', '\r', 0x2028, 0x2029);

    /** Group {@code index}, and for each disjunction around it which alternative it is in. */
    private record NamedGroup(int index, List<Integer> alternatives) {}

    private final PatternReader in;
    private final Flags flags;
    private final ClassParser classes;
    private final int groupTotal;
    private final Map<String, List<NamedGroup>> named = new LinkedHashMap<>();
    private final Map<String, Integer> references = new LinkedHashMap<>();
    private final Map<String, List<Integer>> groupsByName = new LinkedHashMap<>();
    /** Disjunction, alternative, disjunction, alternative… from the outermost on. */
    private final List<Integer> path = new ArrayList<>();
    private int disjunctions;
    private int groups;
    private int depth;
    private int behindDepth;
    private boolean ignoreCase;
    private boolean multiline;
    private boolean dotAll;

    private PatternParser(String text, Flags flags) {
        this.flags = flags;
        var count = new GroupCount(text, flags.has(Flags.UNICODE_SETS));
        this.groupTotal = count.groups();
        this.in = new PatternReader(text, flags.readsCodePoints(), flags.readsCodePoints() || count.named());
        this.classes = new ClassParser(in, flags.has(Flags.UNICODE_SETS));
        this.ignoreCase = flags.has(Flags.IGNORE_CASE);
        this.multiline = flags.has(Flags.MULTILINE);
        this.dotAll = flags.has(Flags.DOT_ALL);
    }

    /** What {@link #parse} gives: the groups by their names are in the order of the text. */
    record Pattern(Node root, Flags flags, int groups, Map<String, List<Integer>> names) {}

    /**
     * Checks that a pattern is one.
     *
     * @throws RegExpSyntaxException where it is not
     */
    public static void check(String text, Flags flags) {
        parse(text, flags);
    }

    static Pattern parse(String text, Flags flags) {
        return new PatternParser(text, flags).pattern();
    }

    private Pattern pattern() {
        if (groupTotal > MAX_GROUPS) {
            throw in.error("Too many captures", 0);
        }
        Node root = disjunction();
        if (!in.atEnd()) {
            throw in.error("Unmatched ')'", in.at);
        }
        references.forEach((name, offset) -> {
            if (groupsByName.get(name).isEmpty()) {
                throw in.error("Invalid named capture referenced", offset);
            }
        });
        var names = new LinkedHashMap<String, List<Integer>>();
        named.keySet().forEach(name -> names.put(name, List.copyOf(groupsByName.get(name))));
        return new Pattern(root, flags, groups, names);
    }

    private Node disjunction() {
        if (++depth > MAX_DEPTH) {
            throw in.error("Regular expression too large", in.at);
        }
        int mark = path.size();
        path.add(disjunctions++);
        path.add(0);
        List<Node> alternatives = new ArrayList<>();
        alternatives.add(alternative());
        while (in.take('|')) {
            path.set(mark + 1, alternatives.size());
            alternatives.add(alternative());
        }
        path.subList(mark, path.size()).clear();
        depth--;
        return choice(alternatives);
    }

    /** Alternatives that are one character each are one set. */
    private static Node choice(List<Node> alternatives) {
        if (alternatives.size() == 1) {
            return alternatives.getFirst();
        }
        var set = new CharSet.Builder();
        for (Node alternative : alternatives) {
            switch (alternative) {
                case Node.Literal(int c) -> set.add(c);
                case Node.OneOf(CharSet other) -> set.add(other);
                default -> {
                    return new Node.Choice(alternatives);
                }
            }
        }
        return new Node.OneOf(set.build());
    }

    private Node alternative() {
        List<Node> parts = new ArrayList<>();
        while (!in.atEnd() && in.peek() != '|' && in.peek() != ')') {
            parts.add(term());
        }
        return switch (parts.size()) {
            case 0 -> new Node.Empty();
            case 1 -> parts.getFirst();
            default -> new Node.Sequence(parts);
        };
    }

    private Node term() {
        int start = in.at;
        int groupsBefore = groups;
        boolean repeatable = true;
        Node node;
        switch (in.peek()) {
            case '^' -> {
                in.at++;
                return new Node.At(multiline ? Node.Place.LINE_START : Node.Place.INPUT_START);
            }
            case '$' -> {
                in.at++;
                return new Node.At(multiline ? Node.Place.LINE_END : Node.Place.INPUT_END);
            }
            case '(' -> {
                in.at++;
                node = group(start);
                repeatable = !(node instanceof Node.Look look) || !in.codePoints && !look.behind();
            }
            case '.' -> {
                in.at++;
                node = new Node.OneOf(dotAll ? CharSet.ALL : LINE_ENDS.complement());
            }
            case '[' -> {
                in.at++;
                node = classes.parse(start, ignoreCase, behindDepth > 0);
            }
            case '\\' -> {
                in.at++;
                if (in.peek() == 'b' || in.peek() == 'B') {
                    boolean negative = in.peek() == 'B';
                    in.at++;
                    return new Node.Boundary(classes.word(ignoreCase), negative);
                }
                node = atomEscape(start);
            }
            case '*', '+', '?' -> throw in.error("Nothing to repeat", start);
            case '{' -> {
                if (in.codePoints || quantifier(false) != null) {
                    throw in.error("Nothing to repeat", start);
                }
                node = literal(in.next());
            }
            case '}', ']' -> {
                if (in.codePoints) {
                    throw in.error("Lone quantifier brackets", start);
                }
                node = literal(in.next());
            }
            default -> node = literal(in.next());
        }
        int[] bounds = quantifier(true);
        if (bounds == null) {
            return node;
        }
        if (!repeatable) {
            throw in.error("Nothing to repeat", start);
        }
        boolean greedy = !in.take('?');
        return new Node.Repeat(node, bounds[0], bounds[1], greedy, groupsBefore + 1, groups + 1);
    }

    private Node literal(int c) {
        if (ignoreCase) {
            CharSet same = CaseFolding.of(in.codePoints).close(CharSet.of(c));
            if (same.size() > 1) {
                return new Node.OneOf(same);
            }
        }
        return new Node.Literal(c);
    }

    /** The bounds of a quantifier without its question mark; null where there is none. {@code check}: and bounds that fit. */
    private int[] quantifier(boolean check) {
        switch (in.peek()) {
            case '*' -> {
                in.at++;
                return new int[] {0, Integer.MAX_VALUE};
            }
            case '+' -> {
                in.at++;
                return new int[] {1, Integer.MAX_VALUE};
            }
            case '?' -> {
                in.at++;
                return new int[] {0, 1};
            }
            case '{' -> {
                return braces(check);
            }
            default -> {
                return null;
            }
        }
    }

    private int[] braces(boolean check) {
        int start = in.at++;
        int min = number();
        int max = min;
        if (min >= 0 && in.take(',')) {
            max = in.peek() == '}' ? Integer.MAX_VALUE : number();
        }
        if (min < 0 || max < 0 || !in.take('}')) {
            if (in.codePoints) {
                throw in.error("Incomplete quantifier", start);
            }
            in.at = start;
            return null;
        }
        if (check && min > max) {
            throw in.error("numbers out of order in {} quantifier", start);
        }
        return new int[] {min, max};
    }

    /** Decimal digits, limited to the int range; −1 where there are none. */
    private int number() {
        if (!PatternReader.isDigit(in.peek())) {
            return -1;
        }
        long value = 0;
        while (PatternReader.isDigit(in.peek())) {
            value = Math.min(10 * value + in.peek() - '0', Integer.MAX_VALUE);
            in.at++;
        }
        return (int) value;
    }

    // Groups, after the parenthesis.

    private Node group(int start) {
        if (!in.take('?')) {
            return capture(start, null);
        }
        if (in.take(':')) {
            return closed(start);
        }
        if (in.take('=')) {
            return new Node.Look(false, false, ahead(start));
        }
        if (in.take('!')) {
            return new Node.Look(false, true, ahead(start));
        }
        if (in.take("<=")) {
            return new Node.Look(true, false, behind(start));
        }
        if (in.take("<!")) {
            return new Node.Look(true, true, behind(start));
        }
        if (in.take('<')) {
            int nameStart = in.at;
            String name = in.groupName();
            if (name == null) {
                throw in.error("Invalid capture group name", nameStart);
            }
            return capture(start, name);
        }
        return modified(start);
    }

    private Node closed(int start) {
        Node body = disjunction();
        if (!in.take(')')) {
            throw in.error("Unterminated group", start);
        }
        return body;
    }

    private Node ahead(int start) {
        int around = behindDepth;
        behindDepth = 0;
        Node body = closed(start);
        behindDepth = around;
        return body;
    }

    private Node behind(int start) {
        behindDepth++;
        Node body = closed(start);
        behindDepth--;
        return body;
    }

    private Node capture(int start, String name) {
        int index = ++groups;
        if (name != null) {
            declare(name, index, start);
        }
        return new Node.Capture(index, closed(start));
    }

    private void declare(String name, int index, int start) {
        var group = new NamedGroup(index, List.copyOf(path));
        List<NamedGroup> same = named.computeIfAbsent(name, n -> new ArrayList<>());
        for (NamedGroup other : same) {
            if (mayBothTakePart(group.alternatives, other.alternatives)) {
                throw in.error("Duplicate capture group name", start);
            }
        }
        same.add(group);
        groupsByName.computeIfAbsent(name, n -> new ArrayList<>()).add(index);
    }

    private static boolean mayBothTakePart(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()) && a.get(i).equals(b.get(i)); i += 2) {
            if (!a.get(i + 1).equals(b.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** {@code (?ims-ims:…)}. */
    private Node modified(int start) {
        int added = modifiers(start, 0);
        int removed = 0;
        if (in.take('-')) {
            removed = modifiers(start, added);
            if (added == 0 && removed == 0) {
                throw in.error("Invalid flag group", start);
            }
        }
        if (!in.take(':')) {
            throw in.error(in.peek() == '-' ? "Multiple dashes in flag group" : "Invalid group", start);
        }
        boolean ignoreCaseAround = ignoreCase;
        boolean multilineAround = multiline;
        boolean dotAllAround = dotAll;
        ignoreCase = (ignoreCase || (added & Flags.IGNORE_CASE) != 0) && (removed & Flags.IGNORE_CASE) == 0;
        multiline = (multiline || (added & Flags.MULTILINE) != 0) && (removed & Flags.MULTILINE) == 0;
        dotAll = (dotAll || (added & Flags.DOT_ALL) != 0) && (removed & Flags.DOT_ALL) == 0;
        Node body = closed(start);
        ignoreCase = ignoreCaseAround;
        multiline = multilineAround;
        dotAll = dotAllAround;
        return body;
    }

    private int modifiers(int start, int taken) {
        int bits = 0;
        for (;;) {
            int bit = switch (in.peek()) {
                case 'i' -> Flags.IGNORE_CASE;
                case 'm' -> Flags.MULTILINE;
                case 's' -> Flags.DOT_ALL;
                default -> 0;
            };
            if (bit == 0) {
                return bits;
            }
            if (((bits | taken) & bit) != 0) {
                throw in.error("Repeated flag in flag group", start);
            }
            bits |= bit;
            in.at++;
        }
    }

    // Escapes, after the backslash.

    private Node atomEscape(int start) {
        if (in.atEnd()) {
            throw in.error("\\ at end of pattern", start);
        }
        int c = in.peek();
        if (c >= '1' && c <= '9') {
            int before = in.at;
            int group = number();
            if (group <= groupTotal) {
                return new Node.BackReference(List.of(group), ignoreCase);
            }
            in.at = before;
        }
        if (c == 'k' && in.namedGroups) {
            return namedReference(start);
        }
        ClassContents set = classes.classEscape(start, ignoreCase);
        if (set != null) {
            return classes.toNode(set, ignoreCase, behindDepth > 0);
        }
        int character = in.characterEscape(false);
        if (character != PatternReader.NONE) {
            return literal(character);
        }
        if (in.codePoints && "^$\\.*+?()[]{}|/".indexOf(c) < 0) {
            throw in.error("Invalid escape", start);
        }
        return literal(in.next());
    }

    private Node namedReference(int start) {
        in.at++;
        String name = in.take('<') ? in.groupName() : null;
        if (name == null) {
            throw in.error("Invalid named reference", start);
        }
        references.putIfAbsent(name, start);
        List<Integer> target = groupsByName.computeIfAbsent(name, n -> new ArrayList<>());
        return new Node.BackReference(target, ignoreCase);
    }
}
