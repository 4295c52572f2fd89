package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.ir.pass.PassRunner;
import org.tierscope.ir.pass.Passes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;

class GraphBuilderTest {
    private static String optimized(Guest guest, String name) {
        Graph graph = guest.build(name);
        new PassRunner(Passes.all(), Set.of(), true, (_, _) -> {}).run(graph);
        return GraphPrinter.print(graph);
    }

    @Test
    void sumOfIntsIsALoopOfTwoAdditions() {
        var guest = Guest.of("function f(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }").sawInts("f");

        assertThat(optimized(guest, "f"))
                .isEqualTo(
                        """
                        graph f function=2 entry=0 slots=3
                        b0:
                          v3 = Parameter[0] : Value
                          v32 = CheckInt32 v3 !NOT_INT32 @s0
                          v4 = ConstantInt32[0]
                          v11 = Jump b1
                        b1 <- b0 b2:
                          v25 = Phi:INT32 v4 v17 : Int32(0..2147483647)
                          v27 = Phi:INT32 v4 v31 : Int32(0..2147483647)
                          v14 = CompareInt32[LT] v27 v32
                          v15 = Branch v14 b2 b3
                        b2 <- b1:
                          v17 = AddInt32Checked v25 v27 !OVERFLOW @s1 : Int32(0..2147483647)
                          v18 = ConstantInt32[1]
                          v31 = AddInt32 v27 v18 : Int32(1..2147483647)
                          v20 = CheckInterrupt !INTERRUPT @s2
                          v23 = Jump b1
                        b3 <- b1:
                          v26 = BoxInt32 v25 : Int32(0..2147483647)
                          v24 = Return v26
                        s0: f2@0 regs=3 {0=v3}
                        s1: f2@11 regs=3 {0=v32 1=v25 2=v27}
                        s2: f2@20 regs=3 {0=v32 1=v17 2=v31}
                        """);
    }

    @Test
    void whatNeverRanLeavesToTheInterpreter() {
        var guest = Guest.of("function f(a, b) { return a * b; }");

        assertThat(GraphPrinter.print(guest.build("f"))).contains("Exit !INSUFFICIENT_FEEDBACK");
    }

    @Test
    void doublesAreAddedAsDoubles() {
        var guest = Guest.of("function f(a, b) { return a + b; }").sawTypes("f", TypeBits.NUMBER);

        assertThat(optimized(guest, "f")).contains("CheckNumber", "AddFloat64", "BoxFloat64");
    }

    @Test
    void aRefutedGuessIsNotMadeAgain() {
        var guest = Guest.of("function f(a, b) { return a + b; }").sawInts("f")
                .refuted("f", Opcode.ADD, 0, ExitReason.OVERFLOW);

        assertThat(optimized(guest, "f")).contains("AddFloat64").doesNotContain("AddInt32");
    }

    @Test
    void mixedTypesGoThroughTheRuntime() {
        var guest = Guest.of("function f(a, b) { return a + b; }")
                .sawTypes("f", Opcode.ADD, 0, TypeBits.INT32, TypeBits.OBJECT, TypeBits.STRING);

        assertThat(optimized(guest, "f")).contains("CallRuntime[ADD f2+32] v3 v4");
    }

    @Test
    void aNumberBesideAStringIsConvertedAndConcatenated() {
        var guest = Guest.of("function f(a, b) { return a + b; }")
                .sawTypes("f", Opcode.ADD, 0, TypeBits.INT32, TypeBits.STRING, TypeBits.STRING);

        assertThat(optimized(guest, "f"))
                .contains("CheckInt32 v3", "CallRuntime[NUMBER_TO_STRING none]", "CheckString v4", "StringConcat")
                .doesNotContain("CallRuntime[ADD");
    }

    @Test
    void unsignedShiftIsADoubleOnceItsResultWasOne() {
        var guest = Guest.of("function f(a) { return a >>> 0; }")
                .sawTypes("f", Opcode.USHR_INT, 0, TypeBits.INT32, TypeBits.INT32, TypeBits.NUMBER);

        assertThat(optimized(guest, "f")).contains("Uint32ToFloat64");
    }

    @Test
    void propertyLoadsCheckTheShapeOnce() {
        var guest = Guest.of("function f(p) { return p.x + p.y; }").sawInts("f")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.POINT, AccessKind.INLINE, 24, 0)
                .sawProperty("f", Opcode.GET_FIELD, 1, Guest.POINT, AccessKind.INLINE, 32, 0);

        String text = optimized(guest, "f");
        assertThat(text).containsOnlyOnce("CheckShape[300]").contains("LoadField[24 NAMED]", "LoadField[32 NAMED]");
    }

    @Test
    void polymorphicLoadsDispatchOnTheShape() {
        var guest = Guest.of("function f(p) { return p.x; }")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.POINT, AccessKind.INLINE, 24, 0)
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.OTHER_POINT, AccessKind.OUT_OF_LINE, 16, 0);

        assertThat(optimized(guest, "f"))
                .contains("TestShape[300]", "CheckShape[301]", "LoadSlots", "Phi:TAGGED");
    }

    @Test
    void prototypePropertiesNeedTheirValidityCell() {
        var guest = Guest.of("function f(p) { return p.x; }")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.POINT, AccessKind.HOLDER_INLINE, 40, 0, 0x9000, 0xA000);

        assertThat(optimized(guest, "f")).contains("CheckValidity[0xa000]", "Constant[0x9000]", "LoadField[40 HOLDER]");
    }

    @Test
    void storesThatAddAPropertyChangeTheShapeAfterTheValue() {
        var guest = Guest.of("function f(p, v) { p.z = v; }")
                .sawProperty("f", Opcode.SET_FIELD, 0, Guest.POINT, AccessKind.ADD_INLINE, 40, Guest.OTHER_POINT);

        assertThat(optimized(guest, "f")).containsSubsequence("CheckShape[300]", "StoreField[40 NAMED]", "StoreShape[301]");
    }

    @Test
    void arraySumHoistsEverythingButTheLoad() {
        var guest = Guest.of("function f(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }")
                .sawInts("f")
                .sawProperty("f", Opcode.GET_FIELD, 0, Guest.ARRAY, AccessKind.ARRAY_LENGTH, 0, 0)
                .sawElements("f", Opcode.GET_ELEMENT, 0, Guest.ARRAY, CellType.ARRAY, ElementsKind.INT, 0);

        String text = optimized(guest, "f");
        String body = text.substring(text.indexOf("b2 <-"), text.indexOf("b3 <-"));
        assertThat(body).contains("LoadElement ", "UnboxInt32", "AddInt32Checked")
                .doesNotContain("CheckBounds", "CheckShape", "CheckElementsKind", "LoadElements", "LoadArrayLength");
    }

    @Test
    void holesAreCheckedForInHoleyArrays() {
        var guest = Guest.of("function f(a, i) { return a[i]; }")
                .sawElements("f", Opcode.GET_ELEMENT, 0, Guest.ARRAY, CellType.ARRAY, ElementsKind.HOLEY_DOUBLE, 0);

        assertThat(optimized(guest, "f"))
                .contains("CheckElementsKind[DOUBLE/HOLEY_DOUBLE]", "CheckNotHoleFloat64", "CheckBounds");
    }

    @Test
    void readingOutOfBoundsGoesThroughTheRuntime() {
        var guest = Guest.of("function f(a, i) { return a[i]; }").sawElements(
                "f", Opcode.GET_ELEMENT, 0, Guest.ARRAY, CellType.ARRAY, ElementsKind.INT,
                FeedbackLayout.ELEMENT_OUT_OF_BOUNDS);

        assertThat(optimized(guest, "f")).contains("CallRuntime[GET_ELEMENT");
    }

    @Test
    void appendingNeedsToKnowThatNoPrototypeHasElements() {
        var guest = Guest.of("function f(a, i, v) { a[i] = v; }").sawElements(
                "f", Opcode.SET_ELEMENT, 0, Guest.ARRAY, CellType.ARRAY, ElementsKind.TAGGED,
                FeedbackLayout.ELEMENT_APPEND);

        assertThat(optimized(guest, "f")).contains("CallRuntime[SET_ELEMENT");
        assertThat(optimized(guest.elementsValidity(0xB000), "f")).contains("CheckValidity[0xb000]", "ArrayPush");
    }

    @Test
    void smallFunctionsAreInlinedWithTheirFrames() {
        var guest = Guest.of(
                        """
                        function add(a, b) { return a + b; }
                        function f(g, x) { return g(x, 1) + 2; }
                        """)
                .sawInts("f").sawInts("add");
        guest.sawCall("f", Opcode.CALL, 0, 0, guest.id("add"));

        Graph graph = guest.build("f");
        String text = GraphPrinter.print(graph);
        assertThat(text).contains("CheckFunction[" + guest.id("add") + "]").doesNotContain("Call[");
        assertThat(text).containsPattern("s\\d+: f2@\\d+ in s\\d+ window=\\d+ args=2");
        assertThat(graph.inlinings()).extracting(InliningDecision::inlined).containsExactly(true);
    }

    /** A place that runs in every tenth call, as far as the test's feedback goes. */
    @Test
    void largeFunctionsAreInlinedOnlyWhereTheyAreCalledOften() {
        String sums = "s += x * x; ".repeat(20);
        var guest = Guest.of(
                        """
                        function large(x) { let s = 0; %s return s; }
                        function f(g, x) { return g(x); }
                        """
                                .formatted(sums))
                .sawInts("f").sawInts("large");
        guest.sawCall("f", Opcode.CALL, 0, 0, guest.id("large"));

        Graph graph = guest.build("f");
        assertThat(graph.inlinings()).extracting(InliningDecision::reason)
                .singleElement().asString().startsWith("too large for 0.1 calls per entry");
        assertThat(BuildLimits.DEFAULTS.maxInlinedCode(0.1)).isEqualTo(60);
        assertThat(BuildLimits.DEFAULTS.maxInlinedCode(1)).isEqualTo(200);
        assertThat(BuildLimits.DEFAULTS.maxInlinedCode(50)).isEqualTo(400);
    }

    @Test
    void whyACallIsNotInlinedIsSaid() {
        var guest = Guest.of(
                """
                function counting() { return arguments; }
                function f(g, x) { return g(x, 1); }
                """);
        guest.sawCall("f", Opcode.CALL, 0, 0, guest.id("counting"));

        Graph graph = guest.build("f");
        assertThat(graph.inlinings()).extracting(InliningDecision::reason)
                .containsExactly("uses its arguments object");
        assertThat(GraphPrinter.print(graph)).contains("Call[" + guest.id("counting") + "]");
    }

    @Test
    void mathFunctionsBecomeNodes() {
        var guest = Guest.of("function f(m, x) { return m(x * 0.5); }").sawTypes("f", TypeBits.NUMBER);
        guest.sawCall("f", Opcode.CALL, 0, 0xC000, guest.nativeFunction(Intrinsic.MATH_FLOOR));

        assertThat(optimized(guest, "f"))
                .contains("CheckValue[0xc000]", "FloorFloat64", "CheckFloat64IsInt32").doesNotContain("Call[");
    }

    @Test
    void osrEntryTakesRegistersFromTheFrameUnboxed() {
        var guest = Guest.of("function f(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }").sawInts("f")
                .atLoop("f", Map.of(0, Type.INT32, 1, Type.INT32, 2, Type.INT32));

        String text = optimized(guest, "f");
        assertThat(text).contains("entry=6", "Parameter[1]", "Parameter[2]");
        String loop = text.substring(text.indexOf("b1 <-"));
        assertThat(loop).contains("Phi:INT32").doesNotContain("CheckInt32", "Phi:TAGGED");
    }

    @Test
    void anInnerLoopEnteredByOsrStaysALoopInsideTheOuterOne() {
        String source = "function f(n, m) { let s = 0; for (let i = 0; i < n; i++) { for (let j = 0; j < m; j++) s += i % 7; } return s; }";
        var guest = Guest.of(source).sawInts("f").atLoop("f", Map.of());
        Graph graph = guest.build("f");
        var loops = new LoopTree(graph, new DominatorTree(graph));

        assertThat(loops.loops()).extracting(LoopTree.Loop::depth).containsExactly(1, 2);
        LoopTree.Loop inner = loops.loops().get(1);
        assertThat(loops.preheader(inner).nodes().getLast().operator()).isEqualTo(Operator.Checkpoint);
        assertThat(inner.header().phis()).as("n, m and i are the same in all of the inner loop").hasSize(2);
    }

    @Test
    void aLoopEnteredByOsrWithNoneAroundItHasOneHeader() {
        var guest = Guest.of("function f(n) { let s = 0; for (let i = 0; i < n; i++) { if (i & 1) continue; s += i; } return s; }")
                .sawInts("f").atLoop("f", Map.of());
        Graph graph = guest.build("f");

        assertThat(new LoopTree(graph, new DominatorTree(graph)).loops()).hasSize(1);
    }

    @Test
    void anArrayLiteralOfWhatIsNotKnownToFitChecksIt() {
        var guest = Guest.of("function f(x, y) { for (let i = 0; i < 9; i++) { let t = [y, x]; x = y; y = t; } }").sawInts("f")
                .sawAllocation("f", 0, ElementsKind.INT);

        assertThat(GraphPrinter.print(guest.build("f"))).containsPattern("NewArray\\[\\d+ INT\\]").contains("CheckInt32")
                .doesNotContain("ExecuteBytecode");
    }

    @Test
    void anArrayLiteralWithHolesIsLeftToTheRuntime() {
        var guest = Guest.of("function f(x, y) { return [x, , y]; }").sawAllocation("f", 0, ElementsKind.HOLEY_TAGGED);

        assertThat(GraphPrinter.print(guest.build("f"))).contains("ExecuteBytecode").doesNotContain("NewArray");
    }

    private static Guest calling(String source, String caller, String callee) {
        var guest = Guest.of(source).sawInts(callee).sawInts(caller);
        return guest.sawCall(caller, Opcode.CALL, 0, 0x9000, guest.id(callee));
    }

    @Test
    void theRestArrayOfAnInlinedCallIsMadeOfItsArguments() {
        var guest = calling("function g(a, ...xs) { return xs; } function f(g, x) { return g(1, x, 2); }", "f", "g");

        String text = GraphPrinter.print(guest.build("f"));
        assertThat(text).containsPattern("NewArray\\[\\d+ TAGGED\\] v\\d+ v\\d+ @").doesNotContain("ExecuteBytecode", "= Call[");
        assertThat(text).as("the frame is where it moves up behind three arguments, which stay in the caller's window")
                .containsPattern("f\\d+@\\d+ .*window=\\d+ args=3");
    }

    @Test
    void throwingIsLeftToTheInterpreter() {
        var guest = Guest.of("function f(x) { const y = 1; y = x; }");

        assertThat(GraphPrinter.print(guest.build("f"))).contains("Exit !THROWS");
    }

    @Test
    void callsUnderAHandlerSayThatTheirFrameCatches() {
        var guest = Guest.of("function f(g) { try { return g(); } catch (e) { return e; } }");
        guest.sawMisses("f", Opcode.CALL, 0);

        assertThat(GraphPrinter.print(guest.build("f"))).contains("Call[-1]").containsPattern("s\\d+: f2@\\d+ handled");
    }
}
