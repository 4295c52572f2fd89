package org.tierscope.publish;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tierscope.backend.LiveRange;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Effects;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.InliningDecision;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Origin;
import org.tierscope.ir.VirtualObject;
import org.tierscope.record.proto.FrameStateFrame;
import org.tierscope.record.proto.FrameStateValue;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.LiveInterval;
import org.tierscope.record.proto.NodeFlag;
import org.tierscope.record.proto.RemovedField;
import org.tierscope.record.proto.RemovedObject;
import org.tierscope.record.proto.Representation;
import org.tierscope.runtime.FunctionInfo;

/** Copies a compiler's graph into its form in a recording. */
final class GraphEvents {
    private static final Pattern NODE = Pattern.compile("\\bv(\\d+)\\b");

    private final org.tierscope.ir.Graph graph;
    private final Graph.Builder out = Graph.newBuilder();
    private final Map<FrameState, Integer> states = new IdentityHashMap<>();
    private final Map<Origin, Integer> inlinings = new LinkedHashMap<>();
    private final DominatorTree dominators;
    private final LoopTree loops;

    private GraphEvents(org.tierscope.ir.Graph graph) {
        this.graph = graph;
        this.dominators = new DominatorTree(graph);
        this.loops = new LoopTree(graph, dominators);
    }

    static Graph of(org.tierscope.ir.Graph graph) {
        var events = new GraphEvents(graph);
        graph.forEachNode(node -> events.inlining(node.origin() == null ? null : node.origin().caller()));
        graph.blocks().forEach(events::block);
        events.addDecisions();
        return events.out.build();
    }

    /** The graph with its values' lifetimes and places. */
    static Graph allocated(org.tierscope.ir.Graph graph, List<LiveRange> lifetimes, FunctionInfo function) {
        Graph.Builder out = of(graph).toBuilder();
        int registers = function.bytecode().registerCount();
        LiveInterval.Builder interval = null;
        for (LiveRange range : lifetimes) {
            if (interval == null || interval.getNodeId() != range.node() + 1) {
                interval = out.addIntervalsBuilder().setNodeId(range.node() + 1);
            }
            interval.addRanges(org.tierscope.record.proto.LiveRange.newBuilder()
                    .setStart(range.start())
                    .setEnd(range.end())
                    .setLocation(CodeEvents.location(range.location(), registers)));
        }
        return out.build();
    }

    /** A text that names nodes, with their numbers in the recording. */
    static String renumbered(String text) {
        return NODE.matcher(text).replaceAll(name -> "v" + (Integer.parseInt(name.group(1)) + 1));
    }

    /** Ids of the calls that nodes were inlined through; 0 for null. */
    private int inlining(Origin call) {
        if (call == null) {
            return 0;
        }
        inlining(call.caller());
        return inlinings.computeIfAbsent(call, c -> inlinings.size() + 1);
    }

    private void addDecisions() {
        var logged = new HashMap<Origin, InliningDecision>();
        graph.inlinings().stream().filter(InliningDecision::inlined).forEach(d -> logged.put(d.call(), d));
        inlinings.forEach((call, id) -> {
            InliningDecision decision = logged.get(call);
            out.addInlinings(org.tierscope.record.proto.InliningDecision.newBuilder()
                    .setId(id)
                    .setParentId(inlining(call.caller()))
                    .setFunctionId(decision == null ? 0 : decision.function())
                    .setCallPc(call.pc())
                    .setInlined(true)
                    .setWhy(decision == null ? "" : decision.reason()));
        });
        int next = inlinings.size() + 1;
        for (InliningDecision decision : graph.inlinings()) {
            if (!decision.inlined()) {
                out.addInlinings(org.tierscope.record.proto.InliningDecision.newBuilder()
                        .setId(next++)
                        .setParentId(inlinings.getOrDefault(decision.call().caller(), 0))
                        .setFunctionId(Math.max(decision.function(), 0))
                        .setCallPc(decision.call().pc())
                        .setInlined(false)
                        .setWhy(decision.reason()));
            }
        }
    }

    private void block(Block block) {
        Block dominator = dominators.immediateDominator(block);
        var description = GraphBlock.newBuilder()
                .setId(block.id())
                .setLoopDepth(loops.depth(block))
                .setLoopHeader(loops.isHeader(block))
                .setFrequency(block.frequency())
                .setDominator(dominator == null || dominator == block ? -1 : dominator.id());
        block.predecessors().forEach(predecessor -> description.addPredecessors(predecessor.id()));
        for (Block successor : block.successors()) {
            description.addSuccessors(successor.id());
        }
        block.phis().forEach(node -> node(node, description));
        block.nodes().forEach(node -> node(node, description));
        node(block.terminator(), description);
        out.addBlocks(description);
    }

    private void node(Node node, GraphBlock.Builder block) {
        block.addNodes(nodeId(node));
        var description = GraphNode.newBuilder()
                .setId(nodeId(node))
                .setOp(node.operator().name())
                .setBlock(node.block().id())
                .setType(node.representation() == org.tierscope.ir.Representation.NONE ? "" : node.type().toString())
                .setRepresentation(representation(node.representation()))
                .setAttributes(attributes(node))
                .setFlags(flags(node));
        node.inputs().forEach(input -> description.addInputs(nodeId(input)));
        if (node.origin() != null) {
            description.setFunctionId(node.origin().function())
                    .setPc(node.origin().pc())
                    .setInliningId(inlining(node.origin().caller()));
        }
        if (node.state() != null) {
            description.setFrameStateId(state(node.state()));
        }
        out.addNodes(description);
    }

    /** Ids in a recording are positive; the graph's begin at 0. */
    static int nodeId(Node node) {
        return node.id() + 1;
    }

    private static String attributes(Node node) {
        var text = new StringBuilder();
        for (int i = 0; i < node.operator().parameters().size(); i++) {
            text.append(text.isEmpty() ? "" : ", ").append(node.operator().parameters().get(i).format(node.parameter(i)));
        }
        if (node.reason() != null) {
            text.append(text.isEmpty() ? "" : " ").append('!').append(node.reason());
        }
        for (Block target : node.targets()) {
            text.append(text.isEmpty() ? "" : " ").append("→ ").append(target);
        }
        return text.toString();
    }

    static Representation representation(org.tierscope.ir.Representation representation) {
        return switch (representation) {
            case NONE -> Representation.REPRESENTATION_NONE;
            case TAGGED -> Representation.TAGGED;
            case INT32 -> Representation.INT32;
            case FLOAT64 -> Representation.FLOAT64;
            case BOOL -> Representation.BOOL;
            case RAW -> Representation.POINTER;
        };
    }

    private static int flags(Node node) {
        Effects effects = node.effects();
        int flags = 0;
        flags |= effects.reads() != 0 ? NodeFlag.READS_MEMORY_VALUE : 0;
        flags |= effects.writes() != 0 ? NodeFlag.WRITES_MEMORY_VALUE : 0;
        flags |= effects.exits() ? NodeFlag.GUARD_VALUE : 0;
        flags |= effects.calls() ? NodeFlag.CALLS_VALUE : 0;
        flags |= effects.has(Effects.ALLOCATES) ? NodeFlag.ALLOCATES_VALUE : 0;
        flags |= effects.has(Effects.TERMINATES) ? NodeFlag.CONTROL_VALUE : 0;
        flags |= node.is(Operator.Phi) ? NodeFlag.PHI_VALUE : 0;
        flags |= node.operator().isConstant() ? NodeFlag.CONSTANT_NODE_VALUE : 0;
        return flags;
    }

    private int state(FrameState state) {
        Integer known = states.get(state);
        if (known != null) {
            return known;
        }
        int id = states.size() + 1;
        states.put(state, id);
        var frames = new ArrayDeque<FrameStateFrame>();
        for (FrameState frame = state; frame != null; frame = frame.caller()) {
            var description = FrameStateFrame.newBuilder().setFunctionId(frame.function()).setPc(frame.pc());
            for (int register = FrameState.FIRST_REGISTER; register < frame.registerCount(); register++) {
                Node value = frame.value(register);
                if (value != null) {
                    var source = FrameStateValue.newBuilder().setRegister(register);
                    description.addValues(value.is(Operator.VirtualObject)
                            ? source.setRemovedObject(indexOf(value, state))
                            : source.setNodeId(nodeId(value)));
                }
            }
            frames.push(description.build());
        }
        var description = org.tierscope.record.proto.FrameState.newBuilder().setId(id).addAllFrames(frames);
        state.objects().forEach(object -> description.addRemovedObjects(removed(object)));
        out.addFrameStates(description);
        return id;
    }

    private static int indexOf(Node identity, FrameState state) {
        for (int i = 0; i < state.objects().size(); i++) {
            if (state.objects().get(i).identity() == identity) {
                return i;
            }
        }
        throw new IllegalStateException("no description of " + identity);
    }

    private RemovedObject removed(VirtualObject object) {
        var description =
                RemovedObject.newBuilder().setShapeId(object.shape()).setNodeId(nodeId(object.identity()));
        for (int i = 0; i < object.fields().size(); i++) {
            Node field = object.fields().get(i);
            if (field != null) {
                description.addFields(RemovedField.newBuilder()
                        .setKey(RemovedObjects.key(object.kind(), i))
                        .setNodeId(nodeId(field)));
            }
        }
        return description.build();
    }
}
