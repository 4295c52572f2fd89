package org.tierscope.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a character class stands for: characters and, with the v flag, strings of another length than one character. */
record ClassContents(CharSet characters, SortedSet<String> strings) {
    static ClassContents of(CharSet characters) {
        return new ClassContents(characters, new TreeSet<>());
    }

    static ClassContents of(CharSet characters, Collection<String> strings) {
        return new ClassContents(characters, new TreeSet<>(strings));
    }

    ClassContents union(ClassContents other) {
        var all = new TreeSet<>(strings);
        all.addAll(other.strings);
        return new ClassContents(characters.union(other.characters), all);
    }

    ClassContents intersection(ClassContents other) {
        var common = new TreeSet<>(strings);
        common.retainAll(other.strings);
        return new ClassContents(characters.intersection(other.characters), common);
    }

    ClassContents without(ClassContents other) {
        var rest = new TreeSet<>(strings);
        rest.removeAll(other.strings);
        return new ClassContents(characters.without(other.characters), rest);
    }

    /** The same with every character folded. */
    ClassContents folded(CaseFolding folding) {
        var folded = new TreeSet<String>();
        for (String string : strings) {
            var text = new StringBuilder();
            string.codePoints().forEach(c -> text.appendCodePoint(folding.canonicalize(c)));
            folded.add(text.toString());
        }
        return new ClassContents(folding.fold(characters), folded);
    }

    /** What matches it, longer strings before shorter ones. {@code behind}: where the input is read backwards. */
    Node toNode(boolean ignoreCase, boolean behind) {
        CharSet matched = ignoreCase ? CaseFolding.CODE_POINTS.close(characters) : characters;
        if (strings.isEmpty()) {
            return new Node.OneOf(matched);
        }
        List<int[]> codePoints = strings.stream().map(s -> s.codePoints().toArray()).toList();
        return behind ? byLength(codePoints, matched, ignoreCase) : choice(codePoints, 0, matched, ignoreCase);
    }

    private static Node byLength(List<int[]> strings, CharSet single, boolean ignoreCase) {
        List<Node> alternatives = new ArrayList<>();
        strings.stream()
                .filter(string -> string.length > 0)
                .sorted(Comparator.comparingInt((int[] string) -> string.length).reversed())
                .forEach(string -> alternatives.add(new Node.Sequence(
                        Arrays.stream(string).mapToObj(c -> literal(c, ignoreCase)).toList())));
        alternatives.add(new Node.OneOf(single));
        if (strings.getFirst().length == 0) {
            alternatives.add(new Node.Empty());
        }
        return new Node.Choice(alternatives);
    }

    /**
     * Strings that agree before position {@code at}, as a tree: what follows is decided by their next character, and where
     * one of them ends there that comes last. {@code single}: at the root, the class's single characters.
     */
    private static Node choice(Collection<int[]> strings, int at, CharSet single, boolean ignoreCase) {
        List<Node> alternatives = new ArrayList<>();
        List<int[]> same = new ArrayList<>();
        boolean ends = false;
        for (int[] string : strings) {
            if (string.length == at) {
                ends = true;
                continue;
            }
            if (!same.isEmpty() && same.getFirst()[at] != string[at]) {
                alternatives.add(branch(same, at, ignoreCase));
                same = new ArrayList<>();
            }
            same.add(string);
        }
        if (!same.isEmpty()) {
            alternatives.add(branch(same, at, ignoreCase));
        }
        if (!single.isEmpty()) {
            alternatives.add(new Node.OneOf(single));
        }
        if (ends) {
            alternatives.add(new Node.Empty());
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Choice(alternatives);
    }

    private static Node branch(List<int[]> strings, int at, boolean ignoreCase) {
        Node head = literal(strings.getFirst()[at], ignoreCase);
        Node tail = choice(strings, at + 1, CharSet.EMPTY, ignoreCase);
        return tail instanceof Node.Empty ? head : new Node.Sequence(List.of(head, tail));
    }

    private static Node literal(int c, boolean ignoreCase) {
        if (ignoreCase) {
            CharSet same = CaseFolding.CODE_POINTS.close(CharSet.of(c));
            if (same.size() > 1) {
                return new Node.OneOf(same);
            }
        }
        return new Node.Literal(c);
    }
}
