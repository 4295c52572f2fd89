package org.tierscope.asm;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;

/** Asks this machine's processor, with a few instructions of its own. */
final class CpuProbe {
    private static final int OSXSAVE = 1 << 27;
    private static final int SSE_AND_AVX_STATE = 6;

    private CpuProbe() {
    }

    static CpuFeatures probe(CodeMemory memory) {
        CodeBlock cpuid = memory.install(cpuid(), "cpuid");
        CodeBlock xgetbv = memory.install(xgetbv(), "xgetbv");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(16, 4);
            MemorySegment ask = NativeCall.code(cpuid.address());
            EnumSet<CpuFeature> present = EnumSet.noneOf(CpuFeature.class);
            for (CpuFeature feature : CpuFeature.values()) {
                if ((register(ask, answer, feature.leaf, feature.register) >>> feature.bit & 1) != 0) {
                    present.add(feature);
                }
            }
            boolean avxState = (register(ask, answer, 1, 'c') & OSXSAVE) != 0
                    && (call(NativeCall.code(xgetbv.address()), 0, 0) & SSE_AND_AVX_STATE)
                    == SSE_AND_AVX_STATE;
            if (!avxState) {
                present.remove(CpuFeature.AVX);
            }
            return CpuFeatures.of(present);
        } finally {
            memory.free(cpuid);
            memory.free(xgetbv);
        }
    }

    /** A register of a cpuid leaf, zero when the processor does not know the leaf. */
    private static int register(MemorySegment ask, MemorySegment answer, int leaf, char register) {
        call(ask, leaf & 0x8000_0000, answer.address());
        if (Integer.compareUnsigned(answer.get(ValueLayout.JAVA_INT, 0), leaf) < 0) {
            return 0;
        }
        call(ask, leaf, answer.address());
        return answer.get(ValueLayout.JAVA_INT, (register - 'a') * 4L);
    }

    private static long call(MemorySegment code, long a, long b) {
        return NativeCall.call(code, a, b, 0, 0, 0, 0);
    }

    /** (leaf, address of four ints a b c d). */
    private static AssembledCode cpuid() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        asm.op(Op.PUSH, RBX);
        asm.d(Op.MOV, RAX, RDI);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.CPUID);
        asm.d(Op.MOV, at(RSI, 0), RAX);
        asm.d(Op.MOV, at(RSI, 4), RBX);
        asm.d(Op.MOV, at(RSI, 8), RCX);
        asm.d(Op.MOV, at(RSI, 12), RDX);
        asm.op(Op.POP, RBX);
        asm.op(Op.RET);
        return asm.finish();
    }

    private static AssembledCode xgetbv() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.XGETBV);
        asm.op(Op.RET);
        return asm.finish();
    }
}
