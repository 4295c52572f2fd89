package org.tierscope.views.machine;

import java.util.OptionalInt;
import org.tierscope.record.proto.MachineInstruction;

/** Where a relative jump of x86-64 goes, from its bytes. See Intel's manual, volume 2, Jcc and JMP. */
final class JumpTargets {
    private JumpTargets() {
    }

    /** Offset of the target in the same code; empty if the instruction is no jump or computes its target. */
    static OptionalInt of(MachineInstruction instruction) {
        byte[] bytes = instruction.getCode().toByteArray();
        int opcode = bytes.length == 0 ? 0 : bytes[0] & 0xff;
        int end = instruction.getOffset() + bytes.length;
        if (bytes.length == 2 && (opcode == 0xeb || opcode >= 0x70 && opcode <= 0x7f)) {
            return OptionalInt.of(end + bytes[1]);
        }
        if (bytes.length == 5 && opcode == 0xe9) {
            return OptionalInt.of(end + littleEndian(bytes, 1));
        }
        boolean longConditional = bytes.length == 6 && opcode == 0x0f && (bytes[1] & 0xf0) == 0x80;
        return longConditional ? OptionalInt.of(end + littleEndian(bytes, 2)) : OptionalInt.empty();
    }

    private static int littleEndian(byte[] bytes, int from) {
        return bytes[from] & 0xff | (bytes[from + 1] & 0xff) << 8 | (bytes[from + 2] & 0xff) << 16 | bytes[from + 3] << 24;
    }
}
