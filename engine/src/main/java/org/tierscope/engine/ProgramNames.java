package org.tierscope.engine;

import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.RegisterName;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * What a prompt sees beside the globals: a file's own names are no globals, but who asks means them. First the variables in the frames
 * that are running, innermost first, as far as they are in interpreter registers; then functions and classes of the program by name.
 */
final class ProgramNames {
    private final Vm vm;
    private final long innermost;

    /** Looks from the frame that runs now. */
    ProgramNames(Vm vm) {
        this.vm = vm;
        this.innermost = vm.currentFp();
    }

    /** The value of a name; EMPTY if it is not known. */
    long find(long key) {
        if (!Layout.isString(key)) {
            return Value.EMPTY;
        }
        String name = vm.strings().toJava(key);
        long value = inFrames(name);
        return value != Value.EMPTY ? value : function(name);
    }

    private long inFrames(String name) {
        for (long fp = innermost; fp != vm.baseFp(); fp = Frame.callerFp(fp)) {
            BytecodeFunction code = vm.functionOf(fp).bytecode();
            if (code == null || !isOfProgram(code) || Frame.has(fp, Frame.OPTIMIZED)) {
                continue;
            }
            long value = variable(fp, code.registerNames(), name);
            if (value != Value.EMPTY) {
                return value;
            }
        }
        return Value.EMPTY;
    }

    private static long variable(long fp, List<RegisterName> names, String name) {
        int pc = Frame.pc(fp);
        for (RegisterName variable : names) {
            if (variable.name().equals(name) && variable.start() <= pc && pc < variable.end()) {
                return Frame.get(fp, variable.register());
            }
        }
        return Value.EMPTY;
    }

    /** The newest closure of the outermost function of that name. */
    private long function(String name) {
        long[] found = {Value.EMPTY};
        int[] best = {Integer.MAX_VALUE};
        vm.heap().forEachCell(cell -> {
            if (CellType.at(cell) == CellType.FUNCTION) {
                FunctionInfo function = vm.function(Mem.getInt(cell + Layout.FUNCTION_ID));
                BytecodeFunction code = function.bytecode();
                if (code != null && code.name().equals(name) && isOfProgram(code) && function.id() <= best[0]) {
                    best[0] = function.id();
                    found[0] = cell;
                }
            }
        });
        return found[0];
    }

    private static boolean isOfProgram(BytecodeFunction code) {
        return !code.is(BytecodeFunction.Flag.PRELUDE) && !code.source().path().equals(Prompt.PATH);
    }
}
