package org.tierscope.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.tests.Repository;

/** The example in the Javadoc of the engine's package is a program that compiles and does what it says. */
class EmbeddingExampleTest {
    private static final Pattern SNIPPET =
            Pattern.compile("\\{@snippet lang=java :\n(.*?)\n \\* }\n \\*\n", Pattern.DOTALL);

    @Test
    void compilesAndRuns(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Embedding.java"), example());
        var messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source);
        assertThat(compiler.getTask(messages, null, null, List.of("-d", folder.toString()), null, files).call())
                .as(messages.toString())
                .isTrue();

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        "Embedding")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("49995000\nCOMPLETED\n");
        assertThat(process.waitFor()).isZero();
    }

    private static String example() {
        var match = SNIPPET.matcher(
                Repository.text("engine/src/main/java/org/tierscope/engine/package-info.java"));
        assertThat(match.find()).isTrue();
        return match.group(1).lines().map(line -> line.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
    }
}
