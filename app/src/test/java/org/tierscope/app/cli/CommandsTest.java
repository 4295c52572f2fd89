package org.tierscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.options.EngineOption;
import org.tierscope.record.RecordingWriter;
import org.tierscope.session.sample.SampleRecording;

/** The command line on recordings: what it prints and returns. */
class CommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path recording;

    @BeforeEach
    void writeRecording() throws IOException {
        recording = folder.resolve("sum.tsr");
        RecordingWriter.write(recording, SampleRecording.events());
    }

    @Test
    void showPrintsAViewOfARecording() {
        assertThat(execute("show", recording.toString(), "deopts")).isZero();
        assertThat(out.toString()).contains("not int32").contains("five hundred");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showKeepsToTheFunctionAndThePassAskedFor() {
        assertThat(execute("show", recording.toString(), "ssa", "--function=sum", "--pass=Build graph")).isZero();
        assertThat(out.toString()).contains("Build graph").doesNotContain("Allocate registers");
    }

    @Test
    void showNamesWhatThereIsWhereAskedForSomethingElse() {
        assertThat(execute("show", recording.toString(), "graph")).isEqualTo(2);
        assertThat(err.toString()).startsWith("tierscope: VIEW: expected one of ast, bytecode, passes,");
        assertThat(execute("show", recording.toString(), "asm", "--function=nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("no function is named nobody").contains("sum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "show", "snapshot", "bench"})
    void everyCommandHasHelpWithAllEngineOptions(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: tierscope " + command);
        for (EngineOption<?> option : EngineOption.ALL) {
            assertThat(out.toString()).contains(option.toString());
        }
    }

    @Test
    void anOptionThatTakesNamesMayBeGivenMoreThanOnce() {
        String program = folder.resolve("none.js").toString();
        assertThat(execute("show", program, "ast", "--disable-pass=truncation", "--disable-pass=code-sinking")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("tierscope: " + program + ": no such file\n");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(execute("show", folder.resolve("none.js").toString(), "ast")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("tierscope: " + folder.resolve("none.js") + ": no such file\n");
        assertThat(execute("bench", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).endsWith("tierscope: " + folder + ": is a folder\n");
    }

    @Test
    void aFileThatIsNoRecordingIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.tsr"), "this is text, and long enough for a header\n");
        assertThat(execute("show", text.toString(), "ast")).isEqualTo(1);
        assertThat(err.toString()).startsWith("tierscope: " + text + ": ").hasLineCount(1);
    }

    @Test
    void anEmptyFileIsNoRecording() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.tsr"));
        assertThat(execute("show", empty.toString(), "ast")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("tierscope: " + empty + ": is empty, and so no recording\n");
    }

    @Test
    void aDamagedRecordingShowsWhatIsLeftOfIt() throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        Path cut = Files.write(folder.resolve("cut.tsr"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThat(execute("show", cut.toString(), "timeline")).isZero();
        assertThat(out.toString()).contains("asks for").doesNotContain("run ended");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsRun() throws IOException {
        Path program = Files.writeString(folder.resolve("program.js"), "console.log('ran');");
        Path nowhere = folder.resolve("no/such/out.tsr");
        assertThat(execute("record", program.toString(), "-o", nowhere.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(
                "tierscope: " + nowhere + ": there is no folder " + nowhere.getParent() + "\n");
        assertThat(execute("record", program.toString(), "-o", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).endsWith("tierscope: " + folder + ": is a folder\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aSyntaxErrorIsSaidOnceWithItsPlaceAndACaret() throws IOException {
        Path program = Files.writeString(folder.resolve("wrong.js"), "let a = 1;\nlet b = = 2;\n");
        assertThat(execute("show", program.toString(), "ast")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(
                program + ":2:9: SyntaxError: Expected an operand but found =", "let b = = 2;", "        ^");
    }

    @Test
    void snapshotsHaveASizeAndATheme() {
        assertThat(execute("snapshot", recording.toString(), "-o", folder.toString(), "--size=12x9")).isEqualTo(2);
        assertThat(err.toString()).startsWith("tierscope: --size: expected WIDTHxHEIGHT, 640x400 to 7680x4320, got '12x9'");
        assertThat(execute("snapshot", recording.toString(), "-o", folder.toString(), "--theme=pink")).isEqualTo(2);
        assertThat(err.toString()).contains("--theme").contains("DARK, LIGHT").contains("pink");
    }

    @Test
    void valuesOutOfRangeAreUsageErrors() {
        assertThat(execute("show", "--max-heap=12q", recording.toString(), "ast")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("""
                tierscope: --max-heap: expected a size such as 64m, 1m to 64g, got '12q'
                See 'tierscope show --help'.
                """);
        assertThat(execute("show", "--verify=maybe", recording.toString(), "ast")).isEqualTo(2);
        assertThat(execute("record", recording.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--output=OUT.tsr'");
    }

    @Test
    void aFlagTakesNoValueFromTheNextArgument() {
        assertThat(execute("show", "--sync-compile", recording.toString(), "shapes")).isZero();
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
