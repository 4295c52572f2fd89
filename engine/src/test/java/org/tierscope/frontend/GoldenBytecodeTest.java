package org.tierscope.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeVerifier;
import org.tierscope.bytecode.Disassembler;
import org.tierscope.bytecode.SourceText;
import org.tierscope.bytecode.TextAssembler;

/**
 * Source text in, bytecode text out. The cases are in {@code *.golden} files beside this class's resources: a title line that
 * begins with {@code ###}, the source, a line {@code ---}, the expected code. After a change that is meant, run with
 * {@code -Dgolden.update=true} and read the difference.
 */
class GoldenBytecodeTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/org/tierscope/frontend");

    private record Case(String title, String source, String expected) {
        String actual() {
            BytecodeFunction function = Compiler.compile(new SourceText(0, "test.js", source), CompileMode.COMMONJS);
            BytecodeVerifier.verify(function);
            String full = Disassembler.full(function);
            assertThat(Disassembler.full(TextAssembler.parse(full, function.source()))).isEqualTo(full);
            return Disassembler.brief(function);
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".golden")).sorted().toList()) {
                List<Case> cases = read(file);
                if (Boolean.getBoolean("golden.update")) {
                    write(file, cases);
                }
                for (Case c : cases) {
                    tests.add(DynamicTest.dynamicTest(
                            file.getFileName() + ": " + c.title, () -> assertThat(c.actual()).isEqualTo(c.expected)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    private static List<Case> read(Path file) throws IOException {
        var cases = new ArrayList<Case>();
        for (String part : Files.readString(file).split("(?m)^### ")) {
            if (!part.isBlank()) {
                int source = part.indexOf('\n') + 1;
                int code = part.indexOf("\n---\n", source);
                cases.add(new Case(part.substring(0, source - 1), part.substring(source, code), part.substring(code + 5).strip() + "\n"));
            }
        }
        return cases;
    }

    private static void write(Path file, List<Case> cases) throws IOException {
        var text = new StringBuilder();
        for (Case c : cases) {
            text.append("### ").append(c.title).append('\n').append(c.source).append("\n---\n").append(c.actual()).append('\n');
        }
        Files.writeString(file, text.toString().strip() + "\n");
    }
}
