package org.tierscope.views.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CompilationStarted;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.LiveInterval;
import org.tierscope.record.proto.LiveRange;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.PassFinished;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Pass;
import org.tierscope.session.sample.SampleRecording;

class AllocationTest {
    private static LiveRange range(int start, int end, String register) {
        return LiveRange.newBuilder().setStart(start).setEnd(end)
                .setLocation(Location.newBuilder().setMachineRegister(register)).build();
    }

    private static LiveRange slot(int start, int end, int slot) {
        return LiveRange.newBuilder().setStart(start).setEnd(end)
                .setLocation(Location.newBuilder().setSpillSlot(slot)).build();
    }

    private static LiveInterval interval(int node, LiveRange... ranges) {
        return LiveInterval.newBuilder().setNodeId(node).addAllRanges(List.of(ranges)).build();
    }

    private static GraphNode node(int id, String op) {
        return GraphNode.newBuilder().setId(id).setOp(op).build();
    }

    /** b0: v1, v2; b1 (a loop): phi v3, v4. */
    private static Optional<Allocation> allocation(LiveInterval... intervals) {
        Graph graph = Graph.newBuilder()
                .addBlocks(GraphBlock.newBuilder().setId(0).addNodes(1).addNodes(2))
                .addBlocks(GraphBlock.newBuilder().setId(1).setLoopDepth(1).addNodes(3).addNodes(4))
                .addNodes(node(1, "Parameter")).addNodes(node(2, "Constant")).addNodes(node(3, "Phi"))
                .addNodes(node(4, "AddInt32")).addAllIntervals(List.of(intervals)).build();
        Pass pass = Pass.of(0, PassFinished.newBuilder().setName("register allocation").build(), graph);
        return Allocation.of(SampleRecording.session().now(), new CompilationState(CompilationStarted.newBuilder()
                .setCompilationId(7).build(), 0, OptionalLong.empty(), Optional.empty(), List.of(pass), Optional.empty(),
                OptionalInt.empty(), OptionalLong.empty()));
    }

    @Test
    void aBlockBeginsWithAnInstructionOfItsOwnAndPhisAreNone() {
        Allocation allocation = allocation(interval(1, range(2, 5, "rcx"))).orElseThrow();
        assertThat(allocation.steps().stream().map(Allocation.Step::nodeId)).containsExactly(0, 1, 2, 0, 4);
        assertThat(allocation.blocks()).extracting(Allocation.BlockSpan::start).containsExactly(0, 3);
        assertThat(allocation.blocks().getLast()).extracting(Allocation.BlockSpan::end, Allocation.BlockSpan::loopDepth)
                .containsExactly(5, 1);
    }

    @Test
    void aValueThatMovesIsSplitAndOneInAFrameSlotIsSpilled() {
        Allocation allocation = allocation(
                interval(1, range(3, 5, "rcx"), slot(5, 7, 2), range(8, 10, "rdx")),
                interval(2, range(4, 6, "rsi"), range(6, 9, "rsi"))).orElseThrow();
        assertThat(allocation.split()).isEqualTo(1);
        assertThat(allocation.spilled()).isEqualTo(1);
        Allocation.Row first = allocation.values().getFirst();
        assertThat(first.label()).isEqualTo("v1 Parameter");
        assertThat(first.note()).isEqualTo("rcx, spill 2, rdx");
        assertThat(first.bars()).extracting(Allocation.Bar::kind).containsExactly(Allocation.Kind.GENERAL,
                Allocation.Kind.SLOT, Allocation.Kind.GENERAL);
        assertThat(allocation.values().getLast().bars()).as("two ranges without a gap are one bar").hasSize(1);
    }

    @Test
    void registersStandInOrderBeforeSlots() {
        Allocation allocation = allocation(interval(1, slot(2, 4, 0)), interval(2, range(2, 4, "xmm10")),
                interval(3, range(4, 6, "xmm2")), interval(4, range(6, 8, "xmm2"), range(8, 9, "rax"))).orElseThrow();
        assertThat(allocation.places()).extracting(Allocation.Row::label)
                .containsExactly("rax", "xmm2", "xmm10", "spill 0");
        assertThat(allocation.places().get(1)).extracting(Allocation.Row::note).isEqualTo("2 values");
    }

    @Test
    void pressureCountsRegistersOnly() {
        Allocation allocation = allocation(interval(1, range(2, 6, "rcx")), interval(2, range(4, 8, "rdx")),
                interval(4, slot(4, 8, 0))).orElseThrow();
        assertThat(allocation.inRegisters()).containsExactly(0, 1, 2, 1, 0);
        assertThat(allocation.highestPressure()).isEqualTo(2);
    }

    @Test
    void withoutIntervalsThereIsNoAllocation() {
        assertThat(allocation()).isEmpty();
    }
}
