package org.tierscope.views.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.KeptRun;
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

    @Test
    void twoRunsAreComparedOnceThereIsAnother() {
        act(() -> {
            context.setKeptRuns(List.of(new KeptRun("run 1, --max-tier=baseline", SampleRecording.session())));
            view.refresh(context.moment());
        });
        ComboBox<KeptRun> leftRun = lookup("#compare-left-run").query();
        ComboBox<KeptRun> rightRun = lookup("#compare-right-run").query();
        assertThat(leftRun.getValue().title()).isEqualTo("the run shown");
        assertThat(rightRun.getValue().title()).isEqualTo("run 1, --max-tier=baseline");
        ComboBox<Subject> leftSubject = lookup("#compare-left").query();
        ComboBox<Subject> rightSubject = lookup("#compare-right").query();
        assertThat(rightSubject.getValue().title()).isEqualTo(leftSubject.getValue().title());
        assertThat(((Label) lookup("#compare-note").query()).getText()).endsWith("0 − 0 +");
        CodeList ofOther = lookup("#compare-right-list").query();
        assertThat(ofOther.getItems()).isNotEmpty().allMatch(line -> line.target().isEmpty());
        assertThat(view.text().orElseThrow()).contains("the run shown: ").contains("run 1, --max-tier=baseline: ");
        picture("compare-runs");
    }

    @Test
    void wholeRunsAreComparedByTheirFunctionsAndCosts() {
        act(() -> {
            context.setKeptRuns(List.of(new KeptRun("run 1", SampleRecording.session())));
            view.refresh(context.moment());
            ChoiceBox<Subject.Kind> kind = lookup("#compare-kind").query();
            kind.setValue(Subject.Kind.RUN);
        });
        assertThat(view.text().orElseThrow()).contains("sum :");
        assertThat(view.table().orElseThrow().rows().get()).extracting(List::getFirst).contains("time", "code in use", "exits");
        picture("compare-whole-runs");
    }

    @Test
    void theProgramIsRunAgainUnderOtherOptions() {
        context.setFile(java.nio.file.Path.of("sum.js"));
        act(() -> context.setKeptRuns(List.of(new KeptRun("run 1", SampleRecording.session()))));
        act(() -> view.refresh(context.moment()));
        act(() -> {
            MenuButton more = lookup("#compare-add-run").query();
            more.getItems().stream().filter(item -> "Run with Baseline Code Only".equals(item.getText())).findFirst()
                    .orElseThrow().fire();
        });
        assertThat(context.runsAsked()).containsExactly(Map.of("max-tier", "baseline"));
    }

    @Test
    void theCounterpartIsOfTheSameFunctionAtTheSameTier() {
        Subject wanted = new Subject.Code(1, 7, "add :3  opt #7");
        assertThat(Subject.counterpart(wanted, List.of(new Subject.Code(4, 1, "sum :1  opt #1"),
                new Subject.Code(5, 2, "add :3  base #2"), new Subject.Code(5, 3, "add :3  opt #3"))).title())
                .isEqualTo("add :3  opt #3");
    }
}
