package org.tierscope.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramTextTest {
    @ParameterizedTest
    @EnumSource
    void programsOfEachProfileAreValid(Profile profile) {
        for (long seed = 0; seed < 40; seed++) {
            String program = ProgramText.of(profile, seed);
            assertThat(ProgramTree.parses(program)).as(program).isTrue();
        }
    }

    @Test
    void aSeedAlwaysMakesTheSameProgram() {
        assertThat(ProgramText.of(Profile.ALL, 7)).isEqualTo(ProgramText.of(Profile.ALL, 7));
    }

    @Test
    void seedsMakeDifferentPrograms() {
        var programs = new HashSet<String>();
        for (long seed = 0; seed < 50; seed++) {
            programs.add(ProgramText.of(Profile.ALL, seed));
        }
        assertThat(programs).hasSize(50);
    }
}
