package org.tierscope.views.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptHistoryTest {
    private final PromptHistory history = new PromptHistory();

    @Test
    void whatWasAskedComesBackAndSoDoesWhatWasBeingTyped() {
        history.asked("a");
        history.asked("b");
        history.asked("b");
        assertThat(history.before("dra")).contains("b");
        assertThat(history.before("b")).contains("a");
        assertThat(history.before("a")).isEmpty();
        assertThat(history.after()).contains("b");
        assertThat(history.after()).contains("dra");
        assertThat(history.after()).isEmpty();
    }

    @Test
    void thereIsNothingAtFirst() {
        assertThat(history.before("typed")).isEmpty();
        assertThat(history.after()).isEmpty();
    }
}
