package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * One isolated guest: its heap, realm, linked functions and VM stack. Everything that needs them is given the Vm;
 * nothing finds it through a static. Only the thread that runs the guest may use it, except where a method says otherwise.
 */
public final class Vm {
    private final long state;
    private final List<FunctionInfo> functions = new ArrayList<>();
    private Operations operations;
    private Executor executor;

    public Vm(long state) {
        this.state = state;
    }

    /** Address of the {@link VmState}. */
    public long state() {
        return state;
    }

    public FunctionInfo function(int id) {
        return functions.get(id);
    }

    /** The function that runs in frame {@code fp}. */
    public FunctionInfo functionOf(long fp) {
        return functions.get(Frame.functionId(fp));
    }

    public Operations operations() {
        return operations;
    }

    public long currentFp() {
        return Mem.getLong(state + VmState.CURRENT_FP);
    }

    public void setCurrentFp(long fp) {
        Mem.putLong(state + VmState.CURRENT_FP, fp);
    }

    /** Does what the interrupt word asks for; called where every live value is in a frame or the heap. */
    public void safepoint() {
        Mem.putInt(state + VmState.INTERRUPT, 0);
    }

    /**
     * Calls a guest function from Java: builds its window above the current frame and runs it.
     *
     * @throws GuestException what it throws, or a TypeError where {@code callee} is not callable
     */
    public long call(long callee, long thisValue, long... arguments) {
        long current = currentFp();
        long fp = Frame.top(current) + 8L * Frame.HEADER;
        Mem.putLong(fp + Frame.CALLER_FP, current);
        Mem.putInt(fp + Frame.ARGUMENT_COUNT, arguments.length);
        Mem.putLong(fp + Frame.NEW_TARGET, Value.UNDEFINED);
        Mem.putLong(fp + Frame.CALLEE, callee);
        Mem.putLong(fp + Frame.THIS, thisValue);
        for (int i = 0; i < arguments.length; i++) {
            Frame.set(fp, i, arguments[i]);
        }
        try {
            return executor.execute(fp);
        } finally {
            setCurrentFp(current);
        }
    }
}
