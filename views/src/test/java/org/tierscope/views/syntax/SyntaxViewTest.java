package org.tierscope.views.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.SyntaxNode;
import org.tierscope.record.proto.SyntaxTree;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class SyntaxViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new SyntaxProvider();
    }

    private static SyntaxNode node(int depth, String kind, String label, int start, int end) {
        return SyntaxNode.newBuilder().setDepth(depth).setKind(kind).setLabel(label).setStart(start).setEnd(end).build();
    }

    private int source() {
        return context.moment().function(SampleProgram.SUM).orElseThrow().function().getSourceId();
    }

    private TreeView<SyntaxNode> tree() {
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(context.session().endNanos()).setSyntaxTree(
                SyntaxTree.newBuilder().setSourceId(source()).addNodes(node(0, "FunctionNode", "program", 0, 90))
                        .addNodes(node(1, "VarNode", "a", 0, 20)).addNodes(node(2, "LiteralNode", "1", 10, 11))
                        .addNodes(node(1, "CallNode", "", 30, 60))).build()));
        return lookup("#syntax-tree").query();
    }

    @Test
    void nodesStandInTheirParents() {
        assertThat(tree().getRoot().getChildren()).hasSize(2);
        assertThat(view.text()).contains("FunctionNode program\n  VarNode a\n    LiteralNode 1\n  CallNode\n");
    }

    @Test
    void selectedTextLeadsToTheSmallestNodeAroundIt() {
        TreeView<SyntaxNode> tree = tree();
        act(() -> context.select(new Selection.SourceRange(source(), 10, 11)));
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().getKind()).isEqualTo("LiteralNode");
        act(() -> context.select(new Selection.SourceRange(source(), 40, 45)));
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().getKind()).isEqualTo("CallNode");
    }

    @Test
    void aClickSelectsTheText() {
        tree();
        clickOn("Literal");
        assertThat(context.viewpoint().selection()).contains(new Selection.SourceRange(source(), 10, 11));
    }
}
