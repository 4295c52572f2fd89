package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.baseline.Emitter.FEEDBACK;
import static org.tierscope.baseline.HandlerEmitter.INSTRUCTION;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.runtime;
import static org.tierscope.machine.MachineConvention.state;

import java.util.List;
import java.util.function.Consumer;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.Cond;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * The interpreter in machine code: for each opcode a handler, found through a table in the VM state, that executes one instruction
 * and jumps to the handler of the next. It looks like one more compiled function to everything else: it is called, returns,
 * throws and is replaced at loop headers in the same way.
 *
 * <p>A handler is made when its opcode is first executed.
 */
public final class Handlers {
    /** The runtime functions that only handlers call. */
    private static final List<RuntimeFunction> CALLED = List.of(
            RuntimeFunction.MAKE_IMAGE,
            RuntimeFunction.MAKE_HANDLER,
            RuntimeFunction.FIND_HANDLER,
            RuntimeFunction.RESUME_FRAME);

    private final MachineRuntime runtime;
    private final CodeMemory memory;
    private final CpuFeatures features;
    private final BaselineStubs stubs;
    private final long table;
    private final Label atPc;
    private final Label exception;
    private final long entry;
    private final long entryAtPc;

    Handlers(MachineRuntime runtime, BaselineStubs stubs) {
        CALLED.forEach(runtime::link);
        this.runtime = runtime;
        this.memory = runtime.codeMemory();
        this.features = runtime.cpuFeatures();
        this.stubs = stubs;
        this.table = runtime.vm().state() + VmState.HANDLERS;
        this.atPc = Label.external("atPc", install("at pc", Handlers::atPc));
        this.exception = Label.external("exception", install("exception", this::exception));
        this.entry = install("call", this::call);
        this.entryAtPc = install("frame", asm -> {
            asm.q(Op.SUB, RSP, NATIVE_PADDING);
            asm.jmp(atPc);
        });
        long missing = install("missing handler", this::missing);
        for (Opcode opcode : Opcode.values()) {
            Mem.putLong(slot(opcode), missing);
        }
    }

    /** What callers call for a function without compiled code. */
    public long entry() {
        return entry;
    }

    /** Entered by a call on an interpreter's frame, whose function has its bytecode's image: goes on at its pc. */
    public long entryAtPc() {
        return entryAtPc;
    }

    private long slot(Opcode opcode) {
        return table + 8L * opcode.ordinal();
    }

    /** Makes the handler of an opcode, and has it used from now on. */
    public void make(Opcode opcode) {
        Mem.putLong(slot(opcode), install(opcode.mnemonic(), asm -> {
            var emitter = new HandlerEmitter(asm, opcode, stubs, exception);
            if (new HandlerTemplates(emitter, atPc).emit(opcode)) {
                emitter.emitOutOfLine();
            } else {
                if (!new Templates(emitter, new Branches(emitter)).emit(opcode)) {
                    emitter.execute();
                }
                emitter.finish();
            }
        }));
    }

    private long install(String name, Consumer<Assembler> body) {
        Assembler asm = Assembler.plain(features);
        body.accept(asm);
        return memory.install(asm.finish(), "interpreter: " + name).address();
    }

    // ---- entry ----

    /** From a window at fp to a frame, as {@code Interpreter.enterFrame} does it, and into its first instruction. */
    private void call(Assembler asm) {
        Label moved = asm.label("moved");
        Label overflow = asm.label("overflow");
        Label fill = asm.label("fill");
        Label filled = asm.label("filled");
        Label budget = asm.label("budget");
        Label counted = asm.label("counted");
        Label interrupt = asm.label("interrupt");
        Label polled = asm.label("polled");
        Label image = asm.label("image");
        Label ready = asm.label("ready");
        asm.q(Op.SUB, RSP, NATIVE_PADDING);
        asm.q(Op.MOV, RDX, at(FP, Frame.CALLEE));
        asm.q(Op.MOV, RDX, at(RDX, Layout.FUNCTION_CELL));
        asm.d(Op.MOV, RCX, at(FP, Frame.ARGUMENT_COUNT));
        asm.d(Op.MOV, RDI, at(RDX, FunctionCell.REGISTER_COUNT));
        asm.d(Op.MOV, RSI, at(RDX, FunctionCell.PARAMETER_COUNT));
        asm.d(Op.TEST, at(RDX, FunctionCell.FLAGS), FunctionInfo.NEEDS_ARGUMENTS);
        asm.jcc(Cond.NOT_ZERO, moved);
        asm.q(Op.LEA, RAX, at(FP, RDI, 8, 0));
        asm.q(Op.CMP, RAX, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, overflow);
        asm.d(Op.CMP, RCX, RSI);
        asm.jcc(Cond.BELOW, fill);
        asm.bind(filled);
        asm.d(Op.MOV, RAX, at(RDX, FunctionCell.FUNCTION_ID));
        asm.d(Op.MOV, at(FP, Frame.FUNCTION_ID), RAX);
        asm.d(Op.SHL, RDI, Frame.EXTENT_SHIFT);
        asm.d(Op.MOV, at(FP, Frame.EXTENT_AND_FLAGS), RDI);
        asm.d(Op.MOV, at(FP, Frame.PC), 0);
        asm.q(Op.MOV, FEEDBACK, at(RDX, FunctionCell.FEEDBACK));
        asm.q(Op.MOV, INSTRUCTION, at(FEEDBACK, FeedbackLayout.IMAGE));
        asm.q(Op.TEST, INSTRUCTION, INSTRUCTION);
        asm.jcc(Cond.ZERO, image);
        asm.bind(ready);
        asm.q(Op.INC, at(FEEDBACK, FeedbackLayout.CALLS));
        asm.d(Op.SUB, at(FEEDBACK, FeedbackLayout.BUDGET), 1);
        asm.jcc(Cond.LESS_EQUAL, budget);
        asm.bind(counted);
        asm.d(Op.CMP, state(VmState.INTERRUPT), 0);
        asm.jcc(Cond.NOT_EQUAL, interrupt);
        asm.bind(polled);
        HandlerEmitter.dispatch(asm);

        asm.bind(fill);
        asm.q(Op.MOV, at(FP, RCX, 8, 0), Value.UNDEFINED);
        asm.d(Op.INC, RCX);
        asm.d(Op.CMP, RCX, RSI);
        asm.jcc(Cond.BELOW, fill);
        asm.jmp(filled);

        asm.bind(moved);
        moveUp(asm, overflow);
        asm.jmp(filled);

        asm.bind(image);
        call(asm, RuntimeFunction.MAKE_IMAGE);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception);
        asm.q(Op.MOV, INSTRUCTION, at(FEEDBACK, FeedbackLayout.IMAGE));
        asm.jmp(ready);
        asm.bind(budget);
        call(asm, RuntimeFunction.CALL_BUDGET_SPENT);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception);
        asm.jmp(counted);
        asm.bind(interrupt);
        call(asm, RuntimeFunction.INTERRUPT);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception);
        asm.jmp(polled);
        asm.bind(overflow);
        call(asm, RuntimeFunction.STACK_OVERFLOW);
        leave(asm);
    }

    /**
     * The frame moves up behind its arguments, see {@link Frame}: header and parameters are copied, missing ones are undefined. rcx =
     * argument count, rdi = register count, rsi = parameter count, rdx is kept.
     */
    private static void moveUp(Assembler asm, Label overflow) {
        asm.q(Op.LEA, RAX, at(FP, RCX, 8, 8L * Frame.HEADER));
        asm.q(Op.LEA, INSTRUCTION, at(RAX, RDI, 8, 0));
        asm.q(Op.CMP, INSTRUCTION, state(VmState.STACK_LIMIT));
        asm.jcc(Cond.ABOVE, overflow);
        for (int i = -Frame.HEADER; i < 0; i++) {
            asm.q(Op.MOV, INSTRUCTION, at(FP, 8L * i));
            asm.q(Op.MOV, at(RAX, 8L * i), INSTRUCTION);
        }
        Label next = asm.label();
        Label missing = asm.label();
        Label done = asm.label();
        asm.d(Op.XOR, FEEDBACK, FEEDBACK);
        asm.bind(next);
        asm.d(Op.CMP, FEEDBACK, RSI);
        asm.jccShort(Cond.ABOVE_EQUAL, done);
        asm.q(Op.MOV, INSTRUCTION, Value.UNDEFINED);
        asm.d(Op.CMP, FEEDBACK, RCX);
        asm.jccShort(Cond.ABOVE_EQUAL, missing);
        asm.q(Op.MOV, INSTRUCTION, at(FP, FEEDBACK, 8, 0));
        asm.bind(missing);
        asm.q(Op.MOV, at(RAX, FEEDBACK, 8, 0), INSTRUCTION);
        asm.d(Op.INC, FEEDBACK);
        asm.jmp(next);
        asm.bind(done);
        asm.q(Op.MOV, FP, RAX);
    }

    private static void atPc(Assembler asm) {
        asm.d(Op.MOV, RAX, at(FP, Frame.FUNCTION_ID));
        asm.q(Op.SHL, RAX, Integer.numberOfTrailingZeros(FunctionCell.SIZE));
        asm.q(Op.ADD, RAX, state(VmState.FUNCTION_TABLE));
        asm.q(Op.MOV, FEEDBACK, at(RAX, FunctionCell.FEEDBACK));
        asm.d(Op.MOV, RAX, at(FP, Frame.PC));
        asm.q(Op.MOV, INSTRUCTION, at(FEEDBACK, FeedbackLayout.IMAGE));
        asm.q(Op.LEA, INSTRUCTION, at(INSTRUCTION, RAX, 4, 0));
        HandlerEmitter.dispatch(asm);
    }

    // ---- exit ----

    /** Returns from a frame that has not moved. */
    static void leave(Assembler asm) {
        asm.q(Op.ADD, RSP, NATIVE_PADDING);
        asm.op(Op.RET);
    }

    /** Returns from a frame that moved up behind its arguments: fp is the window's again. */
    static void leaveMoved(Assembler asm) {
        asm.d(Op.MOV, RCX, at(FP, Frame.ARGUMENT_COUNT));
        asm.q(Op.LEA, RCX, Address.scaled(RCX, 8, 8L * Frame.HEADER));
        asm.q(Op.SUB, FP, RCX);
        leave(asm);
    }

    /** An exception at the frame's pc: goes to its handler, or leaves the function with it. */
    private void exception(Assembler asm) {
        Label unwind = asm.label("unwind");
        Label moved = asm.label("moved");
        call(asm, RuntimeFunction.FIND_HANDLER);
        asm.q(Op.TEST, RAX, RAX);
        asm.jccShort(Cond.ZERO, unwind);
        asm.jmp(atPc);
        asm.bind(unwind);
        asm.q(Op.MOV, RAX, Value.EXCEPTION);
        asm.d(Op.TEST, at(FEEDBACK, FeedbackLayout.FLAGS), FunctionInfo.NEEDS_ARGUMENTS);
        asm.jccShort(Cond.NOT_ZERO, moved);
        leave(asm);
        asm.bind(moved);
        leaveMoved(asm);
    }

    private void missing(Assembler asm) {
        asm.d(Op.MOV, RSI, at(INSTRUCTION));
        call(asm, RuntimeFunction.MAKE_HANDLER);
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, exception);
        HandlerEmitter.dispatch(asm);
    }

    private static void call(Assembler asm, RuntimeFunction function) {
        asm.q(Op.MOV, RDI, FP);
        asm.op(Op.CALL, runtime(function));
    }
}
