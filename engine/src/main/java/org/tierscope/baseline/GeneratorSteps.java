package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** ITERATOR_NEXT of a generator, whose function is called from here. */
final class GeneratorSteps {
    private final Emitter e;
    private final Assembler asm;
    private final Branches branches;

    GeneratorSteps(Emitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        this.branches = branches;
    }

    static Address field(Reg generator, int field) {
        return Address.at(generator, Layout.OBJECT_FIELDS + 8L * field);
    }

    private void storeInt(Address target, int value) {
        asm.q(Op.MOV, RCX, Value.ofInt(value));
        asm.q(Op.MOV, target, RCX);
    }

    /**
     * Steps the generator of the current instruction's iterator record where it waits at a yield and its next is the original:
     * calls its function from here. Jumps to {@code slow} otherwise.
     */
    void step(Label slow) {
        Window window = e.windowAbove();
        Label left = asm.label("left" + e.pc());
        asm.q(Op.MOV, RAX, e.register(2));
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.GENERATOR.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        e.loadGeneratorNext(RCX);
        asm.q(Op.CMP, RCX, e.register(2, 1));
        asm.jcc(Cond.NOT_EQUAL, slow);
        // Iterator helpers have something there.
        asm.q(Op.CMP, field(RAX, Generators.RESULT), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RCX, Value.ofInt(SuspendKind.YIELD.ordinal()));
        asm.q(Op.CMP, RCX, field(RAX, Generators.STATE));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, field(RAX, Generators.SENT), Value.UNDEFINED);
        storeInt(field(RAX, Generators.MODE), ResumeMode.NEXT.ordinal());
        storeInt(field(RAX, Generators.STATE), Generators.RUNNING);
        e.storePc();
        window.open();
        asm.d(Op.MOV, window.at(Frame.ARGUMENT_COUNT), 0);
        asm.q(Op.MOV, window.at(Frame.CALLER_FP), FP);
        asm.q(Op.MOV, window.at(Frame.NEW_TARGET), RAX);
        asm.q(Op.MOV, window.at(Frame.THIS), Value.UNDEFINED);
        asm.q(Op.MOV, RCX, field(RAX, Generators.FUNCTION));
        asm.q(Op.MOV, window.at(Frame.CALLEE), RCX);
        asm.q(Op.MOV, RCX, Address.at(RCX, Layout.FUNCTION_CELL));
        window.enter();
        asm.op(Op.CALL, Address.at(RCX, FunctionCell.ENTRY));
        window.leave();
        asm.q(Op.CMP, RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.q(Op.MOV, RCX, e.register(2));
        asm.q(Op.MOV, RDX, Value.ofInt(SuspendKind.YIELD.ordinal()));
        asm.q(Op.CMP, RDX, field(RCX, Generators.STATE));
        asm.jcc(Cond.NOT_EQUAL, left);
        e.store(1, RAX);
        branches.notTaken();
        e.goOn();

        asm.bind(left);
        asm.q(Op.LEA, RSI, e.register(2));
        asm.q(Op.MOV, RDX, RAX);
        e.call(RuntimeFunction.GENERATOR_LEFT);
        e.checkException();
        asm.q(Op.CMP, RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, branches.taken());
        e.store(1, RAX);
        branches.notTaken();
        e.goOn();
    }
}
