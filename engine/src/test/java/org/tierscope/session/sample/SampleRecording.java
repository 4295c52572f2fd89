package org.tierscope.session.sample;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.record.proto.BranchFeedback;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheFeedback;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.CallFeedback;
import org.tierscope.record.proto.CallTarget;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.CodeInvalidated;
import org.tierscope.record.proto.CompilationFinished;
import org.tierscope.record.proto.CompilationRefused;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.ElementsFeedback;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FeedbackSample;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.MovedValue;
import org.tierscope.record.proto.OperandFeedback;
import org.tierscope.record.proto.Option;
import org.tierscope.record.proto.OsrEntered;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.RebuiltFrame;
import org.tierscope.record.proto.Representation;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.TierUpRequested;
import org.tierscope.record.proto.Totals;
import org.tierscope.record.proto.Value;
import org.tierscope.record.proto.ValueType;
import org.tierscope.session.Session;

/**
 * A recording made by hand, so that views can be tested without an engine. It runs {@link SampleProgram}: two
 * functions get hot, go through baseline into optimized code by on-stack replacement, {@code add} is inlined into
 * {@code sum}; then an element is a string, and code 5 deoptimizes into two interpreter frames. 400 ms in all.
 */
public final class SampleRecording {

    public static final long MILLI = 1_000_000;

    /** When {@code sum} enters baseline code. */
    public static final long BASELINE_OSR = 22 * MILLI;
    /** When {@code sum} enters optimized code in the middle of its loop. */
    public static final long OPTIMIZED_OSR = 88 * MILLI;
    /** When the string is met. */
    public static final long DEOPT = 300 * MILLI;
    public static final long END = 400 * MILLI;

    /** Optimizing compilation of {@code sum} for calls, and its code. */
    public static final int COMPILATION = 5;
    public static final int CODE = 5;
    /** The exit of {@link #CODE} that fails. */
    public static final int EXIT = 3;

    private static final int INT32 = ValueType.TYPE_INT32_VALUE;
    private static final int STRING = ValueType.TYPE_STRING_VALUE;

    private final List<Event> events = new ArrayList<>();
    private long now;

    private SampleRecording() {
    }

    /** The events, in order of time. */
    public static List<Event> events() {
        SampleRecording recording = new SampleRecording();
        recording.start();
        recording.baseline();
        recording.optimize();
        recording.deoptimize();
        recording.end();
        return recording.events;
    }

    /** A session that holds all of {@link #events()}. */
    public static Session session() {
        Session session = new Session();
        events().forEach(session::append);
        return session;
    }

    private void start() {
        post(e -> e.setRunStarted(RunStarted.newBuilder().setProgramPath("samples/sum.js").setEngineVersion("0.1.0")
                .setArchitecture("x86-64").addAllCpuFeatures(List.of("sse4.1", "avx2", "bmi2"))
                .addOptions(Option.newBuilder().setName("osr-threshold").setValue("500"))
                .addAllTiers(List.of(Tier.INTERPRETER, Tier.BASELINE, Tier.OPTIMIZING))
                .setWallClockMillis(1_790_000_000_000L)));
        at(0.4);
        post(e -> e.setSourceLoaded(SampleProgram.source()));
        post(e -> e.setSyntaxTree(SampleProgram.syntaxTree()));
        post(e -> e.setFunctionLoaded(SampleProgram.program()));
        post(e -> e.setFunctionLoaded(SampleProgram.add()));
        post(e -> e.setFunctionLoaded(SampleProgram.sum()));
        post(e -> e.setShapeCreated(ShapeCreated.newBuilder().setShapeId(1).setClassName("Object").setPrototypeId(10)
                .setSlot(-1)));
        post(e -> e.setShapeCreated(ShapeCreated.newBuilder().setShapeId(42).setClassName("Array").setPrototypeId(11)
                .setSlot(-1)));
        at(5);
        counters(0, 0, 1, 1000);
    }

    private void baseline() {
        at(20);
        counters(480, 480, 1, 1000);
        sumFeedback(480, INT32);
        request(SampleProgram.SUM, Tier.INTERPRETER, Tier.BASELINE, "loop 500 ≥ 500", SampleProgram.SUM_LOOP);
        at(20.5);
        compileBaseline(1, SampleProgram.SUM, SampleProgram.SUM_LOOP,
                SampleCode.baseline(1, 1, SampleProgram.sum(), 0x7f10_0000_1000L));
        at(22);
        osr(1, Tier.INTERPRETER, 1, moved(0, "list", array(), SampleCode.home(0), Representation.TAGGED),
                moved(1, "total", integer(130_816), SampleCode.home(1), Representation.TAGGED),
                moved(2, "i", integer(512), SampleCode.home(2), Representation.TAGGED));
        at(30);
        request(SampleProgram.ADD, Tier.INTERPRETER, Tier.BASELINE, "calls 600 ≥ 600", -1);
        at(30.3);
        compileBaseline(2, SampleProgram.ADD, -1, SampleCode.baseline(2, 2, SampleProgram.add(), 0x7f10_0000_1400L));
        for (int t = 45; t <= 80; t += 25) {
            at(t);
            counters(t * 120L, t * 120L, t / 8, 1000);
            sumFeedback(t * 120L, INT32);
        }
    }

    private void optimize() {
        at(80);
        request(SampleProgram.SUM, Tier.BASELINE, Tier.OPTIMIZING, "loop 10000 ≥ 10000", SampleProgram.SUM_LOOP);
        at(80.6);
        compileOptimizing(3, SampleProgram.SUM_LOOP, SampleCode.optimizedSum(3, 3, true, 0x7f10_0000_1600L));
        at(88);
        osr(3, Tier.BASELINE, 1, moved(0, "list", array(), SampleCode.home(0), Representation.TAGGED),
                moved(1, "total", integer(66_066), SampleCode.register("rsi"), Representation.INT32),
                moved(2, "i", integer(364), SampleCode.register("rdi"), Representation.INT32));
        at(105);
        counters(64_000, 12_900, 64, 1000);
        at(110);
        request(SampleProgram.PROGRAM, Tier.INTERPRETER, Tier.OPTIMIZING, "loop 1000 ≥ 1000", 8);
        at(110.4);
        post(e -> e.setCompilationStarted(CompilationStarted.newBuilder().setCompilationId(4)
                .setFunctionId(SampleProgram.PROGRAM).setTier(Tier.OPTIMIZING).setOsrPc(8).setBackground(true)));
        at(110.9);
        post(e -> e.setCompilationRefused(CompilationRefused.newBuilder().setCompilationId(4)
                .setFunctionId(SampleProgram.PROGRAM).setPc(13).setReason("callee unknown").setMicros(500)
                .setDetail("the call of push has no feedback yet").setPosition(SampleProgram.position("numbers.push"))));
        at(120);
        request(SampleProgram.SUM, Tier.BASELINE, Tier.OPTIMIZING, "calls 70 ≥ 64", -1);
        at(120.5);
        compileOptimizing(COMPILATION, -1, SampleCode.optimizedSum(CODE, COMPILATION, false, 0x7f10_0000_1800L));
        at(150);
        post(e -> e.setGarbageCollected(GarbageCollected.newBuilder().setReason("allocation limit").setMicros(840)
                .setBytesBefore(8_388_608).setBytesAfter(1_310_720).setObjectsBefore(90_200).setObjectsAfter(4_100)));
        for (int t = 155; t <= 280; t += 25) {
            at(t);
            counters(64_000 + (t - 105) * 700L, 12_900, 64 + (t - 105) * 7 / 10, 1000);
        }
        at(290);
        post(e -> e.setShapeCreated(ShapeCreated.newBuilder().setShapeId(50).setParentShapeId(1).setKey("x").setSlot(0)
                .setAttributes("writable enumerable configurable").setPrototypeId(10).setClassName("Object")
                .setFunctionId(SampleProgram.PROGRAM).setPc(56)));
        post(e -> e.setShapeCreated(ShapeCreated.newBuilder().setShapeId(51).setParentShapeId(50).setKey("y").setSlot(1)
                .setAttributes("writable enumerable configurable").setPrototypeId(10).setClassName("Object")
                .setFunctionId(SampleProgram.PROGRAM).setPc(61)));
        at(291);
        console("499500 12\n");
    }

    private void deoptimize() {
        at(300);
        Value five = Value.newBuilder().setType(ValueType.TYPE_STRING).setDisplay("\"five hundred\"").build();
        post(e -> e.setDeoptimized(Deoptimized.newBuilder().setCodeId(CODE).setExitId(EXIT)
                .setFunctionId(SampleProgram.SUM).setReason("not int32").setAtFunctionId(SampleProgram.ADD).setAtPc(0)
                .setPosition(SampleProgram.position("a + b")).setCount(1).setOffending(five).setExpected("int32")
                .setTo(Tier.INTERPRETER)
                .addFrames(RebuiltFrame.newBuilder().setFunctionId(SampleProgram.SUM).setPc(SampleProgram.SUM_CALL)
                        .setPosition(SampleProgram.position("add(total, list[i])"))
                        .addValues(moved(0, "list", array(), SampleCode.home(0), Representation.TAGGED))
                        .addValues(moved(1, "total", integer(124_750), SampleCode.register("rsi"), Representation.INT32))
                        .addValues(moved(2, "i", integer(500), SampleCode.register("rdi"), Representation.INT32)))
                .addFrames(RebuiltFrame.newBuilder().setFunctionId(SampleProgram.ADD).setPc(0)
                        .setPosition(SampleProgram.position("a + b"))
                        .addValues(moved(0, "a", integer(124_750), SampleCode.register("rsi"), Representation.INT32))
                        .addValues(moved(1, "b", five, SampleCode.register("r8"), Representation.TAGGED)))));
        post(e -> e.setFeedbackSample(FeedbackSample.newBuilder().setFunctionId(SampleProgram.ADD)
                .addSlots(addSlot(INT32, INT32 | STRING, INT32 | STRING))));
        post(e -> e.setCodeInvalidated(CodeInvalidated.newBuilder().setCodeId(CODE)
                .setDependency("b in add is an int32").setBrokenBy("exit 3: not int32")
                .setFunctionId(SampleProgram.ADD).setPc(0)));
        at(301);
        post(e -> e.setCodeInvalidated(CodeInvalidated.newBuilder().setCodeId(3)
                .setDependency("b in add is an int32").setBrokenBy("exit 3 of code 5: not int32")
                .setFunctionId(SampleProgram.ADD).setPc(0)));
    }

    private void end() {
        for (int t = 305; t <= 380; t += 25) {
            at(t);
            counters(188_000 + (t - 300) * 8L, 12_900 + (t - 300) * 6L, 204, 1000);
            sumFeedback(20_000, INT32 | STRING);
        }
        at(398);
        console("3900\n");
        at(400);
        counters(189_000, 13_400, 204, 1000);
        post(e -> e.setRunEnded(RunEnded.newBuilder().setStatus(RunEnded.Status.COMPLETED).setWallMillis(400)));
    }

    private void counters(long iterations, long counted, int sumCalls, int programIterations) {
        boolean deoptimized = now >= DEOPT;
        post(e -> e.setCountersSample(CountersSample.newBuilder()
                .addFunctions(FunctionCounters.newBuilder().setFunctionId(SampleProgram.PROGRAM).setCalls(1)
                        .setLoopIterations(programIterations + sumCalls).setTier(Tier.INTERPRETER)
                        .addAllCountPcs(List.of(0, 8, 13, 30, 34, 39, 52))
                        .addAllCounts(List.of(1L, 1001L, 1000L, 1L, sumCalls + 1L, (long) sumCalls,
                                deoptimized ? 1L : 0L)))
                .addFunctions(FunctionCounters.newBuilder().setFunctionId(SampleProgram.ADD).setCalls(counted)
                        .addAllCountPcs(List.of(0)).addAllCounts(List.of(counted)))
                .addFunctions(FunctionCounters.newBuilder().setFunctionId(SampleProgram.SUM).setCalls(sumCalls)
                        .setLoopIterations(iterations).setOsrEntries(now > OPTIMIZED_OSR ? 2 : now > BASELINE_OSR ? 1 : 0)
                        .setDeopts(deoptimized ? 1 : 0)
                        .addAllCountPcs(List.of(0, 6, 16, 42))
                        .addAllCounts(List.of((long) sumCalls, counted + sumCalls, counted, (long) sumCalls)))
                .setTotals(Totals.newBuilder().setHeapUsedBytes(usedHeap()).setHeapCommittedBytes(16_777_216)
                        .setCollections(now > 150 * MILLI ? 1 : 0).setCodeBytes(now > 120 * MILLI ? 900 : now / 300_000)
                        .setCompileQueue(now == 80 * MILLI ? 1 : 0).setShapes(now > DEOPT ? 4 : 2)
                        .setCalls(counted + sumCalls).setLoopIterations(iterations + programIterations)
                        .setDeopts(deoptimized ? 1 : 0).setOsrEntries(now > OPTIMIZED_OSR ? 2 : 0)
                        .setCompilations(now > 120 * MILLI ? 5 : 2).setAllocatedBytes(now / 20)
                        .setCompileNanos(now > 120 * MILLI ? 3_200_000 : 700_000))));
    }

    private long usedHeap() {
        return now < 150 * MILLI ? 400_000 + now / 20 : 1_310_720 + (now - 150 * MILLI) / 40;
    }

    private void sumFeedback(long count, int elementTypes) {
        post(e -> e.setFeedbackSample(FeedbackSample.newBuilder().setFunctionId(SampleProgram.SUM)
                .addSlots(slot(0, 6, "property load").setCache(CacheFeedback.newBuilder()
                        .setState(CacheState.MONOMORPHIC).setKey("length").addEntries(CacheEntry.newBuilder()
                                .setShapeId(42).setKind("array length").setSlot(-1).setHits(count))))
                .addSlots(slot(56, 11, "compare").setOperands(
                        OperandFeedback.newBuilder().setLeftTypes(INT32).setRightTypes(INT32)))
                .addSlots(slot(64, 11, "branch").setBranch(
                        BranchFeedback.newBuilder().setTaken(count / 1000).setNotTaken(count)))
                .addSlots(slot(128, 25, "element load").setElements(ElementsFeedback.newBuilder()
                        .setState(elementTypes == INT32 ? CacheState.MONOMORPHIC : CacheState.POLYMORPHIC)
                        .addAllKinds(elementTypes == INT32 ? List.of("int32") : List.of("int32", "tagged"))
                        .addShapeIds(42).setKeyTypes(INT32)))
                .addSlots(slot(176, 30, "call").setCall(CallFeedback.newBuilder().setState(CacheState.MONOMORPHIC)
                        .addTargets(CallTarget.newBuilder().setFunctionId(SampleProgram.ADD).setName("add")
                                .setCount(count))))
                .addSlots(slot(232, 35, "arithmetic").setOperands(
                        OperandFeedback.newBuilder().setLeftTypes(INT32).setResultTypes(INT32)))));
        post(e -> e.setFeedbackSample(FeedbackSample.newBuilder().setFunctionId(SampleProgram.ADD)
                .addSlots(addSlot(elementTypes, elementTypes, elementTypes))));
    }

    private static FeedbackSlot.Builder addSlot(int left, int right, int result) {
        return slot(0, 0, "arithmetic").setOperands(OperandFeedback.newBuilder()
                .setLeftTypes(left).setRightTypes(right).setResultTypes(result));
    }

    private static FeedbackSlot.Builder slot(int slot, int pc, String label) {
        return FeedbackSlot.newBuilder().setSlot(slot).setPc(pc).setLabel(label);
    }

    private void request(int function, Tier from, Tier to, String why, int osrPc) {
        post(e -> e.setTierUpRequested(TierUpRequested.newBuilder().setFunctionId(function).setFrom(from).setTo(to)
                .setWhy(why).setOsrPc(osrPc)));
    }

    private void compileBaseline(int compilation, int function, int osrPc, CodeInstalled code) {
        post(e -> e.setCompilationStarted(CompilationStarted.newBuilder().setCompilationId(compilation)
                .setFunctionId(function).setTier(Tier.BASELINE).setOsrPc(osrPc).setBackground(true)));
        now += 350_000;
        finish(compilation, 350, code);
    }

    private void compileOptimizing(int compilation, int osrPc, CodeInstalled code) {
        post(e -> e.setCompilationStarted(CompilationStarted.newBuilder().setCompilationId(compilation)
                .setFunctionId(SampleProgram.SUM).setTier(Tier.OPTIMIZING).setOsrPc(osrPc).setBackground(true)
                .addSpeculations("list is an array of int32 elements").addSpeculations("add is called")
                .addSpeculations("a + b adds int32s")));
        long micros = 0;
        for (PassFinished pass : SampleGraphs.passesOfSum(compilation, osrPc >= 0)) {
            now += pass.getMicros() * 1000;
            micros += pass.getMicros();
            post(e -> e.setPassFinished(pass));
        }
        now += 400_000;
        finish(compilation, micros + 400, code);
    }

    private void finish(int compilation, long micros, CodeInstalled code) {
        post(e -> e.setCompilationFinished(CompilationFinished.newBuilder().setCompilationId(compilation)
                .setMicros(micros).setCodeId(code.getCodeId())));
        now += 50_000;
        post(e -> e.setCodeInstalled(code));
    }

    private void osr(int code, Tier from, long count, MovedValue... values) {
        post(e -> e.setOsrEntered(OsrEntered.newBuilder().setCodeId(code).setFunctionId(SampleProgram.SUM)
                .setPc(SampleProgram.SUM_LOOP).setFrom(from).setCount(count).addAllValues(List.of(values))
                .setPosition(SampleProgram.position("list.length"))));
    }

    private void console(String text) {
        post(e -> e.setConsoleOutput(ConsoleOutput.newBuilder().setText(text)));
    }

    private static MovedValue moved(int register, String name, Value value, Location location, Representation how) {
        return MovedValue.newBuilder().setRegister(register).setName(name).setValue(value).setLocation(location)
                .setRepresentation(how).build();
    }

    private static Value array() {
        return Value.newBuilder().setType(ValueType.TYPE_ARRAY).setDisplay("[0, 1, 2, …] (1000)").setShapeId(42).build();
    }

    private static Value integer(int value) {
        return Value.newBuilder().setType(ValueType.TYPE_INT32).setDisplay(Integer.toString(value)).build();
    }

    private void at(double millis) {
        long target = Math.round(millis * MILLI);
        if (target < now) {
            throw new IllegalStateException("the story goes backwards, from " + now + " to " + target);
        }
        now = target;
    }

    private void post(java.util.function.UnaryOperator<Event.Builder> kind) {
        events.add(kind.apply(Event.newBuilder().setTimeNanos(now)).build());
    }
}
