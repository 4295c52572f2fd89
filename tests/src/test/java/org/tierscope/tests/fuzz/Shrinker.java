package org.tierscope.tests.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tierscope.frontend.SyntaxNode;

/**
 * Makes a program smaller that still has a property: leaves parts out, puts parts of expressions or plain values in their place, as long as
 * something can go. Largest parts first.
 */
final class Shrinker {
    private static final Set<String> LISTS = Set.of("Program", "Block", "Case", "Default", "Switch");
    private static final List<String> PLAIN = List.of("0", "1", "''", "undefined");

    private final Predicate<String> property;
    private final long untilNanos;

    /** @param property whether a program still shows what it is shrunk for; false where it is not even valid */
    Shrinker(Predicate<String> property, long seconds) {
        this.property = property;
        this.untilNanos = System.nanoTime() + seconds * 1_000_000_000L;
    }

    String shrink(String source) {
        String smaller = source;
        boolean progress = true;
        while (progress && !isLate()) {
            String next = onePass(smaller);
            progress = next.length() < smaller.length();
            smaller = next;
        }
        return smaller;
    }

    /** Every replacement that keeps the property is made, and what is left is tried on. */
    private String onePass(String source) {
        String text = source;
        List<Edit> edits = edits(text);
        for (int i = 0; i < edits.size() && !isLate(); i++) {
            String candidate = edits.get(i).apply(text);
            if (candidate.length() < text.length() && ProgramTree.parses(candidate) && property.test(candidate)) {
                text = candidate;
                edits = edits(text);
                i = Math.min(i, edits.size()) - 1;
            }
        }
        return text;
    }

    private boolean isLate() {
        return System.nanoTime() > untilNanos;
    }

    private record Edit(int start, int end, String replacement) {
        String apply(String text) {
            return text.substring(0, start) + replacement + text.substring(end);
        }

        int gain() {
            return end - start - replacement.length();
        }
    }

    private static List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        SyntaxNode program = ProgramTree.of(text);
        leaveOut(program, text, edits);
        ProgramTree.forEach(program, text, node -> {
            leaveOut(node, text, edits);
            for (SyntaxNode part : node.children()) {
                if (part.end() > part.start() && part.end() <= text.length()) {
                    edits.add(new Edit(node.start(), node.end(), ProgramTree.text(part, text)));
                }
            }
            PLAIN.forEach(plain -> edits.add(new Edit(node.start(), node.end(), plain)));
        });
        edits.sort(Comparator.comparingInt(Edit::gain).reversed());
        return edits;
    }

    private static void leaveOut(SyntaxNode list, String text, List<Edit> edits) {
        if (!LISTS.contains(list.kind())) {
            return;
        }
        for (SyntaxNode part : list.children()) {
            if (part.end() <= text.length()) {
                edits.add(new Edit(part.start(), part.end(), ""));
            }
        }
    }
}
