package org.tierscope.tests.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.session.text.TextView;
import org.tierscope.tests.Repository;
import org.tierscope.tests.launcher.Launcher;

/** {@code ./tierscope record} and {@code ./tierscope show}, from outside: every view has something to say of a program that was really run. */
class ShowTest {
    @TempDir
    static Path folder;

    private static String recording;

    @BeforeAll
    static void record() {
        recording = folder.resolve("speculation.tsr").toString();
        String sample = Repository.root().resolve("samples/type-speculation.js").toString();
        var result = Launcher.run("record", "--sync-compile", sample, "-o", recording);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    static Stream<Arguments> views() {
        return Stream.of(
                arguments("ast", "Binary +  10:10–10:15"),
                arguments("bytecode", "Add "),
                arguments("passes", "value-numbering"),
                arguments("ssa", "CheckInt32"),
                arguments("intervals", "Phi"),
                arguments("asm", "mov"),
                arguments("timeline", "on-stack replacement"),
                arguments("deopts", "not int32 at type-speculation.js:10:12"),
                arguments("shapes", "root of Object"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void printsWhatHappened(String view, String part) {
        var result = Launcher.run("show", recording, view);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains(part);
    }

    @Test
    void everyViewIsTried() {
        assertThat(views().map(arguments -> arguments.get()[0]))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TextView.values()).map(TextView::id).toList());
    }
}
