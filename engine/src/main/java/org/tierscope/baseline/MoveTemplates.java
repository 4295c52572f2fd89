package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.state;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** Moves, constants, contexts, and small checks. */
final class MoveTemplates {
    private final Emitter e;
    private final Assembler asm;

    MoveTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    private void not() {
        Label other = asm.label();
        Label known = asm.label();
        e.load(RAX, 2);
        asm.q(Op.MOV, RCX, RAX);
        asm.q(Op.AND, RCX, ~1L);
        asm.q(Op.CMP, RCX, Value.FALSE);
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.bind(known);
        asm.d(Op.XOR, RAX, 1);
        e.store(1, RAX);
        Label slow = e.slow();
        e.later(() -> {
            asm.bind(other);
            asm.call(e.stubs.truthy());
            asm.q(Op.TEST, RAX, RAX);
            asm.jcc(Cond.NOT_ZERO, known);
            asm.jmp(slow);
        });
    }

    private void coerceThis() {
        Label slow = e.slow();
        asm.q(Op.MOV, RAX, Address.at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.BELOW, slow);
    }

    private void checkObjectCoercible() {
        e.load(RAX, 1);
        asm.q(Op.AND, RAX, ~(Value.NULL ^ Value.UNDEFINED));
        asm.q(Op.CMP, RAX, Value.NULL);
        asm.jcc(Cond.EQUAL, e.slow());
    }

    private void caught() {
        asm.q(Op.MOV, RAX, state(VmState.EXCEPTION));
        e.store(1, RAX);
        asm.q(Op.MOV, state(VmState.EXCEPTION), Value.UNDEFINED);
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case MOVE -> {
                e.load(RAX, 2);
                e.store(1, RAX);
            }
            case LOAD_CONSTANT -> {
                e.loadConstant(RAX, 2);
                e.store(1, RAX);
            }
            case LOAD_INT -> {
                e.loadInt(RAX, 2);
                e.store(1, RAX);
            }
            case LOAD_UNDEFINED -> e.store(1, Value.UNDEFINED);
            case LOAD_NULL -> e.store(1, Value.NULL);
            case LOAD_TRUE -> e.store(1, Value.TRUE);
            case LOAD_FALSE -> e.store(1, Value.FALSE);
            case LOAD_EMPTY -> e.store(1, Value.EMPTY);
            case NOT -> not();
            case GET_CALLEE_CONTEXT -> {
                asm.q(Op.MOV, RAX, Address.at(FP, Frame.CALLEE));
                asm.q(Op.MOV, RAX, Address.at(RAX, Layout.FUNCTION_CONTEXT));
                e.store(1, RAX);
            }
            case GET_CONTEXT -> {
                e.load(RAX, 2);
                e.parents(RAX, 3);
                asm.q(Op.MOV, RAX, e.contextSlot(RAX, 4));
                e.store(1, RAX);
            }
            case SET_CONTEXT -> {
                e.load(RAX, 1);
                e.parents(RAX, 2);
                e.load(RCX, 4);
                asm.q(Op.MOV, e.contextSlot(RAX, 3), RCX);
            }
            case CHECK_INITIALIZED -> {
                asm.q(Op.CMP, e.register(1), Value.EMPTY);
                asm.jcc(Cond.EQUAL, e.slow());
            }
            case COERCE_THIS -> coerceThis();
            case CHECK_OBJECT_COERCIBLE -> checkObjectCoercible();
            case CATCH -> caught();
            default -> {
                return false;
            }
        }
        return true;
    }
}
