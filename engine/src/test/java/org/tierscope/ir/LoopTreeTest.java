package org.tierscope.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopTreeTest {
    @Test
    void nestedLoops() {
        Graph graph = GraphParser.parse(
                """
                graph f function=1 entry=0 slots=0
                b0:
                  v0 = ConstantBool[true]
                  v1 = Jump b1
                b1 <- b0 b5:
                  v2 = Branch v0 b2 b6
                b2 <- b1:
                  v3 = Jump b3
                b3 <- b2 b4:
                  v4 = Branch v0 b4 b5
                b4 <- b3:
                  v5 = Jump b3
                b5 <- b3:
                  v6 = Jump b1
                b6 <- b1:
                  v7 = Constant[0xa]
                  v8 = Return v7
                """);
        var dominators = new DominatorTree(graph);
        var loops = new LoopTree(graph, dominators);

        assertThat(loops.loops()).extracting(LoopTree.Loop::header).extracting(Block::toString)
                .containsExactly("b1", "b3");
        assertThat(loops.loops().get(1).parent()).isSameAs(loops.loops().get(0));
        assertThat(loops.loops().get(0).blocks()).extracting(Block::id).containsExactly(1, 2, 3, 4, 5);
        assertThat(loops.loops().get(1).blocks()).extracting(Block::id).containsExactly(3, 4);
        assertThat(loops.preheader(loops.loops().get(1)).id()).isEqualTo(2);
        assertThat(loops.depth(graph.blocks().get(6))).isZero();
        assertThat(dominators.dominates(graph.blocks().get(1), graph.blocks().get(6))).isTrue();
        assertThat(dominators.dominates(graph.blocks().get(4), graph.blocks().get(5))).isFalse();
    }
}
