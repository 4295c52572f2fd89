package org.tierscope.views.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Graph;
import org.tierscope.session.Pass;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.ssa.PassPicture.Change;

class PassPictureTest {
    private final List<Pass> passes = SampleRecording.session().now()
            .compilation(SampleRecording.COMPILATION).orElseThrow().passes();

    @Test
    void theFirstGraphHasNothingToCompareWith() {
        PassPicture picture = PassPicture.of(passes.getFirst(), Graph.getDefaultInstance());
        assertThat(picture.count(Change.SAME)).isEqualTo(passes.getFirst().graph().getNodesCount());
    }

    @Test
    void removedNodesStandWhereTheyWere() {
        PassPicture picture = picture("Simplify");
        assertThat(picture.count(Change.REMOVED)).isEqualTo(2);
        assertThat(nodesOf(picture, 2)).containsSubsequence(17, 18, 19, 20);
        assertThat(change(picture, 18)).isEqualTo(Change.REMOVED);
        assertThat(change(picture, 19)).isEqualTo(Change.CHANGED);
    }

    @Test
    void inlinedNodesAreNew() {
        PassPicture picture = picture("Inline calls");
        assertThat(change(picture, 19)).isEqualTo(Change.ADDED);
        assertThat(change(picture, 16)).isEqualTo(Change.REMOVED);
        assertThat(change(picture, 15)).isEqualTo(Change.SAME);
    }

    @Test
    void theTextSaysTheSameAsThePicture() {
        List<String> lines = SsaLines.graph(1, picture("Simplify")).stream().map(CodeLine::text).toList();
        assertThat(lines).contains("− v18 = CheckInt32 v6 : int32", "  v10 = LessInt32 v7, v9 : boolean");
        assertThat(lines).anyMatch(line -> line.startsWith("b1  loop  → b2 b3"));
    }

    @Test
    void aNodeIsFoundWhereItIsDrawn() {
        GraphScene scene = GraphScene.of(picture("Simplify"), 7);
        double[] place = scene.place(17).orElseThrow();
        GraphScene.Hit hit = scene.hit(place[0] + 20, place[1] + 5).orElseThrow();
        assertThat(hit.block().id()).isEqualTo(2);
        assertThat(hit.line().orElseThrow().nodeId()).isEqualTo(17);
        assertThat(scene.place(999)).isEmpty();
        assertThat(scene.hit(-5, -5)).isEmpty();
    }

    private PassPicture picture(String name) {
        Pass pass = passes.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        return PassPicture.of(pass, passes.get(pass.index() - 1).graph());
    }

    private static List<Integer> nodesOf(PassPicture picture, int block) {
        return picture.blocks().stream().filter(b -> b.id() == block).findFirst().orElseThrow().lines().stream()
                .map(PassPicture.Line::nodeId).toList();
    }

    private static Change change(PassPicture picture, int node) {
        return picture.blocks().stream().flatMap(block -> block.lines().stream())
                .filter(line -> line.nodeId() == node).findFirst().orElseThrow().change();
    }
}
