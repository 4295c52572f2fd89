package org.tierscope.record;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Event.KindCase;

/**
 * Reads the events of a recording one by one, live or from a file. Damage costs the events it hit and no more;
 * {@link #losses()} says what is missing. Event kinds that a later engine added are skipped and counted.
 */
public final class RecordingReader implements Closeable {

    private final FrameReader frames;
    private final List<Loss> unreadable = new ArrayList<>();
    private long unknownEvents;

    /** @throws NotARecordingException if these bytes are none, or of a later version */
    public RecordingReader(InputStream in) throws IOException {
        frames = new FrameReader(in);
    }

    /**
     * Reads a whole file.
     *
     * @throws NotARecordingException if the file is none, or of a later version
     * @throws IOException if the file cannot be read at all
     */
    public static Recording read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads until the end of the stream. */
    public static Recording read(InputStream in) throws IOException {
        RecordingReader reader = new RecordingReader(new BufferedInputStream(in, 1 << 16));
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return new Recording(List.copyOf(events), reader.losses(), reader.unknownEvents());
    }

    /** The next event of a known kind; empty at the end. Waits for it if the stream is live. */
    public Optional<Event> next() throws IOException {
        while (true) {
            Optional<RawEvent> raw = nextRaw();
            if (raw.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Event.parseFrom(raw.get().payload()));
            } catch (InvalidProtocolBufferException e) {
                notAnEvent(raw.get().offset(), e);
            }
        }
    }

    /** The same without looking into it. */
    public Optional<RawEvent> nextRaw() throws IOException {
        while (true) {
            Optional<byte[]> payload = frames.next();
            if (payload.isEmpty()) {
                return Optional.empty();
            }
            long offset = frames.position() - payload.get().length;
            try {
                RawEvent event = RawEvent.of(payload.get(), offset);
                if (event.kindCase() != KindCase.KIND_NOT_SET) {
                    return Optional.of(event);
                }
                unknownEvents++;
            } catch (InvalidProtocolBufferException e) {
                notAnEvent(offset, e);
            }
        }
    }

    /** Notes that the event that was read last turned out to be none. */
    public void notAnEvent(long offset, InvalidProtocolBufferException why) {
        unreadable.add(new Loss(offset, frames.position(), "not an event: " + why.getMessage(), ""));
    }

    /** What could not be read until now, in the order of the bytes. */
    public List<Loss> losses() {
        return Stream.concat(frames.losses().stream(), unreadable.stream())
                .sorted((a, b) -> Long.compare(a.from(), b.from()))
                .toList();
    }

    /** Events of kinds this version does not know. */
    public long unknownEvents() {
        return unknownEvents;
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
