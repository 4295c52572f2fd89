package org.tierscope.views.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.tierscope.views.layout.FlowGraph.Block;
import org.tierscope.views.layout.FlowLayout.Box;
import org.tierscope.views.layout.FlowLayout.Edge;
import org.tierscope.views.layout.FlowLayout.Kind;
import org.tierscope.views.layout.FlowLayout.Point;

class FlowLayouterTest {

    @Test
    void straightLineCodeIsOneColumn() {
        var layout = layout("0: 1", "1: 2", "2:");
        assertThat(box(layout, 1).x()).isEqualTo(box(layout, 0).x());
        assertThat(box(layout, 2).x()).isEqualTo(box(layout, 0).x());
        assertThat(box(layout, 0).bottom()).isLessThan(box(layout, 1).y());
        assertThat(layout.edges()).allSatisfy(edge -> assertThat(edge.points()).hasSize(2));
    }

    @Test
    void branchesOfAnIfStandSideBySideInBranchOrder() {
        var layout = layout("0: 1 2", "1: 3", "2: 3", "3:");
        assertThat(box(layout, 1).layer()).isEqualTo(box(layout, 2).layer());
        assertThat(box(layout, 1).right()).isLessThan(box(layout, 2).x());
        assertThat(box(layout, 3).layer()).isEqualTo(2);
    }

    @Test
    void loopBodyIsIndentedAndTheExitStandsBelowTheLoop() {
        // while (1) { 2; 3 } 4
        var layout = layout("0: 1", "1: 2 4", "2: 3", "3: 1", "4:");
        assertThat(box(layout, 0).loopDepth()).isZero();
        assertThat(box(layout, 1).loopDepth()).isEqualTo(1);
        assertThat(box(layout, 2).loopDepth()).isEqualTo(1);
        assertThat(box(layout, 4).loopDepth()).isZero();
        assertThat(box(layout, 2).x()).isGreaterThan(box(layout, 0).x());
        assertThat(box(layout, 4).y()).isGreaterThan(box(layout, 3).bottom());
        assertThat(kind(layout, 3, 1)).isEqualTo(Kind.BACK);
        assertThat(kind(layout, 1, 4)).isEqualTo(Kind.LOOP_EXIT);
    }

    @Test
    void backEdgeRunsUpOnTheRightOfItsLoop() {
        var layout = layout("0: 1", "1: 2 4", "2: 3", "3: 1", "4:");
        Edge back = edge(layout, 3, 1);
        double lane = back.points().stream().mapToDouble(Point::x).max().orElseThrow();
        assertThat(lane).isGreaterThan(box(layout, 1).right())
                .isGreaterThan(box(layout, 2).right())
                .isGreaterThan(box(layout, 3).right());
        Point end = back.points().getLast();
        assertThat(end.x()).isEqualTo(box(layout, 1).right());
    }

    @Test
    void exitOfALoopRunsDownOnItsLeft() {
        var layout = layout("0: 1", "1: 2 4", "2: 3", "3: 1", "4:");
        double lowest = edge(layout, 1, 4).points().stream().mapToDouble(Point::x).min().orElseThrow();
        assertThat(lowest).isLessThan(box(layout, 2).x());
    }

    @Test
    void innerLoopIsIndentedTwice() {
        var layout = layout("0: 1", "1: 2 6", "2: 3", "3: 4 5", "4: 3", "5: 1", "6:");
        assertThat(box(layout, 3).loopDepth()).isEqualTo(2);
        assertThat(box(layout, 4).loopDepth()).isEqualTo(2);
        assertThat(box(layout, 5).loopDepth()).isEqualTo(1);
        assertThat(box(layout, 5).y()).isGreaterThan(box(layout, 4).bottom());
    }

    @Test
    void loopOfOneBlockHasABackEdgeToItself() {
        var layout = layout("0: 1", "1: 1 2", "2:");
        assertThat(kind(layout, 1, 1)).isEqualTo(Kind.BACK);
        assertThat(box(layout, 1).loopDepth()).isEqualTo(1);
    }

    @Test
    void addingInstructionsToABlockMovesNothingSideways() {
        var before = FlowLayouter.layout(graph(40, "0: 1", "1: 2 3", "2: 4", "3: 4", "4: 1 5", "5:"));
        var after = FlowLayouter.layout(graph(90, "0: 1", "1: 2 3", "2: 4", "3: 4", "4: 1 5", "5:"));
        for (int block = 0; block <= 5; block++) {
            assertThat(box(after, block).x()).isEqualTo(box(before, block).x());
            assertThat(box(after, block).layer()).isEqualTo(box(before, block).layer());
        }
    }

    @Test
    void blocksWithTheSameIdAreRefused() {
        assertThatThrownBy(() -> layout("1: 1", "1:")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(FlowLayouter.layout(new FlowGraph(List.of())).boxes()).isEmpty();
    }

    /** Any graph, irreducible ones and ones with unreachable blocks too, is drawn without overlaps, twice the same. */
    @RepeatedTest(200)
    void boxesNeverOverlapAndNoEdgeCrossesABox(RepetitionInfo repetition) {
        FlowGraph graph = random(new Random(repetition.getCurrentRepetition()), 2 + repetition.getCurrentRepetition() / 5);
        FlowLayout layout = FlowLayouter.layout(graph);
        assertThat(layout).isEqualTo(FlowLayouter.layout(graph));
        List<Box> boxes = List.copyOf(layout.boxes().values());
        assertThat(layout.width()).isLessThan(2 * graph.blocks().size() * 200);
        assertThat(boxes).hasSameSizeAs(graph.blocks());
        for (Box a : boxes) {
            assertThat(boxes.stream().filter(b -> b != a && a.overlaps(b))).isEmpty();
            assertThat(a.right()).isLessThanOrEqualTo(layout.width());
            assertThat(a.bottom()).isLessThanOrEqualTo(layout.height());
        }
        for (Edge edge : layout.edges()) {
            assertThat(boxes.stream().filter(box -> crosses(edge, box))).as(edge.toString()).isEmpty();
        }
    }

    /** A layout that grew with the square of its blocks would take minutes here; how long it takes is for a benchmark to say. */
    @Test
    void twoThousandBlocksAreNoTrouble() {
        FlowGraph graph = random(new Random(7), 2000);
        FlowLayout layout = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> FlowLayouter.layout(graph));
        assertThat(layout.boxes()).hasSize(2000);
    }

    private static boolean crosses(Edge edge, Box box) {
        for (int i = 1; i < edge.points().size(); i++) {
            Point a = edge.points().get(i - 1);
            Point b = edge.points().get(i);
            boolean inX = Math.max(a.x(), b.x()) > box.x() + 0.01 && Math.min(a.x(), b.x()) < box.right() - 0.01;
            boolean inY = Math.max(a.y(), b.y()) > box.y() + 0.01 && Math.min(a.y(), b.y()) < box.bottom() - 0.01;
            if (inX && inY) {
                return true;
            }
        }
        return false;
    }

    /** Mostly structured: each block goes on to one of the next few, sometimes back, sometimes anywhere. */
    private static FlowGraph random(Random random, int count) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Integer> successors = new ArrayList<>();
            if (i + 1 < count) {
                successors.add(Math.min(count - 1, i + 1 + random.nextInt(3)));
            }
            int choice = random.nextInt(10);
            if (choice < 3) {
                successors.add(Math.min(count - 1, i + 1 + random.nextInt(5)));
            } else if (choice < 5) {
                successors.add(Math.max(0, i - random.nextInt(8)));
            } else if (choice == 5 && count < 50) {
                successors.add(random.nextInt(count));
            }
            blocks.add(new Block(i, 60 + random.nextInt(100), 20 + random.nextInt(80), successors));
        }
        return new FlowGraph(blocks);
    }

    private static FlowLayout layout(String... lines) {
        return FlowLayouter.layout(graph(40, lines));
    }

    /** One line per block: `id: successor successor`. */
    private static FlowGraph graph(double height, String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            List<Integer> successors = new ArrayList<>();
            for (String successor : parts[1].trim().split(" ")) {
                if (!successor.isEmpty()) {
                    successors.add(Integer.parseInt(successor));
                }
            }
            blocks.add(new Block(Integer.parseInt(parts[0]), 120, height, successors));
        }
        return new FlowGraph(blocks);
    }

    private static Box box(FlowLayout layout, int block) {
        return layout.boxes().get(block);
    }

    private static Edge edge(FlowLayout layout, int from, int to) {
        return layout.edges().stream().filter(e -> e.from() == from && e.to() == to).findFirst().orElseThrow();
    }

    private static Kind kind(FlowLayout layout, int from, int to) {
        return edge(layout, from, to).kind();
    }
}
