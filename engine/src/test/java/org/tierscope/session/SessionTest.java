package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.session.sample.SampleRecording.BASELINE_OSR;
import static org.tierscope.session.sample.SampleRecording.DEOPT;
import static org.tierscope.session.sample.SampleRecording.MILLI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.ValueType;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class SessionTest {

    private final Session session = SampleRecording.session();

    @Test
    void tellsTheTierOfAFunctionAtEachMoment() {
        assertThat(tierOfSum(10 * MILLI)).isEqualTo(Tier.INTERPRETER);
        assertThat(tierOfSum(BASELINE_OSR)).isEqualTo(Tier.BASELINE);
        assertThat(tierOfSum(200 * MILLI)).isEqualTo(Tier.OPTIMIZING);
        assertThat(tierOfSum(DEOPT + MILLI)).isEqualTo(Tier.BASELINE);
    }

    @Test
    void countersAreThoseOfTheLastSampleBefore() {
        FunctionState before = session.at(DEOPT - 1).function(SampleProgram.SUM).orElseThrow();
        FunctionState after = session.at(DEOPT + 5 * MILLI).function(SampleProgram.SUM).orElseThrow();
        assertThat(before.deopts()).isZero();
        assertThat(after.deopts()).isEqualTo(1);
        assertThat(after.calls()).isEqualTo(204);
    }

    @Test
    void nothingIsKnownBeforeItHappened() {
        Moment early = session.at(0);
        assertThat(early.functions()).isEmpty();
        assertThat(early.lanes()).isEmpty();
        assertThat(early.compilation(SampleRecording.COMPILATION)).isEmpty();
        assertThat(early.consoleText()).isEmpty();
    }

    @Test
    void laneShowsTiersWithoutGapsAndWhatHappened() {
        Lane lane = session.now().lanes().stream()
                .filter(l -> l.function().getFunctionId() == SampleProgram.SUM).findFirst().orElseThrow();
        assertThat(lane.tiers()).extracting(Lane.TierSpan::tier)
                .containsExactly(Tier.INTERPRETER, Tier.BASELINE, Tier.OPTIMIZING, Tier.BASELINE);
        for (int i = 1; i < lane.tiers().size(); i++) {
            assertThat(lane.tiers().get(i).startNanos()).isEqualTo(lane.tiers().get(i - 1).endNanos());
        }
        assertThat(lane.compilations()).extracting(Lane.CompilationSpan::compilationId).containsExactly(1, 3, 5);
        assertThat(lane.marks()).extracting(mark -> mark.value().kind())
                .filteredOn(kind -> kind == Lane.MarkKind.OSR || kind == Lane.MarkKind.DEOPT)
                .containsExactly(Lane.MarkKind.OSR, Lane.MarkKind.OSR, Lane.MarkKind.DEOPT);
    }

    @Test
    void bytecodeCarriesTheCountOfItsBlockAndItsFeedback() {
        BytecodeState sum = session.at(50 * MILLI).bytecode(SampleProgram.SUM).orElseThrow();
        assertThat(sum.at(6).orElseThrow().loopHeader()).isTrue();
        assertThat(sum.at(25).orElseThrow().count()).isEqualTo(sum.at(16).orElseThrow().count()).isEqualTo(5400);
        assertThat(sum.at(11).orElseThrow().feedback()).hasSize(2);
        assertThat(sum.at(3).orElseThrow().feedback()).isEmpty();
    }

    @Test
    void compilationsGrowWithTheirPasses() {
        CompilationState done = session.now().compilation(SampleRecording.COMPILATION).orElseThrow();
        assertThat(done.passes()).extracting(Pass::name)
                .startsWith("Build graph", "Inline calls").endsWith("Allocate registers");
        assertThat(done.request().orElseThrow().getWhy()).isEqualTo("calls 70 ≥ 64");
        long amidst = done.passes().get(2).nanos();
        CompilationState running = session.at(amidst).compilation(SampleRecording.COMPILATION).orElseThrow();
        assertThat(running.passes()).hasSize(3);
        assertThat(running.endNanos()).isEmpty();
        assertThat(session.at(amidst).function(SampleProgram.SUM).orElseThrow().compiling()).isTrue();
    }

    @Test
    void passDiffTellsAddedRemovedAndChangedNodes() {
        List<Pass> passes = session.now().compilation(SampleRecording.COMPILATION).orElseThrow().passes();
        PassDiff inlining = PassDiff.between(passes.get(0).graph(), passes.get(1).graph());
        assertThat(inlining.added()).extracting(node -> node.getId()).containsExactly(17, 18, 19);
        assertThat(inlining.removed()).extracting(node -> node.getId()).containsExactly(16);
        assertThat(inlining.changed()).extracting(change -> change.after().getId()).containsExactly(20);
        PassDiff hoisting = PassDiff.between(passes.get(4).graph(), passes.get(5).graph());
        assertThat(hoisting.changed()).allMatch(PassDiff.Change::isMove).hasSize(3);
    }

    @Test
    void bestCodeFallsBackWhenCodeIsInvalidated() {
        assertThat(session.at(DEOPT - 1).bestCodeOf(SampleProgram.SUM).orElseThrow().id())
                .isEqualTo(SampleRecording.CODE);
        assertThat(session.at(DEOPT + 2 * MILLI).bestCodeOf(SampleProgram.SUM).orElseThrow().code().getTier())
                .isEqualTo(Tier.BASELINE);
        assertThat(session.now().code(SampleRecording.CODE).orElseThrow().isValid()).isFalse();
    }

    @Test
    void deoptLeadsToThePassThatPlacedItsGuardAndToTheFeedbackBehindIt() {
        Transition.Deopt deopt = (Transition.Deopt) session.now().transitions().getLast();
        DeoptCause cause = DeoptCause.of(session.now(), deopt.event());
        assertThat(cause.exit().orElseThrow().getGuard()).isEqualTo("v15 is an int32");
        assertThat(cause.placedBy().orElseThrow().name()).isEqualTo("Inline calls");
        assertThat(cause.believed().orElseThrow().getOperands().getRightTypes())
                .isEqualTo(ValueType.TYPE_INT32_VALUE);
    }

    @Test
    void consoleTextGrowsWithTime() {
        assertThat(session.at(295 * MILLI).consoleText()).isEqualTo("499500 12\n");
        assertThat(session.now().consoleText()).isEqualTo("499500 12\n3900\n");
    }

    @Test
    void listenersAreCalledOnceForManyEvents() {
        List<Runnable> scheduled = new ArrayList<>();
        Session live = new Session(scheduled::add);
        int[] calls = {0};
        live.onChange(() -> calls[0]++);
        SampleRecording.events().forEach(live::append);
        assertThat(scheduled).hasSize(1);
        scheduled.getFirst().run();
        assertThat(calls[0]).isEqualTo(1);
        live.append(console("more"));
        assertThat(scheduled).hasSize(2);
    }

    @Test
    void timeNeverGoesBackwards() {
        session.append(console("late").toBuilder().setTimeNanos(1).build());
        assertThat(session.endNanos()).isEqualTo(SampleRecording.END);
        assertThat(session.at(10 * MILLI).consoleText()).isEmpty();
    }

    @Test
    void savedSessionsOpenAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sum.tsr");
        session.save(file);
        Session opened = Session.open(file);
        assertThat(opened.events()).isEqualTo(session.events());
        assertThat(opened.now().problems()).isEmpty();
    }

    @Test
    void damageBecomesAProblem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sum.tsr");
        session.save(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(Session.open(file).now().problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("ends within a frame"));
    }

    private Tier tierOfSum(long nanos) {
        return session.at(nanos).function(SampleProgram.SUM).orElseThrow().tier();
    }

    private static Event console(String text) {
        return Event.newBuilder().setConsoleOutput(ConsoleOutput.newBuilder().setText(text)).build();
    }
}
