package org.tierscope.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tierscope.asm.Reg;
import org.tierscope.machine.Location;

class ParallelMoveTest {
    private static final Location SCRATCH = new Location.InReg(Reg.R10);

    private static Allocation.Move move(Location from, Location to) {
        return new Allocation.Move(null, from, to);
    }

    private static Location reg(Reg register) {
        return new Location.InReg(register);
    }

    /** Runs the moves one after another on a machine whose locations hold their own names. */
    private static Map<Location, Location> run(List<Allocation.Move> moves) {
        var held = new HashMap<Location, Location>();
        ParallelMove.resolve(
                moves, move -> SCRATCH, move -> held.put(move.to(), held.getOrDefault(move.from(), move.from())));
        return held;
    }

    @Test
    void swapsTwoRegistersThroughTheScratchRegister() {
        var held = run(List.of(move(reg(Reg.RAX), reg(Reg.RCX)), move(reg(Reg.RCX), reg(Reg.RAX))));
        assertThat(held).containsEntry(reg(Reg.RAX), reg(Reg.RCX)).containsEntry(reg(Reg.RCX), reg(Reg.RAX));
    }

    @Test
    void movesAChainFromItsEnd() {
        var order = new ArrayList<Location>();
        ParallelMove.resolve(
                List.of(move(reg(Reg.RAX), reg(Reg.RCX)), move(reg(Reg.RCX), reg(Reg.RDX))),
                move -> SCRATCH,
                move -> order.add(move.to()));
        assertThat(order).containsExactly(reg(Reg.RDX), reg(Reg.RCX));
    }

    @Test
    void randomMovesGiveEveryTargetItsSource() {
        var random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            var moves = new ArrayList<Allocation.Move>();
            for (int slot = 0; slot < 8; slot++) {
                if (random.nextInt(4) != 0) {
                    moves.add(move(new Location.InSlot(random.nextInt(8)), new Location.InSlot(slot)));
                }
            }
            var held = run(moves);
            for (Allocation.Move move : moves) {
                assertThat(held.getOrDefault(move.to(), move.to())).isEqualTo(move.from());
            }
        }
    }
}
