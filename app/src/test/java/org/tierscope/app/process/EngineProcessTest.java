package org.tierscope.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.record.RecordingReader;
import org.tierscope.record.proto.Control;
import org.tierscope.record.proto.Pause;
import org.tierscope.record.proto.Run;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.session.RunState;
import org.tierscope.session.Session;
import org.tierscope.session.sample.SampleRecording;

class EngineProcessTest {
    @TempDir
    Path directory;

    private final Session session = new Session();
    private final CompletableFuture<EngineExit> exit = new CompletableFuture<>();

    @Test
    void everyEventOfTheEngineReachesTheSessionAndTheFile() throws Exception {
        EngineProcess engine = start("sum");
        EngineExit end = await();
        assertThat(end.died()).isFalse();
        assertThat(end.ended().getStatus()).isEqualTo(RunEnded.Status.COMPLETED);
        assertThat(session.events()).hasSameSizeAs(SampleRecording.events());
        assertThat(RecordingReader.read(engine.recordingFile()).events()).isEqualTo(SampleRecording.events());
    }

    @Test
    void aKilledEngineLeavesWhatItHadRecorded() throws Exception {
        EngineProcess engine = start("waits");
        awaitEvents(SampleRecording.events().size() - 1);
        ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
        EngineExit end = await();
        assertThat(end.died()).isTrue();
        assertThat(end.asked()).isFalse();
        assertThat(end.ended().getStatus()).isEqualTo(RunEnded.Status.CRASHED);
        assertThat(end.inWords()).contains("signal 9");
        assertThat(session.now().consoleText()).isNotEmpty();
        assertThat(session.now().run().phase()).isEqualTo(RunState.Phase.ENDED);
    }

    @Test
    void aCrashIsReportedWithItsLastWords() throws Exception {
        start("crash");
        EngineExit end = await();
        assertThat(end.ended().getStatus()).isEqualTo(RunEnded.Status.CRASHED);
        assertThat(end.inWords()).contains("signal 6").contains("A fatal error has been detected");
        assertThat(session.now().functions()).isNotEmpty();
    }

    @Test
    void anEngineThatSaysNothingIsReportedToo() throws Exception {
        start("silent");
        assertThat(await().inWords()).contains("exit code 7");
    }

    @Test
    void anEngineThatSaysSomethingElseIsQuoted() throws Exception {
        start("chatter");
        assertThat(await().inWords()).contains("exit code 1").contains("not a Tierscope recording")
                .contains("two options contradict each other");
    }

    @Test
    void aClassThatIsNotThereIsReportedWithTheReason() throws Exception {
        EngineProcess.start(EngineCommand.ofThisJvm("org.example.Nothing"), Run.getDefaultInstance(), session,
                directory, exit::complete);
        assertThat(await().inWords()).contains("org.example.Nothing");
    }

    @Test
    void bytesThatAreNoEventsCostNoEvent() throws Exception {
        start("garbage");
        assertThat(await().died()).isFalse();
        assertThat(session.events()).hasSameSizeAs(SampleRecording.events());
        assertThat(session.now().problems()).anyMatch(problem -> problem.text().contains("damaged"));
    }

    @Test
    void stoppingAsksFirst() throws Exception {
        EngineProcess engine = start("waits");
        awaitEvents(SampleRecording.events().size() - 1);
        engine.stop();
        EngineExit end = await();
        assertThat(end.died()).isFalse();
        assertThat(end.ended().getStatus()).isEqualTo(RunEnded.Status.STOPPED);
    }

    @Test
    void anEngineThatDoesNotListenIsKilledAfterAWhile() throws Exception {
        EngineProcess engine = start("deaf");
        awaitEvents(SampleRecording.events().size() - 1);
        long start = System.nanoTime();
        engine.stop();
        EngineExit end = await();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(EngineProcess.GRACE.toNanos());
        assertThat(end.ended().getStatus()).isEqualTo(RunEnded.Status.STOPPED);
        assertThat(end.inWords()).contains("killed");
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void messagesReachTheEngine() throws Exception {
        EngineProcess engine = start("waits");
        awaitEvents(SampleRecording.events().size() - 1);
        engine.send(Control.newBuilder().setPause(Pause.getDefaultInstance()).build());
        awaitEvents(SampleRecording.events().size());
        assertThat(session.now().run().phase()).isEqualTo(RunState.Phase.PAUSED);
        engine.stop();
        await();
    }

    private EngineProcess start(String program) throws Exception {
        Run run = Run.newBuilder().setProgramPath(directory.resolve(program + ".js").toString()).build();
        return EngineProcess.start(EngineCommand.ofThisJvm(FakeEngine.class.getName()), run, session,
                Files.createDirectory(directory.resolve(program)), exit::complete);
    }

    private EngineExit await() throws Exception {
        return exit.get(120, TimeUnit.SECONDS);
    }

    private void awaitEvents(int count) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (session.events().size() < count && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(session.events()).hasSizeGreaterThanOrEqualTo(count);
    }
}
