package org.tierscope.regexp;

/** What can be said of a part of a pattern without running it. */
final class Analysis {
    private Analysis() {}

    /** The fewest units that it can match, at most a large number. */
    static int minWidth(Node node) {
        return switch (node) {
            case Node.Empty _, Node.At _, Node.Boundary _, Node.Look _, Node.BackReference _ -> 0;
            case Node.Literal _, Node.OneOf _ -> 1;
            case Node.Sequence(var parts) -> (int) Math.min(1 << 20, parts.stream().mapToLong(Analysis::minWidth).sum());
            case Node.Choice(var alternatives) -> alternatives.stream().mapToInt(Analysis::minWidth).min().orElse(0);
            case Node.Capture(_, Node body) -> minWidth(body);
            case Node.Repeat repeat ->
                (int) Math.min(1 << 20, (long) repeat.min() * minWidth(repeat.body()));
        };
    }

    /** Whether a match of it sets every group in it, and reads none. */
    static boolean setsItsGroups(Node node) {
        return switch (node) {
            case Node.Empty _, Node.At _, Node.Boundary _, Node.Literal _, Node.OneOf _ -> true;
            case Node.BackReference _ -> false;
            case Node.Sequence(var parts) -> parts.stream().allMatch(Analysis::setsItsGroups);
            case Node.Choice(var alternatives) ->
                alternatives.stream().allMatch(part -> !hasGroups(part) && setsItsGroups(part));
            case Node.Capture(_, Node body) -> setsItsGroups(body);
            case Node.Look look -> !hasGroups(look.body()) && setsItsGroups(look.body());
            case Node.Repeat repeat ->
                setsItsGroups(repeat.body()) && (repeat.min() > 0 || repeat.firstGroup() == repeat.endGroup());
        };
    }

    private static boolean hasGroups(Node node) {
        return switch (node) {
            case Node.Empty _, Node.At _, Node.Boundary _, Node.Literal _, Node.OneOf _, Node.BackReference _ -> false;
            case Node.Sequence(var parts) -> parts.stream().anyMatch(Analysis::hasGroups);
            case Node.Choice(var alternatives) -> alternatives.stream().anyMatch(Analysis::hasGroups);
            case Node.Capture _ -> true;
            case Node.Look look -> hasGroups(look.body());
            case Node.Repeat repeat -> repeat.firstGroup() < repeat.endGroup();
        };
    }

    /**
     * The units that can stand where {@code node} begins to match: those that it begins with and, where it can be empty, those that
     * what follows does. None where only the end of the input can.
     *
     * @param next the same of what follows; null: unknown
     * @return null: unknown, or it may be the end of the match
     */
    static CharSet first(Node node, CharSet next) {
        return switch (node) {
            case Node.At(var place) -> switch (place) {
                case INPUT_START, LINE_START -> next;
                case INPUT_END -> CharSet.EMPTY;
                case LINE_END -> PatternParser.LINE_ENDS;
            };
            case Node.Empty _, Node.Boundary _, Node.Look _ -> next;
            case Node.BackReference _ -> null;
            case Node.Literal(int c) -> CharSet.of(c).firstUnits();
            case Node.OneOf(CharSet set) -> set.firstUnits();
            case Node.Capture(_, Node body) -> first(body, next);
            case Node.Repeat repeat -> repeat.min() > 0 && minWidth(repeat.body()) > 0
                    ? first(repeat.body(), next)
                    : union(first(repeat.body(), next), next);
            case Node.Sequence(var parts) -> {
                CharSet result = next;
                for (Node part : parts.reversed()) {
                    result = first(part, result);
                }
                yield result;
            }
            case Node.Choice(var alternatives) -> {
                CharSet result = CharSet.EMPTY;
                for (Node alternative : alternatives) {
                    result = union(result, first(alternative, next));
                }
                yield result;
            }
        };
    }

    private static CharSet union(CharSet a, CharSet b) {
        return a == null || b == null ? null : a.union(b);
    }

    /** Whether it only matches at the beginning of the input. */
    static boolean isAnchored(Node node) {
        return switch (node) {
            case Node.At(var place) -> place == Node.Place.INPUT_START;
            case Node.Sequence(var parts) -> isAnchored(parts.getFirst());
            case Node.Choice(var alternatives) -> alternatives.stream().allMatch(Analysis::isAnchored);
            case Node.Capture(_, Node body) -> isAnchored(body);
            default -> false;
        };
    }

    /** The text that every match begins with. */
    static String prefix(Node node) {
        var text = new StringBuilder();
        addPrefix(node, text);
        return text.toString();
    }

    /** Whether the node is all text. */
    private static boolean addPrefix(Node node, StringBuilder text) {
        switch (node) {
            case Node.Literal(int c) -> {
                text.appendCodePoint(c);
                return true;
            }
            case Node.Sequence(var parts) -> {
                for (Node part : parts) {
                    if (!addPrefix(part, text)) {
                        return false;
                    }
                }
                return true;
            }
            case Node.Capture(_, Node body) -> {
                return addPrefix(body, text);
            }
            case Node.Boundary _, Node.Empty _ -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
