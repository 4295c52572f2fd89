package org.tierscope.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MutatorTest {
    private static final String SOURCE = """
            const list = [3, 1, 2];
            let sum = 0;
            for (const x of list) { if (x > 1) sum += x * 2; }
            console.log(sum, list.map((v) => v - 1).join());
            """;

    @Test
    void changesProgramsIntoOthersThatAreValid() {
        for (long seed = 0; seed < 100; seed++) {
            String changed = Mutator.mutate(SOURCE, new Chance(seed)).orElseThrow();
            assertThat(changed).isNotEqualTo(SOURCE);
            assertThat(ProgramTree.parses(changed)).as(changed).isTrue();
        }
    }

    @Test
    void findsNothingToChangeInNothing() {
        assertThat(Mutator.mutate("", new Chance(1))).isEmpty();
    }
}
