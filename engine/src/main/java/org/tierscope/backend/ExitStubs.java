package org.tierscope.backend;

import static org.tierscope.machine.MachineConvention.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitFrame;
import org.tierscope.deopt.ExitTable;
import org.tierscope.deopt.RemovedObject;
import org.tierscope.deopt.Safepoint;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Origin;
import org.tierscope.ir.VirtualKind;
import org.tierscope.ir.VirtualObject;
import org.tierscope.machine.Location;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.VmState;

/** The exits of one compilation: their frame descriptions, and the stubs behind the code that guards jump to. */
final class ExitStubs {
    private record Stub(Exit exit, Label label) {}

    private final Allocation allocation;
    private final Fusion fusion;
    private final StateValues states;
    private final ExitTable table;
    private final Label common;
    private final Label unwind;
    private final Map<Node, Stub> guards = new LinkedHashMap<>();
    private final Map<Node, Stub> throwing = new LinkedHashMap<>();
    private final Map<Node, Integer> safepoints = new HashMap<>();
    private final SharedExitParts parts = new SharedExitParts();

    /** @param unwind where an exception that nothing here catches leaves the function */
    ExitStubs(
            Allocation allocation, Fusion fusion, StateValues states, ExitTable table, Label common, Label unwind) {
        this.allocation = allocation;
        this.fusion = fusion;
        this.states = states;
        this.table = table;
        this.common = common;
        this.unwind = unwind;
    }

    Label guard(Node node, int position, Assembler asm) {
        return guards.computeIfAbsent(
                        node,
                        n -> new Stub(
                                table.addExit(id -> exit(id, n, n.reason(), position)),
                                asm.label("exit_v" + n.id())))
                .label;
    }

    Label exceptional(Node node, int position, Assembler asm) {
        if (!node.state().catchesAnywhere()) {
            return unwind;
        }
        return throwing.computeIfAbsent(
                        node,
                        n -> new Stub(
                                table.addExit(id -> exit(id, n, null, position)),
                                asm.label("throw_v" + n.id())))
                .label;
    }

    int safepoint(Node node) {
        return safepoints.computeIfAbsent(node, n -> table.addSafepoint(places(n)).id());
    }

    private static List<Safepoint.Place> places(Node node) {
        var places = new ArrayList<Safepoint.Place>();
        for (Origin origin = node.origin(); origin != null; origin = origin.caller()) {
            places.add(new Safepoint.Place(origin.function(), origin.pc()));
        }
        return places;
    }

    void emit(Assembler asm) {
        guards.forEach((node, stub) -> emit(asm, node, stub));
        throwing.forEach((node, stub) -> emit(asm, node, stub));
    }

    private void emit(Assembler asm, Node node, Stub stub) {
        asm.bind(stub.label);
        asm.origin(node.id());
        asm.comment(stub.exit.throwing() ? "exception" : stub.exit.reason().name());
        asm.d(Op.MOV, state(VmState.EXIT_ID), stub.exit.id());
        asm.jmp(common);
    }

    List<Exit> exits() {
        var list = new ArrayList<Exit>();
        guards.values().forEach(stub -> list.add(stub.exit));
        throwing.values().forEach(stub -> list.add(stub.exit));
        return list;
    }

    /** Offsets of the stubs in the finished code, in the order of {@link #exits}. */
    List<Integer> offsets() {
        var list = new ArrayList<Integer>();
        guards.values().forEach(stub -> list.add(stub.label.position()));
        throwing.values().forEach(stub -> list.add(stub.label.position()));
        return list;
    }

    private Exit exit(int id, Node node, ExitReason reason, int position) {
        FrameState state = node.state();
        List<Node> removed = state.objects().stream().map(VirtualObject::identity).toList();
        List<RemovedObject> objects =
                state.objects().stream().map(object -> removed(node, object, position, removed)).toList();
        return new Exit(id, node.id(), reason, node.origin(), frames(node, position, removed), objects);
    }

    private RemovedObject removed(Node user, VirtualObject object, int position, List<Node> removed) {
        var fields = new ArrayList<RemovedObject.FieldValue>();
        for (int i = 0; i < object.fields().size(); i++) {
            if (object.fields().get(i) != null) {
                fields.add(new RemovedObject.FieldValue(i, source(user, object.fields().get(i), position, removed)));
            }
        }
        int length = object.fields().size() - (object.kind() == VirtualKind.CONTEXT ? 1 : 0);
        Node identity = object.identity();
        return new RemovedObject(
                identity.id(), object.kind(), identity.intParameter(1), object.shape(), (ElementsKind) identity.parameter(2),
                length, fields);
    }

    private List<ExitFrame> frames(Node user, int position, List<Node> removed) {
        var frames = new ArrayList<ExitFrame>();
        for (FrameState state = user.state(); state != null; state = state.caller()) {
            var values = new ArrayList<ExitFrame.RegisterValue>();
            for (int register = FrameState.FIRST_REGISTER; register < state.registerCount(); register++) {
                Node value = state.value(register);
                if (value != null) {
                    values.add(parts.inRegister(state.baseSlot(), register, source(user, value, position, removed)));
                }
            }
            frames.add(parts.frame(state, values));
        }
        return frames.reversed();
    }

    private ValueSource source(Node user, Node wanted, int position, List<Node> removed) {
        if (wanted.is(Operator.VirtualObject)) {
            return parts.removed(removed.indexOf(wanted));
        }
        Node value = states.of(user, wanted);
        if (value.operator().isConstant()) {
            return parts.constant(value);
        }
        Location place = fusion.isOwnOperand(user, value)
                ? new Location.InReg(Registers.SCRATCH_2)
                : allocation.at(value, position);
        return parts.held(value, place);
    }
}
