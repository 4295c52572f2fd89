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
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Looks keys up in the tables of Map and Set, and puts new ones in. */
public final class CollectionStubs {
    private static final Reg COLLECTION = Reg.R11;
    private static final Reg KEY = Reg.R10;
    private static final Reg HASH = Reg.RAX;
    private static final Reg FOUND = Reg.RCX;
    private static final Reg ENTRIES = Reg.RDX;
    private static final Reg TABLE = Reg.RSI;
    private static final Reg KEY_TYPE = Reg.RDI;
    private static final int STRING_KEY = 1;
    /** One that is no int32. */
    private static final int DOUBLE_KEY = 2;
    private static final List<Reg> SAVED = List.of(HASH, FOUND, ENTRIES, TABLE, KEY_TYPE, Reg.R8, Reg.R9);

    private CollectionStubs() {}

    /**
     * r11 a MAP or SET, r10 a key: the address of its entry into r11, EMPTY where there is none, or 0 where it takes the runtime
     * to tell. All other registers keep their values.
     */
    static void findEntry(Assembler asm) {
        Label slow = asm.label("slow");
        Label missing = asm.label("missing");
        Label done = asm.label("done");
        SAVED.forEach(register -> asm.op(Op.PUSH, register));
        search(asm, false, done, missing, slow);
        asm.bind(missing);
        asm.q(Op.MOV, COLLECTION, Value.EMPTY);
        asm.jmp(done);
        asm.bind(slow);
        asm.d(Op.MOV, COLLECTION, 0);
        asm.bind(done);
        SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.op(Op.RET);
    }

    /**
     * Gives the key in rdx the value in rcx, in the MAP or SET in rsi, where its table has room or the key already. Overwrites all but
     * these three, which are as they were at {@code slow}.
     */
    public static void put(Assembler asm, Label slow) {
        Label found = asm.label();
        Label missing = asm.label();
        Label store = asm.label();
        Label failed = asm.label();
        Label done = asm.label();
        List<Reg> arguments = List.of(Reg.RSI, Reg.RDX, Reg.RCX);
        arguments.forEach(register -> asm.op(Op.PUSH, register));
        asm.q(Op.SUB, Reg.RSP, 8);
        asm.q(Op.MOV, COLLECTION, Reg.RSI);
        asm.q(Op.MOV, KEY, Reg.RDX);
        search(asm, true, found, missing, failed);
        asm.bind(failed);
        asm.q(Op.ADD, Reg.RSP, 8);
        arguments.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.jmp(slow);

        asm.bind(missing);
        asm.q(Op.MOV, TABLE, at(Reg.RSP, 24));
        asm.q(Op.MOV, TABLE, at(TABLE, Layout.OBJECT_FIELDS + 8 * HashTables.TABLE));
        asm.d(Op.MOV, ENTRIES, word(TABLE, HashTables.BUCKETS));
        asm.d(Op.MOV, HASH, word(TABLE, HashTables.USED));
        asm.q(Op.LEA, FOUND, at(ENTRIES, ENTRIES, 1, 0));
        asm.d(Op.CMP, HASH, FOUND);
        asm.jcc(Cond.ABOVE_EQUAL, failed);
        asm.q(Op.LEA, COLLECTION, at(TABLE, ENTRIES, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS));
        asm.q(Op.LEA, FOUND, at(HASH, HASH, 2, 0));
        asm.q(Op.LEA, COLLECTION, at(COLLECTION, FOUND, 8, 0));
        asm.comment("it becomes the first of its chain");
        asm.d(Op.ADD, HASH, 1);
        asm.q(Op.OR, HASH, INT_TAG);
        asm.q(Op.MOV, FOUND, at(Reg.RSP));
        asm.d(Op.MOV, ENTRIES, at(TABLE, FOUND, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS));
        asm.q(Op.OR, ENTRIES, INT_TAG);
        asm.q(Op.MOV, at(COLLECTION, 16), ENTRIES);
        asm.q(Op.MOV, at(TABLE, FOUND, 8, Layout.ARRAY_DATA + 8L * HashTables.HEADER_WORDS), HASH);
        asm.q(Op.MOV, word(TABLE, HashTables.USED), HASH);
        asm.d(Op.MOV, HASH, word(TABLE, HashTables.LIVE));
        asm.d(Op.ADD, HASH, 1);
        asm.q(Op.OR, HASH, INT_TAG);
        asm.q(Op.MOV, word(TABLE, HashTables.LIVE), HASH);
        asm.q(Op.MOV, at(COLLECTION), KEY);
        asm.bind(found);
        asm.q(Op.ADD, Reg.RSP, 8);
        arguments.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.q(Op.MOV, at(COLLECTION, 8), Reg.RCX);
    }

    /**
     * Looks up the key in r10 in the collection in r11: at {@code done} that is the address of the entry. All registers of
     * SAVED are overwritten. {@code bucket}: whether the number of the key's bucket is wanted on top of the stack.
     */
    private static void search(Assembler asm, boolean bucket, Label done, Label missing, Label slow) {
        Label notString = asm.label("notString");
        Label otherCell = asm.label("otherCell");
        Label number = asm.label("number");
        Label loop = asm.label("loop");
        Label next = asm.label("next");
        asm.d(Op.MOV, KEY_TYPE, 0);
        asm.q(Op.MOV, HASH, KEY);
        asm.q(Op.CMP, KEY, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, notString);
        asm.q(Op.TEST, KEY, INT_TAG);
        asm.jcc(Cond.NOT_ZERO, number);
        asm.q(Op.TEST, KEY, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, notString);
        asm.b(Op.CMP, at(KEY, Layout.CELL_TYPE), CellType.STRING_ROPE.code());
        asm.jcc(Cond.EQUAL, slow);
        asm.jcc(Cond.ABOVE, otherCell);
        asm.d(Op.MOV, KEY_TYPE, STRING_KEY);
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
        if (bucket) {
            asm.q(Op.MOV, at(Reg.RSP), HASH);
        }
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
        asm.jcc(Cond.ABOVE_EQUAL, next);
        asm.d(Op.CMP, KEY_TYPE, DOUBLE_KEY);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.jmp(next);
        asm.bind(noNumber);
        asm.d(Op.CMP, KEY_TYPE, STRING_KEY);
        asm.jcc(Cond.NOT_EQUAL, next);
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
        asm.bind(number);
        requireOwnWord(asm, slow);
        asm.d(Op.MOV, KEY_TYPE, DOUBLE_KEY);
        asm.jmp(notString);
    }

    /** Goes to {@code slow} where the double in r10 is an int32 or −0, which are other words as keys; overwrites r8 and r9. */
    private static void requireOwnWord(Assembler asm, Label slow) {
        asm.q(Op.SUB, Reg.RSP, 16);
        asm.op(Op.MOVSD, at(Reg.RSP), Xmm.XMM0);
        asm.op(Op.MOVSD, at(Reg.RSP, 8), Xmm.XMM1);
        asm.comment("adding the int tag subtracts the offset of doubles");
        asm.q(Op.LEA, Reg.R8, at(KEY, INT_TAG, 1, 0));
        asm.op(Op.MOVQ, Xmm.XMM0, Reg.R8);
        asm.d(Op.CVTTSD2SI, Reg.R9, Xmm.XMM0);
        asm.op(Op.XORPS, Xmm.XMM1, Xmm.XMM1);
        asm.d(Op.CVTSI2SD, Xmm.XMM1, Reg.R9);
        asm.op(Op.MOVQ, Reg.R9, Xmm.XMM1);
        asm.op(Op.MOVSD, Xmm.XMM0, at(Reg.RSP));
        asm.op(Op.MOVSD, Xmm.XMM1, at(Reg.RSP, 8));
        asm.q(Op.ADD, Reg.RSP, 16);
        asm.q(Op.CMP, Reg.R8, Reg.R9);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, Reg.R9, Long.MIN_VALUE);
        asm.q(Op.CMP, Reg.R8, Reg.R9);
        asm.jcc(Cond.EQUAL, slow);
    }

    private static Address word(Reg table, int index) {
        return at(table, Layout.ARRAY_DATA + 8L * index);
    }
}
