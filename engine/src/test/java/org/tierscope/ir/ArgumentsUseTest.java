package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.bytecode.Opcode;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;

/** Inlined functions that read their arguments object, which then is not made, and those that need it. */
class ArgumentsUseTest {
    private static Guest calling(String function) {
        var guest = Guest.of(function + " function f(g, x) { return g(1, x, 5); }").sawInts("g").sawInts("f");
        return guest.sawCall("f", Opcode.CALL, 0, 0, guest.id("g"));
    }

    private static Graph optimized(Guest guest) {
        Graph graph = guest.build("f");
        new PassRunner(Passes.all(), Set.of(), true, (_, _) -> {}).run(graph);
        return graph;
    }

    @Test
    void theLengthIsTheNumberOfArguments() {
        String text = GraphPrinter.print(optimized(calling("function g() { return arguments.length; }")));

        assertThat(text).contains("Constant[0xfffe000000000003]").doesNotContain("ExecuteBytecode", " = Call[", "NewArray");
    }

    @Test
    void anElementIsTheArgument() {
        String text = GraphPrinter.print(optimized(calling("function g(a) { return arguments[1]; }")));

        assertThat(text).containsPattern("v(\\d+) = Parameter\\[1\\](?s:.*)Return v\\1").doesNotContain(" = Call[", "NewArray");
    }

    @Test
    void aLoopOverThemIsUnrolledAndNothingIsAllocated() {
        String text = GraphPrinter.print(optimized(calling(
                "function g() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }")));

        assertThat(text).contains("AddInt32Checked").doesNotContain("Phi", "CheckBounds", "LoadElement", "NewArray");
    }

    @Test
    void exitsMakeTheObjectOnTheFrameTheyRebuild() {
        Graph graph = calling("function g() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }").build("f");
        String text = GraphPrinter.print(graph);

        assertThat(text).containsPattern("s\\d+: f\\d+@\\d+ in s\\d+ window=\\d+ args=3 arguments=2:2 regs=");
        assertThat(GraphPrinter.print(GraphParser.parse(text))).isEqualTo(text);
    }

    @Test
    void behindItsLastUseNoExitMakesIt() {
        String text = GraphPrinter.print(calling("function g(a, b) { 'use strict'; let n = arguments.length; return n + b; }").build("f"));

        assertThat(text).contains("AddInt32Checked").doesNotContain(" arguments=");
    }

    @Test
    void applyWithItIsACallWithTheArguments() {
        var guest = calling("function g(h) { return h.apply(this, arguments); }");
        guest.sawCall("g", Opcode.CALL, 0, 0xC000, guest.nativeFunction(Intrinsic.FUNCTION_APPLY));
        guest.sawMisses("g", Opcode.GET_FIELD, 0);

        assertThat(GraphPrinter.print(guest.build("f")))
                .contains("CheckValue[0xc000]", "TestType[CALLABLE]")
                .containsPattern("Call\\[-1\\] v\\d+ v\\d+ v\\d+ v\\d+ v\\d+ v\\d+ @");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "function g(a) { arguments[0] = 7; return a; }",
        "function g(a) { a = 7; return arguments[0]; }",
        "function g(a) { const h = () => { a = 7; }; h(); return arguments[0]; }",
        "function g() { return arguments; }",
        "function g() { return [arguments]; }",
        "function g() { return arguments.callee; }",
        "function g() { return () => arguments.length; }",
        "function g(c) { const x = c ? arguments : [1]; return x.length; }",
        "function g() { return h(arguments); }",
        "function g() { return delete arguments.length; }",
        "function g() { for (const k in arguments) return k; }",
    })
    void whatMayBeSeenOrChangedIsMade(String function) {
        Graph graph = calling(function).build("f");

        assertThat(graph.inlinings()).extracting(InliningDecision::reason).containsExactly("uses its arguments object");
    }

    @Test
    void anIndexThatWasOutOfBoundsTooOftenIsNotGuessedAgain() {
        var guest = calling("function g(i) { return arguments[i]; }").refuted("g", Opcode.GET_ELEMENT, 0, ExitReason.OUT_OF_BOUNDS);

        assertThat(guest.build("f").inlinings()).extracting(InliningDecision::inlined).containsExactly(false);
    }

    @Test
    void leftOut() {
        var guest = calling("function g() { return arguments.length; }");
        Graph graph = GraphBuilder.build(guest.snapshot("f"), BuildLimits.DEFAULTS, Set.of(BuilderStep.ARGUMENTS));

        assertThat(graph.inlinings()).extracting(InliningDecision::inlined).containsExactly(false);
    }
}
