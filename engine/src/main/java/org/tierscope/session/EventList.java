package org.tierscope.session;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.tierscope.record.proto.Event;

/** All events in order of time; each is read from the store when somebody asks for it. Not thread-safe; the views are. */
final class EventList {
    private final EventStore store;
    private final PlaceList places = new PlaceList();

    EventList(EventStore store) {
        this.store = store;
    }

    void add(long nanos, long place) {
        places.add(nanos, place);
    }

    int size() {
        return places.size();
    }

    /** Time of the last one; 0 if there is none. */
    long endNanos() {
        return places.size() == 0 ? 0 : places.nanos(places.size() - 1);
    }

    /** Index of the last event at {@code nanos} or before; -1 if there is none. */
    int lastAt(long nanos) {
        return places.lastAt(nanos);
    }

    /** An event as it was recorded. */
    Event event(int index) {
        return store.read(places.place(index), Event.parser());
    }

    Timed<Event> get(int index) {
        long nanos = places.nanos(index);
        Event event = event(index);
        return new Timed<>(nanos, event.getTimeNanos() == nanos ? event : event.toBuilder().setTimeNanos(nanos).build());
    }

    /** Those there are now; what comes later does not change the list. */
    List<Timed<Event>> all() {
        int size = size();
        class Now extends AbstractList<Timed<Event>> implements RandomAccess {
            @Override
            public Timed<Event> get(int index) {
                return EventList.this.get(java.util.Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        }
        return new Now();
    }
}
