package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.VmState;

/** Cells for elements of arrays, whose size is only known where they are made. */
public final class ElementsCells {
    private ElementsCells() {}

    /**
     * {@code cell} = a new cell of the first of {@code sizes}, in bytes, that has room for {@code count} words, with its capacity; its
     * header is missing. Goes to {@code slow} where none has room, or there is no free memory at hand; overwrites {@code scratch}.
     */
    public static void take(Assembler asm, Reg cell, Reg count, Reg scratch, int[] sizes, Label slow) {
        Label taken = asm.label();
        for (int size : sizes) {
            Label larger = asm.label();
            int capacity = size - Layout.ARRAY_DATA >> 3;
            int cursor = VmState.ALLOCATION + SizeClasses.of(size) * VmState.ALLOCATION_STRIDE;
            asm.d(Op.CMP, count, capacity);
            asm.jcc(Cond.ABOVE, larger);
            asm.q(Op.MOV, cell, at(STATE, cursor));
            asm.q(Op.LEA, scratch, at(cell, size));
            asm.q(Op.CMP, scratch, at(STATE, cursor + 8));
            asm.jcc(Cond.ABOVE, slow);
            asm.q(Op.MOV, at(STATE, cursor), scratch);
            asm.d(Op.MOV, at(cell, Layout.ARRAY_CAPACITY), capacity);
            asm.jmp(taken);
            asm.bind(larger);
        }
        asm.jmp(slow);
        asm.bind(taken);
    }
}
