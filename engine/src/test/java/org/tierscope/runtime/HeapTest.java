package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final long BYTES = Heap.header(CellType.BYTES);

    private Vm vm;
    private Heap heap;

    @BeforeEach
    void start() {
        vm = new Vm(VmOptions.DEFAULT.withMaxHeapBytes(32 << 20));
        heap = vm.heap();
    }

    @AfterEach
    void stop() {
        vm.close();
    }

    @Test
    void roundsCellsToSizeClasses() {
        assertThat(SizeClasses.roundUp(1)).isEqualTo(16);
        assertThat(SizeClasses.roundUp(129)).isEqualTo(160);
        assertThat(SizeClasses.roundUp(8192)).isEqualTo(8192);
        assertThat(SizeClasses.roundUp(10_000)).isEqualTo(10_000);
        assertThat(VmState.ALLOCATION + SizeClasses.COUNT * VmState.ALLOCATION_STRIDE).isLessThanOrEqualTo(VmState.EXIT_GPR);
    }

    @Test
    void givesAlignedZeroedCells() {
        for (int bytes : new int[] {16, 24, 100, 8192, 8193, 200_000}) {
            long cell = heap.allocate(bytes, BYTES);
            assertThat(cell % 16).isZero();
            assertThat(CellType.at(cell)).isEqualTo(CellType.BYTES);
            for (int i = 8; i + 8 <= bytes; i += 8) {
                assertThat(Mem.getLong(cell + i)).isZero();
            }
            Mem.fill(cell + 8, bytes - 8, (byte) 0x55);
        }
    }

    @Test
    void findsCellsFromInteriorAddresses() {
        long small = heap.allocate(64, BYTES);
        long large = heap.allocate(200_000, BYTES);
        assertThat(heap.cellAt(small + 63)).isEqualTo(small);
        assertThat(heap.cellAt(large + 150_000)).isEqualTo(large);
        assertThat(heap.cellAt(vm.state())).isZero();
        assertThat(heap.cellAt(small + 64)).as("a free cell").isZero();
    }

    @Test
    void reusesWhatNobodyPointsAt() {
        for (int round = 0; round < 20; round++) {
            allocateGarbage();
            vm.collectGarbage();
        }
        assertThat(heap.usedBytes()).isLessThan(16 << 20);
    }

    private void allocateGarbage() {
        for (int i = 0; i < 1000; i++) {
            heap.allocate(1000, BYTES);
            heap.allocate(10_000, BYTES);
        }
    }

    @Test
    void keepsWhatANativeFrameHolds() {
        long array = vm.literals().newArray();
        for (int i = 0; i < 1000; i++) {
            vm.literals().arrayAppend(array, vm.strings().of("element " + i));
        }
        vm.collectGarbage();
        allocateGarbage();
        for (int i = 0; i < 1000; i++) {
            assertThat(vm.strings().toJava(Elements.get(array, i))).isEqualTo("element " + i);
        }
    }

    @Test
    void saysWhenMemoryIsFullAndGoesOn() {
        String printed = Guest.run(
                VmOptions.DEFAULT.withMaxHeapBytes(24 << 20),
                """
                let list = [];
                try { for (;;) list.push({ a: list.length, b: [1, 2, 3] }); }
                catch (e) { list = null; console.log(e instanceof RangeError, e.message); }
                let again = [];
                for (let i = 0; i < 20000; i++) again.push({ i });
                console.log(again.length);
                """);
        assertThat(printed).isEqualTo("true Out of memory\n20000");
    }
}
