package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;

/** Each step of the graph builder, and the same function built without it. */
class BuilderStepsTest {
    private static String with(Guest guest) {
        return GraphPrinter.print(guest.build("f"));
    }

    private static String without(BuilderStep step, Guest guest) {
        Graph graph = GraphBuilder.build(guest.snapshot("f"), BuildLimits.DEFAULTS, Set.of(step));
        GraphVerifier.verify(graph, "building");
        return GraphPrinter.print(graph);
    }

    @Test
    void inlining() {
        var guest = Guest.of("function g(a) { return a + 1; } function f(g, x) { return g(x); }").sawInts("f").sawInts("g");
        guest.sawCall("f", Opcode.CALL, 0, 0, guest.id("g"));

        assertThat(with(guest)).contains("AddInt32Checked").doesNotContain(" = Call[");
        assertThat(without(BuilderStep.INLINING, guest)).contains(" = Call[" + guest.id("g") + "]").doesNotContain("AddInt32Checked");
        assertThat(without(BuilderStep.INTRINSICS, guest)).isEqualTo(with(guest));
    }

    @Test
    void intrinsics() {
        var guest = Guest.of("function f(m, x) { return m(x); }").sawInts("f");
        guest.sawCall("f", Opcode.CALL, 0, 0xC000, guest.nativeFunction(Intrinsic.MATH_SQRT));

        assertThat(with(guest)).contains("SqrtFloat64").doesNotContain(" = Call[");
        assertThat(without(BuilderStep.INTRINSICS, guest)).contains(" = Call[").doesNotContain("SqrtFloat64");
        assertThat(without(BuilderStep.INLINING, guest)).isEqualTo(with(guest));
    }

    @Test
    void typeSpecializationOfArithmeticAndComparisons() {
        var guest = Guest.of("function f(a, b) { return a < b ? a + b : a; }").sawInts("f");

        assertThat(with(guest)).contains("CompareInt32", "AddInt32Checked").doesNotContain("CallRuntime");
        assertThat(without(BuilderStep.TYPE_SPECIALIZATION, guest)).contains("CallRuntime[LESS", "CallRuntime[ADD")
                .doesNotContain("CheckInt32");
    }

    @Test
    void typeSpecializationOfElements() {
        var guest = Guest.of("function f(a, i) { return a[i]; }")
                .sawElements("f", Opcode.GET_ELEMENT, 0, Guest.ARRAY, CellType.ARRAY, ElementsKind.INT, 0);

        assertThat(with(guest)).contains("LoadElement ");
        assertThat(without(BuilderStep.TYPE_SPECIALIZATION, guest)).contains("CallRuntime[GET_ELEMENT").doesNotContain("LoadElement ");
    }

    @Test
    void typeSpecializationOfRegistersAtAnEntryByOsr() {
        var guest = Guest.of("function f(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }").sawInts("f")
                .atLoop("f", Map.of(0, Type.INT32, 1, Type.INT32, 2, Type.INT32));

        assertThat(with(guest)).contains("CheckInt32");
        assertThat(without(BuilderStep.TYPE_SPECIALIZATION, guest)).doesNotContain("CheckInt32");
    }

    private static Guest sawTwoShapes() {
        return Guest.of("function f(p) { return p.x; }")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.POINT, AccessKind.INLINE, 24, 0)
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.OTHER_POINT, AccessKind.INLINE, 32, 0);
    }

    @Test
    void polymorphicDispatch() {
        assertThat(with(sawTwoShapes())).contains("TestShape[300]", "CheckShape[301]");
        assertThat(without(BuilderStep.POLYMORPHIC_DISPATCH, sawTwoShapes())).contains("CallRuntime[GET_FIELD").doesNotContain("TestShape");
    }

    @Test
    void oneShapeIsNoPolymorphism() {
        var guest = Guest.of("function f(p) { return p.x; }")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.POINT, AccessKind.INLINE, 24, 0);

        assertThat(without(BuilderStep.POLYMORPHIC_DISPATCH, guest)).isEqualTo(with(guest)).contains("CheckShape[300]");
    }

    @Test
    void pathPruning() {
        var guest = Guest.of("function f(a, g) { if (a) return g(a.x + 1); return 1; }");

        assertThat(with(guest)).contains("Exit !INSUFFICIENT_FEEDBACK").doesNotContain("CallRuntime", " = Call[");
        assertThat(without(BuilderStep.PATH_PRUNING, guest)).doesNotContain("INSUFFICIENT_FEEDBACK")
                .contains("CallRuntime[GET_FIELD", "CallRuntime[ADD", " = Call[-1]");
    }

    @Test
    void whatRanIsBuiltTheSameWithoutPruning() {
        var guest = Guest.of("function f(a, b) { return a * b; }").sawInts("f");

        assertThat(without(BuilderStep.PATH_PRUNING, guest)).isEqualTo(with(guest));
    }
}
