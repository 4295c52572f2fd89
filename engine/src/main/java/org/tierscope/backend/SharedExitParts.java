package org.tierscope.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.deopt.ExitFrame;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;

/**
 * Parts of the exits of one compilation. An exit differs little from the one before: what is the same is one object. A part is compared with the
 * last one made of the same value, register or state, by identity, so that sharing costs next to nothing.
 */
final class SharedExitParts {
    private final Map<Node, ValueSource.Held> held = new HashMap<>();
    private final Map<Node, ValueSource.Constant> constants = new HashMap<>();
    private final List<ValueSource.Removed> removed = new ArrayList<>();
    private final List<ExitFrame.RegisterValue> inRegisters = new ArrayList<>();
    private final Map<FrameState, ExitFrame> frames = new IdentityHashMap<>();

    ValueSource held(Node value, Location place) {
        ValueSource.Held last = held.get(value);
        if (last == null || !last.location().equals(place)) {
            last = new ValueSource.Held(value.id(), place, value.representation());
            held.put(value, last);
        }
        return last;
    }

    ValueSource constant(Node value) {
        return constants.computeIfAbsent(value, node -> new ValueSource.Constant(node.id(), Emission.boxedConstant(node)));
    }

    ValueSource removed(int index) {
        while (removed.size() <= index) {
            removed.add(new ValueSource.Removed(removed.size()));
        }
        return removed.get(index);
    }

    /** @param base the slot of the frame's register 0: registers of different frames are kept apart */
    ExitFrame.RegisterValue inRegister(int base, int register, ValueSource source) {
        int index = base + register - FrameState.FIRST_REGISTER;
        while (inRegisters.size() <= index) {
            inRegisters.add(null);
        }
        ExitFrame.RegisterValue last = inRegisters.get(index);
        if (last == null || last.source() != source || last.register() != register) {
            last = new ExitFrame.RegisterValue(register, source);
            inRegisters.set(index, last);
        }
        return last;
    }

    ExitFrame frame(FrameState state, List<ExitFrame.RegisterValue> values) {
        ExitFrame last = frames.get(state);
        if (last == null || !areSame(last.values(), values)) {
            last = new ExitFrame(
                    state.function(), state.pc(), state.baseSlot(), state.argumentCount(), values, state.argumentsObject());
            frames.put(state, last);
        }
        return last;
    }

    private static boolean areSame(List<ExitFrame.RegisterValue> a, List<ExitFrame.RegisterValue> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }
}
