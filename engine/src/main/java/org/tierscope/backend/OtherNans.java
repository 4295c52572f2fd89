package org.tierscope.backend;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Representation;
import org.tierscope.runtime.ElementsKind;

/**
 * Which doubles may be another NaN than {@link org.tierscope.runtime.Value#CANONICAL_NAN_BITS}. Arithmetic of the processor makes
 * that one, and hands on the NaN of an operand; so only what comes from elsewhere, or had its sign changed, is checked for NaN
 * where it becomes a word.
 */
final class OtherNans {
    private final boolean[] other;

    /** Optimistic: nothing is another NaN until an operand is found to be one. */
    OtherNans(Graph graph) {
        other = new boolean[graph.nodeIds()];
        List<Node> open = new ArrayList<>();
        graph.forEachNode(node -> {
            if (node.representation() == Representation.FLOAT64) {
                if (handsOn(node)) {
                    open.add(node);
                } else {
                    other[node.id()] = !isCanonical(node);
                }
            }
        });
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : open) {
                if (!other[node.id()] && node.inputs().stream().anyMatch(this::mayBe)) {
                    other[node.id()] = true;
                    changed = true;
                }
            }
        }
    }

    boolean mayBe(Node number) {
        return other[number.id()];
    }

    private static boolean handsOn(Node node) {
        return switch (node.operator()) {
            case Phi, Refine, CheckNotHoleFloat64, AddFloat64, SubFloat64, MulFloat64, DivFloat64, SqrtFloat64, FloorFloat64,
                    CeilFloat64, TruncFloat64, RoundFloat64, MinFloat64, MaxFloat64 -> true;
            default -> false;
        };
    }

    private static boolean isCanonical(Node node) {
        return switch (node.operator()) {
            case ConstantFloat64, UnboxNumber, CheckNumber, Int32ToFloat64, Uint32ToFloat64, LoadElementFloat64 -> true;
            case LoadTypedFloat64 -> node.parameter(0) == ElementsKind.UINT32;
            default -> false;
        };
    }

    /** Whether a double is certainly no NaN at all. */
    static boolean isNumber(Node number) {
        return switch (number.operator()) {
            case Int32ToFloat64, Uint32ToFloat64 -> true;
            case ConstantFloat64 -> !Double.isNaN(number.doubleParameter(0));
            default -> false;
        };
    }
}
