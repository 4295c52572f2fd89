package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R10;
import static org.tierscope.asm.Reg.R11;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Intrinsic;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * Methods of strings, see {@link NativeEntries}: of flat Latin-1 strings with arguments that need no conversion, where the result is
 * short. Registers: rax = the string, ecx = its length.
 */
final class StringEntries {
    private final Assembler asm;
    private final long empty;
    private final Label slow;

    StringEntries(Assembler asm, long empty, Label slow) {
        this.asm = asm;
        this.empty = empty;
        this.slow = slow;
    }

    boolean emit(Intrinsic function) {
        switch (function) {
            case STRING_SUBSTRING -> substring();
            case STRING_SLICE -> slice();
            case STRING_SUBSTR -> substr();
            case STRING_CODE_POINT_AT -> codePointAt();
            case STRING_INDEX_OF -> search(false);
            case STRING_INCLUDES -> search(true);
            case STRING_STARTS_WITH -> startsWith();
            case STRING_ENDS_WITH -> endsWith();
            case STRING_TO_LOWER_CASE -> changeCase('A');
            case STRING_TO_UPPER_CASE -> changeCase('a');
            case STRING_TRIM -> trim(true, true);
            case STRING_TRIM_START -> trim(true, false);
            case STRING_TRIM_END -> trim(false, true);
            case STRING_PAD_START -> pad(true);
            case STRING_PAD_END -> pad(false);
            case STRING_FROM_CHAR_CODE -> fromCharCode();
            case STRING_CONVERSION -> conversion();
            case NUMBER_TO_STRING -> numberToString();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void receiver() {
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        flat(RAX);
        asm.d(Op.MOV, RCX, at(RAX, Layout.STRING_LENGTH));
    }

    /** The register must hold a flat Latin-1 string, or a rope that has become one: then it holds that. */
    private void flat(Reg string) {
        Label latin1 = asm.label();
        asm.q(Op.TEST, string, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.EQUAL, latin1);
        asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.CMP, at(string, Layout.ROPE_RIGHT), 0);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, string, at(string, Layout.ROPE_LEFT));
        asm.b(Op.CMP, at(string, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.bind(latin1);
    }

    private void requireArguments(int from, int to) {
        asm.d(Op.MOV, R8, at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.CMP, R8, from);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.CMP, R8, to);
        asm.jcc(Cond.ABOVE, slow);
    }

    /** The int32 of an argument that is there. */
    private void integer(Reg target, int argument) {
        asm.q(Op.MOV, target, at(FP, 8L * argument));
        asm.q(Op.CMP, target, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, target, target);
    }

    /** The int32 of an argument, or what {@code otherwise} has where it is undefined or not there; their count is in r8. */
    private void optionalInteger(Reg target, int argument, Reg otherwise) {
        Label missing = asm.label();
        Label done = asm.label();
        asm.d(Op.CMP, R8, argument);
        asm.jcc(Cond.BELOW_EQUAL, missing);
        asm.q(Op.MOV, target, at(FP, 8L * argument));
        asm.q(Op.CMP, target, Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, missing);
        asm.q(Op.CMP, target, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, target, target);
        asm.jmp(done);
        asm.bind(missing);
        asm.d(Op.MOV, target, otherwise);
        asm.bind(done);
    }

    /** Between 0 and the length in ecx; overwrites r9. */
    private void clamp(Reg position) {
        Label positive = asm.label();
        Label done = asm.label();
        asm.d(Op.TEST, position, position);
        asm.jcc(Cond.NO_SIGN, positive);
        asm.d(Op.XOR, position, position);
        asm.bind(positive);
        asm.d(Op.CMP, position, RCX);
        asm.jcc(Cond.BELOW_EQUAL, done);
        asm.d(Op.MOV, position, RCX);
        asm.bind(done);
    }

    /** From the end where it is negative, then clamped. */
    private void relative(Reg position) {
        Label fromStart = asm.label();
        asm.d(Op.TEST, position, position);
        asm.jcc(Cond.NO_SIGN, fromStart);
        asm.d(Op.ADD, position, RCX);
        asm.bind(fromStart);
        clamp(position);
    }

    // ---- parts ----

    private void substring() {
        Label inOrder = asm.label();
        receiver();
        requireArguments(1, 2);
        integer(RDX, 0);
        optionalInteger(RSI, 1, RCX);
        clamp(RDX);
        clamp(RSI);
        asm.d(Op.CMP, RDX, RSI);
        asm.jcc(Cond.BELOW_EQUAL, inOrder);
        asm.q(Op.XCHG, RDX, RSI);
        asm.bind(inOrder);
        part();
    }

    private void slice() {
        receiver();
        requireArguments(1, 2);
        integer(RDX, 0);
        optionalInteger(RSI, 1, RCX);
        relative(RDX);
        relative(RSI);
        part();
    }

    private void substr() {
        Label bounded = asm.label();
        receiver();
        requireArguments(1, 2);
        integer(RDX, 0);
        optionalInteger(RSI, 1, RCX);
        relative(RDX);
        asm.d(Op.MOV, R9, RCX);
        asm.d(Op.SUB, R9, RDX);
        asm.d(Op.CMP, RSI, R9);
        asm.jcc(Cond.LESS_EQUAL, bounded);
        asm.d(Op.MOV, RSI, R9);
        asm.bind(bounded);
        asm.d(Op.ADD, RSI, RDX);
        part();
    }

    /** Returns the characters from edx up to esi, signed: empty where these are the other way round. */
    private void part() {
        Label some = asm.label();
        Label several = asm.label();
        Label copy = asm.label();
        asm.d(Op.SUB, RSI, RDX);
        asm.jcc(Cond.GREATER, some);
        asm.q(Op.MOV, RAX, empty);
        asm.op(Op.RET);
        asm.bind(some);
        asm.d(Op.CMP, RSI, 1);
        asm.jcc(Cond.NOT_EQUAL, several);
        asm.d(Op.MOVZX8, RAX, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.q(Op.MOV, RAX, at(STATE, RAX, 8, VmState.SINGLE_STRINGS));
        asm.op(Op.RET);
        asm.bind(several);
        asm.d(Op.CMP, RSI, RCX);
        asm.jcc(Cond.NOT_EQUAL, copy);
        asm.op(Op.RET);
        asm.bind(copy);
        NewCells.string(asm, R8, RSI, RDI, slow);
        asm.q(Op.LEA, R10, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.q(Op.LEA, R11, at(R8, Layout.STRING_DATA));
        copyBytes();
        asm.q(Op.MOV, RAX, R8);
        asm.op(Op.RET);
    }

    /** Copies esi bytes, at least one, from r10 to r11 and no more; overwrites rcx, rdi, r10 and r11. */
    private void copyBytes() {
        Label few = asm.label();
        Label words = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, RCX, RSI);
        asm.d(Op.CMP, RCX, 8);
        asm.jcc(Cond.BELOW, few);
        asm.bind(words);
        asm.q(Op.MOV, RDI, at(R10));
        asm.q(Op.MOV, at(R11), RDI);
        asm.q(Op.ADD, R10, 8);
        asm.q(Op.ADD, R11, 8);
        asm.d(Op.SUB, RCX, 8);
        asm.d(Op.CMP, RCX, 8);
        asm.jcc(Cond.ABOVE_EQUAL, words);
        asm.comment("the last eight once more, with those that are left");
        asm.q(Op.MOV, RDI, at(R10, RCX, 1, -8));
        asm.q(Op.MOV, at(R11, RCX, 1, -8), RDI);
        asm.jmp(done);
        asm.bind(few);
        asm.d(Op.MOVZX8, RDI, at(R10, RCX, 1, -1));
        asm.b(Op.MOV, at(R11, RCX, 1, -1), RDI);
        asm.d(Op.SUB, RCX, 1);
        asm.jcc(Cond.NOT_ZERO, few);
        asm.bind(done);
    }

    private void codePointAt() {
        receiver();
        requireArguments(1, 1);
        integer(RDX, 0);
        asm.d(Op.CMP, RDX, RCX);
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.MOVZX8, RAX, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
    }

    /** White space of Latin-1 only. */
    private void trim(boolean start, boolean end) {
        receiver();
        asm.d(Op.XOR, RDX, RDX);
        asm.d(Op.MOV, RSI, RCX);
        if (start) {
            Label next = asm.label();
            Label done = asm.label();
            asm.bind(next);
            asm.d(Op.CMP, RDX, RSI);
            asm.jcc(Cond.ABOVE_EQUAL, done);
            asm.d(Op.MOVZX8, RDI, at(RAX, RDX, 1, Layout.STRING_DATA));
            unlessSpace(done);
            asm.d(Op.ADD, RDX, 1);
            asm.jmp(next);
            asm.bind(done);
        }
        if (end) {
            Label next = asm.label();
            Label done = asm.label();
            asm.bind(next);
            asm.d(Op.CMP, RDX, RSI);
            asm.jcc(Cond.ABOVE_EQUAL, done);
            asm.d(Op.MOVZX8, RDI, at(RAX, RSI, 1, Layout.STRING_DATA - 1));
            unlessSpace(done);
            asm.d(Op.SUB, RSI, 1);
            asm.jmp(next);
            asm.bind(done);
        }
        part();
    }

    private void unlessSpace(Label no) {
        Label space = asm.label();
        asm.d(Op.CMP, RDI, ' ');
        asm.jcc(Cond.EQUAL, space);
        asm.d(Op.CMP, RDI, 0xA0);
        asm.jcc(Cond.EQUAL, space);
        asm.d(Op.SUB, RDI, '\t');
        asm.d(Op.CMP, RDI, '\r' - '\t');
        asm.jcc(Cond.ABOVE, no);
        asm.bind(space);
    }

    // ---- searches: rdx = what is sought, esi = its length, edi = a position ----

    private void sought() {
        receiver();
        requireArguments(1, 2);
        asm.q(Op.MOV, RDX, at(FP));
        flat(RDX);
        asm.d(Op.MOV, RSI, at(RDX, Layout.STRING_LENGTH));
        asm.d(Op.XOR, R9, R9);
    }

    /** The first position with the first character whose others follow. */
    private void search(boolean answer) {
        Label next = asm.label();
        Label same = asm.label();
        Label compare = asm.label();
        Label missing = asm.label();
        Label found = asm.label();
        sought();
        optionalInteger(RDI, 1, R9);
        clamp(RDI);
        asm.d(Op.TEST, RSI, RSI);
        asm.jcc(Cond.ZERO, slow);
        asm.comment("ecx = the last position");
        asm.d(Op.SUB, RCX, RSI);
        asm.d(Op.MOVZX8, R8, at(RDX, Layout.STRING_DATA));
        asm.bind(next);
        asm.d(Op.CMP, RDI, RCX);
        asm.jcc(Cond.GREATER, missing);
        asm.b(Op.CMP, at(RAX, RDI, 1, Layout.STRING_DATA), R8);
        asm.jcc(Cond.EQUAL, same);
        asm.d(Op.ADD, RDI, 1);
        asm.jmp(next);
        asm.bind(same);
        asm.q(Op.LEA, R11, at(RAX, RDI, 1, 0));
        asm.d(Op.MOV, R9, RSI);
        asm.bind(compare);
        asm.d(Op.SUB, R9, 1);
        asm.jcc(Cond.ZERO, found);
        asm.d(Op.MOVZX8, R10, at(RDX, R9, 1, Layout.STRING_DATA));
        asm.b(Op.CMP, at(R11, R9, 1, Layout.STRING_DATA), R10);
        asm.jcc(Cond.EQUAL, compare);
        asm.d(Op.ADD, RDI, 1);
        asm.jmp(next);
        asm.bind(found);
        if (answer) {
            answer(true);
        } else {
            asm.q(Op.LEA, RAX, at(INT_TAG, RDI, 1, 0));
            asm.op(Op.RET);
        }
        asm.bind(missing);
        if (answer) {
            answer(false);
        } else {
            asm.q(Op.MOV, RAX, Value.ofInt(-1));
            asm.op(Op.RET);
        }
    }

    private void answer(boolean value) {
        asm.q(Op.MOV, RAX, Value.ofBoolean(value));
        asm.op(Op.RET);
    }

    private void startsWith() {
        sought();
        optionalInteger(RDI, 1, R9);
        clamp(RDI);
        hasAt();
    }

    private void endsWith() {
        sought();
        optionalInteger(RDI, 1, RCX);
        clamp(RDI);
        asm.d(Op.SUB, RDI, RSI);
        hasAt();
    }

    /** Whether what is sought is at the position, signed. */
    private void hasAt() {
        Label missing = asm.label();
        Label found = asm.label();
        Label compare = asm.label();
        asm.d(Op.TEST, RDI, RDI);
        asm.jcc(Cond.SIGN, missing);
        asm.d(Op.SUB, RCX, RSI);
        asm.d(Op.CMP, RDI, RCX);
        asm.jcc(Cond.GREATER, missing);
        asm.q(Op.ADD, RAX, RDI);
        asm.bind(compare);
        asm.d(Op.SUB, RSI, 1);
        asm.jcc(Cond.SIGN, found);
        asm.d(Op.MOVZX8, R10, at(RDX, RSI, 1, Layout.STRING_DATA));
        asm.b(Op.CMP, at(RAX, RSI, 1, Layout.STRING_DATA), R10);
        asm.jcc(Cond.EQUAL, compare);
        asm.bind(missing);
        answer(false);
        asm.bind(found);
        answer(true);
    }

    // ---- new strings ----

    /** Of ASCII; {@code first} is the first of the letters to be changed. */
    private void changeCase(char first) {
        Label look = asm.label();
        Label change = asm.label();
        Label next = asm.label();
        Label other = asm.label();
        Label done = asm.label();
        receiver();
        asm.d(Op.XOR, RDX, RDX);
        asm.bind(look);
        asm.d(Op.CMP, RDX, RCX);
        asm.jcc(Cond.ABOVE_EQUAL, done);
        asm.d(Op.MOVZX8, RDI, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.d(Op.CMP, RDI, 0x80);
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.SUB, RDI, first);
        asm.d(Op.CMP, RDI, 26);
        asm.jcc(Cond.BELOW, change);
        asm.d(Op.ADD, RDX, 1);
        asm.jmp(look);
        asm.bind(change);
        NewCells.string(asm, R8, RCX, RDI, slow);
        asm.d(Op.XOR, RDX, RDX);
        asm.bind(next);
        asm.d(Op.MOVZX8, RDI, at(RAX, RDX, 1, Layout.STRING_DATA));
        asm.d(Op.CMP, RDI, 0x80);
        asm.comment("the new cell is garbage then");
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.q(Op.LEA, R9, at(RDI, -first));
        asm.d(Op.CMP, R9, 26);
        asm.jcc(Cond.ABOVE_EQUAL, other);
        asm.d(Op.XOR, RDI, 0x20);
        asm.bind(other);
        asm.b(Op.MOV, at(R8, RDX, 1, Layout.STRING_DATA), RDI);
        asm.d(Op.ADD, RDX, 1);
        asm.d(Op.CMP, RDX, RCX);
        asm.jcc(Cond.BELOW, next);
        asm.q(Op.MOV, RAX, R8);
        asm.bind(done);
        asm.op(Op.RET);
    }

    private void pad(boolean start) {
        Label longer = asm.label();
        Label spaces = asm.label();
        Label filled = asm.label();
        Label fill = asm.label();
        Label fillDone = asm.label();
        Label copy = asm.label();
        Label done = asm.label();
        receiver();
        requireArguments(1, 2);
        integer(RDX, 0);
        asm.d(Op.CMP, RDX, RCX);
        asm.jcc(Cond.GREATER, longer);
        asm.op(Op.RET);
        asm.bind(longer);
        asm.comment("edi = what it is filled with");
        asm.d(Op.MOV, RDI, ' ');
        asm.d(Op.CMP, R8, 1);
        asm.jcc(Cond.EQUAL, filled);
        asm.q(Op.MOV, RSI, at(FP, 8));
        asm.q(Op.CMP, RSI, Value.UNDEFINED);
        asm.jcc(Cond.EQUAL, spaces);
        flat(RSI);
        asm.d(Op.CMP, at(RSI, Layout.STRING_LENGTH), 1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOVZX8, RDI, at(RSI, Layout.STRING_DATA));
        asm.bind(spaces);
        asm.bind(filled);
        NewCells.string(asm, R8, RDX, R9, slow);
        asm.comment("r10 = where to copy to, r11 = where to fill, edx bytes");
        asm.d(Op.SUB, RDX, RCX);
        asm.q(Op.LEA, R10, start ? at(R8, RDX, 1, Layout.STRING_DATA) : at(R8, Layout.STRING_DATA));
        asm.q(Op.LEA, R11, start ? at(R8, Layout.STRING_DATA) : at(R8, RCX, 1, Layout.STRING_DATA));
        asm.bind(fill);
        asm.d(Op.SUB, RDX, 1);
        asm.jcc(Cond.SIGN, fillDone);
        asm.b(Op.MOV, at(R11, RDX, 1, 0), RDI);
        asm.jmp(fill);
        asm.bind(fillDone);
        asm.bind(copy);
        asm.d(Op.SUB, RCX, 1);
        asm.jcc(Cond.SIGN, done);
        asm.d(Op.MOVZX8, RDI, at(RAX, RCX, 1, Layout.STRING_DATA));
        asm.b(Op.MOV, at(R10, RCX, 1, 0), RDI);
        asm.jmp(copy);
        asm.bind(done);
        asm.q(Op.MOV, RAX, R8);
        asm.op(Op.RET);
    }

    private void fromCharCode() {
        requireArguments(1, 1);
        integer(RDX, 0);
        asm.d(Op.CMP, RDX, 0xFF);
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, RAX, at(STATE, RDX, 8, VmState.SINGLE_STRINGS));
        asm.op(Op.RET);
    }

    /** String(value) of a string or int32. */
    private void conversion() {
        Label number = asm.label();
        asm.q(Op.CMP, at(FP, Frame.NEW_TARGET), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, number);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, slow);
        asm.op(Op.RET);
        asm.bind(number);
        asm.d(Op.MOV, RCX, 10);
        digits();
    }

    /** Of int32, with no radix or one that is an int32. */
    private void numberToString() {
        Label digits = asm.label();
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, RCX, 10);
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, digits);
        integer(RCX, 0);
        asm.q(Op.LEA, RDX, at(RCX, -2));
        asm.d(Op.CMP, RDX, 34);
        asm.jcc(Cond.ABOVE, slow);
        asm.bind(digits);
        digits();
    }

    /** Returns the text of the int32 in eax to the radix in ecx. */
    private void digits() {
        Label positive = asm.label();
        Label next = asm.label();
        Label letter = asm.label();
        Label unsigned = asm.label();
        Label single = asm.label();
        Label copy = asm.label();
        asm.d(Op.MOV, R9, RAX);
        asm.d(Op.MOV, RAX, RAX);
        asm.d(Op.TEST, RAX, RAX);
        asm.jcc(Cond.NO_SIGN, positive);
        asm.d(Op.NEG, RAX);
        asm.bind(positive);
        asm.comment("from the last digit on, below the stack pointer, where nothing else writes: at most 33 bytes");
        asm.q(Op.LEA, R10, at(Reg.RSP, -8));
        asm.q(Op.MOV, R11, R10);
        asm.bind(next);
        asm.d(Op.XOR, RDX, RDX);
        asm.d(Op.DIV, RCX);
        asm.d(Op.ADD, RDX, '0');
        asm.d(Op.CMP, RDX, '9');
        asm.jcc(Cond.BELOW_EQUAL, letter);
        asm.d(Op.ADD, RDX, 'a' - '9' - 1);
        asm.bind(letter);
        asm.q(Op.SUB, R10, 1);
        asm.b(Op.MOV, at(R10), RDX);
        asm.d(Op.TEST, RAX, RAX);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.d(Op.TEST, R9, R9);
        asm.jcc(Cond.NO_SIGN, unsigned);
        asm.q(Op.SUB, R10, 1);
        asm.b(Op.MOV, at(R10), '-');
        asm.bind(unsigned);
        asm.q(Op.SUB, R11, R10);
        asm.d(Op.CMP, R11, 1);
        asm.jcc(Cond.EQUAL, single);
        NewCells.string(asm, RAX, R11, RDI, slow);
        asm.bind(copy);
        asm.d(Op.MOVZX8, RDX, at(R10, R11, 1, -1));
        asm.b(Op.MOV, at(RAX, R11, 1, Layout.STRING_DATA - 1), RDX);
        asm.d(Op.SUB, R11, 1);
        asm.jcc(Cond.NOT_ZERO, copy);
        asm.op(Op.RET);
        asm.bind(single);
        asm.d(Op.MOVZX8, RAX, at(R10));
        asm.q(Op.MOV, RAX, at(STATE, RAX, 8, VmState.SINGLE_STRINGS));
        asm.op(Op.RET);
    }
}
