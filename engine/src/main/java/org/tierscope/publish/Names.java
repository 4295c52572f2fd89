package org.tierscope.publish;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.RegisterName;
import org.tierscope.bytecode.SourceText;
import org.tierscope.record.proto.Position;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Vm;

/** Ids and names of sources, functions and registers as a recording has them. */
final class Names {
    private final Vm vm;
    private final Map<SourceText, Integer> sources = new HashMap<>();

    Names(Vm vm) {
        this.vm = vm;
    }

    /** Positive, unique in the recording. */
    synchronized int sourceId(SourceText source) {
        return sources.computeIfAbsent(source, s -> sources.size() + 1);
    }

    synchronized boolean isKnown(SourceText source) {
        return sources.containsKey(source);
    }

    static String displayName(FunctionInfo function) {
        if (function.bytecode() != null && function.bytecode().is(BytecodeFunction.Flag.TOP_LEVEL)) {
            return "(program)";
        }
        return function.name().isEmpty() ? "(anonymous)" : function.name();
    }

    static boolean isInternal(FunctionInfo function) {
        return function.isNative() || function.bytecode().is(BytecodeFunction.Flag.PRELUDE);
    }

    /** Where the bytecode at {@code pc} stands in the source. */
    Position position(int functionId, int pc) {
        FunctionInfo function = vm.function(functionId);
        if (function.isNative()) {
            return Position.getDefaultInstance();
        }
        var place = function.bytecode().positionAt(Math.max(pc, 0));
        SourceText source = function.bytecode().source();
        int offset = place == null ? function.bytecode().start() : place.start();
        return Position.newBuilder()
                .setSourceId(sourceId(source))
                .setOffset(offset)
                .setLine(source.line(offset))
                .setColumn(source.column(offset))
                .build();
    }

    /** The variable that lives in a register at {@code pc}; empty for temporaries. */
    static String variable(BytecodeFunction function, int register, int pc) {
        switch (register) {
            case -1:
                return "this";
            case -2:
                return "callee";
            case -3:
                return "new.target";
            default:
                break;
        }
        for (RegisterName name : function.registerNames()) {
            if (name.register() == register && name.start() <= pc && pc < name.end()) {
                return name.name();
            }
        }
        return "";
    }
}
