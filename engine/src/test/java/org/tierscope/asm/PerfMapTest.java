package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerfMapTest {
    @TempDir
    private Path folder;

    private static AssembledCode code() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        asm.op(Op.RET);
        return asm.finish();
    }

    @Test
    void perfFindsItByTheProcess() {
        assertThat(PerfMap.pathOf(4711)).hasToString("/tmp/perf-4711.map");
    }

    @Test
    void codeThatIsThereAndCodeThatComesHasALineEach() throws IOException {
        Path file = folder.resolve("map");
        try (CodeMemory memory = CodeMemory.reserve(1 << 16)) {
            CodeBlock first = memory.install(code(), "stub: exit");
            memory.follow(PerfMap.at(file, Instant.now())::add);
            CodeBlock second = memory.install(code(), "work#3 optimized");
            assertThat(Files.readAllLines(file)).containsExactly(
                    "%x 1 stub: exit".formatted(first.address()), "%x 1 work#3 optimized".formatted(second.address()));
        }
    }

    @Test
    void aMapThatAnEarlierProcessLeftIsNotContinued() throws IOException {
        Path file = Files.write(folder.resolve("map"), List.of("1000 10 old"));
        PerfMap.at(file, Instant.now().plusSeconds(60));
        assertThat(file).isEmptyFile();
    }

    @Test
    void anotherVmOfTheProcessContinuesIt() throws IOException {
        Path file = Files.write(folder.resolve("map"), List.of("1000 10 first"));
        PerfMap.at(file, Instant.now().minusSeconds(60)).add(new CodeBlock(0x2000, 16, 16, "second"));
        assertThat(Files.readAllLines(file)).containsExactly("1000 10 first", "2000 10 second");
    }
}
