package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.asm.CpuFeatures;

/** Chains of comparisons become one indexed jump, and those that must not stay chains. */
class JumpTablesTest extends CodeFixture {
    @Override
    CpuFeatures features() {
        return CpuFeatures.all();
    }

    /** Of a parameter with constants, each of which leads to a constant of its own. */
    private static String chain(String between, int... constants) {
        var text = new StringBuilder("""
                b0:
                  v0 = Parameter[0]
                  v1 = CheckInt32 v0 !NOT_INT32 @s0
                  v2 = Jump b1
                """);
        for (int i = 0; i < constants.length; i++) {
            int id = 10 * (i + 1);
            text.append("b%d <- b%d:\n".formatted(2 * i + 1, i == 0 ? 0 : 2 * i - 1));
            text.append(i == 3 ? between : "");
            text.append("  v%d = ConstantInt32[%d]\n".formatted(id, constants[i]));
            text.append("  v%d = CompareInt32[EQ] v1 v%d\n".formatted(id + 1, id));
            text.append("  v%d = Branch v%d b%d b%d\n".formatted(id + 2, id + 1, 2 * i + 2, 2 * i + 3));
            text.append("b%d <- b%d:\n".formatted(2 * i + 2, 2 * i + 1));
            text.append("  v%d = Constant[0xfffe%012x]\n".formatted(id + 3, i + 100));
            text.append("  v%d = Return v%d\n".formatted(id + 4, id + 3));
        }
        int last = constants.length;
        text.append("b%d <- b%d:\n  v5 = Constant[0xa]\n  v6 = Return v5\n".formatted(2 * last + 1, 2 * last - 1));
        return text.append("s0: $f@0 regs=2 {0=v0}\n").toString();
    }

    private static String all(CodeGenerator.Result result) {
        StringBuilder text = new StringBuilder();
        result.code().listing().lines().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    @Test
    void casesCloseTogetherAreOneJump() {
        String code = all(generate(chain("", 3, 4, 5, 6, 7, 8, 10, 11)));

        assertThat(code).contains("sub r11d, 0x3\ncmp r11d, 0x9\njae b17\nlea r10, [rip+table_b1]\njmp qword ptr [r10+r11*8]");
        assertThat(code).as("the constant that is missing goes where all others go").contains("dq b12\ndq b17\ndq b14\ndq b16");
    }

    @Test
    void fewCasesAreCompared() {
        assertThat(all(generate(chain("", 0, 1, 2, 3, 4)))).doesNotContain("jmp qword ptr");
    }

    @Test
    void casesFarApartAreCompared() {
        assertThat(all(generate(chain("", 0, 10, 20, 30, 40, 50, 60, 70, 80)))).doesNotContain("jmp qword ptr");
    }

    @Test
    void aChainEndsWhereSomethingElseIsDone() {
        String store = "  v7 = StoreField[24 NAMED] v0 v0\n";
        String code = all(generate(chain(store, 0, 1, 2, 3, 4, 5, 6, 7)));
        assertThat(code).doesNotContain("jmp qword ptr");
    }

    @Test
    void theSameConstantTwiceStaysAChain() {
        assertThat(all(generate(chain("", 0, 1, 2, 3, 3, 4, 5, 6, 7)))).doesNotContain("jmp qword ptr");
    }

    @Test
    void negativeConstantsBeginTheTableToo() {
        String code = all(generate(chain("", -4, -3, -2, -1, 0, 1, 2, 3)));

        assertThat(code).contains("cmp r11d, 0x8").contains("table_b1");
    }
}
