package org.tierscope.session;

import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.PassFinished;

/**
 * A pass that has run.
 *
 * @param graph the graph after it; the same object as the pass before if this one changed nothing
 */
public record Pass(long nanos, PassFinished event, Graph graph) {

    public int index() {
        return event.getIndex();
    }

    public String name() {
        return event.getName();
    }
}
