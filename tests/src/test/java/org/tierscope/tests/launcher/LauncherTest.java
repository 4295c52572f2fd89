package org.tierscope.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tierscope} itself: finding a JDK, starting, passing on exit codes. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @Test
    void startsWhatWasBuilt() {
        var result = Launcher.run("--version");
        assertThat(result.out()).startsWith("Tierscope 0.");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void worksFromAnywhereAndThroughALink(@TempDir Path elsewhere) throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("ts"), Launcher.path());
        var result = Launcher.run(elsewhere, Map.of(), link, "--version");
        assertThat(result.out()).startsWith("Tierscope 0.");
    }

    @Test
    void saysWhichJavaHomeIsWrong(@TempDir Path empty) {
        var result = Launcher.run(Map.of("TIERSCOPE_JAVA_HOME", empty.toString()), "--version");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).isEqualTo(
                "tierscope: TIERSCOPE_JAVA_HOME is " + empty + ", which is no JDK 25 or newer.\n");
    }

    @Test
    void namesTheVersionThatIsTooOld(@TempDir Path old) throws Exception {
        Files.createDirectories(old.resolve("bin"));
        Files.createFile(old.resolve("bin/javac")).toFile().setExecutable(true);
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"17.0.2\"\n");
        var result = Launcher.run(Map.of("TIERSCOPE_JAVA_HOME", old.toString()), "--version");
        assertThat(result.err()).contains("no JDK 25 or newer (it is 17.0.2)");
    }

    @Test
    void enginesStartWithTheCacheOfTheCommands(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("program.js"), "console.log('recorded');\n");
        Path recording = folder.resolve("out.tsr");
        assertThat(Launcher.run("record", program.toString(), "-o", recording.toString()))
                .isEqualTo(new Launcher.Result(0, "recorded\n", ""));
        var shown = Launcher.run("show", recording.toString(), "timeline");
        assertThat(shown.out()).contains("run ended: completed");
        assertThat(shown.exitCode()).isZero();
    }

    @Test
    void aWrongOptionIsAUsageError() {
        var result = Launcher.run("--no-such-option");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--no-such-option").contains("See 'tierscope --help'");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void withoutADisplayOneLineNamesSnapshot() {
        var result = Launcher.run(Map.of("DISPLAY", ""));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("no display").contains("tierscope snapshot");
    }
}
