package org.tierscope.session.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tierscope.record.proto.FrameState;
import org.tierscope.record.proto.FrameStateFrame;
import org.tierscope.record.proto.FrameStateValue;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.InliningDecision;
import org.tierscope.record.proto.LiveInterval;
import org.tierscope.record.proto.LiveRange;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.NodeFlag;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.record.proto.PassNote;
import org.tierscope.record.proto.Representation;

/** The optimizer at work on {@code sum}: its graph after each pass. */
final class SampleGraphs {

    private static final int GUARD = NodeFlag.GUARD_VALUE;
    private static final int CONTROL = NodeFlag.CONTROL_VALUE;
    private static final int READS = NodeFlag.READS_MEMORY_VALUE;
    private static final int CALLS = NodeFlag.CALLS_VALUE | NodeFlag.WRITES_MEMORY_VALUE;
    private static final int PHI = NodeFlag.PHI_VALUE;
    private static final int CONSTANT = NodeFlag.CONSTANT_NODE_VALUE;

    private final int compilation;
    private final boolean osr;
    private final Map<Integer, GraphNode.Builder> nodes = new TreeMap<>();
    private final Map<Integer, List<Integer>> blocks = new TreeMap<>();
    private final List<InliningDecision> inlinings = new ArrayList<>();
    private final List<LiveInterval> intervals = new ArrayList<>();
    private final List<PassFinished> passes = new ArrayList<>();
    private int nodesBefore;

    private SampleGraphs(int compilation, boolean osr) {
        this.compilation = compilation;
        this.osr = osr;
    }

    /** The passes of one compilation of {@code sum}, in order. */
    static List<PassFinished> passesOfSum(int compilation, boolean osr) {
        SampleGraphs graphs = new SampleGraphs(compilation, osr);
        graphs.buildGraph();
        graphs.inlineCalls();
        graphs.simplify();
        graphs.numberValues();
        graphs.eliminateGuards();
        graphs.hoistInvariants();
        graphs.removeDeadCode();
        graphs.allocateRegisters();
        return graphs.passes;
    }

    private void buildGraph() {
        if (osr) {
            node(1, "OsrValue", 0, "object", Representation.TAGGED, 6).setAttributes("r0 list");
            node(2, "OsrValue", 0, "int32", Representation.INT32, 6).setAttributes("r1 total");
            node(3, "OsrValue", 0, "int32", Representation.INT32, 6).setAttributes("r2 i");
        } else {
            node(1, "Parameter", 0, "any", Representation.TAGGED, 0).setAttributes("r0 list");
            node(2, "Constant", 0, "int32 [0]", Representation.INT32, 0).setAttributes("0").setFlags(CONSTANT);
            node(3, "Constant", 0, "int32 [0]", Representation.INT32, 3).setAttributes("0").setFlags(CONSTANT);
        }
        node(4, "CheckArray", 0, "array", Representation.POINTER, 6, 1).setFlags(GUARD).setFrameStateId(1);
        node(5, "Goto", 0, "", Representation.REPRESENTATION_NONE, 6).setAttributes("b1").setFlags(CONTROL);
        node(6, "Phi", 1, "int32", Representation.INT32, 6, 2, 20).setAttributes("total").setFlags(PHI);
        node(7, "Phi", 1, "int32", Representation.INT32, 6, 3, 22).setAttributes("i").setFlags(PHI);
        node(8, "CheckArray", 1, "array", Representation.POINTER, 6, 1).setFlags(GUARD).setFrameStateId(2);
        node(9, "LoadArrayLength", 1, "int32 [0..∞)", Representation.INT32, 6, 8).setFlags(READS);
        node(10, "LessInt32", 1, "boolean", Representation.BOOL, 11, 7, 9);
        node(11, "Branch", 1, "", Representation.REPRESENTATION_NONE, 11, 10).setAttributes("b2, b3").setFlags(CONTROL);
        node(12, "LoadGlobal", 2, "function add", Representation.TAGGED, 16).setAttributes("add").setFlags(READS);
        node(13, "CheckElements", 2, "int32 elements", Representation.POINTER, 25, 8).setAttributes("packed int32")
                .setFlags(GUARD | READS).setFrameStateId(3);
        node(14, "CheckBounds", 2, "int32 [0..∞)", Representation.INT32, 25, 7, 9).setFlags(GUARD).setFrameStateId(3);
        node(15, "LoadElement", 2, "any", Representation.TAGGED, 25, 13, 14).setFlags(READS);
        node(16, "Call", 2, "any", Representation.TAGGED, 30, 12, 6, 15).setFlags(CALLS).setFrameStateId(4);
        node(20, "CheckInt32", 2, "int32", Representation.INT32, 35, 16).setFlags(GUARD).setFrameStateId(5);
        node(21, "Constant", 2, "int32 [1]", Representation.INT32, 35).setAttributes("1").setFlags(CONSTANT);
        node(22, "AddInt32", 2, "int32", Representation.INT32, 35, 7, 21).setAttributes("exit on overflow")
                .setFlags(GUARD).setFrameStateId(5);
        node(23, "Goto", 2, "", Representation.REPRESENTATION_NONE, 39).setAttributes("b1").setFlags(CONTROL);
        node(24, "TagInt32", 3, "int32", Representation.TAGGED, 42, 6);
        node(25, "Return", 3, "", Representation.REPRESENTATION_NONE, 42, 24).setFlags(CONTROL);
        finish("Build graph", "SSA from bytecode and feedback.", 310, true,
                note(16, true, "v16: feedback knows one target, add"));
    }

    private void inlineCalls() {
        remove(16);
        insert(2, 15, node(17, "CheckInt32", 2, "int32", Representation.INT32, 0, 15).setFunctionId(SampleProgram.ADD)
                .setInliningId(1).setFlags(GUARD).setFrameStateId(6));
        insert(2, 17, node(18, "CheckInt32", 2, "int32", Representation.INT32, 0, 6).setFunctionId(SampleProgram.ADD)
                .setInliningId(1).setFlags(GUARD).setFrameStateId(6));
        insert(2, 18, node(19, "AddInt32", 2, "int32", Representation.INT32, 0, 18, 17).setFunctionId(SampleProgram.ADD)
                .setInliningId(1).setAttributes("exit on overflow").setFlags(GUARD).setFrameStateId(6));
        inputs(20, 19);
        inlinings.add(InliningDecision.newBuilder().setId(1).setFunctionId(SampleProgram.ADD)
                .setCallPc(SampleProgram.SUM_CALL).setInlined(true).setWhy("small (2 instructions)").build());
        finish("Inline calls", "Puts the bodies of small known callees in place of their calls.", 120, true,
                note(16, true, "v16: inlined add (2 instructions), the global add is a dependency"));
    }

    private void simplify() {
        remove(18);
        inputs(19, 6, 17);
        remove(20);
        inputs(6, 2, 19);
        finish("Simplify", "Replaces each node by a simpler one of the same value, if there is one.", 45, true,
                note(18, true, "v18 removed: v6 is an int32 already"),
                note(20, true, "v20 removed: v19 is an int32 already"));
    }

    private void numberValues() {
        remove(8);
        inputs(9, 4);
        inputs(13, 4);
        finish("Number values", "Computes equal values once (global value numbering).", 38, true,
                note(8, true, "v8 replaced by v4, which dominates it and checks the same"));
    }

    private void eliminateGuards() {
        remove(14);
        inputs(15, 13, 7);
        nodes.get(22).setFlags(0).setFrameStateId(0).setAttributes("");
        finish("Eliminate guards", "Drops checks whose outcome is known from ranges and dominating checks.", 52, true,
                note(14, true, "v14 removed: 0 ≤ v7 < v9 holds in b2"),
                note(22, true, "v22 needs no overflow check: v7 < v9 ≤ 2³¹ − 1"),
                note(17, false, "v17 stays: nothing is known about the elements of v13"));
    }

    private void hoistInvariants() {
        move(9, 0, 5);
        move(13, 0, 5);
        move(21, 0, 5);
        finish("Hoist invariants", "Moves what a loop computes again and again to before the loop.", 29, true,
                note(9, true, "v9 moved from b1 to b0: no store in the loop"),
                note(13, true, "v13 moved from b2 to b0"),
                note(15, false, "v15 stays: its index v7 changes"));
    }

    private void removeDeadCode() {
        remove(12);
        finish("Remove dead code", "Drops nodes that nobody uses and that have no effect.", 12, true,
                note(12, true, "v12 removed: its use, the call, was inlined"));
    }

    private void allocateRegisters() {
        interval(1, range(0, 8, "rax"));
        interval(4, range(2, 8, "rax"));
        interval(9, range(4, 40, "rcx"));
        interval(13, range(6, 40, "rdx"));
        interval(6, range(10, 44, "rsi"));
        interval(7, range(10, 38, "rdi"));
        interval(15, range(16, 22, "r8"));
        interval(17, range(20, 26, "r8"));
        interval(19, range(26, 40, "rsi"));
        interval(22, range(30, 40, "rdi"));
        interval(24, range(42, 46, "rax"));
        finish("Allocate registers", "Gives each value a register or a spill slot (linear scan).", 88, true,
                note(0, true, "11 intervals, 7 registers, no spills"));
    }

    private GraphNode.Builder node(int id, String op, int block, String type, Representation representation, int pc,
            int... inputs) {
        GraphNode.Builder node = GraphNode.newBuilder().setId(id).setOp(op).setBlock(block).setType(type)
                .setRepresentation(representation).setFunctionId(SampleProgram.SUM).setPc(pc);
        for (int input : inputs) {
            node.addInputs(input);
        }
        nodes.put(id, node);
        List<Integer> content = blocks.computeIfAbsent(block, b -> new ArrayList<>());
        content.add(id);
        return node;
    }

    private void insert(int block, int after, GraphNode.Builder node) {
        List<Integer> content = blocks.get(block);
        content.remove((Integer) node.getId());
        content.add(content.indexOf(after) + 1, node.getId());
    }

    private void move(int id, int block, int before) {
        blocks.get(nodes.get(id).getBlock()).remove((Integer) id);
        List<Integer> content = blocks.get(block);
        content.add(content.indexOf(before), id);
        nodes.get(id).setBlock(block);
    }

    private void remove(int id) {
        blocks.get(nodes.remove(id).getBlock()).remove((Integer) id);
    }

    private void inputs(int id, int... inputs) {
        GraphNode.Builder node = nodes.get(id).clearInputs();
        for (int input : inputs) {
            node.addInputs(input);
        }
    }

    private void interval(int node, LiveRange range) {
        intervals.add(LiveInterval.newBuilder().setNodeId(node).addRanges(range).build());
    }

    private static LiveRange range(int start, int end, String register) {
        return LiveRange.newBuilder().setStart(start).setEnd(end)
                .setLocation(Location.newBuilder().setMachineRegister(register)).build();
    }

    private static PassNote note(int node, boolean acted, String text) {
        return PassNote.newBuilder().setNodeId(node).setActed(acted).setText(text).build();
    }

    private void finish(String name, String description, long micros, boolean changed, PassNote... notes) {
        PassFinished.Builder pass = PassFinished.newBuilder().setCompilationId(compilation).setIndex(passes.size())
                .setName(name).setDescription(description).setMicros(micros).setNodesBefore(nodesBefore)
                .setNodesAfter(nodes.size()).addAllNotes(List.of(notes));
        if (changed) {
            pass.setGraph(graph());
        }
        nodesBefore = nodes.size();
        passes.add(pass.build());
    }

    private Graph graph() {
        Graph.Builder graph = Graph.newBuilder().addAllInlinings(inlinings).addAllIntervals(intervals);
        graph.addBlocks(block(0, 0, 1, -1).addSuccessors(1));
        graph.addBlocks(block(1, 1, 1001, 0).setLoopHeader(true).addPredecessors(0).addPredecessors(2)
                .addSuccessors(2).addSuccessors(3));
        graph.addBlocks(block(2, 1, 1000, 1).addPredecessors(1).addSuccessors(1));
        graph.addBlocks(block(3, 0, 1, 1).addPredecessors(1));
        nodes.values().forEach(node -> graph.addNodes(node.build()));
        graph.addFrameStates(state(1, SampleProgram.SUM_LOOP, 2, 3));
        graph.addFrameStates(state(2, SampleProgram.SUM_LOOP, 6, 7));
        graph.addFrameStates(state(3, 25, 6, 7));
        graph.addFrameStates(state(4, SampleProgram.SUM_CALL, 6, 7));
        graph.addFrameStates(state(5, 35, 19, 7));
        graph.addFrameStates(state(6, SampleProgram.SUM_CALL, 6, 7).addFrames(FrameStateFrame.newBuilder()
                .setFunctionId(SampleProgram.ADD).setPc(0).setInliningId(1)
                .addValues(value(0, 6)).addValues(value(1, 15))));
        return graph.build();
    }

    private GraphBlock.Builder block(int id, int loopDepth, double frequency, int dominator) {
        return GraphBlock.newBuilder().setId(id).setLoopDepth(loopDepth).setFrequency(frequency)
                .setDominator(dominator).addAllNodes(blocks.get(id));
    }

    private static FrameState.Builder state(int id, int pc, int total, int i) {
        return FrameState.newBuilder().setId(id).addFrames(FrameStateFrame.newBuilder()
                .setFunctionId(SampleProgram.SUM).setPc(pc)
                .addValues(value(0, 1)).addValues(value(1, total)).addValues(value(2, i)));
    }

    private static FrameStateValue value(int register, int node) {
        return FrameStateValue.newBuilder().setRegister(register).setNodeId(node).build();
    }
}
