package org.tierscope.deopt;

import java.util.List;
import org.tierscope.ir.FrameState;

/**
 * One interpreter frame that an exit rebuilds.
 *
 * @param function id
 * @param pc of the bytecode to go on with; in a frame that waits for an inner one, of its call
 * @param base slot, counted from the outermost fp, of this frame's register 0
 * @param argumentCount passed by the inlined call; 0 in the outermost frame
 * @param values of its live registers
 * @param argumentsObject to be made on the frame; null where there is none
 */
public record ExitFrame(
        int function, int pc, int base, int argumentCount, List<RegisterValue> values, FrameState.ArgumentsObject argumentsObject) {
    /** A register, −3 to −1 for header slots, and its value. */
    public record RegisterValue(int register, ValueSource source) {}

    public ExitFrame {
        values = List.copyOf(values);
    }
}
