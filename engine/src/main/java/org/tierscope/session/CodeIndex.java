package org.tierscope.session;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.CodeInvalidated;
import org.tierscope.record.proto.MachineInstruction;

/** One piece of machine code, by time. Guarded by the session's lock. */
final class CodeIndex {

    /** Without instructions, exits and inlining decisions. */
    final CodeInstalled summary;
    /** With all. */
    final Loaded<CodeInstalled> all;
    final long installedNanos;
    private final Set<Integer> functions;
    private SoftReference<Origins> instructions = new SoftReference<>(null);
    private Timed<CodeInvalidated> invalidated;
    private long freedNanos = Long.MAX_VALUE;

    /** @param inlined functions that have bytecode in it, besides its own */
    CodeIndex(CodeInstalled summary, Loaded<CodeInstalled> all, long nanos, Set<Integer> inlined) {
        this.summary = summary;
        this.all = all;
        this.installedNanos = nanos;
        this.functions = Set.copyOf(inlined);
    }

    /** The offsets of the instructions that come from a bytecode. */
    Set<Integer> from(Selection.Bytecode origin) {
        boolean here = origin.functionId() == summary.getFunctionId() || functions.contains(origin.functionId());
        return here ? origins().from(origin) : Set.of();
    }

    private synchronized Origins origins() {
        Origins known = instructions.get();
        if (known == null) {
            known = new Origins();
            for (MachineInstruction instruction : all.get().getInstructionsList()) {
                known.add(instruction.getOffset(), instruction.getFunctionId(), instruction.getPc());
            }
            instructions = new SoftReference<>(known);
        }
        return known;
    }

    void invalidate(long nanos, CodeInvalidated event) {
        if (invalidated == null) {
            invalidated = new Timed<>(nanos, event);
        }
    }

    void free(long nanos) {
        freedNanos = Math.min(freedNanos, nanos);
    }

    boolean isValidAt(long nanos) {
        return installedNanos <= nanos && nanos < freedNanos && !isInvalidatedAt(nanos);
    }

    CodeState at(long nanos) {
        boolean isInvalidated = isInvalidatedAt(nanos);
        return new CodeState(summary, all, installedNanos,
                isInvalidated ? Optional.of(invalidated.value()) : Optional.empty(),
                isInvalidated ? OptionalLong.of(invalidated.nanos()) : OptionalLong.empty(),
                freedNanos <= nanos ? OptionalLong.of(freedNanos) : OptionalLong.empty());
    }

    private boolean isInvalidatedAt(long nanos) {
        return invalidated != null && invalidated.nanos() <= nanos;
    }
}
