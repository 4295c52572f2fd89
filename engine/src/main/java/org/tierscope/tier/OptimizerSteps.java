package org.tierscope.tier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tierscope.backend.CodeGenerator;
import org.tierscope.ir.BuilderStep;
import org.tierscope.ir.pass.Pass;
import org.tierscope.ir.pass.Passes;

/** All that {@code --disable-pass} can leave out of an optimizing compilation. */
public final class OptimizerSteps {
    private OptimizerSteps() {}

    /** Names, in the order in which they run first: steps of the graph builder, passes, steps of the back end. */
    public static List<String> names() {
        Stream<String> builder = Arrays.stream(BuilderStep.values()).map(BuilderStep::title);
        Stream<String> passes = Passes.all().stream().map(Pass::name).distinct();
        return Stream.of(builder, passes, CodeGenerator.STEPS.stream()).flatMap(names -> names).toList();
    }
}
