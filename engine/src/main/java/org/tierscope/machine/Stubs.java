package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.STATE;
import static org.tierscope.machine.MachineConvention.runtime;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * The few pieces of machine code that belong to no function. All are addresses.
 *
 * @param enter {@code (code, fp, state) → result}: from Java into compiled code
 * @param interpreter what compiled callers call for a function without compiled code
 * @param exit where exit stubs jump, EXIT_ID set: saves the registers, deoptimizes, returns from the compiled function
 * @param findEntry see {@link CollectionStubs}
 * @param preserving what calls a runtime function with r11 and r10 as its arguments and puts its result into r11; all other
 *     registers keep their values
 * @param exitMoved the same for functions whose frames move up behind their arguments
 */
public record Stubs(long enter, long interpreter, long exit, long exitMoved, long findEntry,
        Map<RuntimeFunction, Long> preserving) {
    /** Runtime functions that compiled code calls in the middle of an operation, with values in any register. */
    static final List<RuntimeFunction> PRESERVING =
            List.of(RuntimeFunction.FLATTEN, RuntimeFunction.STRING_OF_UNIT, RuntimeFunction.STRING_EQUAL, RuntimeFunction.FIND_INTERNED,
                    RuntimeFunction.FIND_ENTRY);

    private static final List<Reg> CALLER_SAVED =
            List.of(Reg.RAX, Reg.RCX, Reg.RDX, Reg.RSI, Reg.RDI, Reg.R8, Reg.R9, Reg.R10, Reg.R11);
    private static final List<Reg> CALLEE_SAVED = List.of(Reg.RBX, Reg.RBP, Reg.R12, Reg.R13, Reg.R14, Reg.R15);

    static Stubs install(CodeMemory memory, CpuFeatures features) {
        return new Stubs(
                install(memory, features, "stub: enter", Stubs::enter),
                install(memory, features, "stub: interpreter", Stubs::interpreter),
                install(memory, features, "stub: exit", asm -> exit(asm, false)),
                install(memory, features, "stub: exit of moved frame", asm -> exit(asm, true)),
                install(memory, features, "stub: find entry", CollectionStubs::findEntry),
                PRESERVING.stream().collect(Collectors.toMap(
                        function -> function,
                        function -> install(
                                memory, features, "stub: " + function.name(), asm -> preserving(asm, function)))));
    }

    static long install(
            CodeMemory memory, CpuFeatures features, String owner, java.util.function.Consumer<Assembler> code) {
        Assembler asm = Assembler.plain(features);
        code.accept(asm);
        return memory.install(asm.finish(), owner).address();
    }

    private static void enter(Assembler asm) {
        CALLEE_SAVED.forEach(register -> asm.op(Op.PUSH, register));
        // Six pushes and the return address: eight bytes more make rsp a multiple of 16.
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.q(Op.MOV, FP, Reg.RSI);
        asm.q(Op.MOV, STATE, Reg.RDX);
        asm.q(Op.MOV, INT_TAG, Value.INT_TAG);
        asm.q(Op.MOV, NOT_CELL_MASK, Value.NOT_CELL_MASK);
        asm.op(Op.CALL, Reg.RDI);
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        CALLEE_SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.op(Op.RET);
    }

    private static void interpreter(Assembler asm) {
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.ENTER_INTERPRETER));
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        asm.op(Op.RET);
    }

    /** The collector finds what is saved here: it scans the native stack. */
    private static void preserving(Assembler asm, RuntimeFunction function) {
        int floats = 8 * Xmm.values().length;
        CALLER_SAVED.forEach(register -> asm.op(Op.PUSH, register));
        // Nine pushes and the return address leave rsp a multiple of 16.
        asm.q(Op.SUB, Reg.RSP, floats);
        for (Xmm register : Xmm.values()) {
            asm.op(Op.MOVSD, at(Reg.RSP, 8L * register.ordinal()), register);
        }
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.q(Op.MOV, Reg.RSI, Reg.R11);
        asm.q(Op.MOV, Reg.RDX, Reg.R10);
        asm.op(Op.CALL, runtime(function));
        // Where r11 is taken from.
        asm.q(Op.MOV, at(Reg.RSP, floats), Reg.RAX);
        for (Xmm register : Xmm.values()) {
            asm.op(Op.MOVSD, register, at(Reg.RSP, 8L * register.ordinal()));
        }
        asm.q(Op.ADD, Reg.RSP, floats);
        CALLER_SAVED.reversed().forEach(register -> asm.op(Op.POP, register));
        asm.op(Op.RET);
    }

    private static void exit(Assembler asm, boolean moved) {
        for (Reg register : Reg.values()) {
            asm.q(Op.MOV, at(STATE, VmState.EXIT_GPR + 8L * register.ordinal()), register);
        }
        for (Xmm register : Xmm.values()) {
            asm.op(Op.MOVSD, at(STATE, VmState.EXIT_XMM + 8L * register.ordinal()), register);
        }
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, runtime(RuntimeFunction.DEOPTIMIZE));
        FunctionEntry.leave(asm, moved);
    }
}
