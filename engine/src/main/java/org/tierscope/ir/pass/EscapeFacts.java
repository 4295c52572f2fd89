package org.tierscope.ir.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Origin;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Type;
import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.ElementsKind;

/**
 * What one sweep of escape analysis has learned for the next: guesses about loops that did not hold. It only grows, so sweeps come
 * to an end. Nodes that stand for objects and merges are made once and are the same in every sweep.
 */
final class EscapeFacts {
    /**
     * An object that may stay virtual.
     *
     * @param identity stands for it
     * @param allocation what made it, or one of those that a merge brings together
     */
    record Virtual(Node identity, Node allocation) {
        VirtualKind kind() {
            return (VirtualKind) identity.parameter(0);
        }

        ElementsKind elements() {
            return (ElementsKind) identity.parameter(2);
        }

        /** Whether one phi could stand for either. */
        boolean isLike(Virtual that) {
            return kind() == that.kind() && identity.intParameter(1) == that.identity.intParameter(1)
                    && elements() == that.elements() && allocation.operator() == that.allocation.operator()
                    && allocation.type().equals(that.allocation.type())
                    && (kind() != VirtualKind.OBJECT || allocation.intParameter(1) == that.allocation.intParameter(1));
        }
    }

    /** A place where values come together: a phi of the graph, or a field of an object at a block's start. */
    record Merge(Block block, Node of, int field) {}

    private final Graph graph;
    private final Map<Node, Virtual> byIdentity = new HashMap<>();
    private final Map<Object, Node> identities = new HashMap<>();
    private final Map<Merge, Node> phis = new HashMap<>();
    private final Set<Merge> changing = new HashSet<>();
    private final Set<Merge> merged = new HashSet<>();
    private final Set<Merge> plain = new HashSet<>();
    private final Set<Merge> allocatedBefore = new HashSet<>();
    private boolean refuted;

    EscapeFacts(Graph graph) {
        this.graph = graph;
    }

    Virtual virtual(Node identity) {
        return byIdentity.get(identity);
    }

    /** What stands for the object that {@code allocation} makes. */
    Node identityOf(Node allocation, VirtualKind kind, int function, ElementsKind elements) {
        return identities.computeIfAbsent(allocation, key -> identity(allocation, kind, function, elements));
    }

    /** What stands for whichever of several objects comes to {@code merge}. */
    Node identityOf(Merge merge, Virtual like) {
        return identities.computeIfAbsent(
                merge,
                key -> identity(like.allocation, like.kind(), like.identity.intParameter(1), like.elements()));
    }

    private Node identity(Node allocation, VirtualKind kind, int function, ElementsKind elements) {
        Node identity = graph.newNode(Operator.VirtualObject, List.of(kind, function, elements));
        identity.setType(allocation.type());
        identity.setOrigin(allocation.origin());
        byIdentity.put(identity, new Virtual(identity, allocation));
        return identity;
    }

    /** The phi for the values that come to {@code merge}; its operands are its own as yet. */
    Node phi(Merge merge, Representation representation, int operands, Origin origin) {
        return phis.computeIfAbsent(merge, key -> {
            Node phi = graph.newPhi(representation, new Node[operands]);
            phi.setOrigin(origin);
            if (representation == Representation.FLOAT64) {
                phi.setType(Type.DOUBLE);
            }
            return phi;
        });
    }

    /** Whether a loop gives the field another value than it had at its start. */
    boolean isChanging(Merge merge) {
        return changing.contains(merge);
    }

    void setChanging(Merge merge) {
        refuted |= changing.add(merge);
    }

    /** Whether different objects come to a loop's phi, so that one of its own must stand for them. */
    boolean isMerged(Merge merge) {
        return merged.contains(merge);
    }

    void setMerged(Merge merge) {
        refuted |= merged.add(merge);
    }

    /** Whether a phi needs allocated objects. */
    boolean isPlain(Merge merge) {
        return plain.contains(merge);
    }

    void setPlain(Merge merge) {
        refuted |= plain.add(merge);
    }

    /** Whether the object must be there before the loop is entered. */
    boolean isAllocatedBefore(Block header, Node identity) {
        return allocatedBefore.contains(new Merge(header, identity, -1));
    }

    void setAllocatedBefore(Block header, Node identity) {
        refuted |= allocatedBefore.add(new Merge(header, identity, -1));
    }

    /** Whether something was learned since this was asked last. */
    boolean takeRefuted() {
        boolean was = refuted;
        refuted = false;
        return was;
    }

    /** A state that only says where a call is: it has no handler that could see its registers. */
    static boolean isUnseen(Node node) {
        FrameState state = node.state();
        return state != null && !node.effects().exits() && !node.is(Operator.Checkpoint) && !state.catchesAnywhere();
    }
}
