package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Looks keys up in the tables of Map and Set. */
final class CollectionStubs {
    private static final Reg COLLECTION = Reg.R11;
    private static final Reg KEY = Reg.R10;
    private static final Reg HASH = Reg.RAX;
    private static final Reg FOUND = Reg.RCX;
    private static final Reg ENTRIES = Reg.RDX;
    private static final Reg TABLE = Reg.RSI;
    private static final Reg KEY_IS_STRING = Reg.RDI;
    private static final List<Reg> SAVED = List.of(HASH, FOUND, ENTRIES, TABLE, KEY_IS_STRING, Reg.R8, Reg.R9);

    private CollectionStubs() {}

    /**
     * r11 a MAP or SET, r10 a key: the address of its entry into r11, EMPTY where there is none, or 0 where it takes the runtime
     * to tell. All other registers keep their values.
     */
    static void findEntry(Assembler asm) {
        Label notString = asm.label("notString");
        Label otherCell = asm.label("otherCell");
        Label slow = asm.label("slow");
        Label missing = asm.label("missing");
        Label loop = asm.label("loop");
        Label next = asm.label("next");
        Label done = asm.label("done");
        SAVED.forEach(register -> asm.op(Op.PUSH, register));
        asm.d(Op.MOV, KEY_IS_STRING, 0);
        asm.q(Op.MOV, HASH, KEY);
        // Doubles may equal int32 keys: the runtime normalizes them.
        asm.q(Op.CMP, KEY, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, notString);
        asm.q(Op.TEST, KEY, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.TEST, KEY, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, notString);
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.EQUAL, slow);
        asm.jcc(Cond.ABOVE, otherCell);
        asm.d(Op.MOV, KEY_IS_STRING, 1);
        Label hashed = asm.label("hashed");
        asm.d(Op.MOV, HASH, at(KEY, Layout.STRING_HASH));
        asm.d(Op.TEST, HASH, HASH);
        asm.jcc(Cond.NOT_ZERO, hashed);
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        InternPaths.hash(asm, KEY, HASH, Reg.R8, Reg.R9);
        asm.bind(hashed);
        asm.q(Op.MOVSXD, HASH, HASH);
        asm.jmp(notString);
        asm.bind(otherCell);
        // Equal BigInts are often different cells.
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.BIGINT.code());
        asm.jcc(Cond.EQUAL, slow);
        asm.bind(notString);
        asm.q(Op.MOV, FOUND, HashTables.HASH_FACTOR);
        asm.q(Op.IMUL, HASH, FOUND);
        asm.q(Op.MOV, FOUND, HASH);
        asm.q(Op.SHR, HASH, 32);
        asm.q(Op.SHR, FOUND, 47);
        asm.d(Op.XOR, HASH, FOUND);
        asm.q(Op.MOV, TABLE, at(COLLECTION, Layout.OBJECT_FIELDS + 8 * HashTables.TABLE));
        asm.d(Op.MOV, ENTRIES, word(TABLE, HashTables.BUCKETS));
        asm.q(Op.LEA, FOUND, at(ENTRIES, -1));
        asm.d(Op.AND, HASH, FOUND);
        asm.d(Op.MOV, HASH, at(TABLE, HASH, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS));
        asm.q(Op.LEA, ENTRIES, at(TABLE, ENTRIES, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS));
        asm.bind(loop);
        // The number of an entry, from 1 on, is in HASH.
        asm.d(Op.SUB, HASH, 1);
        asm.jcc(Cond.BELOW, missing);
        asm.q(Op.LEA, HASH, at(HASH, HASH, 2, 0));
        asm.q(Op.LEA, COLLECTION, at(ENTRIES, HASH, 8, 0));
        asm.q(Op.MOV, FOUND, at(COLLECTION));
        asm.q(Op.CMP, FOUND, KEY);
        asm.jcc(Cond.EQUAL, done);
        // A double may equal an int32 key.
        asm.q(Op.TEST, FOUND, INT_TAG);
        Label noNumber = asm.label("noNumber");
        asm.jcc(Cond.ZERO, noNumber);
        asm.q(Op.CMP, FOUND, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.jmp(next);
        asm.bind(noNumber);
        asm.d(Op.TEST, KEY_IS_STRING, KEY_IS_STRING);
        asm.jcc(Cond.ZERO, next);
        asm.q(Op.TEST, FOUND, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, next);
        asm.b(Op.CMP, at(FOUND, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, next);
        asm.jcc(Cond.EQUAL, slow);
        asm.d(Op.MOV, FOUND, at(FOUND, Layout.STRING_HASH));
        asm.d(Op.CMP, FOUND, at(KEY, Layout.STRING_HASH));
        asm.jcc(Cond.NOT_EQUAL, next);
        asm.q(Op.MOV, Reg.R9, at(COLLECTION));
        asm.b(Op.CMP, at(Reg.R9, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, Reg.R8, KEY);
        InternPaths.requireSame(asm, Reg.R8, Reg.R9, TABLE, next);
        asm.jmp(done);
        asm.bind(next);
        asm.d(Op.MOV, HASH, at(COLLECTION, 16));
        asm.jmp(loop);
        asm.bind(missing);
        asm.q(Op.MOV, COLLECTION, Value.EMPTY);
        asm.jmp(done);
        asm.bind(slow);
        asm.d(Op.MOV, COLLECTION, 0);
        asm.bind(done);
        SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.op(Op.RET);
    }

    private static Address word(Reg table, int index) {
        return at(table, Layout.ARRAY_DATA + 8L * index);
    }
}
