package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.FastPaths.A;
import static org.tierscope.machine.FastPaths.B;
import static org.tierscope.machine.FastPaths.LAST_STRING;
import static org.tierscope.machine.FastPaths.finish;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.STATE;
import static org.tierscope.machine.MachineConvention.state;

import java.util.List;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NumberTextCache;
import org.tierscope.runtime.SizeClasses;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * Fast paths for strings, see {@link FastPaths}. Cells are multiples of 16 bytes and characters begin at 16, so whole words may
 * be read from any position before the last character.
 */
final class StringPaths {
    private static final Reg LEFT = Reg.R10;
    private static final Reg RIGHT = Reg.R11;

    private StringPaths() {}

    /** Goes to {@code slow} where the string is a rope not yet flattened; else {@code string} is the flat one. */
    private static void flat(Assembler asm, Reg string, Label slow) {
        Label isFlat = asm.label();
        asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.NOT_EQUAL, isFlat);
        asm.q(Op.CMP, at(string, Layout.ROPE_RIGHT), 0);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, string, at(string, Layout.ROPE_LEFT));
        asm.bind(isFlat);
    }

    /** Whether the strings A and B, two cells, have the same characters. */
    static void equal(Assembler asm, Label slow) {
        Label isTrue = asm.label();
        Label isFalse = asm.label();
        Label loop = asm.label();
        Label rest = asm.label();
        Label counted = asm.label();
        asm.q(Op.CMP, A, B);
        asm.jcc(Cond.EQUAL, isTrue);
        asm.d(Op.MOV, Reg.RAX, at(A, Layout.STRING_LENGTH));
        asm.d(Op.CMP, Reg.RAX, at(B, Layout.STRING_LENGTH));
        asm.jcc(Cond.NOT_EQUAL, isFalse);
        asm.d(Op.MOVZX8, LEFT, at(A, Layout.FLAGS));
        asm.d(Op.MOVZX8, RIGHT, at(B, Layout.FLAGS));
        asm.d(Op.AND, LEFT, RIGHT);
        asm.d(Op.TEST, LEFT, Layout.FLAG_INTERNED);
        asm.jcc(Cond.NOT_ZERO, isFalse);
        asm.q(Op.MOV, LEFT, A);
        asm.q(Op.MOV, RIGHT, B);
        flat(asm, LEFT, slow);
        flat(asm, RIGHT, slow);
        asm.d(Op.MOVZX8, Reg.R8, at(LEFT, Layout.CELL_TYPE));
        asm.d(Op.MOVZX8, Reg.R9, at(RIGHT, Layout.CELL_TYPE));
        asm.d(Op.CMP, Reg.R8, Reg.R9);
        asm.jcc(Cond.NOT_EQUAL, isFalse);
        asm.d(Op.CMP, Reg.R8, CellType.STRING_LATIN1.code());
        asm.jcc(Cond.EQUAL, counted);
        asm.d(Op.ADD, Reg.RAX, Reg.RAX);
        asm.bind(counted);
        asm.bind(loop);
        asm.d(Op.SUB, Reg.RAX, 8);
        asm.jcc(Cond.LESS, rest);
        asm.q(Op.MOV, Reg.R8, at(LEFT, Layout.STRING_DATA));
        asm.q(Op.CMP, Reg.R8, at(RIGHT, Layout.STRING_DATA));
        asm.jcc(Cond.NOT_EQUAL, isFalse);
        asm.q(Op.ADD, LEFT, 8);
        asm.q(Op.ADD, RIGHT, 8);
        asm.jmp(loop);
        asm.bind(rest);
        asm.d(Op.ADD, Reg.RAX, 8);
        asm.jcc(Cond.ZERO, isTrue);
        asm.q(Op.MOV, Reg.R8, at(LEFT, Layout.STRING_DATA));
        asm.q(Op.XOR, Reg.R8, at(RIGHT, Layout.STRING_DATA));
        // Shift out what is behind the last character.
        asm.d(Op.MOV, Reg.RCX, 8);
        asm.d(Op.SUB, Reg.RCX, Reg.RAX);
        asm.d(Op.SHL, Reg.RCX, 3);
        asm.q(Op.SHL, Reg.R8, Reg.RCX);
        asm.q(Op.TEST, Reg.R8, Reg.R8);
        asm.jcc(Cond.ZERO, isTrue);
        asm.bind(isFalse);
        finish(asm, Value.FALSE);
        asm.bind(isTrue);
        finish(asm, Value.TRUE);
    }

    /** Whether A is {@code condition} B: of two flat Latin-1 strings, or two numbers. */
    static void compare(Assembler asm, Cond condition, Label slow) {
        Label isTrue = asm.label();
        Label numbers = asm.label();
        Label loop = asm.label();
        Label end = asm.label();
        Label decide = asm.label();
        FastPaths.requireCells(asm, numbers);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), LAST_STRING);
        asm.jcc(Cond.ABOVE, slow);
        asm.b(Op.CMP, at(B, Layout.CELL_TYPE), LAST_STRING);
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, LEFT, A);
        asm.q(Op.MOV, RIGHT, B);
        for (Reg string : List.of(LEFT, RIGHT)) {
            flat(asm, string, slow);
            asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
            asm.jcc(Cond.NOT_EQUAL, slow);
        }
        Label shorter = asm.label();
        asm.d(Op.MOV, Reg.RAX, at(LEFT, Layout.STRING_LENGTH));
        asm.d(Op.MOV, Reg.R8, at(RIGHT, Layout.STRING_LENGTH));
        asm.d(Op.MOV, Reg.R9, Reg.RAX);
        asm.d(Op.CMP, Reg.R9, Reg.R8);
        asm.jcc(Cond.BELOW_EQUAL, shorter);
        asm.d(Op.MOV, Reg.R9, Reg.R8);
        asm.bind(shorter);
        asm.d(Op.MOV, Reg.RCX, 0);
        asm.bind(loop);
        asm.d(Op.CMP, Reg.RCX, Reg.R9);
        asm.jcc(Cond.ABOVE_EQUAL, end);
        asm.d(Op.MOVZX8, Reg.RSI, at(LEFT, Reg.RCX, 1, Layout.STRING_DATA));
        asm.d(Op.MOVZX8, Reg.RDI, at(RIGHT, Reg.RCX, 1, Layout.STRING_DATA));
        asm.d(Op.ADD, Reg.RCX, 1);
        asm.d(Op.CMP, Reg.RSI, Reg.RDI);
        asm.jcc(Cond.EQUAL, loop);
        asm.jmp(decide);
        asm.bind(end);
        asm.d(Op.CMP, Reg.RAX, Reg.R8);
        asm.bind(decide);
        asm.jcc(condition, isTrue);
        finish(asm, Value.FALSE);
        asm.bind(isTrue);
        finish(asm, Value.TRUE);
        asm.bind(numbers);
        FastPaths.toDouble(asm, Xmm.XMM0, A, slow);
        FastPaths.toDouble(asm, Xmm.XMM1, B, slow);
        // The other way round where it is "less", because "above" is false for a NaN.
        boolean less = condition == Cond.BELOW || condition == Cond.BELOW_EQUAL;
        asm.op(Op.UCOMISD, less ? Xmm.XMM1 : Xmm.XMM0, less ? Xmm.XMM0 : Xmm.XMM1);
        boolean orEqual = condition == Cond.BELOW_EQUAL || condition == Cond.ABOVE_EQUAL;
        asm.jcc(orEqual ? Cond.ABOVE_EQUAL : Cond.ABOVE, isTrue);
        finish(asm, Value.FALSE);
    }

    /** A + B where one is a string and the other a string or a small number. */
    static void add(Assembler asm, NumberTextCache doubles, Label slow) {
        Label noString = asm.label();
        Label concat = asm.label();
        requireString(asm, A, noString);
        Label noStringRight = asm.label();
        requireString(asm, B, noStringRight);
        asm.bind(concat);
        concat(asm, slow);
        asm.bind(noStringRight);
        ofNumber(asm, B, doubles, slow);
        // Should what follows be slow: A plus the text of B is the same.
        asm.q(Op.MOV, B, Reg.RAX);
        asm.jmp(concat);
        asm.bind(noString);
        requireString(asm, B, slow);
        ofNumber(asm, A, doubles, slow);
        asm.q(Op.MOV, A, Reg.RAX);
        asm.jmp(concat);
    }

    private static void requireString(Assembler asm, Reg word, Label otherwise) {
        FastPaths.requireCell(asm, word, otherwise);
        asm.b(Op.CMP, at(word, Layout.CELL_TYPE), LAST_STRING);
        asm.jcc(Cond.ABOVE, otherwise);
    }

    /** The concatenation of the strings A and B, neither of them wide. */
    static void concat(Assembler asm, Label slow) {
        Label notEmpty = asm.label();
        Label rope = asm.label();
        asm.q(Op.MOV, Reg.RAX, A);
        asm.d(Op.MOV, Reg.R9, at(B, Layout.STRING_LENGTH));
        returnIfZero(asm, Reg.R9);
        asm.d(Op.MOV, Reg.R8, at(A, Layout.STRING_LENGTH));
        asm.d(Op.TEST, Reg.R8, Reg.R8);
        asm.jcc(Cond.NOT_ZERO, notEmpty);
        asm.q(Op.MOV, Reg.RAX, B);
        asm.op(Op.RET);
        asm.bind(notEmpty);
        asm.q(Op.LEA, Reg.RAX, at(Reg.R8, Reg.R9, 1, 0));
        asm.d(Op.CMP, Reg.RAX, Strings.MIN_ROPE_LENGTH);
        asm.jcc(Cond.ABOVE_EQUAL, rope);
        copied(asm, slow);
        asm.bind(rope);
        asm.d(Op.CMP, Reg.RAX, Strings.MAX_LENGTH);
        asm.jcc(Cond.ABOVE, slow);
        for (Reg part : List.of(A, B)) {
            asm.b(Op.CMP, at(part, Layout.CELL_TYPE), CellType.STRING_UTF16.code());
            asm.jcc(Cond.EQUAL, slow);
            asm.b(Op.TEST, at(part, Layout.FLAGS), Strings.FLAG_WIDE);
            asm.jcc(Cond.NOT_ZERO, slow);
        }
        allocate(asm, Reg.R10, Strings.ROPE_SIZE, slow);
        header(asm, Reg.R10, CellType.STRING_ROPE);
        asm.q(Op.MOV, at(Reg.R10, Layout.ROPE_LEFT), A);
        asm.q(Op.MOV, at(Reg.R10, Layout.ROPE_RIGHT), B);
        asm.q(Op.MOV, Reg.RAX, Reg.R10);
        asm.op(Op.RET);
    }

    private static void returnIfZero(Assembler asm, Reg register) {
        Label next = asm.label();
        asm.d(Op.TEST, register, register);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.op(Op.RET);
        asm.bind(next);
    }

    /** A and B have the lengths r8 and r9, together rax, which is less than a rope's. */
    private static void copied(Assembler asm, Label slow) {
        Label small = asm.label();
        Label allocated = asm.label();
        Label words = asm.label();
        Label left = asm.label();
        Label bytes = asm.label();
        Label done = asm.label();
        asm.q(Op.MOV, LEFT, A);
        asm.q(Op.MOV, RIGHT, B);
        for (Reg string : List.of(LEFT, RIGHT)) {
            flat(asm, string, slow);
            asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
            asm.jcc(Cond.NOT_EQUAL, slow);
        }
        // The new cell in rdi.
        asm.d(Op.CMP, Reg.RAX, 16);
        asm.jcc(Cond.BELOW_EQUAL, small);
        allocate(asm, Reg.RDI, 48, slow);
        asm.jmp(allocated);
        asm.bind(small);
        allocate(asm, Reg.RDI, 32, slow);
        asm.bind(allocated);
        header(asm, Reg.RDI, CellType.STRING_LATIN1);
        // Of the left part whole words: what is too much of them is overwritten, or in the cell's padding.
        asm.op(Op.MOVUPS, Xmm.XMM0, at(LEFT, Layout.STRING_DATA));
        asm.op(Op.MOVUPS, at(Reg.RDI, Layout.STRING_DATA), Xmm.XMM0);
        asm.d(Op.CMP, Reg.R8, 16);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.q(Op.MOV, Reg.RDX, at(LEFT, Layout.STRING_DATA + 16));
        asm.q(Op.MOV, at(Reg.RDI, Layout.STRING_DATA + 16), Reg.RDX);
        asm.bind(left);
        asm.q(Op.MOV, Reg.RAX, Reg.RDI);
        asm.q(Op.ADD, Reg.RDI, Reg.R8);
        asm.bind(words);
        asm.d(Op.SUB, Reg.R9, 8);
        asm.jcc(Cond.LESS, bytes);
        asm.q(Op.MOV, Reg.RDX, at(RIGHT, Layout.STRING_DATA));
        asm.q(Op.MOV, at(Reg.RDI, Layout.STRING_DATA), Reg.RDX);
        asm.q(Op.ADD, RIGHT, 8);
        asm.q(Op.ADD, Reg.RDI, 8);
        asm.jmp(words);
        asm.bind(bytes);
        asm.d(Op.ADD, Reg.R9, 8);
        asm.jcc(Cond.ZERO, done);
        Label single = asm.label();
        asm.bind(single);
        asm.d(Op.MOVZX8, Reg.RDX, at(RIGHT, Layout.STRING_DATA));
        asm.b(Op.MOV, at(Reg.RDI, Layout.STRING_DATA), Reg.RDX);
        asm.q(Op.ADD, RIGHT, 1);
        asm.q(Op.ADD, Reg.RDI, 1);
        asm.d(Op.SUB, Reg.R9, 1);
        asm.jcc(Cond.NOT_ZERO, single);
        asm.bind(done);
        asm.op(Op.RET);
    }

    /** The text of a string or a number. */
    static void toString(Assembler asm, NumberTextCache doubles, Label slow) {
        Label noString = asm.label();
        requireString(asm, A, noString);
        asm.q(Op.MOV, Reg.RAX, A);
        asm.op(Op.RET);
        asm.bind(noString);
        ofNumber(asm, A, doubles, slow);
        asm.op(Op.RET);
    }

    /**
     * rax = the string of an int32 that is not negative, or of a double that was asked for not long ago; overwrites rdi, r8 to r11.
     */
    private static void ofNumber(Assembler asm, Reg number, NumberTextCache doubles, Label slow) {
        Label isInt = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, number, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, isInt);
        asm.q(Op.TEST, number, INT_TAG);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.MOV, Reg.RAX, number);
        asm.q(Op.SHR, Reg.RAX, 32);
        asm.d(Op.XOR, Reg.RAX, number);
        asm.d(Op.IMUL, Reg.RAX, Reg.RAX, Operand.imm(NumberTextCache.FACTOR));
        asm.d(Op.SHR, Reg.RAX, NumberTextCache.HASH_SHIFT);
        asm.d(Op.SHL, Reg.RAX, NumberTextCache.ENTRY_SHIFT);
        asm.q(Op.MOV, Reg.RDI, doubles.address());
        asm.q(Op.ADD, Reg.RDI, Reg.RAX);
        asm.q(Op.CMP, number, at(Reg.RDI, NumberTextCache.NUMBER));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.RAX, at(Reg.RDI, NumberTextCache.TEXT));
        asm.jmp(done);
        asm.bind(isInt);
        ofInt(asm, number, slow);
        asm.bind(done);
    }

    /** rax = the string of the int32 in {@code number}; overwrites rdi, r8 to r11. Goes to {@code slow} for negative ones. */
    private static void ofInt(Assembler asm, Reg number, Label slow) {
        Label several = asm.label();
        Label loop = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, Reg.RAX, number);
        asm.d(Op.CMP, Reg.RAX, 10);
        asm.jcc(Cond.ABOVE_EQUAL, several);
        asm.q(Op.MOV, Reg.RAX, at(STATE, Reg.RAX, 8, VmState.SINGLE_STRINGS + 8L * '0'));
        asm.jmp(done);
        asm.bind(several);
        asm.d(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.SIGN, slow);
        allocate(asm, Reg.R11, 32, slow);
        // Digits from the last on, below the stack pointer, where nothing else writes.
        asm.q(Op.LEA, Reg.R8, at(Reg.RSP, -8));
        asm.q(Op.MOV, Reg.R9, Reg.R8);
        asm.bind(loop);
        asm.d(Op.MOV, Reg.RDI, Reg.RAX);
        asm.q(Op.MOV, Reg.R10, 0xCCCC_CCCDL);
        asm.q(Op.IMUL, Reg.RDI, Reg.R10);
        asm.q(Op.SHR, Reg.RDI, 35);
        asm.q(Op.LEA, Reg.R10, at(Reg.RDI, Reg.RDI, 4, 0));
        asm.d(Op.ADD, Reg.R10, Reg.R10);
        asm.d(Op.SUB, Reg.RAX, Reg.R10);
        asm.d(Op.ADD, Reg.RAX, '0');
        asm.q(Op.SUB, Reg.R9, 1);
        asm.b(Op.MOV, at(Reg.R9), Reg.RAX);
        asm.d(Op.MOV, Reg.RAX, Reg.RDI);
        asm.d(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.NOT_ZERO, loop);
        asm.q(Op.SUB, Reg.R8, Reg.R9);
        asm.op(Op.MOVUPS, Xmm.XMM0, at(Reg.R9));
        asm.op(Op.MOVUPS, at(Reg.R11, Layout.STRING_DATA), Xmm.XMM0);
        asm.q(Op.MOV, Reg.RAX, Heap.header(CellType.STRING_LATIN1));
        asm.q(Op.MOV, at(Reg.R11), Reg.RAX);
        asm.d(Op.MOV, at(Reg.R11, Layout.STRING_LENGTH), Reg.R8);
        asm.q(Op.MOV, Reg.RAX, Reg.R11);
        asm.bind(done);
    }

    /** Writes a string's header; its length is in eax. */
    private static void header(Assembler asm, Reg cell, CellType type) {
        asm.d(Op.MOV, at(cell, Layout.STRING_LENGTH), Reg.RAX);
        asm.d(Op.MOV, at(cell, Layout.SHAPE), (int) Heap.header(type));
        asm.d(Op.MOV, at(cell, Layout.CELL_TYPE), (int) (Heap.header(type) >>> 32));
    }

    /** Takes a cell of a small size, zero from end to end. */
    private static void allocate(Assembler asm, Reg cell, int bytes, Label slow) {
        int cursor = cursor(bytes);
        asm.q(Op.MOV, cell, state(cursor));
        asm.q(Op.ADD, cell, bytes);
        asm.q(Op.CMP, cell, state(cursor + 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, state(cursor), cell);
        asm.q(Op.SUB, cell, bytes);
    }

    private static int cursor(int bytes) {
        return VmState.ALLOCATION + SizeClasses.of(bytes) * VmState.ALLOCATION_STRIDE;
    }
}
