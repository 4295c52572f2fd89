package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.machine.ElementsCells;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.VmState;

/**
 * Cells of a size known only when the code runs. Up to {@link #MAX_BYTES} every multiple of 16 is a size of its own.
 */
final class NewCells {
    static final int MAX_BYTES = 128;
    /** Sizes of larger cells for elements: some of the size classes. */
    private static final int[] LARGER = {192, 320, 512, 896, 1536, 2560, 4096};

    private NewCells() {}

    /** {@code cell} = a new cell of so many bytes, 32 at least; overwrites them. */
    private static void take(Assembler asm, Reg cell, Reg bytes, Label slow) {
        assert SizeClasses.of(MAX_BYTES) == MAX_BYTES / 16 - 1 && VmState.ALLOCATION_STRIDE == 16;
        int cursor = VmState.ALLOCATION - VmState.ALLOCATION_STRIDE;
        asm.q(Op.MOV, cell, at(STATE, bytes, 1, cursor));
        asm.q(Op.ADD, cell, bytes);
        asm.q(Op.CMP, cell, at(STATE, bytes, 1, cursor + 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, at(STATE, bytes, 1, cursor), cell);
        asm.q(Op.SUB, cell, bytes);
    }

    static void header(Assembler asm, Reg cell, long header) {
        asm.d(Op.MOV, at(cell, Layout.SHAPE), (int) header);
        asm.d(Op.MOV, at(cell, Layout.CELL_TYPE), (int) (header >>> 32));
    }

    /** {@code cell} = a new Latin-1 string whose length, unsigned and not 0, is in a register; overwrites {@code scratch}. */
    static void string(Assembler asm, Reg cell, Reg length, Reg scratch, Label slow) {
        asm.d(Op.CMP, length, MAX_BYTES - Layout.STRING_DATA);
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.LEA, scratch, at(length, Layout.STRING_DATA + 15));
        asm.d(Op.AND, scratch, -16);
        take(asm, cell, scratch, slow);
        header(asm, cell, Heap.header(CellType.STRING_LATIN1));
        asm.d(Op.MOV, at(cell, Layout.STRING_LENGTH), length);
    }

    /** {@code cell} = new elements with room for so many words, unsigned and not 0; overwrites {@code scratch}. */
    static void elements(Assembler asm, Reg cell, Reg count, Reg scratch, Label slow) {
        Label large = asm.label();
        Label taken = asm.label();
        asm.d(Op.CMP, count, MAX_BYTES - Layout.ARRAY_DATA >> 3);
        asm.jcc(Cond.ABOVE, large);
        asm.d(Op.MOV, scratch, count);
        asm.d(Op.SHL, scratch, 3);
        asm.d(Op.ADD, scratch, Layout.ARRAY_DATA + 15);
        asm.d(Op.AND, scratch, -16);
        take(asm, cell, scratch, slow);
        asm.d(Op.SUB, scratch, Layout.ARRAY_DATA);
        asm.d(Op.SHR, scratch, 3);
        asm.d(Op.MOV, at(cell, Layout.ARRAY_CAPACITY), scratch);
        asm.jmp(taken);
        asm.bind(large);
        ElementsCells.take(asm, cell, count, scratch, LARGER, slow);
        asm.bind(taken);
        header(asm, cell, Heap.header(CellType.ELEMENTS));
    }

    /** {@code cell} = a new cell of a size known now, with this header. */
    static void object(Assembler asm, Reg cell, int bytes, long header, Label slow) {
        int cursor = VmState.ALLOCATION + SizeClasses.of(bytes) * VmState.ALLOCATION_STRIDE;
        int size = SizeClasses.roundUp(bytes);
        asm.q(Op.MOV, cell, at(STATE, cursor));
        asm.q(Op.ADD, cell, size);
        asm.q(Op.CMP, cell, at(STATE, cursor + 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, at(STATE, cursor), cell);
        asm.q(Op.SUB, cell, size);
        header(asm, cell, header);
    }
}
