package org.tierscope.backend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tierscope.machine.Location;

/**
 * Orders moves that happen at the same time so that no source is overwritten before it is read; cycles are broken through a scratch
 * location.
 */
final class ParallelMove {
    private ParallelMove() {}

    /**
     * @param moves with distinct targets
     * @param scratch a free location for a move's kind (general or floating)
     * @param emit receives single moves in an order that is right one after another
     */
    static void resolve(
            List<Allocation.Move> moves,
            Function<Allocation.Move, Location> scratch,
            Consumer<Allocation.Move> emit) {
        var pending = new ArrayList<>(moves);
        pending.removeIf(move -> move.to().equals(move.from()));
        var ready = new ArrayDeque<Allocation.Move>();
        while (!pending.isEmpty()) {
            for (int i = pending.size() - 1; i >= 0; i--) {
                Allocation.Move move = pending.get(i);
                if (!isSource(move.to(), move, pending)) {
                    ready.add(pending.remove(i));
                }
            }
            if (ready.isEmpty()) {
                breakCycle(pending, scratch, emit);
            }
            while (!ready.isEmpty()) {
                emit.accept(ready.poll());
            }
        }
    }

    private static boolean isSource(Location location, Allocation.Move except, List<Allocation.Move> moves) {
        for (Allocation.Move move : moves) {
            if (move != except && location.equals(move.from())) {
                return true;
            }
        }
        return false;
    }

    /** Saves one source in scratch and has its moves read it there. */
    private static void breakCycle(
            List<Allocation.Move> pending,
            Function<Allocation.Move, Location> scratch,
            Consumer<Allocation.Move> emit) {
        Allocation.Move first = pending.getFirst();
        Location saved = scratch.apply(first);
        emit.accept(new Allocation.Move(first.value(), first.from(), saved));
        pending.replaceAll(move -> first.from().equals(move.from())
                ? new Allocation.Move(move.value(), saved, move.to())
                : move);
    }
}
