package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockLayoutTest {

    @Test
    void textAndLayoutSayTheSame() {
        String text = "v(0.6600)[h(0.2000 0.5000)[t(functions*) t(source,notes*) t(ssa*)] t(timeline*)]";
        DockLayout layout = DockLayout.parse(text);
        assertThat(layout.text()).isEqualTo(text);
        assertThat(layout.views()).containsExactly("functions", "source", "notes", "ssa", "timeline");
    }

    @Test
    void withoutAStarTheFirstTabIsInFront() {
        assertThat(DockLayout.parse("t(a,b)")).isEqualTo(DockLayout.parse("t(a*,b)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "t(", "t()", "x(a)", "t(a*", "t(a*)t(b*)", "t(a,a)", "h(0.5)[t(a) t(a)]",
        "h(0.5)[t(a)]", "h()[t(a) t(b)]", "h(2)[t(a) t(b)]", "h(NaN)[t(a) t(b)]", "h(0.5)[t(a) t(b)",
        "h(0.5)[t(a)  t(b)]", "h(0.1 0.2)[t(a) t(b)]"})
    void whatIsNoLayoutIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DockLayout.parse(text));
    }

    @Test
    void firstLayoutGoesFromWhatWasWrittenToWhatRuns() {
        DockLayout layout = DockLayout.initial(Workbench.installedViews(), 1600);
        assertThat(layout.views()).containsSubsequence("source", "bytecode", "ssa", "machine");
        assertThat(layout.views()).containsExactlyInAnyOrderElementsOf(
                Workbench.installedViews().stream().filter(provider -> provider.place().atFirst())
                        .map(provider -> provider.id()).toList());
        assertThat(layout.views()).doesNotContain("settings", "search");
        assertThat(DockLayout.parse(layout.text()).views()).isEqualTo(layout.views());
    }

    @Test
    void aNarrowWindowBeginsWithFewerColumns() {
        var views = Workbench.installedViews();
        assertThat(DockLayout.initial(views, 1600).text())
                .containsPattern("t\\(ssa\\*\\)").containsPattern("t\\(machine\\*\\)");
        assertThat(DockLayout.initial(views, 1024).text())
                .containsPattern("t\\(source\\*\\)").containsPattern("t\\(ssa\\*,machine\\)");
    }
}
