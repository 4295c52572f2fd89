package org.tierscope.bytecode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One compiled function: immutable, free of heap addresses, shared by every VM that links it.
 *
 * @param name as {@code Function.prototype.name} gives it; empty for anonymous
 * @param source the file it stands in
 * @param start offset of the function's first character (what {@code toString} prints from)
 * @param end offset after its last
 * @param parameterCount registers 0…n−1 that arguments are passed in (a rest parameter is not one of them)
 * @param length the value of the function's {@code length} property
 * @param registerCount registers from fp upwards, parameters, variables, temporaries and call windows included
 * @param code instructions, see {@link Opcode}
 * @param constants Double, Integer, String (property names and string values), BytecodeFunction, int[], {@link TemplateStrings},
 *     {@link GlobalDeclarations}, {@link EvalScope}
 * @param handlers inner before outer
 * @param positions ascending by pc, one for each instruction that can be blamed, shown or counted
 * @param registerNames for display
 * @param feedbackSize bytes of the feedback vector, header included
 * @param flags properties that tiers and runtime need
 */
public record BytecodeFunction(
        String name,
        SourceText source,
        int start,
        int end,
        int parameterCount,
        int length,
        int registerCount,
        int[] code,
        List<Object> constants,
        List<Handler> handlers,
        List<Position> positions,
        List<RegisterName> registerNames,
        int feedbackSize,
        Set<Flag> flags) {

    /** Properties of a function that its code alone does not tell. */
    public enum Flag {
        STRICT,
        ARROW,
        /** Method, getter, setter: no [[Construct]]. */
        METHOD,
        CLASS_CONSTRUCTOR,
        /** A class constructor whose class has an {@code extends} clause: {@code this} starts empty. */
        DERIVED_CONSTRUCTOR,
        /** A derived constructor that was not written down and defines no fields: all it does is call the parent. */
        FORWARDING_CONSTRUCTOR,
        GENERATOR,
        ASYNC,
        /** Uses {@code arguments} or a rest parameter: its frame moves up behind the arguments. */
        NEEDS_ARGUMENTS,
        /** The top level of a script, module or CommonJS file. */
        TOP_LEVEL,
        /** Part of the engine's own prelude: not shown in stack traces. */
        PRELUDE
    }

    public BytecodeFunction {
        constants = List.copyOf(constants);
        handlers = List.copyOf(handlers);
        positions = List.copyOf(positions);
        registerNames = List.copyOf(registerNames);
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public boolean needsArguments() {
        return is(Flag.NEEDS_ARGUMENTS);
    }

    public boolean isConstructor() {
        return !(is(Flag.ARROW) || is(Flag.METHOD) || is(Flag.GENERATOR) || is(Flag.ASYNC));
    }

    /** The innermost handler that covers {@code pc}, or null. */
    public Handler handlerFor(int pc) {
        for (Handler handler : handlers) {
            if (handler.covers(pc)) {
                return handler;
            }
        }
        return null;
    }

    /** The position of the instruction at {@code pc}: the last one at or before it; null where there is none. */
    public Position positionAt(int pc) {
        Position best = null;
        int low = 0;
        int high = positions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (positions.get(middle).pc() <= pc) {
                best = positions.get(middle);
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    /** Line of the function's start, 1-based. */
    public int line() {
        return source.line(start);
    }
}
