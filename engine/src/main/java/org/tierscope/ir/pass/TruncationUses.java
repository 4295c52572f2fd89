package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.runtime.ElementsKind;

/** Which checked operations are used for their low bits only. */
final class TruncationUses {
    /** The kind whose elements are read as UINT32's bits are, but as int32. */
    static final ElementsKind SAME_BITS = ElementsKind.INT32;

    private final List<Node> candidates = new ArrayList<>();
    private final Map<Node, List<Node>> users = new HashMap<>();
    private final Set<Node> inStates = new HashSet<>();

    TruncationUses(Graph graph) {
        graph.forEachNode(node -> {
            if (isChecked(node)) {
                candidates.add(node);
                users.put(node, new ArrayList<>());
            }
        });
        if (!candidates.isEmpty()) {
            collectUsers(graph);
        }
    }

    private void collectUsers(Graph graph) {
        Set<FrameState> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        graph.forEachNode(node -> {
            for (int i = 0; i < node.inputCount(); i++) {
                List<Node> usersOfInput = users.get(node.input(i));
                if (usersOfInput != null && (usersOfInput.isEmpty() || usersOfInput.getLast() != node)) {
                    usersOfInput.add(node);
                }
            }
            if (node.state() != null && seen.add(node.state())) {
                node.state().forEachValue(inStates::add);
            }
        });
    }

    /** A load that gives a number whose 32 bits are unsigned. */
    static boolean isUint32(Node node) {
        return node.is(Operator.LoadTypedFloat64) && node.parameter(0) == ElementsKind.UINT32;
    }

    /** Whether it exits where its exact result does not fit, which does not matter to who needs low bits only. */
    static boolean isChecked(Node node) {
        return switch (node.operator()) {
            case AddInt32Checked, SubInt32Checked, MulInt32Checked, NegInt32Checked, CheckNotNegative -> true;
            default -> false;
        };
    }

    /** The operations whose checks could go, in graph order. */
    List<Node> candidates() {
        return candidates;
    }

    List<Node> usersOf(Node node) {
        return users.get(node);
    }

    boolean isInState(Node node) {
        return inStates.contains(node);
    }

    /** The candidates of which nothing but low bits is needed; {@code kept} are none of them. */
    List<Node> withoutChecks(Collection<Node> kept) {
        var removed = new HashSet<>(candidates);
        removed.removeAll(kept);
        boolean changed = true;
        while (changed) {
            changed = removed.removeIf(node -> users.get(node).isEmpty()
                    || !users.get(node).stream().allMatch(user -> removed.contains(user) || truncates(user, node)));
        }
        return candidates.stream().filter(removed::contains).toList();
    }

    /** Whether {@code user} reads nothing but the low 32 bits of its operand {@code node}. */
    private static boolean truncates(Node user, Node node) {
        return switch (user.operator()) {
            case AndInt32, OrInt32, XorInt32, ShlInt32, ShrInt32, UshrInt32, AddInt32, SubInt32, MulInt32 -> true;
            case StoreTypedInt32 -> user.input(2) == node && user.input(1) != node
                    && user.parameter(0) != ElementsKind.UINT8_CLAMPED;
            default -> false;
        };
    }
}
