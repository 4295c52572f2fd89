package org.tierscope.asm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Collections;

/**
 * Calls between Java and machine code, by the System V ABI for x86-64: arguments in rdi, rsi, rdx, rcx, r8,
 * r9, result in rax; rbx, rbp, r12–r15 belong to the caller; rsp is a multiple of 16 at each call
 * instruction.
 */
public final class NativeCall {
    /** As many as travel in registers. */
    public static final int MAX_ARGUMENTS = 6;

    private static final MethodHandle CALL = handle(MAX_ARGUMENTS);

    private NativeCall() {
    }

    /**
     * Calls code that takes up to six integers or addresses. One handle for all such code, because the JVM makes a dozen
     * classes for each form of call, and that at every start.
     *
     * @param code from {@link #code}, or a function of the C library
     * @return what is in rax
     */
    public static long call(MemorySegment code, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(code, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /**
     * A handle of type {@code (MemorySegment code, long × arguments) → long} that calls machine code. Keep it
     * in a
     * {@code static final} field: only then the JVM compiles the call away to some 10 ns.
     */
    public static MethodHandle handle(int arguments) {
        return Linker.nativeLinker().downcallHandle(type(arguments));
    }

    /** A handle of type {@code (long × arguments) → long} bound to code at {@code address}. */
    public static MethodHandle handle(long address, int arguments) {
        return handle(arguments).bindTo(code(address));
    }

    /** The first argument for {@link #handle(int)}. */
    public static MemorySegment code(long address) {
        return MemorySegment.ofAddress(address);
    }

    /**
     * Machine code that calls a Java method, to be called by the ABI above.
     *
     * <p>Nothing may leave the method by throwing: a {@link Throwable} that escapes an upcall ends the JVM.
     * So the method catches everything itself and reports it through memory or its result.
     *
     * @param target {@code (long…) → long} with at most six parameters; may be bound to a receiver
     * @param arena  how long the stub lives
     * @return the stub's address
     */
    public static long upcall(MethodHandle target, Arena arena) {
        int arguments = target.type().parameterCount();
        FunctionDescriptor type = type(arguments);
        MethodType wanted = MethodType.methodType(long.class, Collections.nCopies(arguments, long.class));
        if (!target.type().equals(wanted)) {
            throw new IllegalArgumentException("an upcall takes longs and returns a long, not " + target.type());
        }
        return Linker.nativeLinker().upcallStub(target, type, arena).address();
    }

    /**
     * Wraps what an {@code invokeExact} of a downcall declares; such a call itself throws nothing checked.
     */
    public static RuntimeException unexpected(Throwable e) {
        return switch (e) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }

    private static FunctionDescriptor type(int arguments) {
        if (arguments > MAX_ARGUMENTS) {
            throw new IllegalArgumentException("at most " + MAX_ARGUMENTS + " arguments, not " + arguments);
        }
        MemoryLayout[] longs = Collections.nCopies(arguments, ValueLayout.JAVA_LONG).toArray(MemoryLayout[]::new);
        return FunctionDescriptor.of(ValueLayout.JAVA_LONG, longs);
    }
}
