package org.tierscope.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.CodeInvalidated;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.record.proto.Tier;

/**
 * A piece of machine code at a moment.
 *
 * @param summary without instructions, exits and inlining decisions: who asks many codes asks this
 * @param all with them; read when asked for
 * @param invalidated why it may not be entered any more, if that has happened
 * @param invalidatedNanos when
 * @param freedNanos when its memory was given back
 */
public record CodeState(CodeInstalled summary, Loaded<CodeInstalled> all, long installedNanos, Optional<CodeInvalidated> invalidated,
        OptionalLong invalidatedNanos, OptionalLong freedNanos) {

    public int id() {
        return summary.getCodeId();
    }

    /** With all that there is. */
    public CodeInstalled code() {
        return all.get();
    }

    public Tier tier() {
        return summary.getTier();
    }

    public int functionId() {
        return summary.getFunctionId();
    }

    public int compilationId() {
        return summary.getCompilationId();
    }

    public int sizeBytes() {
        return summary.getSizeBytes();
    }

    public long address() {
        return summary.getAddress();
    }

    public boolean isValid() {
        return invalidated.isEmpty() && freedNanos.isEmpty();
    }

    public Optional<ExitPoint> exit(int exitId) {
        return code().getExitsList().stream().filter(exit -> exit.getExitId() == exitId).findFirst();
    }

    /** The instruction that covers {@code offset}. */
    public Optional<MachineInstruction> instructionAt(int offset) {
        return code().getInstructionsList().stream()
                .filter(i -> i.getOffset() <= offset && offset < i.getOffset() + Math.max(1, i.getCode().size()))
                .findFirst();
    }
}
