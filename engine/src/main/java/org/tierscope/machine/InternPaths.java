package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.state;

import java.util.List;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.InternTable;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.VmState;

/** Finds interned strings, so that a computed name costs no way to Java, see {@link FastPaths}. */
final class InternPaths {
    private static final Reg KEY = Reg.RDI;
    private static final Reg HASH = Reg.RAX;
    private static final Reg FOUND = Reg.R8;
    private static final List<Reg> SAVED = List.of(Reg.RCX, Reg.R8, Reg.R9);

    private InternPaths() {}

    /**
     * rdi, a cell: itself where it is no string or interned; the interned string of the same characters; or {@code slow} where
     * there is none, or only Java can tell. Overwrites rax, r10 and r11.
     */
    static void intern(Assembler asm, Label slow) {
        intern(asm, slow, slow);
    }

    /** The same, but goes to {@code absent} with a flat string in rdi that equals no interned one. */
    static void intern(Assembler asm, Label slow, Label absent) {
        Label done = asm.label();
        Label flat = asm.label();
        Label unknown = asm.label();
        Label found = asm.label();
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, done);
        asm.jcc(Cond.NOT_EQUAL, flat);
        asm.q(Op.CMP, at(KEY, Layout.ROPE_RIGHT), 0);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, KEY, at(KEY, Layout.ROPE_LEFT));
        asm.bind(flat);
        asm.b(Op.TEST, at(KEY, Layout.FLAGS), Layout.FLAG_INTERNED);
        asm.jcc(Cond.NOT_ZERO, done);
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        SAVED.forEach(register -> asm.op(Op.PUSH, register));
        hash(asm, KEY, HASH, Reg.R9, Reg.R10);
        Label none = asm.label();
        find(asm, none, unknown);
        asm.jmp(found);
        asm.bind(none);
        SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.jmp(absent);
        asm.bind(unknown);
        SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.jmp(slow);
        asm.bind(found);
        asm.q(Op.MOV, KEY, FOUND);
        SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.bind(done);
    }

    /** {@code hash} = that of the flat Latin-1 string, which remembers it; overwrites {@code i} and {@code unit}. */
    static void hash(Assembler asm, Reg string, Reg hash, Reg i, Reg unit) {
        Label known = asm.label();
        Label loop = asm.label();
        Label end = asm.label();
        Label notZero = asm.label();
        asm.d(Op.MOV, hash, at(string, Layout.STRING_HASH));
        asm.d(Op.TEST, hash, hash);
        asm.jcc(Cond.NOT_ZERO, known);
        asm.d(Op.MOV, i, 0);
        asm.bind(loop);
        asm.d(Op.CMP, i, at(string, Layout.STRING_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, end);
        asm.d(Op.MOVZX8, unit, at(string, i, 1, Layout.STRING_DATA));
        asm.d(Op.IMUL, hash, hash, Operand.imm(31));
        asm.d(Op.ADD, hash, unit);
        asm.d(Op.ADD, i, 1);
        asm.jmp(loop);
        asm.bind(end);
        asm.d(Op.TEST, hash, hash);
        asm.jcc(Cond.NOT_ZERO, notZero);
        asm.d(Op.MOV, hash, 1);
        asm.bind(notZero);
        asm.d(Op.MOV, at(string, Layout.STRING_HASH), hash);
        asm.bind(known);
    }

    /** r8 = the interned string that equals the one in rdi, whose hash is in eax; {@code none} where the table has none. */
    private static void find(Assembler asm, Label none, Label unknown) {
        Label loop = asm.label();
        Label next = asm.label();
        asm.d(Op.MOV, Reg.R10, HASH);
        asm.d(Op.MOV, Reg.R11, HASH);
        asm.d(Op.SHR, Reg.R11, InternTable.SPREAD);
        asm.d(Op.XOR, Reg.R10, Reg.R11);
        asm.q(Op.MOV, Reg.R11, state(VmState.INTERN_TABLE));
        asm.bind(loop);
        asm.d(Op.AND, Reg.R10, state(VmState.INTERN_MASK));
        asm.q(Op.MOV, FOUND, at(Reg.R11, Reg.R10, 8, 0));
        asm.q(Op.TEST, FOUND, FOUND);
        asm.jcc(Cond.ZERO, none);
        asm.q(Op.CMP, FOUND, InternTable.DELETED);
        asm.jcc(Cond.EQUAL, next);
        asm.d(Op.CMP, HASH, at(FOUND, Layout.STRING_HASH));
        asm.jcc(Cond.NOT_EQUAL, next);
        // Whoever has the same hash nearly always is the same.
        asm.b(Op.CMP, at(FOUND, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, unknown);
        asm.q(Op.MOV, Reg.R9, KEY);
        asm.q(Op.MOV, Reg.R10, FOUND);
        requireSame(asm, Reg.R9, Reg.R10, Reg.R11, unknown);
        Label same = asm.label();
        asm.jmp(same);
        asm.bind(next);
        asm.d(Op.ADD, Reg.R10, 1);
        asm.jmp(loop);
        asm.bind(same);
    }

    /**
     * Goes to {@code different} unless two flat Latin-1 strings have the same characters; overwrites both, rcx and
     * {@code scratch}.
     */
    static void requireSame(Assembler asm, Reg a, Reg b, Reg scratch, Label different) {
        Label loop = asm.label();
        Label rest = asm.label();
        Label same = asm.label();
        asm.d(Op.MOV, Reg.RCX, at(a, Layout.STRING_LENGTH));
        asm.d(Op.CMP, Reg.RCX, at(b, Layout.STRING_LENGTH));
        asm.jcc(Cond.NOT_EQUAL, different);
        asm.bind(loop);
        asm.d(Op.SUB, Reg.RCX, 8);
        asm.jcc(Cond.LESS, rest);
        asm.q(Op.MOV, scratch, at(a, Layout.STRING_DATA));
        asm.q(Op.CMP, scratch, at(b, Layout.STRING_DATA));
        asm.jcc(Cond.NOT_EQUAL, different);
        asm.q(Op.ADD, a, 8);
        asm.q(Op.ADD, b, 8);
        asm.jmp(loop);
        asm.bind(rest);
        asm.d(Op.ADD, Reg.RCX, 8);
        asm.jcc(Cond.ZERO, same);
        asm.q(Op.MOV, scratch, at(a, Layout.STRING_DATA));
        asm.q(Op.XOR, scratch, at(b, Layout.STRING_DATA));
        // Shift out what is behind the last character.
        asm.d(Op.NEG, Reg.RCX);
        asm.d(Op.ADD, Reg.RCX, 8);
        asm.d(Op.SHL, Reg.RCX, 3);
        asm.q(Op.SHL, scratch, Reg.RCX);
        asm.q(Op.TEST, scratch, scratch);
        asm.jcc(Cond.NOT_ZERO, different);
        asm.bind(same);
    }
}
