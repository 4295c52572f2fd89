package org.tierscope.deopt;

import java.util.List;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.Origin;

/**
 * A place where optimized code leaves to the interpreter.
 *
 * @param id unique in the VM
 * @param node the guard's node, or the call that threw
 * @param reason null where an exception leaves to the interpreter, which finds its handler
 * @param origin the bytecode it belongs to
 * @param frames outermost first
 * @param objects to make for them
 */
public record Exit(int id, int node, ExitReason reason, Origin origin, List<ExitFrame> frames,
        List<RemovedObject> objects) {
    public Exit {
        frames = List.copyOf(frames);
        objects = List.copyOf(objects);
    }

    /** Whether the interpreter goes on by throwing the pending exception. */
    public boolean throwing() {
        return reason == null;
    }
}
