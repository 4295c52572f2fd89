package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.ir.Block;
import org.tierscope.ir.EntryShape;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Signature;
import org.tierscope.ir.Type;
import org.tierscope.runtime.Value;

/**
 * Direct calls: parameters that are only ever used as int32 or as doubles are unboxed where the function begins, so that callers can
 * enter behind that with unboxed arguments; calls of functions with such an entry, this one included, pass what they have unboxed.
 */
public final class DirectCalls implements Pass {
    private static final int FIRST_ARGUMENT = 3;

    @Override
    public String name() {
        return "direct-calls";
    }

    @Override
    public String purpose() {
        return "Passes numbers to known functions without boxing them.";
    }

    @Override
    public void run(Graph graph, PassNotes notes) {
        if (graph.entryShape() == null) {
            return;
        }
        if (!graph.isOsr()) {
            unboxParameters(graph, notes);
        }
        for (Block block : graph.blocks()) {
            for (Node node : List.copyOf(block.nodes())) {
                if (node.is(Operator.Call)) {
                    call(graph, node, notes);
                }
            }
        }
        graph.applyReplacements();
    }

    // ---- this function's own entry ----

    private static void unboxParameters(Graph graph, PassNotes notes) {
        EntryShape shape = graph.entryShape();
        if (shape.parameters() > Signature.MAX_PARAMETERS) {
            return;
        }
        var parameters = new Node[shape.parameters()];
        for (Node node : graph.entry().nodes()) {
            if (node.is(Operator.Parameter) && node.intParameter(0) >= 0 && node.intParameter(0) < parameters.length) {
                parameters[node.intParameter(0)] = node;
            }
        }
        List<List<Node>> uses = uses(graph, parameters);
        var kinds = new ArrayList<Representation>();
        for (int i = 0; i < parameters.length; i++) {
            boolean full = kinds.stream().filter(kind -> kind == Representation.INT32).count() == Signature.MAX_INTS;
            Representation kind = kind(graph, parameters[i], uses.get(i), notes);
            kinds.add(full && kind == Representation.INT32 ? Representation.TAGGED : kind);
        }
        int signature = Signature.of(kinds);
        if (signature != Signature.NONE) {
            begin(graph, signature, parameters, uses, notes);
        }
    }

    /** By parameter: the operations that it is an operand of. */
    private static List<List<Node>> uses(Graph graph, Node[] parameters) {
        var uses = new ArrayList<List<Node>>();
        for (int i = 0; i < parameters.length; i++) {
            uses.add(new ArrayList<>());
        }
        graph.forEachNode(user -> {
            for (Node input : user.inputs()) {
                if (input.is(Operator.Parameter) && input.intParameter(0) >= 0 && input.intParameter(0) < parameters.length
                        && parameters[input.intParameter(0)] == input) {
                    uses.get(input.intParameter(0)).add(user);
                }
            }
        });
        return uses;
    }

    /** As what a parameter is used: unboxed where every use unboxes it alike, and one comes on each way through the function. */
    private static Representation kind(Graph graph, Node parameter, List<Node> uses, PassNotes notes) {
        if (parameter == null || uses.isEmpty()) {
            return Representation.TAGGED;
        }
        Operator check = uses.getFirst().operator();
        boolean unboxes = check == Operator.CheckInt32 || check == Operator.CheckNumber;
        if (!unboxes || uses.stream().anyMatch(use -> use.operator() != check)) {
            notes.didNot(parameter, "v" + parameter.id() + " is not only used as one kind of number");
            return Representation.TAGGED;
        }
        if (!isMet(graph, uses.stream().map(Node::block).toList())) {
            notes.didNot(parameter, "v" + parameter.id() + " is not used as a number on each way");
            return Representation.TAGGED;
        }
        return check == Operator.CheckInt32 ? Representation.INT32 : Representation.FLOAT64;
    }

    /** Whether each way from the entry to a return leads through one of the blocks. */
    private static boolean isMet(Graph graph, List<Block> blocks) {
        var seen = new boolean[graph.blockIds()];
        var open = new ArrayList<Block>(List.of(graph.entry()));
        while (!open.isEmpty()) {
            Block block = open.removeLast();
            if (seen[block.id()] || blocks.contains(block)) {
                continue;
            }
            seen[block.id()] = true;
            if (block.terminator().is(Operator.Return) || block.terminator().is(Operator.Throw)) {
                return false;
            }
            open.addAll(List.of(block.successors()));
        }
        return true;
    }

    /** Puts the parameters first, and then the checks that unbox them, which leave before the first instruction. */
    private static void begin(Graph graph, int signature, Node[] parameters, List<List<Node>> uses, PassNotes notes) {
        Block entry = graph.entry();
        var values = new Node[graph.entryShape().registers() - FrameState.FIRST_REGISTER];
        var first = new ArrayList<Node>();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == null) {
                parameters[i] = graph.newNode(Operator.Parameter, List.of(i));
                parameters[i].setType(Type.VALUE);
                parameters[i].moveTo(entry);
            }
            values[i - FrameState.FIRST_REGISTER] = parameters[i];
        }
        entry.nodes().forEach(node -> {
            if (node.is(Operator.Parameter) && !List.of(parameters).contains(node)) {
                first.add(node);
            }
        });
        first.addAll(List.of(parameters));
        var state = new FrameState(graph.function(), 0, null, 0, 0, false, false, values);
        var checks = new ArrayList<Node>();
        for (int i = 0; i < parameters.length; i++) {
            if (Signature.parameter(signature, i) == Representation.TAGGED) {
                checks.add(null);
                continue;
            }
            Node old = uses.get(i).getFirst();
            Node check = graph.newNode(old.operator(), parameters[i]);
            check.setOrigin(old.origin()).setState(state).setReason(old.reason());
            check.moveTo(entry);
            checks.add(check);
            uses.get(i).forEach(use -> use.replaceBy(check));
            notes.did(check, "v" + parameters[i].id() + " is unboxed where the function begins, or passed unboxed");
        }
        entry.nodes().removeIf(first::contains);
        checks.stream().filter(check -> check != null).forEach(first::add);
        entry.nodes().addAll(0, first);
        graph.setUnboxedEntry(signature, checks);
        graph.applyReplacements();
    }

    // ---- calls ----

    private static void call(Graph graph, Node call, PassNotes notes) {
        int function = call.intParameter(0);
        int signature = function == graph.function() && !graph.isOsr()
                ? graph.signature()
                : graph.entryShape().signatures().getOrDefault(function, Signature.NONE);
        if (function < 0 || signature == Signature.NONE) {
            return;
        }
        int arguments = call.inputCount() - FIRST_ARGUMENT;
        if (arguments < Signature.parameterCount(signature)) {
            notes.didNot(call, "fewer arguments than " + Signature.format(signature));
            return;
        }
        var inputs = new ArrayList<>(call.inputs());
        var added = new ArrayList<Node>();
        for (int i = 0; i < arguments; i++) {
            Representation wanted = Signature.parameter(signature, i);
            Node argument = wanted == Representation.TAGGED
                    ? call.input(FIRST_ARGUMENT + i)
                    : unboxed(graph, call.input(FIRST_ARGUMENT + i), wanted, added);
            if (argument == null) {
                notes.didNot(call, "argument " + i + " is not known to be as in " + Signature.format(signature));
                return;
            }
            inputs.set(FIRST_ARGUMENT + i, argument);
        }
        Block block = call.block();
        Node direct = graph.newNode(Operator.CallDirect, List.of(function, signature), inputs.toArray(Node[]::new));
        direct.setOrigin(call.origin()).setState(call.state());
        direct.setType(call.type());
        int at = block.nodes().indexOf(call);
        for (Node node : added) {
            node.setOrigin(call.origin());
            node.moveTo(block);
        }
        direct.moveTo(block);
        block.nodes().addAll(at, added);
        block.nodes().add(at + added.size(), direct);
        call.replaceBy(direct);
        notes.did(direct, "passes " + Signature.format(signature));
    }

    /** The number that a word is as this representation, or null where that is not known. */
    private static Node unboxed(Graph graph, Node word, Representation wanted, List<Node> added) {
        Node value = word.base();
        boolean ints = wanted == Representation.INT32;
        if (value.is(Operator.Constant)) {
            long constant = value.wordParameter(0);
            if (ints ? !Value.isInt(constant) : !Value.isNumber(constant)) {
                return null;
            }
            return add(added, ints
                    ? graph.newNode(Operator.ConstantInt32, List.of(Value.asInt(constant)))
                    : graph.newNode(Operator.ConstantFloat64, List.of(Value.numberAsDouble(constant))));
        }
        if (value.is(Operator.BoxInt32)) {
            return ints ? value.input(0) : add(added, graph.newNode(Operator.Int32ToFloat64, value.input(0)));
        }
        if (value.is(Operator.BoxFloat64)) {
            return ints ? null : value.input(0);
        }
        if (ints ? word.type().isInt32() : !word.type().isNone() && word.type().isSubtypeOf(Type.NUMBER)) {
            return add(added, graph.newNode(ints ? Operator.UnboxInt32 : Operator.UnboxNumber, word));
        }
        return null;
    }

    private static Node add(List<Node> added, Node node) {
        added.add(node);
        return node;
    }
}
