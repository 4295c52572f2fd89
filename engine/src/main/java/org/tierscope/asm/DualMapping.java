package org.tierscope.asm;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/**
 * Pages mapped twice: writable here, executable there, so that no page is ever both. Pages that are never touched cost
 * address space only. The kernel sees the same memory, so a write through one view is at once visible through the other.
 *
 * <p>The memory is shared and anonymous, not a memory file, because profilers look symbols up ({@link PerfMap}) for anonymous
 * memory only. {@code mremap} of no bytes of a shared mapping makes the second view (mremap(2)).
 */
final class DualMapping implements AutoCloseable {
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_SHARED = 0x01;
    private static final int MAP_ANONYMOUS = 0x20;
    private static final int MAP_NORESERVE = 0x4000;
    private static final int MREMAP_MAYMOVE = 1;
    private static final long MAP_FAILED = -1;

    final long size;
    final MemorySegment writable;
    final MemorySegment executable;
    private final Libc libc;

    DualMapping(long size) {
        Platform.requireMachineCode();
        this.size = size;
        this.libc = new Libc();
        executable = view(libc.map(size, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE));
        long second = libc.mapAgain(executable.address(), size);
        libc.protect(second, size, PROT_READ | PROT_WRITE);
        writable = view(second);
    }

    private MemorySegment view(long address) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    @Override
    public void close() {
        libc.unmap(writable.address(), size);
        libc.unmap(executable.address(), size);
    }

    /** The few C functions needed; each throws with its name when it fails. */
    private static final class Libc {
        private final MemorySegment map = function("mmap");
        private final MemorySegment remap = function("mremap");
        private final MemorySegment protect = function("mprotect");
        private final MemorySegment unmap = function("munmap");

        private static MemorySegment function(String name) {
            return Linker.nativeLinker().defaultLookup().findOrThrow(name);
        }

        long map(long size, int protection, int flags) {
            return succeeded("mmap", NativeCall.call(map, 0, size, protection, flags, -1, 0));
        }

        long mapAgain(long address, long size) {
            return succeeded("mremap", NativeCall.call(remap, address, 0, size, MREMAP_MAYMOVE, 0, 0));
        }

        void protect(long address, long size, int protection) {
            succeeded("mprotect", (int) NativeCall.call(protect, address, size, protection, 0, 0, 0));
        }

        void unmap(long address, long size) {
            succeeded("munmap", (int) NativeCall.call(unmap, address, size, 0, 0, 0, 0));
        }

        private static long succeeded(String function, long result) {
            if (result == MAP_FAILED) {
                throw new IllegalStateException(function + " failed: no memory for machine code");
            }
            return result;
        }
    }
}
