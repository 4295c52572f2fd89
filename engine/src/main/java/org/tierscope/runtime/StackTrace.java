package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Position;
import org.tierscope.bytecode.SourceText;

/**
 * Stack traces of error objects: captured as raw frames when the error is made, turned into node's text when asked for. A
 * captured trace is a VALUES cell of {@value #WORDS} words per frame: function id, pc, this, construct.
 */
final class StackTrace {
    private static final int WORDS = 4;

    private final Vm vm;

    StackTrace(Vm vm) {
        this.vm = vm;
    }

    /** Frames from the innermost on, without those above and including the call of {@code until} (0: none left out). */
    long capture(int limit, long until) {
        int[] count = {0};
        boolean[] skipping = {until != 0};
        long list = vm.ownKeys().allocate(WORDS * limit);
        vm.stackWalker().walk(frame -> {
            if (skipping[0]) {
                skipping[0] = frame.callee() != until;
                return true;
            }
            if (isShown(frame.function()) && count[0] < limit) {
                long at = list + Layout.ARRAY_DATA + 8L * WORDS * count[0]++;
                Mem.putLong(at, Value.ofInt(frame.function().id()));
                Mem.putLong(at + 8, Value.ofInt(frame.pc()));
                Mem.putLong(at + 16, frame.thisValue());
                Mem.putLong(at + 24, Value.ofBoolean(frame.construct()));
            }
            return count[0] < limit;
        });
        return list;
    }

    private static boolean isShown(FunctionInfo function) {
        return function.bytecode() == null || !function.bytecode().is(BytecodeFunction.Flag.PRELUDE);
    }

    /** One line {@code "\n    at …"} per frame. */
    String format(long list) {
        var text = new StringBuilder();
        int words = Mem.getInt(list + Layout.ARRAY_CAPACITY);
        for (int i = 0; i + WORDS <= words; i += WORDS) {
            long at = list + Layout.ARRAY_DATA + 8L * i;
            if (Mem.getLong(at) == 0) {
                break;
            }
            FunctionInfo function = vm.function(Value.asInt(Mem.getLong(at)));
            text.append("\n    at ");
            appendFrame(
                    text,
                    function,
                    Value.asInt(Mem.getLong(at + 8)),
                    Mem.getLong(at + 16),
                    Mem.getLong(at + 24) == Value.TRUE);
        }
        return text.toString();
    }

    private void appendFrame(StringBuilder text, FunctionInfo function, int pc, long thisValue, boolean construct) {
        String name = frameName(function, thisValue, construct);
        String place = place(function, pc);
        if (name.isEmpty()) {
            text.append(place);
        } else {
            text.append(name).append(" (").append(place).append(')');
        }
    }

    private String frameName(FunctionInfo function, long thisValue, boolean construct) {
        String name = function.name();
        if (function.bytecode() != null && function.bytecode().is(BytecodeFunction.Flag.TOP_LEVEL)) {
            return "Object.<anonymous>";
        }
        boolean arrow = function.bytecode() != null && function.bytecode().is(BytecodeFunction.Flag.ARROW);
        if (construct && !arrow) {
            return "new " + (name.isEmpty() ? "<anonymous>" : name);
        }
        boolean method = Layout.isObject(thisValue)
                && thisValue != vm.realm().globalObject()
                && !arrow;
        if (!method) {
            return name;
        }
        String type = vm.errors().constructorName(thisValue);
        if (name.isEmpty()) {
            return type + ".<anonymous>";
        }
        return name.startsWith(type + ".") || type.isEmpty() ? name : type + "." + name;
    }

    private static String place(FunctionInfo function, int pc) {
        if (function.bytecode() == null) {
            return "<anonymous>";
        }
        SourceText source = function.bytecode().source();
        Position position = function.bytecode().positionAt(pc);
        int offset = position == null ? function.bytecode().start() : position.start();
        return source.path() + ":" + source.line(offset) + ":" + source.column(offset);
    }
}
