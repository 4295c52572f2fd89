package org.tierscope.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CodeFreed;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.Event;

/** A recording gives back every event that its damage has not hit, and says what is missing. */
class RecordingDamageTest {

    private static final int HEADER = RecordingFormat.HEADER_BYTES;
    private static final List<Event> EVENTS = List.of(console(1, "one"), console(2, "two, a little longer"),
            Event.newBuilder().setTimeNanos(3).setCodeFreed(CodeFreed.newBuilder().setCodeId(7)).build(),
            console(4, ""));

    @Test
    void intactRecordingComesBackWhole() throws IOException {
        assertThat(read(bytesOf(EVENTS))).isEqualTo(new Recording(EVENTS, List.of(), 0));
    }

    @Property(tries = 50)
    void anyTextsComeBackWhole(@ForAll @Size(max = 20) List<String> texts) throws IOException {
        List<Event> events = IntStream.range(0, texts.size())
                .mapToObj(i -> console(i, wellFormed(texts.get(i)))).toList();
        assertThat(read(bytesOf(events)).events()).isEqualTo(events);
    }

    @Test
    void cutAnywhereItGivesTheEventsBeforeTheCut() throws IOException {
        byte[] whole = bytesOf(EVENTS);
        int[] ends = frameEnds(EVENTS);
        for (int cut = 0; cut < whole.length; cut++) {
            int length = cut;
            Recording recording = read(Arrays.copyOf(whole, cut));
            int complete = (int) Arrays.stream(ends).filter(end -> end <= length).count();
            assertThat(recording.events()).as("cut at %d", cut).isEqualTo(EVENTS.subList(0, complete));
            boolean cutBetweenFrames = cut == HEADER || Arrays.stream(ends).anyMatch(end -> end == length);
            if (cutBetweenFrames || cut == 0) {
                assertThat(recording.losses()).as("cut at %d", cut).isEmpty();
            } else {
                long intact = cut < HEADER ? 0 : complete == 0 ? HEADER : ends[complete - 1];
                assertThat(recording.losses()).as("cut at %d", cut).singleElement().satisfies(loss -> {
                    assertThat(loss.from()).isEqualTo(intact);
                    assertThat(loss.to()).isEqualTo(length);
                    assertThat(loss.why()).contains("ends within");
                });
            }
        }
    }

    @Test
    void flippedBitCostsOneEventAtMostAndIsReported() throws IOException {
        byte[] whole = bytesOf(EVENTS);
        int[] ends = frameEnds(EVENTS);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Recording recording = read(damaged);
            int at = bit / 8;
            int hit = (int) Arrays.stream(ends).filter(end -> end <= at).count();
            List<Event> expected = at < HEADER ? EVENTS : IntStream.range(0, EVENTS.size())
                    .filter(i -> i != hit).mapToObj(EVENTS::get).toList();
            assertThat(recording.events()).as("bit %d", bit).isEqualTo(expected);
            assertThat(recording.losses()).as("bit %d", bit).singleElement().satisfies(loss ->
                    assertThat(at).isBetween((int) loss.from(), (int) loss.to() - 1));
        }
    }

    @Property(tries = 300)
    void whateverIsOverwrittenTheRestComesBack(@ForAll @IntRange(min = HEADER, max = 150) int from,
            @ForAll @Size(min = 1, max = 60) byte[] garbage) throws IOException {
        byte[] damaged = bytesOf(EVENTS);
        int start = Math.min(from, damaged.length - 1);
        int end = Math.min(damaged.length, start + garbage.length);
        System.arraycopy(garbage, 0, damaged, start, end - start);
        int[] ends = frameEnds(EVENTS);
        List<Event> untouched = IntStream.range(0, EVENTS.size())
                .filter(i -> ends[i] <= start || (i == 0 ? HEADER : ends[i - 1]) >= end)
                .mapToObj(EVENTS::get).toList();
        assertThat(read(damaged).events()).containsAll(untouched);
    }

    @Test
    void wordsOfADyingProcessBetweenFramesAreKept() throws IOException {
        byte[] whole = bytesOf(EVENTS);
        int middle = frameEnds(EVENTS)[1];
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(whole, 0, middle);
        mixed.write("# A fatal error has been detected\n".getBytes(StandardCharsets.US_ASCII));
        mixed.write(whole, middle, whole.length - middle);
        Recording recording = read(mixed.toByteArray());
        assertThat(recording.events()).isEqualTo(EVENTS);
        assertThat(recording.losses()).singleElement()
                .satisfies(loss -> assertThat(loss.excerpt()).isEqualTo("# A fatal error has been detected\n"));
    }

    @Test
    void laterVersionIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> read(RecordingFormat.header(2))).isInstanceOf(NotARecordingException.class)
                .hasMessage("this recording has format version 2, made by a later Tierscope; "
                        + "this one reads versions up to 1");
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> read("console.log(1)\n".repeat(5).getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(NotARecordingException.class).hasMessage("this is not a Tierscope recording");
        assertThatThrownBy(() -> read("short".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(NotARecordingException.class);
    }

    @Test
    void eventsOfUnknownKindsAreCounted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        writer.writeFrame(EVENTS.getFirst().toByteArray());
        byte[] fieldThatNobodyKnows = {8, 5, (byte) 0xBA, 0x3E, 1, 0};
        writer.writeFrame(fieldThatNobodyKnows);
        writer.writeFrame(EVENTS.getLast().toByteArray());
        Recording recording = read(bytes.toByteArray());
        assertThat(recording.events()).containsExactly(EVENTS.getFirst(), EVENTS.getLast());
        assertThat(recording.unknownEvents()).isEqualTo(1);
        assertThat(recording.losses()).isEmpty();
    }

    @Test
    void frameThatIsNoEventIsALoss() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        writer.writeFrame(new byte[] {(byte) 0xFF});
        Recording recording = read(bytes.toByteArray());
        assertThat(recording.losses()).singleElement()
                .satisfies(loss -> assertThat(loss.why()).startsWith("not an event"));
    }

    private static Recording read(byte[] bytes) throws IOException {
        return RecordingReader.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytesOf(List<Event> events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
        return bytes.toByteArray();
    }

    private static int[] frameEnds(List<Event> events) {
        int[] ends = new int[events.size()];
        int end = HEADER;
        for (int i = 0; i < ends.length; i++) {
            end += RecordingFormat.HEAD_BYTES + events.get(i).getSerializedSize();
            ends[i] = end;
        }
        return ends;
    }

    /** Lone surrogates have no UTF-8 form; the engine replaces them before it posts. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Event console(long nanos, String text) {
        return Event.newBuilder().setTimeNanos(nanos).setConsoleOutput(ConsoleOutput.newBuilder().setText(text)).build();
    }
}
