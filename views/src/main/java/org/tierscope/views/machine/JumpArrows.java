package org.tierscope.views.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Arrows beside lines of code, drawn with characters, so that they scroll, copy and are found like text. Short jumps
 * are on the inside; jumps for which there is no room are left out.
 */
final class JumpArrows {
    static final int MOST_LANES = 3;

    /** A jump from one row to another. */
    record Jump(int from, int to) {
        int top() {
            return Math.min(from, to);
        }

        int bottom() {
            return Math.max(from, to);
        }
    }

    private JumpArrows() {
    }

    /** What to write in front of each row; all of one length, empty if there is no jump. */
    static List<String> draw(int rows, List<Jump> jumps) {
        List<Jump> byLength = jumps.stream().filter(jump -> jump.from() != jump.to())
                .sorted(Comparator.comparingInt((Jump jump) -> jump.bottom() - jump.top()).thenComparingInt(Jump::top))
                .toList();
        List<List<Jump>> lanes = new ArrayList<>();
        for (Jump jump : byLength) {
            int lane = 0;
            while (lane < lanes.size() && lanes.get(lane).stream().anyMatch(other -> meet(jump, other))) {
                lane++;
            }
            if (lane == lanes.size() && lane < MOST_LANES) {
                lanes.add(new ArrayList<>());
            }
            if (lane < lanes.size()) {
                lanes.get(lane).add(jump);
            }
        }
        if (lanes.isEmpty()) {
            return java.util.Collections.nCopies(rows, "");
        }
        int width = lanes.size() + 1;
        char[][] picture = new char[rows][width];
        for (char[] row : picture) {
            Arrays.fill(row, ' ');
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Jump jump : lanes.get(lane)) {
                draw(picture, jump, width - 2 - lane);
            }
        }
        return Arrays.stream(picture).map(String::new).toList();
    }

    private static boolean meet(Jump a, Jump b) {
        return a.top() <= b.bottom() && b.top() <= a.bottom();
    }

    private static void draw(char[][] picture, Jump jump, int column) {
        for (int row = jump.top() + 1; row < jump.bottom(); row++) {
            picture[row][column] = picture[row][column] == '─' ? '┼' : '│';
        }
        for (int row : new int[] {jump.from(), jump.to()}) {
            picture[row][column] = row == jump.top() ? '╭' : '╰';
            int last = picture[row].length - 1;
            for (int i = column + 1; i < last; i++) {
                picture[row][i] = switch (picture[row][i]) {
                    case '│' -> '┼';
                    case ' ' -> '─';
                    default -> picture[row][i];
                };
            }
            if (row == jump.to()) {
                picture[row][last] = '▸';
            } else if (picture[row][last] == ' ') {
                picture[row][last] = '─';
            }
        }
    }
}
