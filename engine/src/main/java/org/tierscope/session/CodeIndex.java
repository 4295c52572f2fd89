package org.tierscope.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.CodeInvalidated;

/** One piece of machine code, by time. Guarded by the session's lock. */
final class CodeIndex {

    final CodeInstalled installed;
    final long installedNanos;
    /** Of the instructions, by offset. */
    final Origins instructions = new Origins();
    private Timed<CodeInvalidated> invalidated;
    private long freedNanos = Long.MAX_VALUE;

    CodeIndex(CodeInstalled installed, long nanos) {
        this.installed = installed;
        this.installedNanos = nanos;
        installed.getInstructionsList().forEach(instruction -> instructions.add(instruction.getOffset(),
                instruction.getFunctionId(), instruction.getPc()));
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
        return new CodeState(installed, installedNanos,
                isInvalidated ? Optional.of(invalidated.value()) : Optional.empty(),
                isInvalidated ? OptionalLong.of(invalidated.nanos()) : OptionalLong.empty(),
                freedNanos <= nanos ? OptionalLong.of(freedNanos) : OptionalLong.empty());
    }

    private boolean isInvalidatedAt(long nanos) {
        return invalidated != null && invalidated.nanos() <= nanos;
    }
}
