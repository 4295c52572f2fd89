package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.ir.MathFunction;
import org.tierscope.ir.RuntimeOperation;
import org.tierscope.machine.RuntimeFunction;

class RuntimeOperationTableTest {
    private static final List<String> FUNCTIONS =
            Arrays.stream(RuntimeFunction.values()).map(Enum::name).toList();

    @Test
    void everyOperationOfTheGraphIsARuntimeFunction() {
        assertThat(Arrays.stream(RuntimeOperation.values()).map(Enum::name)).isSubsetOf(FUNCTIONS);
    }

    @Test
    void everyMathFunctionOfTheGraphIsARuntimeFunction() {
        assertThat(Arrays.stream(MathFunction.values()).map(f -> "DOUBLE_" + f.name())).isSubsetOf(FUNCTIONS);
    }
}
