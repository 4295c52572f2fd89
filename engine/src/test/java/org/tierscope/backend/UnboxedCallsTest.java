package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.asm.Listing;
import org.tierscope.ir.Representation;
import org.tierscope.ir.Signature;

/** Machine code of recursion with an int32 and a double. */
class UnboxedCallsTest extends CodeFixture {
    private static final String RECURSION = """
            b0:
              v0 = Parameter[0]
              v1 = Parameter[1]
              v2 = CheckInt32 v0 !NOT_INT32 @s0
              v3 = CheckNumber v1 !NOT_NUMBER @s0
              v4 = ConstantInt32[1]
              v5 = SubInt32 v2 v4
              v6 = BoxInt32 v5
              v7 = AddFloat64 v3 v3
              v8 = BoxFloat64 v7
              v9 = Constant[0xa] : Undefined
              v10 = Call[$id] v9 v9 v9 v6 v8 @s1
              v11 = Return v10
            s0: $f@0 regs=4 {0=v0 1=v1}
            s1: $f@0 regs=4 {}
            """;

    @Test
    void argumentsArePassedInRegistersWhereTheSignatureIsAsItWas() {
        CodeGenerator.Result result = generateDirect(RECURSION);
        int signature = Signature.of(List.of(Representation.INT32, Representation.FLOAT64));

        assertThat(result.signature()).isEqualTo(signature);
        String call = String.join("\n", from(result, 0));
        assertThat(call).containsSubsequence(
                "cmp dword ptr [r11+0x58], 0x" + Integer.toHexString(signature), "jne", "call qword ptr [r11+0x50]");
        // What is boxed for a callee that has no such entry any more.
        assertThat(call).containsSubsequence("lea r10, [rcx+r14*1]", "movq r10, xmm0", "sub r10, r14", "call qword ptr [r11]");
    }

    @Test
    void theUnboxedEntryChecksNothingButTheStack() {
        CodeGenerator.Result result = generateDirect(RECURSION);
        List<String> code = from(result, result.unboxedEntry());

        assertThat(code.get(0)).startsWith("lea rax, [rbx+");
        assertThat(code.subList(0, 12)).noneMatch(text -> text.contains("ucomisd") || text.contains("r14"));
        assertThat(result.unboxedEntry()).isPositive();
    }

    private static List<String> from(CodeGenerator.Result result, int offset) {
        return result.code().listing().lines().stream()
                .filter(line -> line.kind() == Listing.Kind.INSTRUCTION && line.offset() >= offset)
                .map(Listing.Line::text)
                .toList();
    }
}
