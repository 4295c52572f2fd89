package org.tierscope.asm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Pages mapped twice from one memory file: writable here, executable there, so that no page is ever both.
 * Pages that are never touched cost address space only. The kernel sees one file, so a write through one view
 * is at once visible through the other.
 */
final class DualMapping implements AutoCloseable {
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_SHARED = 1;
    private static final int MFD_CLOEXEC = 1;
    private static final long MAP_FAILED = -1;

    final long size;
    final MemorySegment writable;
    final MemorySegment executable;
    private final Libc libc;

    DualMapping(long size) {
        Platform.requireMachineCode();
        this.size = size;
        this.libc = new Libc();
        int fd = libc.memfd("tierscope-code", MFD_CLOEXEC);
        try {
            libc.truncate(fd, size);
            writable = map(fd, PROT_READ | PROT_WRITE);
            executable = map(fd, PROT_READ | PROT_EXEC);
        } finally {
            libc.close(fd);
        }
    }

    private MemorySegment map(int fd, int protection) {
        long address = libc.map(size, protection, MAP_SHARED, fd);
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    @Override
    public void close() {
        libc.unmap(writable.address(), size);
        libc.unmap(executable.address(), size);
    }

    /** The few C functions needed; each throws with its name when it fails. */
    private static final class Libc {
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
        private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

        private final MethodHandle memfd =
                function("memfd_create", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT));
        private final MethodHandle truncate = function("ftruncate", FunctionDescriptor.of(INT, INT, LONG));
        private final MethodHandle map =
                function("mmap", FunctionDescriptor.of(LONG, LONG, LONG, INT, INT, INT, LONG));
        private final MethodHandle unmap = function("munmap", FunctionDescriptor.of(INT, LONG, LONG));
        private final MethodHandle close = function("close", FunctionDescriptor.of(INT, INT));

        private static MethodHandle function(String name, FunctionDescriptor type) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
        }

        int memfd(String name, int flags) {
            try (Arena arena = Arena.ofConfined()) {
                return (int) succeeded("memfd_create", (int) memfd.invokeExact(arena.allocateFrom(name), flags));
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        }

        void truncate(int fd, long size) {
            try {
                succeeded("ftruncate", (int) truncate.invokeExact(fd, size));
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        }

        long map(long size, int protection, int flags, int fd) {
            try {
                return succeeded("mmap", (long) map.invokeExact(0L, size, protection, flags, fd, 0L));
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        }

        void unmap(long address, long size) {
            try {
                succeeded("munmap", (int) unmap.invokeExact(address, size));
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        }

        void close(int fd) {
            try {
                succeeded("close", (int) close.invokeExact(fd));
            } catch (Throwable e) {
                throw NativeCall.unexpected(e);
            }
        }

        private static long succeeded(String function, long result) {
            if (result == MAP_FAILED) {
                throw new IllegalStateException(function + " failed: no memory for machine code");
            }
            return result;
        }
    }
}
