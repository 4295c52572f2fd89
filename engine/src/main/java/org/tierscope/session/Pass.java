package org.tierscope.session;

import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.PassFinished;

/**
 * A pass that has run. There are many: what is told of it beyond figures is read when asked for.
 *
 * @param micros how long it took
 * @param changed whether it left another graph than the pass before
 * @param own what is told of it
 * @param source what has the graph after it: its own event, or an earlier pass's if it changed nothing
 */
public record Pass(long nanos, int index, String name, long micros, int nodesBefore, int nodesAfter, boolean changed,
        Loaded<PassFinished> own, Loaded<PassFinished> source) {

    /** One whose graph is at hand. */
    public static Pass of(long nanos, PassFinished event, Graph graph) {
        Loaded<PassFinished> all = Loaded.of(event.toBuilder().setGraph(graph).build());
        return new Pass(nanos, event.getIndex(), event.getName(), event.getMicros(), event.getNodesBefore(), event.getNodesAfter(),
                true, all, all);
    }

    /** All that is told of it. */
    public PassFinished event() {
        return own.get();
    }

    /** The graph after it. */
    public Graph graph() {
        return source.get().getGraph();
    }
}
