package org.tierscope.asm;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

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
        private final MemorySegment memfd = function("memfd_create");
        private final MemorySegment truncate = function("ftruncate");
        private final MemorySegment map = function("mmap");
        private final MemorySegment unmap = function("munmap");
        private final MemorySegment close = function("close");

        private static MemorySegment function(String name) {
            return Linker.nativeLinker().defaultLookup().findOrThrow(name);
        }

        int memfd(String name, int flags) {
            try (Arena arena = Arena.ofConfined()) {
                long fd = NativeCall.call(memfd, arena.allocateFrom(name).address(), flags, 0, 0, 0, 0);
                return (int) succeeded("memfd_create", (int) fd);
            }
        }

        void truncate(int fd, long size) {
            succeeded("ftruncate", (int) NativeCall.call(truncate, fd, size, 0, 0, 0, 0));
        }

        long map(long size, int protection, int flags, int fd) {
            return succeeded("mmap", NativeCall.call(map, 0, size, protection, flags, fd, 0));
        }

        void unmap(long address, long size) {
            succeeded("munmap", (int) NativeCall.call(unmap, address, size, 0, 0, 0, 0));
        }

        void close(int fd) {
            succeeded("close", (int) NativeCall.call(close, fd, 0, 0, 0, 0, 0));
        }

        private static long succeeded(String function, long result) {
            if (result == MAP_FAILED) {
                throw new IllegalStateException(function + " failed: no memory for machine code");
            }
            return result;
        }
    }
}
