package org.tierscope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where a person looks: a session, a cursor in time and a selection, shared by all views of a window. Selections
 * have a history to walk back and forth in. To be used by one thread, the user interface's.
 */
public final class Viewpoint {

    private static final int HISTORY = 100;

    private final Session session;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Selection> back = new ArrayDeque<>();
    private final Deque<Selection> forward = new ArrayDeque<>();
    private Cursor cursor = Cursor.live();
    private Optional<Selection> selection = Optional.empty();

    public Viewpoint(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    public Cursor cursor() {
        return cursor;
    }

    public Optional<Selection> selection() {
        return selection;
    }

    /** The state at the cursor. */
    public Moment moment() {
        return session.at(cursor);
    }

    /** The counterparts of the selection at the cursor. */
    public Links links() {
        return selection.map(s -> Links.of(moment(), s)).orElse(Links.NONE);
    }

    public void moveTo(Cursor target) {
        if (!target.equals(cursor)) {
            cursor = target;
            listeners.forEach(Runnable::run);
        }
    }

    public void select(Selection target) {
        if (selection.filter(target::equals).isPresent()) {
            return;
        }
        selection.ifPresent(back::push);
        if (back.size() > HISTORY) {
            back.removeLast();
        }
        forward.clear();
        become(Optional.of(target));
    }

    public void selectNothing() {
        if (selection.isPresent()) {
            back.push(selection.get());
            become(Optional.empty());
        }
    }

    public boolean canGoBack() {
        return !back.isEmpty();
    }

    public boolean canGoForward() {
        return !forward.isEmpty();
    }

    /** Selects what was selected before. */
    public void goBack() {
        if (canGoBack()) {
            selection.ifPresent(forward::push);
            become(Optional.of(back.pop()));
        }
    }

    /** Undoes {@link #goBack()}. */
    public void goForward() {
        if (canGoForward()) {
            selection.ifPresent(back::push);
            become(Optional.of(forward.pop()));
        }
    }

    /** Calls {@code listener} when the cursor or the selection has changed; returns what stops it. */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void become(Optional<Selection> target) {
        selection = target;
        listeners.forEach(Runnable::run);
    }
}
