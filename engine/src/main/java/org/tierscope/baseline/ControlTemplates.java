package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Jumps, on one value or without condition, and throws. */
final class ControlTemplates {
    private final Emitter e;
    private final Assembler asm;
    private final Branches branches;

    ControlTemplates(Emitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.branches = branches;
    }

    private void jumpOnTruth(boolean wanted) {
        Label other = asm.label();
        Label notTaken = asm.label();
        e.load(RAX, 1);
        asm.q(Op.CMP, RAX, wanted ? Value.TRUE : Value.FALSE);
        asm.jcc(Cond.EQUAL, branches.taken());
        asm.q(Op.CMP, RAX, wanted ? Value.FALSE : Value.TRUE);
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.bind(notTaken);
        branches.notTaken();
        Label slow = branches.slow();
        e.later(() -> {
            asm.bind(other);
            asm.call(e.stubs.truthy());
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.ZERO, slow);
            asm.q(Op.CMP, RAX, wanted ? Value.TRUE : Value.FALSE);
            asm.jcc(Cond.EQUAL, branches.taken());
            asm.jmp(notTaken);
        });
    }

    private void jumpOnNullish(boolean wanted) {
        e.load(RAX, 1);
        asm.q(Op.AND, RAX, ~(Value.NULL ^ Value.UNDEFINED));
        asm.q(Op.CMP, RAX, Value.NULL);
        branches.branch(wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
    }

    private void jumpOnUndefined(boolean wanted) {
        asm.q(Op.CMP, e.register(1), Value.UNDEFINED);
        branches.branch(wanted ? Cond.EQUAL : Cond.NOT_EQUAL);
    }

    private void jumpOnObject() {
        Label no = asm.label();
        e.load(RAX, 1);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jccShort(Cond.NOT_ZERO, no);
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.ABOVE_EQUAL, branches.taken());
        asm.bind(no);
        branches.notTaken();
    }

    private void jumpIfEngineIterates() {
        e.load(RAX, 1);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, branches.taken());
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.NOT_EQUAL, branches.taken());
        branches.notTaken();
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case JUMP -> e.jump();
            case JUMP_IF_TRUE -> jumpOnTruth(true);
            case JUMP_IF_FALSE -> jumpOnTruth(false);
            case JUMP_IF_NULLISH -> jumpOnNullish(true);
            case JUMP_IF_NOT_NULLISH -> jumpOnNullish(false);
            case JUMP_IF_UNDEFINED -> jumpOnUndefined(true);
            case JUMP_IF_NOT_UNDEFINED -> jumpOnUndefined(false);
            case JUMP_IF_OBJECT -> jumpOnObject();
            case JUMP_IF_ENGINE_ITERATES -> jumpIfEngineIterates();
            case FOR_IN_NEXT -> branches.decide();
            case THROW, THROW_ERROR -> {
                e.execute();
                asm.comment("a throw does not return");
                asm.op(Op.UD2);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
