package org.tierscope.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The few functions of the operating system that the runtime needs: address ranges, and where the native stack is. */
final class NativeMemory {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBC = LINKER.defaultLookup();
    private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT;

    private static final MethodHandle MMAP = function("mmap", FunctionDescriptor.of(I64, I64, I64, I32, I32, I32, I64));
    private static final MethodHandle MUNMAP = function("munmap", FunctionDescriptor.of(I32, I64, I64));
    private static final MethodHandle MADVISE = function("madvise", FunctionDescriptor.of(I32, I64, I64, I32));
    private static final MethodHandle GETCONTEXT = function("getcontext", FunctionDescriptor.of(I32, I64));
    private static final MethodHandle PTHREAD_SELF = function("pthread_self", FunctionDescriptor.of(I64));
    private static final MethodHandle GET_ATTRIBUTES =
            function("pthread_getattr_np", FunctionDescriptor.of(I32, I64, I64));
    private static final MethodHandle GET_STACK =
            function("pthread_attr_getstack", FunctionDescriptor.of(I32, I64, I64, I64));
    private static final MethodHandle DESTROY_ATTRIBUTES =
            function("pthread_attr_destroy", FunctionDescriptor.of(I32, I64));

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000;
    private static final int MADV_DONTNEED = 4;

    /** Where {@code ucontext_t} of the C library holds the stack pointer. */
    private static final int CONTEXT_SP = System.getProperty("os.arch").equals("aarch64") ? 432 : 160;

    private static final int CONTEXT_SIZE = 8192;

    private NativeMemory() {}

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment address = LIBC.find(name)
                .orElseThrow(() -> new UnsupportedOperationException("this system's C library has no " + name));
        return LINKER.downcallHandle(address, descriptor);
    }

    /**
     * Reserves zeroed read-write address space; the system commits a page when it is first touched.
     *
     * @throws OutOfMemoryError where the system refuses
     */
    static long reserve(long bytes) {
        long address;
        try {
            address = (long) MMAP.invokeExact(0L, bytes, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        if (address == -1) {
            throw new OutOfMemoryError("cannot reserve " + bytes + " bytes of address space");
        }
        return address;
    }

    static void release(long address, long bytes) {
        try {
            int ignored = (int) MUNMAP.invokeExact(address, bytes);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Gives pages back to the system; they read as zero afterwards. */
    static void discard(long address, long bytes) {
        try {
            int ignored = (int) MADVISE.invokeExact(address, bytes, MADV_DONTNEED);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The part of the calling thread's native stack that is in use by the callers of this method, as low and high address. The
     * registers that a callee must preserve are within: this call's own transition has saved them there.
     */
    static long[] stackInUse() {
        try (Arena arena = Arena.ofConfined()) {
            long context = arena.allocate(CONTEXT_SIZE, 16).address();
            int ignored = (int) GETCONTEXT.invokeExact(context);
            long low = Mem.getLong(context + CONTEXT_SP);
            long attributes = arena.allocate(256, 16).address();
            long range = arena.allocate(16, 16).address();
            ignored = (int) GET_ATTRIBUTES.invokeExact((long) PTHREAD_SELF.invokeExact(), attributes);
            ignored = (int) GET_STACK.invokeExact(attributes, range, range + 8);
            ignored = (int) DESTROY_ATTRIBUTES.invokeExact(attributes);
            return new long[] {low & -8L, Mem.getLong(range) + Mem.getLong(range + 8)};
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
