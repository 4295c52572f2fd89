package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Node;
import org.tierscope.machine.Location;
import org.tierscope.machine.MachineConvention;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.VmState;

/**
 * Emits operations on strings. Only concatenation counts as a call; the others reach the runtime, where they must, through
 * stubs that keep all registers.
 */
final class StringEmitter {
    private final Emission e;
    private final Assembler asm;
    private final CallEmitter calls;
    private final AllocationEmitter allocations;

    StringEmitter(Emission emission, CallEmitter calls, AllocationEmitter allocations) {
        this.e = emission;
        this.asm = emission.asm;
        this.calls = calls;
        this.allocations = allocations;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case StringCharCodeAt -> charCodeAt(node);
            case StringOfUnit -> ofUnit(node);
            case StringEqual -> equal(node);
            case InternString -> intern(node);
            case StringConcat -> concat(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void charCodeAt(Node node) {
        Label again = asm.label();
        Label other = asm.label();
        Label wide = asm.label();
        Label rope = asm.label();
        Label done = asm.label();
        e.load(node.input(0), SCRATCH);
        asm.d(Op.MOV, SCRATCH_2, e.use(node.input(1), SCRATCH_2));
        asm.bind(again);
        asm.b(Op.CMP, Address.at(SCRATCH, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.d(Op.MOVZX8, SCRATCH_2, Address.at(SCRATCH, SCRATCH_2, 1, Layout.STRING_DATA));
        asm.bind(done);
        e.defer(() -> {
            asm.bind(other);
            asm.b(Op.CMP, Address.at(SCRATCH, Layout.CELL_TYPE), CellType.STRING_UTF16.code());
            asm.jcc(Cond.EQUAL, wide);
            asm.q(Op.CMP, Address.at(SCRATCH, Layout.ROPE_RIGHT), 0);
            asm.jcc(Cond.NOT_EQUAL, rope);
            asm.q(Op.MOV, SCRATCH, Address.at(SCRATCH, Layout.ROPE_LEFT));
            asm.jmp(again);
            asm.bind(rope);
            callPreserving(RuntimeFunction.FLATTEN);
            asm.jmp(again);
            asm.bind(wide);
            asm.d(Op.MOVZX16, SCRATCH_2, Address.at(SCRATCH, SCRATCH_2, 2, Layout.STRING_DATA));
            asm.jmp(done);
        });
        e.define(SCRATCH_2);
    }

    /** Its arguments are in SCRATCH and SCRATCH_2, its result comes in SCRATCH; leaves where it failed. */
    private void callPreserving(RuntimeFunction function) {
        asm.call(e.input.preservingStub(function));
        asm.q(Op.TEST, SCRATCH, SCRATCH);
        e.exitIf(Cond.ZERO);
    }

    private void ofUnit(Node node) {
        Label wide = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, SCRATCH, e.use(node.input(0), SCRATCH));
        asm.d(Op.CMP, SCRATCH, 256);
        asm.jcc(Cond.ABOVE_EQUAL, wide);
        asm.q(Op.MOV, SCRATCH, Address.at(MachineConvention.STATE, SCRATCH, 8, VmState.SINGLE_STRINGS));
        asm.bind(done);
        e.defer(() -> {
            asm.bind(wide);
            callPreserving(RuntimeFunction.STRING_OF_UNIT);
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }

    /** Equal addresses, different lengths and two interned strings need no look at the characters. */
    private void equal(Node node) {
        Label same = asm.label();
        Label different = asm.label();
        Label lengths = asm.label();
        Label compare = asm.label();
        Label done = asm.label();
        e.load(node.input(0), SCRATCH);
        e.load(node.input(1), SCRATCH_2);
        asm.q(Op.CMP, SCRATCH, SCRATCH_2);
        asm.jcc(Cond.EQUAL, same);
        asm.b(Op.TEST, Address.at(SCRATCH, Layout.FLAGS), (byte) Layout.FLAG_INTERNED);
        asm.jcc(Cond.ZERO, lengths);
        asm.b(Op.TEST, Address.at(SCRATCH_2, Layout.FLAGS), (byte) Layout.FLAG_INTERNED);
        asm.jcc(Cond.NOT_ZERO, different);
        asm.bind(lengths);
        asm.d(Op.MOV, SCRATCH, Address.at(SCRATCH, Layout.STRING_LENGTH));
        asm.d(Op.CMP, SCRATCH, Address.at(SCRATCH_2, Layout.STRING_LENGTH));
        asm.jcc(Cond.EQUAL, compare);
        asm.bind(different);
        asm.d(Op.MOV, SCRATCH, 0);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(compare);
            e.load(node.input(0), SCRATCH);
            callPreserving(RuntimeFunction.STRING_EQUAL);
            asm.d(Op.AND, SCRATCH, 1);
            asm.jmp(done);
            asm.bind(same);
            asm.d(Op.MOV, SCRATCH, 1);
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }

    private void intern(Node node) {
        Label other = asm.label();
        Label done = asm.label();
        e.load(node.input(0), SCRATCH);
        asm.b(Op.TEST, Address.at(SCRATCH, Layout.FLAGS), (byte) Layout.FLAG_INTERNED);
        asm.jcc(Cond.ZERO, other);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(other);
            callPreserving(RuntimeFunction.FIND_INTERNED);
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }

    /** Long concatenations of Latin-1 strings become ropes; the runtime makes the others. */
    private void concat(Node node) {
        Label slow = asm.label();
        Label done = asm.label();
        e.move(List.of(
                e.moveOf(node.input(0), new Location.InReg(Reg.RSI)), e.moveOf(node.input(1), new Location.InReg(Reg.RDX))));
        asm.d(Op.MOV, Reg.RCX, Address.at(Reg.RSI, Layout.STRING_LENGTH));
        asm.d(Op.TEST, Reg.RCX, Reg.RCX);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, Reg.RAX, Address.at(Reg.RDX, Layout.STRING_LENGTH));
        asm.d(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.ADD, Reg.RCX, Reg.RAX);
        asm.d(Op.CMP, Reg.RCX, Strings.MIN_ROPE_LENGTH);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.CMP, Reg.RCX, Strings.MAX_LENGTH);
        asm.jcc(Cond.ABOVE, slow);
        for (Reg part : List.of(Reg.RSI, Reg.RDX)) {
            asm.b(Op.CMP, Address.at(part, Layout.CELL_TYPE), CellType.STRING_UTF16.code());
            asm.jcc(Cond.EQUAL, slow);
            asm.b(Op.TEST, Address.at(part, Layout.FLAGS), (byte) Strings.FLAG_WIDE);
            asm.jcc(Cond.NOT_ZERO, slow);
        }
        allocations.allocate(Strings.ROPE_SIZE, slow);
        e.storeWord(Address.at(Reg.RAX), Heap.header(CellType.STRING_ROPE.code(), CellType.STRING_ROPE, 0));
        asm.d(Op.MOV, Address.at(Reg.RAX, Layout.STRING_LENGTH), Reg.RCX);
        asm.q(Op.MOV, Address.at(Reg.RAX, Layout.ROPE_LEFT), Reg.RSI);
        asm.q(Op.MOV, Address.at(Reg.RAX, Layout.ROPE_RIGHT), Reg.RDX);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            calls.withArgumentsInPlace(RuntimeFunction.STRING_CONCAT);
            asm.jmp(done);
        });
        e.define(Reg.RAX);
    }
}
