package org.tierscope.views.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.testing.ViewTest;

class CompareViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new CompareProvider();
    }

    private static Side side(String... lines) {
        return new Side(List.of(lines).stream().map(line -> CodeLine.of(line).add(line).build()).toList(), List.of(lines),
                Map.of("lines", String.valueOf(lines.length)));
    }

    private static String picture(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < comparison.left().size(); i++) {
            text.append(comparison.left().get(i).text()).append('|').append(comparison.right().get(i).text()).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void whatIsTheSameStandsSideBySide() {
        Comparison comparison = Comparison.of(side("a", "b", "c", "d"), side("a", "x", "y", "c", "d", "e"));
        assertThat(picture(comparison)).isEqualTo("a|a b|x |y c|c d|d |e");
        assertThat(comparison.same()).isEqualTo(3);
        assertThat(comparison.removed()).isEqualTo(1);
        assertThat(comparison.added()).isEqualTo(3);
        assertThat(comparison.left().get(1).styles()).containsExactly("line-removed");
        assertThat(comparison.right().get(1).styles()).containsExactly("line-added");
        assertThat(comparison.figures()).containsExactly(new Comparison.Figure("lines", "4", "6"));
    }

    @Test
    void twoCodesOfTheFunctionInFocusAreCompared() {
        CodeList leftList = lookup("#compare-left-list").query();
        CodeList rightList = lookup("#compare-right-list").query();
        assertThat(leftList.getItems()).isNotEmpty().hasSameSizeAs(rightList.getItems());
        assertThat(view.table().orElseThrow().rows().get()).anyMatch(row -> row.getFirst().equals("bytes"));
        picture("compare-code");
    }

    @Test
    void passesAreComparedByTheirNodes() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        act(() -> {
            ChoiceBox<Subject.Kind> kind = lookup("#compare-kind").query();
            kind.setValue(Subject.Kind.GRAPH);
            kind.getOnAction().handle(new javafx.event.ActionEvent());
        });
        assertThat(((Label) lookup("#compare-note").query()).getText()).contains("the same");
        assertThat(view.text().orElseThrow()).contains("≠").contains("b0");
        picture("compare-passes");
    }
}
