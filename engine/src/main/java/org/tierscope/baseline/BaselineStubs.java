package org.tierscope.baseline;

import java.util.function.Consumer;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;

/**
 * Pieces of machine code that the templates share by calling them: they keep templates short. They take and give
 * values in registers as said. Except for {@code execute}, {@code takesJump} and {@code callGetter} they call
 * nothing and change neither frame nor {@code rbp}.
 *
 * @param execute     esi = pc: executes the instruction in the runtime; rax = EXCEPTION where it threw
 * @param takesJump   esi = pc: whether the conditional jump is taken; rax = TRUE, FALSE or EXCEPTION
 * @param numbers     rax, rdx = values → xmm0, xmm1 = their doubles, ecx = their TypeBits (left, right), or
 *                    ecx = 0 where one is no number; changes rax and rdx
 * @param box         xmm0 = double → rax = value (int32 where it is one), its TypeBits added to ecx as the
 *                    result's; changes rdx, xmm1
 * @param truthy      rax = value → rax = TRUE or FALSE, or 0 where the runtime must tell
 * @param strictEqual rax, rdx = values, rsi = TYPE slot → rax = TRUE or FALSE with types recorded, or 0 where
 *                    the runtime must tell
 * @param looseEqual  the same for loose equality
 * @param concatenates rax, rdx = values, rsi = TYPE slot → ecx = 1 with types recorded where one is a string and the other a
 *                    string or an int32, or 0
 * @param bothStrings rax, rdx = values, rsi = TYPE slot → ecx = 1 with types recorded where both are strings, or 0
 * @param getField    rax = cell, rsi = PROPERTY slot → rax = value, or 0; then rcx = the getter to call, or 0 on
 *                    a miss
 * @param callGetter  rcx = getter, rdx = receiver, r8 = bytes from fp to the callee's fp → rax as a guest call
 *                    returns it; clobbers what a guest call does
 * @param setField    rax = cell, rdx = value, rsi = PROPERTY slot → ecx = 1 when stored, 0 on a miss
 * @param elementsKind rax = object, rsi = ELEMENT slot → ecx = its elements kind where the slot knows its
 *                    shape, else 0
 * @param loadTyped   rax = object, edx = index, ecx = elements kind → rax = value, or 0 on a miss
 * @param storeTyped  rax = object, edx = index, ecx = elements kind, rdi = value → ecx = 1 when stored, 0 on
 *                    a miss
 * @param callTarget  rax = callee, rsi = CALL slot → rcx = the FunctionCell of a function that the slot
 *                    knows, the hit counted, or 0 where the runtime must prepare the call
 * @param noElementsOnPrototypes address of the u32 that is 0 once an object that is a prototype has had an indexed property
 * @param linker      to be told which runtime functions code calls
 */
record BaselineStubs(
        Label execute,
        Label takesJump,
        Label numbers,
        Label box,
        Label truthy,
        Label strictEqual,
        Label looseEqual,
        Label concatenates,
        Label bothStrings,
        Label getField,
        Label callGetter,
        Label setField,
        Label elementsKind,
        Label loadTyped,
        Label storeTyped,
        Label callTarget,
        long noElementsOnPrototypes,
        Consumer<RuntimeFunction> linker) {

    static BaselineStubs install(MachineRuntime runtime) {
        CodeMemory memory = runtime.codeMemory();
        CpuFeatures features = runtime.cpuFeatures();
        return new BaselineStubs(
                install(memory, features, "execute", ValueStubs::execute),
                install(memory, features, "takesJump", ValueStubs::takesJump),
                install(memory, features, "numbers", ValueStubs::numbers),
                install(memory, features, "box", ValueStubs::box),
                install(memory, features, "truthy", ValueStubs::truthy),
                install(memory, features, "strictEqual", ValueStubs::strictEqual),
                install(memory, features, "looseEqual", ValueStubs::looseEqual),
                install(memory, features, "concatenates", ValueStubs::concatenates),
                install(memory, features, "bothStrings", ValueStubs::bothStrings),
                install(memory, features, "getField", CacheStubs::getField),
                install(memory, features, "callGetter", CacheStubs::callGetter),
                install(memory, features, "setField", CacheStubs::setField),
                install(memory, features, "elementsKind", CacheStubs::elementsKind),
                install(memory, features, "loadTyped", TypedArrayStubs::load),
                install(memory, features, "storeTyped", TypedArrayStubs::store),
                install(memory, features, "callTarget", CacheStubs::callTarget),
                runtime.vm().protectors().noElementsOnPrototypes(),
                runtime::link);
    }

    private interface Body {
        void emit(Assembler asm);
    }

    private static Label install(CodeMemory memory, CpuFeatures features, String name, Body body) {
        Assembler asm = Assembler.plain(features);
        body.emit(asm);
        return Label.external(name, memory.install(asm.finish(), "baseline stub: " + name).address());
    }
}
