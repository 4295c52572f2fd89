package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.ir.Node;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Layout;

/** Emits what looks into the tables of Map and Set. */
final class CollectionEmitter {
    private final Emission e;
    private final Assembler asm;

    CollectionEmitter(Emission emission) {
        this.e = emission;
        this.asm = emission.asm;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case FindEntry -> findEntry(node);
            case LoadCollectionSize -> {
                asm.q(Op.MOV, SCRATCH, Address.at(e.use(node.input(0), SCRATCH), Layout.OBJECT_FIELDS + 8 * HashTables.TABLE));
                asm.d(Op.MOV, SCRATCH, Address.at(SCRATCH, Layout.ARRAY_DATA + 8L * HashTables.LIVE));
                e.define(SCRATCH);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void findEntry(Node node) {
        Label slow = asm.label();
        Label done = asm.label();
        e.load(node.input(0), SCRATCH);
        e.load(node.input(1), SCRATCH_2);
        asm.call(e.input.findEntryStub());
        asm.q(Op.TEST, SCRATCH, SCRATCH);
        asm.jcc(Cond.ZERO, slow);
        asm.bind(done);
        e.defer(() -> {
            asm.bind(slow);
            e.load(node.input(0), SCRATCH);
            e.load(node.input(1), SCRATCH_2);
            asm.call(e.input.preservingStub(RuntimeFunction.FIND_ENTRY));
            asm.q(Op.TEST, SCRATCH, SCRATCH);
            e.exitIf(Cond.ZERO);
            asm.jmp(done);
        });
        e.define(SCRATCH);
    }
}
