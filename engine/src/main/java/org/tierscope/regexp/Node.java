package org.tierscope.regexp;

import java.util.List;

/**
 * A parsed pattern. Flags and modifiers are resolved in it: letters that ignore case have become sets, {@code ^} and
 * {@code $} say whether they look at lines.
 */
sealed interface Node {
    record Empty() implements Node {}

    /** One character: a code point, or a UTF-16 unit where the pattern reads units. */
    record Literal(int codePoint) implements Node {}

    record OneOf(CharSet set) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    /** The first alternative that leads to a match. */
    record Choice(List<Node> alternatives) implements Node {}

    /** Group {@code index}, from 1 on. */
    record Capture(int index, Node body) implements Node {}

    /** What the one of these groups that took part has matched; nothing where none did. */
    record BackReference(List<Integer> groups, boolean ignoreCase) implements Node {}

    enum Place {
        INPUT_START,
        INPUT_END,
        LINE_START,
        LINE_END
    }

    record At(Place place) implements Node {}

    /** Between a character of the set and one that is not in it, or not between two such. */
    record Boundary(CharSet word, boolean negative) implements Node {}

    /** Lookahead or lookbehind. */
    record Look(boolean behind, boolean negative, Node body) implements Node {}

    /**
     * @param max {@link Integer#MAX_VALUE} for no limit
     * @param firstGroup the groups in the body are those from here to before {@code endGroup}
     */
    record Repeat(Node body, int min, int max, boolean greedy, int firstGroup, int endGroup) implements Node {}
}
