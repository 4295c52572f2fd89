package org.tierscope.interp;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Op;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * CALL_SPREAD and CONSTRUCT_SPREAD, whose arguments are in an array: for the interpreter and baseline code as windows above the
 * caller's frame, for optimized code as arguments of a call from Java.
 */
final class SpreadCalls {
    private SpreadCalls() {}

    /** Returns the callee's view of the window: its fp. */
    static long window(Vm vm, long fp, int[] code, int pc) {
        long array = Frame.get(fp, code[pc + 4]);
        int count = Mem.getInt(array + Layout.ARRAY_LENGTH);
        long window = Frame.top(fp) + 8L * Frame.HEADER;
        if (count < 0 || window + 8L * count > Mem.getLong(vm.state() + VmState.STACK_LIMIT)) {
            throw vm.operations().error(ErrorKind.RANGE_ERROR, "Maximum call stack size exceeded");
        }
        boolean construct = code[pc] == Op.CONSTRUCT_SPREAD;
        long second = Frame.get(fp, code[pc + 3]);
        Mem.putLong(window + Frame.CALLER_FP, fp);
        Mem.putInt(window + Frame.ARGUMENT_COUNT, count);
        Mem.putLong(window + Frame.NEW_TARGET, construct ? second : Value.UNDEFINED);
        Mem.putLong(window + Frame.CALLEE, Frame.get(fp, code[pc + 2]));
        Mem.putLong(window + Frame.THIS, construct ? Value.EMPTY : second);
        for (int i = 0; i < count; i++) {
            Frame.set(window, i, vm.operations().getElement(array, Value.ofInt(i), 0));
        }
        return window;
    }

    static long[] arguments(Vm vm, long fp, int[] code, int pc) {
        long array = Frame.get(fp, code[pc + 4]);
        int count = Mem.getInt(array + Layout.ARRAY_LENGTH);
        if (count < 0 || Frame.top(fp) + 8L * count > Mem.getLong(vm.state() + VmState.STACK_LIMIT)) {
            throw vm.operations().error(ErrorKind.RANGE_ERROR, "Maximum call stack size exceeded");
        }
        var arguments = new long[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = vm.operations().getElement(array, Value.ofInt(i), 0);
        }
        return arguments;
    }
}
