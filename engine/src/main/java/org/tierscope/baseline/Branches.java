package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RSI;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.runtime.Value;

/** How conditional jumps count themselves and jump: falling through is the straight path. */
final class Branches {
    private final Emitter e;
    private final Assembler asm;
    private final Map<Integer, Label> taken = new HashMap<>();

    Branches(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    private Address count(int which) {
        int offset = e.opcode().slotKind() == SlotKind.COMPARE_BRANCH ? FeedbackLayout.COMPARE_BRANCH_COUNTS : 0;
        return e.feedback(offset + which);
    }

    /** Counts and takes the current instruction's jump. */
    Label taken() {
        return taken.computeIfAbsent(e.pc(), pc -> {
            Label label = asm.label("taken" + pc);
            e.later(() -> {
                asm.bind(label);
                asm.d(Op.INC, count(FeedbackLayout.BRANCH_TAKEN));
                e.jump();
            });
            return label;
        });
    }

    /** Jumps when {@code cond} holds, else falls through to the next instruction. */
    void branch(Cond cond) {
        asm.jcc(cond, taken());
        notTaken();
    }

    /** The same, from out of line. */
    void branchOutOfLine(Cond cond) {
        branch(cond);
        e.goOn();
    }

    /** The jump is not taken: counts that. */
    void notTaken() {
        asm.d(Op.INC, count(FeedbackLayout.BRANCH_NOT_TAKEN));
    }

    /** After ucomisd, decides the unordered case: jumps or goes on with the next instruction. */
    void jumpOnParity(boolean jumps) {
        if (jumps) {
            asm.jcc(Cond.PARITY, taken());
        } else {
            Label ordered = asm.label();
            asm.jccShort(Cond.NO_PARITY, ordered);
            notTaken();
            e.goOn();
            asm.bind(ordered);
        }
    }

    /** A label where the runtime decides the jump, and counts it. */
    Label slow() {
        Label slow = asm.label("slow" + e.pc());
        e.later(() -> {
            asm.bind(slow);
            decide();
            e.goOn();
        });
        return slow;
    }

    /** The runtime decides the jump, and counts it; falls through where it is not taken. */
    void decide() {
        e.loadPc(RSI);
        if (asm.isListing()) {
            asm.comment(e.opcode().mnemonic());
        }
        asm.call(e.stubs.takesJump());
        e.checkException();
        asm.q(Op.CMP, RAX, Value.TRUE);
        asm.jcc(Cond.EQUAL, e.target());
    }
}
