package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBP;
import static org.tierscope.asm.Reg.RBX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Assembled functions run on this machine and do what the Java beside them does. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class ExecutionTest {
    private static CodeMemory memory;
    private static CpuFeatures features;

    @BeforeAll
    static void open() {
        memory = CodeMemory.reserve(1 << 20);
        features = CpuFeatures.probe(memory);
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    private static CodeBlock install(Consumer<Assembler> body) {
        Assembler asm = Assembler.plain(features);
        body.accept(asm);
        return memory.install(asm.finish(), "test");
    }

    private static long call(CodeBlock code, long a, long b) throws Throwable {
        return (long) NativeCall.handle(code.address(), 2).invokeExact(a, b);
    }

    @Test
    void sumsALoop() throws Throwable {
        CodeBlock code = install(asm -> {
            Label loop = asm.label("loop");
            Label done = asm.label("done");
            asm.d(Op.XOR, RAX, RAX);
            asm.bind(loop);
            asm.q(Op.TEST, RDI, RDI);
            asm.jcc(Cond.LESS_EQUAL, done);
            asm.q(Op.ADD, RAX, RDI);
            asm.q(Op.SUB, RDI, 1);
            asm.jmp(loop);
            asm.bind(done);
            asm.op(Op.RET);
        });
        assertThat(call(code, 1000, 0)).isEqualTo(500_500);
    }

    @Test
    void calculatesWithDoubles() throws Throwable {
        CodeBlock code = install(asm -> {
            asm.op(Op.MOVQ, XMM0, RDI);
            asm.op(Op.MOVQ, XMM1, RSI);
            asm.op(Op.MULSD, XMM0, XMM1);
            asm.op(Op.ADDSD, XMM0, asm.literal(Double.doubleToRawLongBits(0.25)));
            asm.op(Op.MOVQ, RAX, XMM0);
            asm.op(Op.RET);
        });
        long result = call(code, Double.doubleToRawLongBits(1.5), Double.doubleToRawLongBits(-3.0));
        assertThat(Double.longBitsToDouble(result)).isEqualTo(1.5 * -3.0 + 0.25);
    }

    static long addOne(long x) {
        return x + 1;
    }

    @Test
    void callsBackIntoJava() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            long stub = NativeCall.upcall(MethodHandles.lookup().findStatic(ExecutionTest.class, "addOne",
                    MethodType.methodType(long.class, long.class)), arena);
            CodeBlock code = install(asm -> {
                Label again = asm.label();
                asm.op(Op.PUSH, RBX);
                asm.op(Op.PUSH, RBP);
                asm.q(Op.SUB, RSP, 8);
                asm.q(Op.MOV, RBX, RSI);
                asm.bind(again);
                asm.callAbsolute(RAX, stub, "addOne");
                asm.q(Op.MOV, RDI, RAX);
                asm.q(Op.DEC, RBX);
                asm.jcc(Cond.NOT_ZERO, again);
                asm.q(Op.ADD, RSP, 8);
                asm.op(Op.POP, RBP);
                asm.op(Op.POP, RBX);
                asm.op(Op.RET);
            });
            assertThat(call(code, 5, 100)).isEqualTo(105);
        }
    }

    @Test
    void patchedCodeChangesWhatItDoes() throws Throwable {
        Assembler asm = Assembler.plain(features);
        asm.d(Op.MOV, RAX, 1);
        asm.op(Op.RET);
        CodeBlock code = memory.install(asm.finish(), "patched");
        assertThat(call(code, 0, 0)).isEqualTo(1);
        memory.patch(code.address() + 1, (byte) 2);
        assertThat(call(code, 0, 0)).isEqualTo(2);
    }

    @Test
    void readsAndWritesMemory() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            var cells = arena.allocate(64, 8);
            CodeBlock code = install(asm -> {
                asm.q(Op.MOV, RAX, at(RDI, RSI, 8, 8));
                asm.q(Op.ADD, at(RDI, 0), 40);
                asm.op(Op.RET);
            });
            cells.setAtIndex(ValueLayout.JAVA_LONG, 3, 77);
            assertThat(call(code, cells.address(), 2)).isEqualTo(77);
            assertThat(cells.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(40);
        }
    }
}
