package org.tierscope.backend;

import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Signature;
import org.tierscope.machine.FunctionEntry;
import org.tierscope.machine.Location;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;

/**
 * Where unboxed parameters are, see {@link Signature}, and the entry that takes them: it comes in behind the checks with which the
 * entry block begins.
 */
final class UnboxedCalls {
    private static final List<Reg> INTS = List.of(Reg.RCX, Reg.RDX, Reg.RSI, Reg.RDI, Reg.R8, Reg.R9);

    private UnboxedCalls() {}

    /** Where a parameter is passed; null: in the window. */
    static Location place(int signature, int parameter) {
        Representation representation = Signature.parameter(signature, parameter);
        int before = 0;
        for (int i = 0; i < parameter; i++) {
            before += Signature.parameter(signature, i) == representation ? 1 : 0;
        }
        return switch (representation) {
            case INT32 -> new Location.InReg(INTS.get(before));
            case FLOAT64 -> new Location.InXmm(Xmm.values()[before]);
            default -> null;
        };
    }

    /** Boxes all unboxed parameters into a window, for who does not take them unboxed. */
    static void boxAll(Assembler asm, int signature, int window) {
        for (int i = 0; i < Signature.parameterCount(signature); i++) {
            Location place = place(signature, i);
            if (place != null) {
                box(asm, place, slot(window + i));
            }
        }
    }

    private static void box(Assembler asm, Location place, Address target) {
        switch (place) {
            case Location.InReg in -> {
                asm.q(Op.LEA, Registers.SCRATCH_2, Address.at(in.register(), INT_TAG, 1, 0));
            }
            case Location.InXmm in -> {
                asm.op(Op.MOVQ, Registers.SCRATCH_2, in.register());
                asm.q(Op.SUB, Registers.SCRATCH_2, INT_TAG);
            }
            case Location.InSlot in -> throw new IllegalStateException("passed in " + in);
        }
        asm.q(Op.MOV, target, Registers.SCRATCH_2);
    }

    /** The first node that both entries run, of a graph with an unboxed entry. */
    static Node joint(Graph graph) {
        for (Node node : graph.entry().nodes()) {
            if (!isTaken(graph, node)) {
                return node;
            }
        }
        return graph.entry().terminator();
    }

    private static boolean isTaken(Graph graph, Node node) {
        return node.is(Operator.Parameter) || graph.entryChecks().contains(node);
    }

    /**
     * Emits the entry: what the ordinary one and the checks would have done.
     *
     * @param ordinary the entry of calls with boxed arguments
     */
    static void emitEntry(Emission e, Graph graph, FunctionInfo function, Label ordinary) {
        Assembler asm = e.asm;
        int signature = graph.signature();
        Label slow = asm.label("boxed");
        FunctionEntry.unboxed(asm, function, e.allocation.frameSlots(), Frame.OPTIMIZED, slow);
        e.defer(() -> {
            asm.bind(slow);
            boxAll(asm, signature, 0);
            asm.jmp(ordinary);
        });
        int position = e.allocation.lifetimes().position(joint(graph)) - 1;
        var moves = new ArrayList<Allocation.Move>();
        for (Node node : graph.entry().nodes()) {
            if (!isTaken(graph, node)) {
                break;
            }
            Interval part = e.allocation.lifetimes().needsLocation(node) ? e.allocation.partAt(node, position) : null;
            if (part == null) {
                continue;
            }
            int index = graph.entryChecks().indexOf(node);
            Location from = index >= 0 ? place(signature, index) : home(asm, node, signature);
            int spill = e.allocation.spillSlot(node);
            if (spill != LinearScan.NO_SLOT && !from.equals(new Location.InSlot(spill))) {
                store(asm, from, slot(spill));
            }
            if (!(part.location instanceof Location.InSlot) && !from.equals(part.location)) {
                moves.add(new Allocation.Move(node, from, part.location));
            }
        }
        e.move(moves);
    }

    /** Of a parameter that is needed as a word: its own slot, where it is put if it was passed in a register. */
    private static Location home(Assembler asm, Node parameter, int signature) {
        int register = parameter.intParameter(0);
        Location passed = register < 0 ? null : place(signature, register);
        if (passed != null) {
            box(asm, passed, slot(register));
        }
        return new Location.InSlot(register);
    }

    private static void store(Assembler asm, Location from, Address to) {
        switch (from) {
            case Location.InReg in -> asm.q(Op.MOV, to, in.register());
            case Location.InXmm in -> asm.op(Op.MOVSD, to, in.register());
            case Location.InSlot in -> {
                asm.q(Op.MOV, Registers.SCRATCH_2, slot(in.slot()));
                asm.q(Op.MOV, to, Registers.SCRATCH_2);
            }
        }
    }

    /** Arguments that are passed in registers, to be moved there. */
    static List<Allocation.Move> moves(Emission e, Node call, int firstArgument) {
        int signature = call.intParameter(1);
        var moves = new ArrayList<Allocation.Move>();
        for (int i = 0; i < Signature.parameterCount(signature); i++) {
            Location place = place(signature, i);
            if (place != null) {
                Allocation.Move move = e.moveOf(call.input(firstArgument + i), place);
                if (!place.equals(move.from())) {
                    moves.add(move);
                }
            }
        }
        return moves;
    }

    /** Words have one NaN, and so must doubles that stand for words. */
    static void makeCanonical(Emission e, DoubleBoxes boxes, Node call, int firstArgument) {
        for (int i = 0; i < Signature.parameterCount(call.intParameter(1)); i++) {
            if (place(call.intParameter(1), i) instanceof Location.InXmm in && boxes.mayBeOtherNan(call.input(firstArgument + i))) {
                Label isNan = e.asm.label();
                Label done = e.asm.label();
                e.asm.op(Op.UCOMISD, in.register(), in.register());
                e.asm.jcc(Cond.PARITY, isNan);
                e.asm.bind(done);
                e.defer(() -> {
                    e.asm.bind(isNan);
                    e.loadDouble(Double.longBitsToDouble(Value.CANONICAL_NAN_BITS), in.register());
                    e.asm.jmp(done);
                });
            }
        }
    }
}
