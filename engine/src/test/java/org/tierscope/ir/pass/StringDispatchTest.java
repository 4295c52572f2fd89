package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringDispatchTest {
    private static final String STRINGS = """
            v3 = CheckString v0 !NOT_STRING @s0
            v4 = Constant[0x1000] : String
            v5 = Constant[0x1010] : String
            v6 = Constant[0x1020] : String
            v7 = Constant[0x1030] : String
            """;

    private static String after(String nodes) {
        return PassTests.after(new StringDispatch(), PassTests.block(STRINGS + nodes));
    }

    @Test
    void aChainOfComparisonsLooksTheStringUpOnceAndComparesWords() {
        String text = after("""
                v10 = StringEqual v3 v4 !THROWS @s1
                v11 = StringEqual v5 v3 !THROWS @s1
                v12 = StringEqual v3 v6 !THROWS @s1
                v13 = StringEqual v3 v7 !THROWS @s1
                v20 = Return v0
                """);

        assertThat(text).containsOnlyOnce("InternString v3 !THROWS @s1").doesNotContain("StringEqual");
        assertThat(text.split("SameWord", -1)).hasSize(5);
    }

    @Test
    void fewComparisonsStay() {
        String text = after("""
                v10 = StringEqual v3 v4 !THROWS @s1
                v11 = StringEqual v3 v5 !THROWS @s1
                v12 = StringEqual v3 v6 !THROWS @s1
                v20 = Return v0
                """);

        assertThat(text).doesNotContain("InternString").contains("StringEqual");
    }

    @Test
    void comparisonsOfDifferentStringsOrWithNoConstantStay() {
        String text = after("""
                v8 = CheckString v1 !NOT_STRING @s0
                v10 = StringEqual v3 v4 !THROWS @s1
                v11 = StringEqual v8 v5 !THROWS @s1
                v12 = StringEqual v3 v8 !THROWS @s1
                v13 = StringEqual v8 v7 !THROWS @s1
                v20 = Return v0
                """);

        assertThat(text).doesNotContain("InternString");
    }

    @Test
    void comparisonsOnDifferentWaysAreNoChain() {
        String text = PassTests.after(
                new StringDispatch(),
                """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v3 = CheckString v0 !NOT_STRING @s0
                  v4 = Constant[0x1000] : String
                  v8 = Truthy v0
                  v9 = Branch v8 b1 b2
                b1 <- b0:
                  v10 = StringEqual v3 v4 !THROWS @s0
                  v11 = StringEqual v3 v4 !THROWS @s0
                  v20 = Return v0
                b2 <- b0:
                  v12 = StringEqual v3 v4 !THROWS @s0
                  v13 = StringEqual v3 v4 !THROWS @s0
                  v21 = Return v0
                s0: f1@0 regs=1 {0=v0}
                """);

        assertThat(text).doesNotContain("InternString");
    }
}
