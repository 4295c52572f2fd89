package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RSI;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Value;

/** Steps of iterators, which the runtime functions' fast paths take without Java where they can; these may call guest code. */
final class IterationTemplates {
    private final Emitter e;
    private final Assembler asm;
    private final Branches branches;

    IterationTemplates(Emitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.branches = branches;
    }

    /** rax = what the function gives for the iterator record in operand 2. */
    private void step(RuntimeFunction function) {
        asm.q(Op.LEA, RSI, e.register(2));
        e.storePc();
        e.beforeGuestCall();
        e.call(function);
        e.afterGuestCall();
        e.checkException();
    }

    /** Jumps at the end. */
    private void next() {
        step(RuntimeFunction.ITERATOR_NEXT);
        asm.q(Op.CMP, RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, branches.taken());
        e.store(1, RAX);
        branches.notTaken();
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case ITERATOR_NEXT -> next();
            case ITERATOR_STEP -> {
                step(RuntimeFunction.ITERATOR_STEP);
                e.store(1, RAX);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
