package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.backend.Registers.XMM_SCRATCH;
import static org.tierscope.backend.Registers.XMM_SCRATCH_2;
import static org.tierscope.machine.MachineConvention.INT_TAG;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.CpuFeature;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Node;
import org.tierscope.runtime.Value;

/** Emits the way of doubles into words and out of them. */
final class DoubleBoxes {
    private final Emission e;
    private final Assembler asm;
    private final OtherNans otherNans;

    DoubleBoxes(Emission emission, OtherNans otherNans) {
        this.otherNans = otherNans;
        this.e = emission;
        this.asm = emission.asm;
    }

    /**
     * Defines the current node as the double value of a boxed number. Less {@link Value#DOUBLE_OFFSET}, every word but that of a
     * double is a NaN, so one comparison finds all that need a second look: int32, NaN itself, and what is no number.
     *
     * @param other where words go that are no number, or null if there are none
     */
    void unbox(Node value, Label other) {
        Xmm result = e.floatResult();
        Label notDouble = asm.label();
        Label done = asm.label();
        loadWord(value, result);
        add(result, result, Value.INT_TAG);
        asm.op(Op.UCOMISD, result, result);
        asm.jcc(Cond.PARITY, notDouble);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(notDouble);
            Reg word = general(value);
            if (other != null) {
                asm.q(Op.TEST, word, INT_TAG);
                asm.jcc(Cond.ZERO, other);
            }
            asm.q(Op.CMP, word, INT_TAG);
            asm.jcc(Cond.BELOW, done);
            asm.op(Op.XORPS, result, result);
            asm.d(Op.CVTSI2SD, result, word);
            asm.jmp(done);
        });
        e.define(result);
    }

    private void loadWord(Node value, Xmm target) {
        if (value.operator().isConstant()) {
            asm.op(Op.MOVSD, target, asm.literal(Emission.constantWord(value)));
            return;
        }
        Operand word = e.operand(value);
        asm.op(word instanceof Reg ? Op.MOVQ : Op.MOVSD, target, word);
    }

    private Reg general(Node value) {
        if (e.fusion.isFused(value)) {
            loadForExit(e.current());
            return SCRATCH_2;
        }
        return e.use(value, SCRATCH_2);
    }

    /** Loads the memory operand of a check again, for its exit: a failed check's frame has that word in a register. */
    void loadForExit(Node check) {
        asm.q(Op.MOV, SCRATCH_2, e.memory(check.input(0)));
    }

    /** Whether a double must be checked for NaN before it becomes a word. */
    boolean mayBeOtherNan(Node number) {
        return otherNans.mayBe(number);
    }

    /** Boxes the current node's operand. */
    void box(Node node) {
        Reg result = e.result();
        Xmm value = e.useFloat(node.input(0), XMM_SCRATCH);
        unlessOtherNan(node.input(0), value, () -> {
            asm.op(Op.MOVQ, result, value);
            asm.q(Op.SUB, result, INT_TAG);
        }, () -> asm.q(Op.MOV, result, Value.NAN));
        e.define(result);
    }

    /** Boxes a double on its way to memory; the address does not use {@link Registers#SCRATCH}. */
    void store(Address target, Node number) {
        Xmm value = e.useFloat(number, XMM_SCRATCH);
        unlessOtherNan(number, value, () -> {
            add(XMM_SCRATCH, value, Value.DOUBLE_OFFSET);
            asm.op(Op.MOVSD, target, XMM_SCRATCH);
        }, () -> e.storeWord(target, Value.NAN));
    }

    private void unlessOtherNan(Node number, Xmm value, Runnable usual, Runnable nan) {
        if (!mayBeOtherNan(number)) {
            usual.run();
            return;
        }
        Label isNan = asm.label();
        Label done = asm.label();
        asm.op(Op.UCOMISD, value, value);
        asm.jcc(Cond.PARITY, isNan);
        usual.run();
        asm.bind(done);
        e.defer(() -> {
            asm.bind(isNan);
            nan.run();
            asm.jmp(done);
        });
    }

    /** {@code target = bits of value + word}. */
    private void add(Xmm target, Xmm value, long word) {
        if (asm.features().has(CpuFeature.AVX)) {
            asm.op(Op.VPADDQ, target, value, asm.literal(word));
        } else {
            asm.op(Op.MOVSD, XMM_SCRATCH_2, asm.literal(word));
            if (target != value) {
                asm.op(Op.MOVAPD, target, value);
            }
            asm.op(Op.PADDQ, target, XMM_SCRATCH_2);
        }
    }
}
