package org.tierscope.ir.pass;

import org.tierscope.ir.Node;

/** What nodes stand for. */
final class Values {
    private Values() {}

    /** The node whose value {@code node} has, guards and refinements that only pass it on left out. */
    static Node base(Node node) {
        Node at = node;
        while (true) {
            switch (at.operator()) {
                case CheckShape, CheckElementsKind, CheckFlags, CheckNotEmpty, CheckObject, CheckString,
                        CheckFunction, CheckValue, CheckBounds, CheckNotNegative, Refine -> at = at.input(0);
                default -> {
                    return at;
                }
            }
        }
    }
}
