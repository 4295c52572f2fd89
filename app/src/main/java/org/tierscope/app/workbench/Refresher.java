package org.tierscope.app.workbench;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Viewpoint;

/**
 * Brings views up to date, those in sight, a few at a time, so that the JavaFX thread is never busy for long: when the
 * time of a turn is used up, the remaining views get the next turn.
 */
final class Refresher {
    /** Leaves the rest of a sixtieth of a second for layout and drawing. */
    private static final long TURN_NANOS = 6_000_000;

    private final Supplier<Viewpoint> viewpoint;
    private final Supplier<Collection<ViewHost>> hosts;
    private final Deque<ViewHost> waiting = new ArrayDeque<>();
    private boolean scheduled;
    private boolean closed;

    Refresher(Supplier<Viewpoint> viewpoint, Supplier<Collection<ViewHost>> hosts) {
        this.viewpoint = viewpoint;
        this.hosts = hosts;
    }

    /** The recording, the cursor or the selection has changed. */
    void refreshAll() {
        for (ViewHost host : hosts.get()) {
            host.markStale();
            refresh(host);
        }
    }

    void refresh(ViewHost host) {
        if (!closed && host.isInSight() && !waiting.contains(host)) {
            waiting.add(host);
            schedule();
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            Platform.runLater(this::turn);
        }
    }

    private void turn() {
        scheduled = false;
        long end = System.nanoTime() + TURN_NANOS;
        Moment moment = viewpoint.get().moment();
        Links links = viewpoint.get().links();
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            ViewHost host = waiting.poll();
            if (host.isInSight()) {
                host.refresh(moment, links);
            }
        }
        if (!waiting.isEmpty()) {
            schedule();
        }
    }

    /** The views are about to go: those that wait are left as they are. */
    void close() {
        closed = true;
        waiting.clear();
    }

    /** Brings all views up to date now, as before a picture is taken. */
    void finish() {
        while (!waiting.isEmpty()) {
            turn();
        }
    }
}
