package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tierscope.ir.Node;

/** What a pass did to single nodes, and what it did not do and why: shown to people beside the graph. */
public final class PassNotes {
    /** Notes that are kept of one run; more are only counted. */
    private static final int MAX_NOTES = 500;

    /**
     * @param acted whether the pass changed something, or says why it did not
     * @param text for people
     * @param node id of the node it is about
     */
    public record Note(boolean acted, String text, int node) {}

    private final List<Note> notes = new ArrayList<>();
    private int changes;

    /** The pass changed something about {@code node}. */
    public void did(Node node, String what) {
        changes++;
        add(new Note(true, what, node.id()));
    }

    /** The pass let {@code node} be although it is the kind of node that it looks for. */
    public void didNot(Node node, String why) {
        add(new Note(false, why, node.id()));
    }

    private void add(Note note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    public List<Note> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** How often {@link #did} was called. */
    public int changes() {
        return changes;
    }
}
