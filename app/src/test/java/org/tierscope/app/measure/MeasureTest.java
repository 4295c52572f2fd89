package org.tierscope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.tierscope.session.Session;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.layout.FlowLayouter;

/** What is measured with is right; whether the figures are depends on the machine. */
@ExtendWith(ApplicationExtension.class)
class MeasureTest {

    @Test
    void workOnTheJavaFxThreadIsNoticed() throws Exception {
        try (StallDetector detector = new StallDetector()) {
            for (int i = 0; i < 3; i++) {
                asyncFx(() -> {
                    Thread.sleep(60);
                    return null;
                }).get(60, TimeUnit.SECONDS);
            }
            // its question waited behind one of them at least; the answer comes after
            asyncFx(() -> null).get(60, TimeUnit.SECONDS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (detector.stalls() == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(detector.stalls()).isPositive();
            assertThat(detector.longestNanos()).isGreaterThan(StallDetector.LIMIT_NANOS);
        }
    }

    @Test
    void aFigureSaysWhetherItHolds() {
        assertThat(Figure.atMost("start", 0.84, "s", 1.5).line()).startsWith("ok").contains("0.84 s").endsWith("start");
        assertThat(Figure.atLeast("frames", 42, "", 60).line()).startsWith("MISSED");
    }

    @Test
    void theLargeGraphCanBeOpenedAndPlaced(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("graph.tsr");
        SyntheticRecordings.writeGraph(file, 50, 4);
        var compilation = Session.open(file).now().compilation(1).orElseThrow();
        assertThat(compilation.passes().getFirst().graph().getNodesCount()).isEqualTo(200);
        assertThat(FlowLayouter.layout(SyntheticRecordings.flowGraph(50)).boxes()).hasSize(50);
    }

    @Test
    void theLongRecordingIsAsLongAsWanted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("long.tsr");
        SyntheticRecordings.writeLong(file, SampleRecording.session(), 200_000);
        assertThat(Files.size(file)).isGreaterThanOrEqualTo(200_000);
        Session session = Session.open(file);
        assertThat(session.now().problems()).extracting(problem -> problem.text()).noneMatch(text -> text.contains("damag"));
        assertThat(session.now().functions()).hasSizeGreaterThan(SampleRecording.session().now().functions().size())
                .allMatch(function -> !function.name().isEmpty()).anyMatch(function -> function.calls() > 0);
        assertThat(session.now().totals().size()).isGreaterThan(2);
    }
}
