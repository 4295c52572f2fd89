package org.tierscope.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces phis whose operands are all one value, or the phi itself, by that value. What comes around a loop
 * through guards that only pass it on is the phi itself too.
 */
public final class TrivialPhis {
    private TrivialPhis() {}

    /** Returns how many phis it removed. */
    public static int remove(Graph graph) {
        var users = new ArrayList<List<Node>>();
        for (int i = 0; i < graph.nodeIds(); i++) {
            users.add(null);
        }
        var work = new ArrayDeque<Node>();
        for (Block block : graph.blocks()) {
            for (Node phi : block.phis()) {
                work.add(phi);
                for (Node operand : phi.inputs()) {
                    Node input = operand.base();
                    if (input.is(Operator.Phi)) {
                        if (users.get(input.id()) == null) {
                            users.set(input.id(), new ArrayList<>());
                        }
                        users.get(input.id()).add(phi);
                    }
                }
            }
        }
        int removed = 0;
        while (!work.isEmpty()) {
            Node phi = work.poll();
            Node only = phi.isReplaced() ? null : onlyValue(phi);
            if (only == null) {
                continue;
            }
            phi.replaceBy(only);
            removed++;
            List<Node> dependents = users.get(phi.id());
            if (dependents != null) {
                work.addAll(dependents);
                if (only.is(Operator.Phi)) {
                    if (users.get(only.id()) == null) {
                        users.set(only.id(), new ArrayList<>());
                    }
                    users.get(only.id()).addAll(dependents);
                }
            }
        }
        if (removed > 0) {
            graph.applyReplacements();
        }
        return removed;
    }

    private static Node onlyValue(Node phi) {
        Node only = null;
        for (Node input : phi.inputs()) {
            Node value = input.resolved();
            if (value != only && value.base().resolved() != phi) {
                if (only != null) {
                    return null;
                }
                only = value;
            }
        }
        return only;
    }
}
