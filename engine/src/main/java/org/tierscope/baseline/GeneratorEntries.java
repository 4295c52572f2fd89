package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.machine.MachineConvention;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Heap;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * {@code next} of generators that wait at their start or a yield (see {@link NativeEntries}): the window becomes that of the generator's function,
 * which is called; what it leaves with gets its result object. What is no suspended generator is Java's.
 */
final class GeneratorEntries {
    private final Assembler asm;
    private final MachineRuntime runtime;
    private final Label slow;

    GeneratorEntries(Assembler asm, MachineRuntime runtime, Label slow) {
        this.asm = asm;
        this.runtime = runtime;
        this.slow = slow;
    }

    private static Address field(Reg generator, int field) {
        return at(generator, Layout.OBJECT_FIELDS + 8L * field);
    }

    private void setState(Reg generator, long state) {
        asm.q(Op.MOV, RCX, Value.ofInt((int) state));
        asm.q(Op.MOV, field(generator, Generators.STATE), RCX);
    }

    private void jumpOnState(Reg generator, int state, Cond condition, Label target) {
        asm.d(Op.CMP, field(generator, Generators.STATE), state);
        asm.jcc(condition, target);
    }

    void next() {
        Label sent = asm.label();
        Label left = asm.label();
        Label returned = asm.label();
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), CellType.GENERATOR.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.comment("iterator helpers have something there");
        asm.q(Op.CMP, field(RAX, Generators.RESULT), Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.comment("at the start, a yield or a yield*");
        jumpOnState(RAX, SuspendKind.DELEGATE.ordinal(), Cond.ABOVE, slow);
        asm.q(Op.MOV, RDX, Value.UNDEFINED);
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, sent);
        asm.q(Op.MOV, RDX, at(FP));
        asm.bind(sent);
        asm.q(Op.MOV, field(RAX, Generators.SENT), RDX);
        asm.q(Op.MOV, RCX, Value.ofInt(ResumeMode.NEXT.ordinal()));
        asm.q(Op.MOV, field(RAX, Generators.MODE), RCX);
        setState(RAX, Generators.RUNNING);
        asm.q(Op.MOV, RCX, field(RAX, Generators.FUNCTION));
        asm.q(Op.MOV, at(FP, Frame.CALLEE), RCX);
        asm.q(Op.MOV, at(FP, Frame.THIS), Value.UNDEFINED);
        asm.q(Op.MOV, at(FP, Frame.NEW_TARGET), RAX);
        asm.d(Op.MOV, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.q(Op.MOV, RCX, at(RCX, Layout.FUNCTION_CELL));
        asm.comment("with the return address these are 16 bytes");
        asm.op(Op.PUSH, RAX);
        asm.op(Op.CALL, at(RCX, FunctionCell.ENTRY));
        asm.q(Op.CMP, RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, left);
        asm.bind(returned);
        result();
        asm.bind(left);
        left(returned);
    }

    /** The value in rax, of the generator on the stack. */
    private void result() {
        Label yielded = asm.label();
        Label allocated = asm.label();
        Label full = asm.label();
        Label isResult = asm.label();
        Vm vm = runtime.vm();
        long sample = vm.realm().newIteratorResult(Value.UNDEFINED, false);
        Shape shape = vm.shapes().of(sample);
        asm.op(Op.POP, RDI);
        asm.q(Op.MOV, RDX, Value.FALSE);
        jumpOnState(RDI, SuspendKind.YIELD.ordinal(), Cond.EQUAL, yielded);
        jumpOnState(RDI, SuspendKind.DELEGATE.ordinal(), Cond.EQUAL, isResult);
        complete();
        asm.q(Op.MOV, RDX, Value.TRUE);
        asm.bind(yielded);
        NewCells.object(asm, RSI, shape.objectSize(), Heap.header(shape.id(), CellType.OBJECT, 0), full);
        asm.bind(allocated);
        asm.q(Op.MOV, at(RSI, shape.offset(Shape.slot(shape.lookup(vm.names().value)))), RAX);
        asm.q(Op.MOV, at(RSI, shape.offset(Shape.slot(shape.lookup(vm.names().done)))), RDX);
        asm.q(Op.MOV, RAX, RSI);
        asm.bind(isResult);
        asm.op(Op.RET);
        asm.bind(full);
        runtime.link(RuntimeFunction.NEW_OBJECT);
        asm.comment("with the return address these are 32 bytes");
        asm.op(Op.PUSH, RAX);
        asm.op(Op.PUSH, RDX);
        asm.q(Op.SUB, Reg.RSP, 8);
        asm.q(Op.MOV, RDI, at(FP, Frame.CALLER_FP));
        asm.d(Op.MOV, RSI, shape.id());
        asm.op(Op.CALL, MachineConvention.runtime(RuntimeFunction.NEW_OBJECT));
        asm.q(Op.ADD, Reg.RSP, 8);
        asm.op(Op.POP, RDX);
        asm.q(Op.MOV, RSI, RAX);
        asm.op(Op.POP, RAX);
        asm.q(Op.TEST, RSI, RSI);
        asm.jcc(Cond.NOT_ZERO, allocated);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
    }

    /** A generator that still runs when its function has ended, in rdi, is completed. */
    private void complete() {
        setState(RDI, Generators.COMPLETED);
        asm.q(Op.MOV, field(RDI, Generators.FRAME), 0);
    }

    /** rax = a status word: an exit is finished, an exception completes the generator. */
    private void left(Label returned) {
        Label threw = asm.label();
        Label done = asm.label();
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, threw);
        runtime.link(RuntimeFunction.FINISH_EXIT);
        asm.q(Op.MOV, RDI, at(FP, Frame.CALLER_FP));
        asm.op(Op.CALL, MachineConvention.runtime(RuntimeFunction.FINISH_EXIT));
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.NOT_ZERO, returned);
        asm.bind(threw);
        asm.op(Op.POP, RDI);
        jumpOnState(RDI, Generators.RUNNING, Cond.NOT_EQUAL, done);
        complete();
        asm.bind(done);
        asm.d(Op.XOR, RAX, RAX);
        asm.op(Op.RET);
    }
}
