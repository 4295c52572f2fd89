package org.tierscope.frontend;

import java.util.List;

/**
 * A node of the syntax tree as a person reads it: plain data for views.
 *
 * @param kind what it is: {@code Call}, {@code If}, {@code Identifier}
 * @param label its name, operator or literal; empty where it has none
 * @param start offset of its first character
 * @param end offset after its last
 */
public record SyntaxNode(String kind, String label, int start, int end, List<SyntaxNode> children) {
    public SyntaxNode {
        children = List.copyOf(children);
    }

    /** The tree as indented lines: {@code Binary + 4..9}. */
    public String dump() {
        var text = new StringBuilder();
        dump("", text);
        return text.toString();
    }

    private void dump(String indent, StringBuilder text) {
        text.append(indent).append(kind);
        text.append(label.isEmpty() ? "" : " " + label);
        text.append(' ').append(start).append("..").append(end).append('\n');
        for (SyntaxNode child : children) {
            child.dump(indent + "  ", text);
        }
    }
}
