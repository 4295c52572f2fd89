package org.tierscope.views.codecache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pieces of memory in rows, as text is set: what does not fit into a row goes on in the next. Long stretches between pieces are left
 * out, because codes of different kinds lie far apart.
 *
 * @param bytesPerRow what a row stands for
 */
record CodeMap(List<Strip> strips, int rows, long bytesPerRow) {
    /** A gap of more bytes is shown as one of this size. */
    static final long LONGEST_GAP = 256;

    /** Something that lies in memory; addresses are unsigned. */
    record Piece(int id, long address, long size) {
    }

    /** A part of a piece in one row; {@code start} and {@code length} are fractions of the row. */
    record Strip(int id, int row, double start, double length) {
    }

    /** @param pieces in ascending order of addresses */
    static CodeMap of(List<Piece> pieces, long bytesPerRow) {
        List<Strip> strips = new ArrayList<>();
        long at = 0;
        long end = pieces.isEmpty() ? 0 : pieces.getFirst().address();
        for (Piece piece : pieces) {
            at += Math.clamp(piece.address() - end, 0, LONGEST_GAP);
            for (long done = 0; done < piece.size();) {
                long column = (at + done) % bytesPerRow;
                long length = Math.min(piece.size() - done, bytesPerRow - column);
                strips.add(new Strip(piece.id(), (int) ((at + done) / bytesPerRow), (double) column / bytesPerRow,
                        (double) length / bytesPerRow));
                done += length;
            }
            at += piece.size();
            end = Math.max(end, piece.address() + piece.size());
        }
        return new CodeMap(List.copyOf(strips), (int) ((at + bytesPerRow - 1) / bytesPerRow), bytesPerRow);
    }

    /** How many bytes the map shows, gaps included. */
    static long extent(List<Piece> pieces) {
        long extent = 0;
        long end = pieces.isEmpty() ? 0 : pieces.getFirst().address();
        for (Piece piece : pieces) {
            extent += Math.clamp(piece.address() - end, 0, LONGEST_GAP) + piece.size();
            end = Math.max(end, piece.address() + piece.size());
        }
        return extent;
    }

    /** The piece at a place, given as a row and a fraction of it. */
    Optional<Integer> at(int row, double place) {
        return strips.stream().filter(strip -> strip.row() == row && strip.start() <= place
                && place < strip.start() + strip.length()).map(Strip::id).findFirst();
    }
}
