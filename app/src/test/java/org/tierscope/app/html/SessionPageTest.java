package org.tierscope.app.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Moment;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class SessionPageTest {
    private final Moment moment = SampleRecording.session().now();
    private final String page = SessionPage.of(moment, "sum <1>");

    @Test
    void thePageNeedsNothingElse() {
        assertThat(page).startsWith("<!DOCTYPE html>").contains("<title>sum &lt;1&gt; — Tierscope</title>")
                .doesNotContain("@STYLE@").doesNotContain("@BODY@").doesNotContain("src=").doesNotContain("<link");
        assertThat(page).doesNotContainPattern(Pattern.compile("https?://"));
    }

    @Test
    void sourceBytecodePassesCodeAndDeoptsAreThere() {
        assertThat(page).contains("sum.js").contains("<h3>Bytecode</h3>")
                .contains("<h3>SSA of compilation").contains("<h3>Machine code</h3>").contains("<h3>Deopts</h3>")
                .contains("data-function=\"" + SampleProgram.SUM + "\"");
    }

    @Test
    void whatComesFromOneBytecodeNamesIt() {
        int pc = moment.function(SampleProgram.SUM).orElseThrow().function().getInstructionsList().stream()
                .filter(i -> i.getOpcode().equals("GET_ELEMENT")).findFirst().orElseThrow().getPc();
        String key = SampleProgram.SUM + "." + pc;
        long lines = Pattern.compile("data-from=\"[^\"]*\\b" + Pattern.quote(key) + "\\b").matcher(page).results().count();
        assertThat(lines).as("in source, bytecode, graphs and code").isGreaterThan(4);
    }
}
