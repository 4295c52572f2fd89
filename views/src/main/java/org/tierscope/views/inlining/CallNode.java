package org.tierscope.views.inlining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.InliningDecision;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.Selection;
import org.tierscope.session.text.Words;

/**
 * A call of a compilation, or, at the root, the compiled function itself.
 *
 * @param callee name of the called function; of a call whose target is not known, a description
 * @param line of the call; 0 for the root and where it is not known
 * @param inlined whether the callee stands in place of the call; true for the root
 * @param why the compiler's reason
 * @param graphNodes how many nodes of the graph come from it alone
 * @param call the call's bytecode; empty for the root
 */
record CallNode(String callee, int line, boolean inlined, String why, int graphNodes,
        Optional<Selection.Bytecode> call, List<CallNode> children) {

    /** Nodes of the call and all that was inlined into it. */
    int allGraphNodes() {
        return graphNodes + children.stream().mapToInt(CallNode::allGraphNodes).sum();
    }

    /** How many calls were inlined below this one. */
    int inlinedCalls() {
        return children.stream().mapToInt(child -> (child.inlined() ? 1 : 0) + child.inlinedCalls()).sum();
    }

    /** The tree of a compilation, after the last pass that knows of calls; empty if there is no graph yet. */
    static Optional<CallNode> of(Moment moment, CompilationState compilation) {
        return compilation.passes().reversed().stream().map(Pass::graph)
                .filter(graph -> graph.getNodesCount() > 0)
                .max(Comparator.comparingInt(Graph::getInliningsCount))
                .map(graph -> new Builder(moment, compilation, graph).build());
    }

    private static final class Builder {
        private final Moment moment;
        private final Graph graph;
        private final int compiled;
        private final Map<Integer, List<InliningDecision>> byParent = new LinkedHashMap<>();
        private final Map<Integer, Integer> nodes = new HashMap<>();

        Builder(Moment moment, CompilationState compilation, Graph graph) {
            this.moment = moment;
            this.graph = graph;
            this.compiled = compilation.started().getFunctionId();
        }

        CallNode build() {
            graph.getInliningsList().forEach(decision ->
                    byParent.computeIfAbsent(decision.getParentId(), id -> new ArrayList<>()).add(decision));
            graph.getNodesList().forEach(node -> nodes.merge(node.getInliningId(), 1, Integer::sum));
            return new CallNode(Words.function(moment, compiled), 0, true, "", nodes.getOrDefault(0, 0),
                    Optional.empty(), children(0, compiled));
        }

        private List<CallNode> children(int parent, int caller) {
            return byParent.getOrDefault(parent, List.of()).stream()
                    .sorted(Comparator.comparingInt(InliningDecision::getCallPc))
                    .map(decision -> new CallNode(
                            decision.getFunctionId() == 0 ? "(not known)" : Words.function(moment, decision.getFunctionId()),
                            line(caller, decision.getCallPc()), decision.getInlined(), decision.getWhy(),
                            decision.getInlined() ? nodes.getOrDefault(decision.getId(), 0) : 0,
                            Optional.of(new Selection.Bytecode(caller, decision.getCallPc())),
                            decision.getInlined() ? children(decision.getId(), decision.getFunctionId()) : List.of()))
                    .toList();
        }

        private int line(int function, int pc) {
            return moment.function(function).flatMap(f -> f.function().getInstructionsList().stream()
                    .filter(i -> i.getPc() == pc).findFirst()
                    .flatMap(i -> moment.source(f.function().getSourceId()).map(source -> {
                        int end = Math.min(i.getSourceStart(), source.getText().length());
                        return (int) source.getText().substring(0, end).chars().filter(c -> c == '\n').count() + 1;
                    }))).orElse(0);
        }
    }
}
