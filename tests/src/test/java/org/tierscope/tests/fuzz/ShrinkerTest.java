package org.tierscope.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final long SECONDS = 120;

    @Test
    void leavesOutWhatHasNoPart() {
        String source = """
                let a = 1, b = 2;
                function f(x) { if (x > 3) { a++; return x / 0; } return b; }
                for (let i = 0; i < 10; i++) { b += f(i); console.log(b); }
                console.log(a);
                """;
        String small = new Shrinker(text -> text.contains("x / 0"), SECONDS).shrink(source);
        assertThat(small).contains("x / 0").hasSizeLessThan(40).doesNotContain("console", "for", "if");
    }

    @Test
    void keepsWhatIsSmallestAlready() {
        assertThat(new Shrinker(text -> text.equals("f();"), SECONDS).shrink("f();")).isEqualTo("f();");
    }
}
