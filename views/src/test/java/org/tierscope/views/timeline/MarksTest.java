package org.tierscope.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.session.Session;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.control.EventMark;

class MarksTest {

    private static final TimeScale SCALE = new TimeScale(0, 1000e6, 0, 1000);

    @Test
    void marksThatWouldCoverEachOtherBecomeOneWithTheirNumber() {
        Row row = rowWithDeopts(List.of(new long[] {100, 1}, new long[] {102, 2}, new long[] {104, 3},
                new long[] {500, 4}));
        assertThat(Marks.of(row, SCALE)).extracting(Marks.Drawn::count).containsExactly(3L, 1L);
        assertThat(Marks.of(row, SCALE).getFirst().lastNanos()).isEqualTo(104_000_000);
        TimeScale near = new TimeScale(95e6, 110e6, 0, 1000);
        assertThat(Marks.of(row, near)).extracting(Marks.Drawn::count).containsExactly(1L, 1L, 1L);
    }

    @Test
    void transitionsThatWereNotRecordedOneByOneAreCounted() {
        Row row = rowWithDeopts(List.of(new long[] {100, 1}, new long[] {600, 5000}));
        assertThat(Marks.of(row, SCALE)).extracting(Marks.Drawn::count).containsExactly(1L, 4999L);
    }

    @Test
    void invalidationStandsBesideTheDeoptThatCausedIt() {
        Row sum = Row.of(SampleRecording.session().now(), false).getFirst();
        TimeScale scale = new TimeScale(0, SampleRecording.END, 0, 800);
        List<Marks.Drawn> marks = Marks.of(sum, scale);
        Marks.Drawn deopt = only(marks, EventMark.DEOPT);
        assertThat(only(marks, EventMark.INVALIDATED).x() - deopt.x()).isGreaterThanOrEqualTo(Marks.SIZE - 1);
    }

    @Test
    void marksOutOfSightAreNotDrawn() {
        Row row = rowWithDeopts(List.of(new long[] {100, 1}, new long[] {600, 2}));
        assertThat(Marks.of(row, new TimeScale(300e6, 500e6, 0, 1000))).isEmpty();
    }

    private static Marks.Drawn only(List<Marks.Drawn> marks, EventMark kind) {
        assertThat(marks).filteredOn(mark -> mark.mark() == kind).hasSize(1);
        return marks.stream().filter(mark -> mark.mark() == kind).findFirst().orElseThrow();
    }

    /** A lane with deoptimizations at one exit, each given by its time in milliseconds and the count so far. */
    private static Row rowWithDeopts(List<long[]> deopts) {
        Session session = new Session();
        session.append(Event.newBuilder().setFunctionLoaded(FunctionLoaded.newBuilder().setFunctionId(1)).build());
        for (long[] deopt : deopts) {
            session.append(Event.newBuilder().setTimeNanos(deopt[0] * 1_000_000).setDeoptimized(
                    Deoptimized.newBuilder().setFunctionId(1).setCodeId(1).setExitId(1).setCount(deopt[1])).build());
        }
        return Row.of(session.now(), false).getFirst();
    }
}
