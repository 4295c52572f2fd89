package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class CodeMemoryTest {
    private final CodeMemory memory = CodeMemory.reserve(1 << 16);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void blocksAreAlignedAndDoNotOverlap() {
        CodeBlock a = memory.allocate(1, "a");
        CodeBlock b = memory.allocate(17, "b");
        CodeBlock c = memory.allocate(16, "c");
        assertThat(List.of(a.address(), b.address(), c.address()))
                .containsExactly(memory.start(), memory.start() + 16, memory.start() + 48);
        assertThat(memory.blockAt(b.address() + 16)).isEqualTo(b);
        assertThat(memory.blockAt(b.address() + 17)).isNull();
        assertThat(memory.blockAt(c.end())).isNull();
    }

    @Test
    void freedRangesAreUsedAgainAndMerged() {
        CodeBlock a = memory.allocate(100, "a");
        CodeBlock b = memory.allocate(100, "b");
        CodeBlock c = memory.allocate(100, "c");
        memory.free(a);
        memory.free(c);
        memory.free(b);
        assertThat(memory.statistics()).isEqualTo(new CodeMemory.Statistics(1 << 16, 0, 1 << 16, 1 << 16, 0));
        assertThat(memory.ranges()).containsExactly(new CodeMemory.Range(memory.start(), 1 << 16, null));
        assertThatThrownBy(() -> memory.free(b)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesCoverTheWholeMemory() {
        Random random = new Random(42);
        List<CodeBlock> live = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            if (live.size() < 20 || random.nextBoolean() && live.size() < 60) {
                live.add(memory.allocate(1 + random.nextInt(500), "block " + i));
            } else {
                memory.free(live.remove(random.nextInt(live.size())));
            }
            long at = memory.start();
            long used = 0;
            boolean wasFree = false;
            for (CodeMemory.Range range : memory.ranges()) {
                assertThat(range.address()).isEqualTo(at);
                assertThat(wasFree && range.isFree()).as("two free neighbours").isFalse();
                wasFree = range.isFree();
                used += range.isFree() ? 0 : range.size();
                at += range.size();
            }
            assertThat(at).isEqualTo(memory.end());
            assertThat(memory.statistics().used()).isEqualTo(used);
            assertThat(memory.statistics().blocks()).isEqualTo(live.size());
        }
    }

    @Test
    void fullMemorySaysSo() {
        memory.allocate(1 << 15, "half");
        assertThatThrownBy(() -> memory.allocate((1 << 15) + 1, "more")).isInstanceOf(CodeMemoryFullException.class)
                .hasMessage("code memory is full: 32769 bytes wanted, largest free range 32768 of 65536 bytes");
    }

    @Test
    void freedCodeTraps() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        asm.op(Op.RET);
        CodeBlock block = memory.install(asm.finish(), "ret");
        assertThat(memory.read(block.address(), 2)).containsExactly(0xC3, 0xCC);
        memory.free(block);
        assertThat(memory.read(block.address(), 2)).containsExactly(0xCC, 0xCC);
    }

    @Test
    void patchesWithinAndAcrossWords() {
        CodeBlock block = memory.allocate(32, "patched");
        memory.patch(block.address() + 3, (byte) 1, (byte) 2);
        memory.patch(block.address() + 14, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
        byte[] expected = new byte[20];
        Arrays.fill(expected, (byte) 0xCC);
        System.arraycopy(new byte[] {1, 2}, 0, expected, 3, 2);
        System.arraycopy(new byte[] {3, 4, 5, 6}, 0, expected, 14, 4);
        assertThat(memory.read(block.address(), 20)).isEqualTo(expected);
        assertThatThrownBy(() -> memory.patch(block.address() + 31, (byte) 0, (byte) 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codeThatCannotBeRelocatedLeavesNoBlockBehind() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        asm.call(Label.external("far", memory.start() ^ 1L << 40));
        AssembledCode code = asm.finish();
        assertThatThrownBy(() -> memory.install(code, "far")).isInstanceOf(IllegalStateException.class);
        assertThat(memory.statistics().blocks()).isZero();
    }
}
