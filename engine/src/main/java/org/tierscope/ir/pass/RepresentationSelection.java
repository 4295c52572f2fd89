package org.tierscope.ir.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.TrivialPhis;
import org.tierscope.ir.Type;
import org.tierscope.runtime.Value;

/**
 * Keeps int32, double and boolean values unboxed through phis, loops included. A phi of boxes becomes a box
 * of a phi; where only what enters a loop is unknown and the loop's body expects a number, it is checked
 * once, before the loop.
 *
 * <p>Optimistic: phis are assumed unboxed until an operand says otherwise, so that values that only circulate
 * stay unboxed.
 */
public final class RepresentationSelection implements Pass {
    /** What a phi could be held as: a chain from "nothing known yet" to "any value". */
    private enum Form {
        NONE,
        INT32,
        FLOAT64,
        BOOL,
        TAGGED;

        Form join(Form that) {
            if (this == that || that == NONE) {
                return this;
            }
            if (this == NONE) {
                return that;
            }
            boolean numbers = (this == INT32 || this == FLOAT64) && (that == INT32 || that == FLOAT64);
            return numbers ? FLOAT64 : TAGGED;
        }

        Representation representation() {
            return switch (this) {
                case INT32 -> Representation.INT32;
                case FLOAT64 -> Representation.FLOAT64;
                case BOOL -> Representation.BOOL;
                default -> Representation.TAGGED;
            };
        }
    }

    @Override
    public String name() {
        return "representation-selection";
    }

    @Override
    public String purpose() {
        return "Keeps numbers and booleans unboxed through phis and around loops.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        new Run(graph, notes).run();
    }

    private static final class Run {
        private final Graph graph;
        private final PassNotes notes;
        private final DominatorTree dominators;
        private final Form[] forms;
        private final Form[] expected;
        private final List<List<Node>> phiUsers = new ArrayList<>();
        private final List<Node> phis = new ArrayList<>();

        Run(Graph graph, PassNotes notes) {
            this.graph = graph;
            this.notes = notes;
            this.dominators = new DominatorTree(graph);
            this.forms = new Form[graph.nodeIds()];
            this.expected = new Form[graph.nodeIds()];
        }

        void run() {
            for (int i = 0; i < graph.nodeIds(); i++) {
                phiUsers.add(null);
            }
            graph.forEachNode(this::collect);
            spreadExpectations();
            solve();
            List<Node> unboxable = phis.stream()
                    .filter(phi -> forms[phi.id()].representation() != Representation.TAGGED).toList();
            List<Node> unboxed = unboxable.stream().map(this::unbox).toList();
            for (int i = 0; i < unboxed.size(); i++) {
                convertInputs(unboxable.get(i), unboxed.get(i));
            }
            graph.applyReplacements();
            TrivialPhis.remove(graph);
        }

        private void collect(Node node) {
            if (node.is(Operator.Phi) && node.representation() == Representation.TAGGED) {
                phis.add(node);
                forms[node.id()] = Form.NONE;
                for (Node input : node.inputs()) {
                    if (phiUsers.get(input.id()) == null) {
                        phiUsers.set(input.id(), new ArrayList<>());
                    }
                    phiUsers.get(input.id()).add(node);
                }
            }
            Form wanted = switch (node.operator()) {
                case CheckInt32, CheckIndex -> Form.INT32;
                case CheckNumber -> Form.FLOAT64;
                default -> null;
            };
            if (wanted != null) {
                Node input = node.input(0);
                expected[input.id()] = expected[input.id()] == null ? wanted : expected[input.id()].join(wanted);
            }
        }

        /** What a phi's users expect of it, its operands that are phis are expected to be too. */
        private void spreadExpectations() {
            var work = new ArrayDeque<>(phis.stream().filter(phi -> expected[phi.id()] != null).toList());
            while (!work.isEmpty()) {
                Node phi = work.poll();
                for (Node input : phi.inputs()) {
                    if (input.is(Operator.Phi) && expected[input.id()] == null) {
                        expected[input.id()] = expected[phi.id()];
                        work.add(input);
                    }
                }
            }
        }

        private void solve() {
            var work = new ArrayDeque<>(phis);
            while (!work.isEmpty()) {
                Node phi = work.poll();
                Form form = Form.NONE;
                for (int i = 0; i < phi.inputCount(); i++) {
                    form = form.join(formOf(phi, i));
                }
                if (form != forms[phi.id()]) {
                    forms[phi.id()] = form.join(forms[phi.id()]);
                    if (phiUsers.get(phi.id()) != null) {
                        work.addAll(phiUsers.get(phi.id()));
                    }
                }
            }
        }

        private Form formOf(Node phi, int index) {
            Node input = phi.input(index);
            switch (input.operator()) {
                case BoxInt32:
                    return Form.INT32;
                case BoxFloat64:
                    return Form.FLOAT64;
                case BoxBool:
                    return Form.BOOL;
                case Phi:
                    if (forms[input.id()] != null) {
                        return forms[input.id()];
                    }
                    break;
                case Constant:
                    return formOf(input.wordParameter(0));
                default:
                    break;
            }
            if (input.type().isInt32()) {
                return Form.INT32;
            }
            if (input.type().isSubtypeOf(Type.NUMBER)) {
                return Form.FLOAT64;
            }
            if (input.type().isSubtypeOf(Type.BOOLEAN)) {
                return Form.BOOL;
            }
            return isCheckable(phi, index) ? expected[phi.id()] : Form.TAGGED;
        }

        private static Form formOf(long word) {
            if (Value.isInt(word)) {
                return Form.INT32;
            }
            if (Value.isNumber(word)) {
                return Form.FLOAT64;
            }
            return Value.isBoolean(word) ? Form.BOOL : Form.TAGGED;
        }

        /**
         * Whether an unknown operand enters a loop whose body expects a number, at a place where guards can
         * stand.
         */
        private boolean isCheckable(Node phi, int index) {
            Block entering = phi.block().predecessors().get(index);
            Form wanted = expected[phi.id()];
            return (wanted == Form.INT32 || wanted == Form.FLOAT64)
                    && checkpoint(entering) != null
                    && phi.block().predecessors().size() > 1
                    && !dominators.dominates(phi.block(), entering)
                    && graph.mayGuess(phi.origin(), reason(wanted))
                    && phi.input(index).type().mayBe(wanted == Form.INT32 ? Type.INT32 : Type.NUMBER);
        }

        private static ExitReason reason(Form form) {
            return form == Form.INT32 ? ExitReason.NOT_INT32 : ExitReason.NOT_NUMBER;
        }

        private static Node checkpoint(Block block) {
            Node last = block.nodes().isEmpty() ? null : block.nodes().getLast();
            return last != null && last.is(Operator.Checkpoint) ? last : null;
        }

        /** Puts a box of a new phi, whose operands are still the old one's, in the place of {@code phi}. */
        private Node unbox(Node phi) {
            Form form = forms[phi.id()];
            Node unboxed = replacement(phi);
            Node box = graph.newNode(
                    switch (form) {
                        case INT32 -> Operator.BoxInt32;
                        case FLOAT64 -> Operator.BoxFloat64;
                        default -> Operator.BoxBool;
                    },
                    unboxed);
            box.setOrigin(phi.origin());
            box.setType(box.type().meet(typeFor(form)));
            phi.block().append(unboxed);
            phi.block().nodes().addFirst(box);
            box.moveTo(phi.block());
            phi.replaceBy(box);
            notes.did(phi, "v" + phi.id() + " is held as " + form.representation() + " in v" + unboxed.id());
            return unboxed;
        }

        private void convertInputs(Node phi, Node unboxed) {
            for (int i = 0; i < phi.inputCount(); i++) {
                unboxed.setInput(i, convert(phi, i, forms[phi.id()]));
            }
        }

        private Node replacement(Node phi) {
            Node unboxed =
                    graph.newPhi(forms[phi.id()].representation(), phi.inputs().toArray(Node[]::new));
            unboxed.setOrigin(phi.origin());
            unboxed.setType(typeFor(forms[phi.id()]));
            return unboxed;
        }

        private static Type typeFor(Form form) {
            return switch (form) {
                case INT32 -> Type.INT32;
                case FLOAT64 -> Type.DOUBLE;
                default -> Type.BOOLEAN;
            };
        }

        /**
         * Operand {@code index} in the phi's new form, computed at the end of the block that it comes from.
         */
        private Node convert(Node phi, int index, Form form) {
            Node input = phi.input(index).resolved();
            Block from = phi.block().predecessors().get(index);
            if (input.is(Operator.BoxInt32) || input.is(Operator.BoxFloat64) || input.is(Operator.BoxBool)) {
                return toForm(input.input(0), form, from, phi);
            }
            if (input.is(Operator.Constant)) {
                return constant(input.wordParameter(0), form, from, phi);
            }
            Operator operator = switch (form) {
                case INT32 -> input.type().isInt32() ? Operator.UnboxInt32 : Operator.CheckInt32;
                case FLOAT64 -> input.type().isSubtypeOf(Type.NUMBER) ? Operator.UnboxNumber : Operator.CheckNumber;
                default -> Operator.UnboxBool;
            };
            Node converted = atEnd(from, graph.newNode(operator, input), phi);
            if (operator.hasState()) {
                converted.setState(checkpoint(from).state());
            }
            return converted;
        }

        private Node toForm(Node value, Form form, Block from, Node phi) {
            return form == Form.FLOAT64 && value.representation() == Representation.INT32
                    ? atEnd(from, graph.newNode(Operator.Int32ToFloat64, value), phi)
                    : value;
        }

        private Node constant(long word, Form form, Block from, Node phi) {
            Node node = switch (form) {
                case INT32 -> graph.newNode(Operator.ConstantInt32, List.of(Value.asInt(word)));
                case FLOAT64 -> graph.newNode(Operator.ConstantFloat64, List.of(Value.numberAsDouble(word)));
                default -> graph.newNode(Operator.ConstantBool, List.of(word == Value.TRUE));
            };
            return atEnd(from, node, phi);
        }

        /** Puts a node at the end of a block, before its checkpoint. */
        private static Node atEnd(Block block, Node node, Node phi) {
            node.setOrigin(phi.origin());
            int end = block.nodes().size() - (checkpoint(block) == null ? 0 : 1);
            block.nodes().add(end, node);
            node.moveTo(block);
            return node;
        }
    }
}
