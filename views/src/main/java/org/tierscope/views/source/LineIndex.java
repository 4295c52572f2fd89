package org.tierscope.views.source;

import java.util.Arrays;

/** Lines of a text by offset. Lines count from 0. */
final class LineIndex {
    private final int[] starts;

    LineIndex(String text) {
        int count = 1 + (int) text.chars().filter(c -> c == '\n').count();
        starts = new int[count];
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[++line] = i + 1;
            }
        }
    }

    int count() {
        return starts.length;
    }

    int start(int line) {
        return starts[line];
    }

    /** The line that holds an offset; offsets beyond the text belong to the last line. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, Math.max(0, offset));
        return found >= 0 ? found : -found - 2;
    }
}
