package org.tierscope.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeVerifier;
import org.tierscope.bytecode.Disassembler;
import org.tierscope.bytecode.SourceText;
import org.tierscope.bytecode.TextAssembler;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;

/** Every program of the corpus compiles to code that verifies, in both modes, and survives its text form. */
class CorpusCompilesTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/programs");

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(PROGRAMS)) {
            files = all.filter(f -> f.toString().endsWith(".js")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(50);
        return files.stream().map(f -> DynamicTest.dynamicTest(PROGRAMS.relativize(f).toString(), () -> compile(f)));
    }

    private static void compile(Path file) throws IOException {
        var source = new SourceText(0, file.toString(), Files.readString(file));
        BytecodeFunction function = Compiler.compile(source, CompileMode.COMMONJS);
        BytecodeVerifier.verify(function);
        String text = Disassembler.full(function);
        assertThat(Disassembler.full(TextAssembler.parse(text, source))).isEqualTo(text);
    }
}
