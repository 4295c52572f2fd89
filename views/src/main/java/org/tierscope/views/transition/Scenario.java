package org.tierscope.views.transition;

import java.util.List;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.ValueType;

/**
 * A transition as it is played: boxes with rows on the left (frames of the interpreter), places on the right (of the
 * machine), and moves between them, one after the other.
 *
 * @param entering into compiled code, from left to right; otherwise out of it, from right to left
 * @param title what happened
 * @param cause why, in words; may be empty
 * @param outside the tier on the left
 * @param inside the tier on the right
 * @param insideTitle names the code
 * @param outcome what happens next
 */
record Scenario(boolean entering, String title, String cause, Tier outside, Tier inside, String insideTitle,
        List<Box> boxes, List<Place> places, List<Move> moves, String outcome) {

    /** A frame, or an object that is rebuilt. */
    record Box(String title, List<Row> rows) {
    }

    /** @param label register or key; @param name variable, perhaps empty */
    record Row(String label, String name) {
    }

    /** A register of the machine, a spill slot, a constant, a removed object. */
    record Place(String label, String kind) {
    }

    /**
     * One value.
     *
     * @param box, row where it is on the left
     * @param place where it is on the right; −1 if it stays where it is in the frame
     * @param held how the machine holds it: {@code int32}, {@code tagged}
     * @param offending it is the value that did not fit
     * @param caption the move in words
     */
    record Move(int box, int row, int place, String value, ValueType type, String held, boolean offending,
            String caption) {

        boolean stays() {
            return place < 0;
        }
    }

    /** Length of the whole play, in steps. */
    int steps() {
        return moves.size();
    }

    private String summary() {
        long staying = moves.stream().filter(Move::stays).count();
        long moving = steps() - staying;
        if (moving == 0) {
            return "All values stay: this code works on the same frame slots.";
        }
        String values = moving == 1 ? "1 value moves" : moving + " values move";
        return staying == 0 ? values + "." : values + ", " + staying + (staying == 1 ? " stays." : " stay.");
    }

    /** What is said at a point of the play. */
    String captionAt(double progress) {
        if (moves.isEmpty()) {
            return outcome;
        }
        if (progress <= 0) {
            return (cause + " " + summary()).strip();
        }
        return progress >= steps() ? outcome : moves.get((int) Math.ceil(progress) - 1).caption();
    }
}
