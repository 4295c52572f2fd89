package org.tierscope.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/** The few functions of the operating system that the runtime needs: address ranges, and where the native stack is. */
final class NativeMemory {
    private static final int ARGUMENTS = 6;

    /**
     * Calls any function whose arguments and result are integers or addresses: all travel in whole registers. One handle for
     * all of them, because the JVM makes a dozen classes for each form of call, and that at every start.
     */
    private static final MethodHandle CALL = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, Collections.nCopies(ARGUMENTS, ValueLayout.JAVA_LONG).toArray(MemoryLayout[]::new)));

    private static final MemorySegment MMAP = function("mmap");
    private static final MemorySegment MUNMAP = function("munmap");
    private static final MemorySegment MADVISE = function("madvise");
    private static final MemorySegment GETCONTEXT = function("getcontext");
    private static final MemorySegment PTHREAD_SELF = function("pthread_self");
    private static final MemorySegment GET_ATTRIBUTES = function("pthread_getattr_np");
    private static final MemorySegment GET_STACK = function("pthread_attr_getstack");
    private static final MemorySegment DESTROY_ATTRIBUTES = function("pthread_attr_destroy");

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000;
    private static final int MADV_DONTNEED = 4;

    /** Where {@code ucontext_t} of the C library holds the stack pointer. */
    private static final int CONTEXT_SP = System.getProperty("os.arch").equals("aarch64") ? 432 : 160;

    private static final int CONTEXT_SIZE = 8192;

    private NativeMemory() {}

    private static MemorySegment function(String name) {
        return Linker.nativeLinker().defaultLookup().find(name)
                .orElseThrow(() -> new UnsupportedOperationException("this system's C library has no " + name));
    }

    private static long call(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(function, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    private static long call(MemorySegment function, long a, long b, long c) {
        return call(function, a, b, c, 0, 0, 0);
    }

    /**
     * Reserves zeroed read-write address space; the system commits a page when it is first touched.
     *
     * @throws OutOfMemoryError where the system refuses
     */
    static long reserve(long bytes) {
        long address = call(MMAP, 0, bytes, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
        if (address == -1) {
            throw new OutOfMemoryError("cannot reserve " + bytes + " bytes of address space");
        }
        return address;
    }

    static void release(long address, long bytes) {
        call(MUNMAP, address, bytes, 0);
    }

    /** Gives pages back to the system; they read as zero afterwards. */
    static void discard(long address, long bytes) {
        call(MADVISE, address, bytes, MADV_DONTNEED);
    }

    /**
     * The part of the calling thread's native stack that is in use by the callers of this method, as low and high address. The
     * registers that a callee must preserve are within: this call's own transition has saved them there.
     */
    static long[] stackInUse() {
        try (Arena arena = Arena.ofConfined()) {
            long context = arena.allocate(CONTEXT_SIZE, 16).address();
            call(GETCONTEXT, context, 0, 0);
            long low = Mem.getLong(context + CONTEXT_SP);
            long attributes = arena.allocate(256, 16).address();
            long range = arena.allocate(16, 16).address();
            call(GET_ATTRIBUTES, call(PTHREAD_SELF, 0, 0, 0), attributes, 0);
            call(GET_STACK, attributes, range, range + 8);
            call(DESTROY_ATTRIBUTES, attributes, 0, 0);
            return new long[] {low & -8L, Mem.getLong(range) + Mem.getLong(range + 8)};
        }
    }
}
