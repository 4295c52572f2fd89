package org.tierscope.session;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.function.Supplier;

/** A message that is read when somebody asks for it. Two are equal if what they have is; to compare one with itself costs no reading. */
public final class Loaded<T extends MessageLite> implements Supplier<T> {
    private final EventStore store;
    private final long place;
    private final Parser<T> parser;
    private final T value;

    Loaded(EventStore store, long place, Parser<T> parser) {
        this.store = store;
        this.place = place;
        this.parser = parser;
        this.value = null;
    }

    private Loaded(T value) {
        this.store = null;
        this.place = 0;
        this.parser = null;
        this.value = value;
    }

    /** One that is there already. */
    static <T extends MessageLite> Loaded<T> of(T value) {
        return new Loaded<>(value);
    }

    /** @throws java.io.UncheckedIOException if the recording can no longer be read */
    @Override
    public T get() {
        return value != null ? value : store.read(place, parser);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Loaded<?> loaded && get().equals(loaded.get());
    }

    /** The same for all: a hash of the content would read it. What has one has a summary of it beside. */
    @Override
    public int hashCode() {
        return 1;
    }
}
