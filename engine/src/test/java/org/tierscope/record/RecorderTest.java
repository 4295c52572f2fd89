package org.tierscope.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CodeFreed;
import org.tierscope.record.proto.Event;

class RecorderTest {

    @Test
    void everyEventOfEveryThreadArrivesInOrderOfTime() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int threads = 4;
        int each = 50_000;
        try (Recorder recorder = new QueueRecorder(bytes, System::nanoTime)) {
            List<Thread> posting = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int number = t;
                posting.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < each; i++) {
                        recorder.post(freed(number * each + i));
                    }
                }));
            }
            for (Thread thread : posting) {
                thread.join();
            }
        }
        List<Event> events = RecordingReader.read(new ByteArrayInputStream(bytes.toByteArray())).events();
        assertThat(events.stream().mapToInt(e -> e.getCodeFreed().getCodeId()).sorted().toArray())
                .isEqualTo(java.util.stream.IntStream.range(0, threads * each).toArray());
        assertThat(events.stream().map(Event::getTimeNanos).toList()).isSorted();
    }

    @Test
    void eventsReachALiveReaderWithoutBeingFlushed() throws IOException {
        PipedInputStream in = new PipedInputStream(1 << 16);
        try (Recorder recorder = new QueueRecorder(new PipedOutputStream(in), System::nanoTime);
                RecordingReader reader = new RecordingReader(in)) {
            recorder.post(freed(5));
            Event event = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120),
                    () -> reader.next().orElseThrow());
            assertThat(event.getCodeFreed().getCodeId()).isEqualTo(5);
        }
    }

    @Test
    void flushWaitsUntilAllIsWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Recorder recorder = new QueueRecorder(bytes, System::nanoTime)) {
            recorder.post(freed(1));
            recorder.post(freed(2));
            recorder.flush();
            assertThat(RecordingReader.read(new ByteArrayInputStream(bytes.toByteArray())).events()).hasSize(2);
        }
    }

    @Test
    void fullDiskIsReportedAndLosesNothingSilently() throws IOException {
        OutputStream disk = new OutputStream() {
            private int free = 20_000;

            @Override
            public void write(int b) throws IOException {
                if (free-- == 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
        int posted = 100_000;
        Recorder recorder = new QueueRecorder(disk, System::nanoTime);
        for (int i = 0; i < posted; i++) {
            recorder.post(freed(i));
        }
        recorder.flush();
        recorder.close();
        assertThat(recorder.failure()).get().extracting(Throwable::getMessage).isEqualTo("No space left on device");
        assertThat(recorder.lostEvents()).isBetween(1L, (long) posted);
    }

    @Test
    void clockGivesTheTimesAndTheFirstEventIsAtZero() throws IOException {
        AtomicLong clock = new AtomicLong(1000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Recorder recorder = new QueueRecorder(bytes, () -> clock.getAndAdd(10))) {
            recorder.post(freed(1));
            recorder.post(freed(2));
        }
        assertThat(RecordingReader.read(new ByteArrayInputStream(bytes.toByteArray())).events())
                .extracting(Event::getTimeNanos).containsExactly(0L, 10L);
    }

    @Test
    void silentRecorderIsOff() {
        Recorder off = Recorder.off();
        assertThat(off.isOn()).isFalse();
        off.post(freed(1));
        off.flush();
        off.close();
        assertThat(off.lostEvents()).isZero();
    }

    private static Event.Builder freed(int id) {
        return Event.newBuilder().setCodeFreed(CodeFreed.newBuilder().setCodeId(id));
    }
}
