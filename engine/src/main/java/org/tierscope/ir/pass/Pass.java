package org.tierscope.ir.pass;

import org.tierscope.ir.Graph;

/** One optimization over a graph, which is valid before and after it. */
public interface Pass {
    /** As {@code --disable-pass} names it and as it is shown: the field's word for it. */
    String name();

    /** What it is for, one sentence. */
    String purpose();

    /** Changes {@code graph}; tells {@code notes} what it did, and what it did not do and why. */
    void run(Graph graph, PassNotes notes);
}
