package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;

/**
 * Truncation analysis: arithmetic of which only the low 32 bits are needed is done on int32, without checks of overflow and
 * without doubles. Sound where the exact result, which JavaScript computes before it truncates, has no more than 53 bits: doubles
 * hold it then, and its low bits depend on the operands' low bits only (Pizlo's "backwards propagation" in JavaScriptCore;
 * simplified lowering in V8).
 *
 * <p>Frame states get the exact value as a double, since the interpreter may do something else with it.
 */
public final class Truncation implements Pass {
    @Override
    public String name() {
        return "truncation";
    }

    @Override
    public String purpose() {
        return "Does arithmetic modulo 2^32, without checks, where only the low 32 bits of its result are needed.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Run(graph, notes).run();
    }

    private static final class Run {
        private final Graph graph;
        private final PassNotes notes;
        private final TruncationUses uses;
        private final Magnitudes magnitudes;
        private final LoopTree loops;
        private final Map<Node, Node> bits = new HashMap<>();
        private final Map<Node, Node> exact = new HashMap<>();
        private final Set<Node> removable = new HashSet<>();
        private final Set<Node> made = new HashSet<>();

        Run(Graph graph, PassNotes notes) {
            this.graph = graph;
            this.notes = notes;
            this.uses = new TruncationUses(graph);
            this.magnitudes = new Magnitudes(uses.candidates());
            this.loops = new LoopTree(graph, new DominatorTree(graph));
        }

        void run() {
            List<Node> inexact = uses.candidates().stream().filter(node -> !magnitudes.isExact(node)).toList();
            for (Node node : uses.withoutChecks(List.of())) {
                if (!magnitudes.isExact(node)) {
                    notes.didNot(node, "v" + node.id() + " stays checked: its exact result may have more than 53 bits");
                }
            }
            for (Node node : uses.withoutChecks(inexact)) {
                uncheck(node);
            }
            for (Block block : graph.blocks()) {
                for (Node node : List.copyOf(block.nodes())) {
                    if (node.is(Operator.TruncateFloat64)) {
                        truncate(node);
                    } else if (isCopy(node)) {
                        node.replaceBy(node.input(0));
                    }
                }
            }
            graph.applyReplacements();
        }

        /** {@code x | 0}, which constant folding leaves to this pass: it says that only low bits are needed. */
        private static boolean isCopy(Node node) {
            return node.is(Operator.OrInt32) && node.input(1).is(Operator.ConstantInt32)
                    && node.input(1).intParameter(0) == 0;
        }

        private void uncheck(Node node) {
            removable.add(node);
            Node low = bitsOf(node);
            for (Node user : uses.usersOf(node)) {
                for (int i = 0; i < user.inputCount(); i++) {
                    if (user.input(i) == node && !removable.contains(user)) {
                        user.setInput(i, low);
                    }
                }
            }
            boolean inStates = uses.isInState(node);
            notes.did(node, "only the low bits of v" + node.id() + " are needed: becomes v" + low.id());
            node.replaceBy(inStates ? exactOf(node) : low);
        }

        private void truncate(Node node) {
            Node value = node.input(0);
            if (loops.depth(node.block()) < loops.depth(value.block())) {
                notes.didNot(node, "v" + node.id() + " stays: v" + value.id() + " is computed in a loop that this is behind");
                return;
            }
            if (!isTruncatable(value, new HashSet<>())) {
                notes.didNot(node, "v" + node.id() + " stays: v" + value.id() + " cannot be computed modulo 2^32");
                return;
            }
            Node low = bitsOf(value);
            notes.did(node, "v" + node.id() + " is computed modulo 2^32 in v" + low.id());
            node.replaceBy(low);
        }

        /** Whether the low bits of a double can be had without it; assumes of phis on the way that they can. */
        private boolean isTruncatable(Node value, Set<Node> assumed) {
            if (bits.containsKey(value) || !assumed.add(value)) {
                return true;
            }
            return switch (value.operator()) {
                case Int32ToFloat64, Uint32ToFloat64, ConstantFloat64 -> true;
                case LoadTypedFloat64 -> TruncationUses.isUint32(value);
                case AddFloat64, SubFloat64, MulFloat64, NegFloat64, Phi -> magnitudes.isExact(value)
                        && value.inputs().stream().allMatch(input -> isTruncatable(input, assumed));
                default -> false;
            };
        }

        /** The node with the low 32 bits of {@code value}, made where {@code value} is. */
        private Node bitsOf(Node value) {
            if (value.representation() == Representation.INT32 && !removable.contains(value)) {
                return value;
            }
            Node known = bits.get(value);
            if (known != null) {
                return known;
            }
            Node made;
            switch (value.operator()) {
                case Int32ToFloat64, Uint32ToFloat64, CheckNotNegative -> made = bitsOf(value.input(0));
                case ConstantFloat64 -> made = constant(Float64Folding.toInt32(value.doubleParameter(0)), value);
                case LoadTypedFloat64 -> made = after(value, graph.newNode(
                        Operator.LoadTypedInt32, List.of(TruncationUses.SAME_BITS), value.input(0), value.input(1)));
                case AddFloat64, AddInt32Checked -> made = binary(Operator.AddInt32, value);
                case SubFloat64, SubInt32Checked -> made = binary(Operator.SubInt32, value);
                case MulFloat64, MulInt32Checked -> made = binary(Operator.MulInt32, value);
                case NegFloat64, NegInt32Checked -> {
                    Node low = bitsOf(value.input(0));
                    made = after(value, graph.newNode(Operator.SubInt32, constant(0, value), low));
                }
                case Phi -> {
                    made = phi(value);
                    bits.put(value, made);
                    for (int i = 0; i < value.inputCount(); i++) {
                        made.setInput(i, bitsOf(value.input(i)));
                    }
                }
                default -> throw new IllegalStateException("not truncatable: " + value);
            }
            bits.put(value, made);
            return made;
        }

        private Node phi(Node value) {
            Node phi = graph.newPhi(Representation.INT32, value.inputs().toArray(Node[]::new));
            phi.setType(Operator.ConstantInt32.type());
            phi.setOrigin(value.origin());
            value.block().append(phi);
            return phi;
        }

        private Node binary(Operator operator, Node value) {
            Node a = bitsOf(value.input(0));
            Node b = bitsOf(value.input(1));
            return after(value, graph.newNode(operator, a, b));
        }

        /** What the interpreter needs of a value whose check is gone. */
        private Node exactOf(Node value) {
            Node known = exact.get(value);
            if (known != null) {
                return known;
            }
            Node made = switch (value.operator()) {
                case AddInt32Checked -> exact(Operator.AddFloat64, value);
                case SubInt32Checked -> exact(Operator.SubFloat64, value);
                case MulInt32Checked -> exact(Operator.MulFloat64, value);
                case NegInt32Checked -> after(value, graph.newNode(Operator.NegFloat64, operand(value, 0)));
                default -> after(value, graph.newNode(Operator.Uint32ToFloat64, value.input(0)));
            };
            exact.put(value, made);
            return made;
        }

        private Node exact(Operator operator, Node value) {
            Node a = operand(value, 0);
            Node b = operand(value, 1);
            return after(value, graph.newNode(operator, a, b));
        }

        private Node operand(Node value, int index) {
            Node input = value.input(index);
            return removable.contains(input) ? exactOf(input) : after(value, graph.newNode(Operator.Int32ToFloat64, input));
        }

        private Node constant(int value, Node beside) {
            return after(beside, graph.newNode(Operator.ConstantInt32, List.of(value)));
        }

        /** Puts {@code node} behind {@code place} and whatever was put there before. */
        private Node after(Node place, Node node) {
            node.setOrigin(place.origin());
            Block block = place.block();
            List<Node> nodes = block.nodes();
            int at = place.is(Operator.Phi) ? 0 : nodes.indexOf(place) + 1;
            while (at < nodes.size() && made.contains(nodes.get(at))) {
                at++;
            }
            nodes.add(at, node);
            node.moveTo(block);
            made.add(node);
            return node;
        }
    }

    /** Bounds of exact results. */
    private static final class Magnitudes {
        private static final double MAX = 0x1p53;
        private final Set<Node> candidates;
        private final Map<Node, Double> known = new HashMap<>();

        Magnitudes(List<Node> candidates) {
            this.candidates = new HashSet<>(candidates);
        }

        boolean isExact(Node node) {
            return of(node) <= MAX;
        }

        /** An upper bound of the size of an integer, infinite where it need not be one. */
        private double of(Node node) {
            Double before = known.get(node);
            if (before == null) {
                before = compute(node);
                known.put(node, before);
            }
            return before;
        }

        private double compute(Node node) {
            if (node.representation() == Representation.INT32 && !candidates.contains(node)) {
                return Math.max(Math.abs((double) node.type().min()), Math.abs((double) node.type().max()));
            }
            return switch (node.operator()) {
                case Int32ToFloat64, NegFloat64, NegInt32Checked -> of(node.input(0));
                case Uint32ToFloat64, CheckNotNegative -> 0x1p32;
                case LoadTypedFloat64 -> TruncationUses.isUint32(node) ? 0x1p32 : Double.POSITIVE_INFINITY;
                case ConstantFloat64 -> node.doubleParameter(0) == Math.rint(node.doubleParameter(0))
                        ? Math.abs(node.doubleParameter(0))
                        : Double.POSITIVE_INFINITY;
                case AddFloat64, AddInt32Checked, SubFloat64, SubInt32Checked -> of(node.input(0)) + of(node.input(1));
                case MulFloat64, MulInt32Checked -> {
                    double product = of(node.input(0)) * of(node.input(1));
                    yield Double.isNaN(product) ? Double.POSITIVE_INFINITY : product;
                }
                case Phi -> phi(node, new HashSet<>());
                default -> Double.POSITIVE_INFINITY;
            };
        }

        /** Of a phi that merges int32, uint32 and constants, however far around; sums that circulate have no bound. */
        private double phi(Node phi, Set<Node> seen) {
            double max = 0;
            if (!seen.add(phi)) {
                return max;
            }
            for (Node input : new ArrayList<>(phi.inputs())) {
                max = Math.max(max, switch (input.operator()) {
                    case Phi -> input.representation() == Representation.FLOAT64
                            ? phi(input, seen)
                            : Double.POSITIVE_INFINITY;
                    case Int32ToFloat64 -> candidates.contains(input.input(0)) ? Double.POSITIVE_INFINITY : 0x1p31;
                    case Uint32ToFloat64, ConstantFloat64, LoadTypedFloat64 -> of(input);
                    default -> Double.POSITIVE_INFINITY;
                });
            }
            return max;
        }
    }
}
