package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.record.RawEvent;
import org.tierscope.record.RecordingWriter;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.Event;
import org.tierscope.session.sample.SampleRecording;

/** Events are read again from where they stand. */
class EventStoreTest {
    @TempDir
    private Path folder;

    private Path recording() throws IOException {
        Path file = folder.resolve("sum.tsr");
        RecordingWriter.write(file, SampleRecording.events());
        return file;
    }

    @Test
    void placesOfManyBlocksAreFoundAgain() {
        EventStore store = new EventStore();
        long[] places = new long[40];
        for (int i = 0; i < places.length; i++) {
            places[i] = store.keep(output("x".repeat(i * 10_000) + i).toByteArray());
        }
        for (int i = 0; i < places.length; i++) {
            assertThat(store.read(places[i], Event.parser()).getConsoleOutput().getText()).endsWith("x".repeat(Math.min(i, 1)) + i);
        }
    }

    @Test
    void aPartOfAMessageIsReadByItself() throws IOException {
        EventStore store = new EventStore();
        byte[] bytes = output("part").toByteArray();
        RawEvent raw = RawEvent.of(bytes, 0);
        long part = EventStore.part(store.keep(bytes), raw.from(), raw.length());
        assertThat(store.read(part, ConsoleOutput.parser()).getText()).isEqualTo("part");
    }

    @Test
    void aRecordingMayBeSavedOverTheFileItIsReadFrom() throws IOException {
        Path file = recording();
        Session session = Session.open(file);
        session.save(file);
        assertThat(Session.open(file).events()).isEqualTo(session.events()).hasSameSizeAs(SampleRecording.events());
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void aFileThatHasBecomeShorterIsSaid() throws IOException {
        Path file = recording();
        Session session = Session.open(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(100);
        }
        assertThat(session.now().sources()).isNotEmpty();
        assertThatThrownBy(() -> session.event(session.events().size() - 1)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("can no longer be read").hasMessageContaining("sum.tsr");
    }

    @Test
    void whatIsNoMessageIsNoEvent() {
        assertThatThrownBy(() -> RawEvent.of(new byte[] {0x52, 0x7f, 1}, 0)).isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> RawEvent.of(new byte[] {(byte) 0xff}, 0)).isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> RawEvent.of(new byte[] {0x0f}, 0)).isInstanceOf(InvalidProtocolBufferException.class);
    }

    private static Event output(String text) {
        return Event.newBuilder().setTimeNanos(1).setConsoleOutput(ConsoleOutput.newBuilder().setText(text)).build();
    }
}
