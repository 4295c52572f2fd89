package org.tierscope.regexp;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UTF16;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which characters are the same where case is ignored: Canonicalize (22.2.2.7.3). Where the pattern reads code points, that is
 * simple case folding; else, upper case of single UTF-16 units, which never leads from above ASCII into it.
 */
final class CaseFolding {
    static final CaseFolding UNITS = new CaseFolding(false);
    static final CaseFolding CODE_POINTS = new CaseFolding(true);

    /** Characters that fold to ASCII letters in code points mode: long s and the Kelvin sign. */
    private static final int LONG_S = 0x17F;
    private static final int KELVIN = 0x212A;

    /** The cased characters, and what they fold to; made at the first use because that reads much data. */
    private record Table(int[] characters, int[] folded, List<int[]> classes) {}

    private final boolean codePoints;
    private volatile Table table;

    private CaseFolding(boolean codePoints) {
        this.codePoints = codePoints;
    }

    static CaseFolding of(boolean codePoints) {
        return codePoints ? CODE_POINTS : UNITS;
    }

    /** Canonicalize. */
    int canonicalize(int c) {
        if (c < 128) {
            boolean letter = codePoints ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z';
            return letter ? c ^ 0x20 : c;
        }
        Table all = table();
        int index = Arrays.binarySearch(all.characters, c);
        return index < 0 ? c : all.folded[index];
    }

    /** Everything that is the same as some member. */
    CharSet close(CharSet set) {
        var result = new CharSet.Builder().add(set);
        if (set.max() < 128) {
            for (int c = 'A'; c <= 'Z'; c++) {
                if (set.contains(c) || set.contains(c | 0x20)) {
                    result.add(c).add(c | 0x20);
                }
            }
            if (codePoints && (set.contains('s') || set.contains('S'))) {
                result.add(LONG_S);
            }
            if (codePoints && (set.contains('k') || set.contains('K'))) {
                result.add(KELVIN);
            }
            return result.build();
        }
        for (int[] members : table().classes) {
            for (int member : members) {
                if (set.contains(member)) {
                    for (int other : members) {
                        result.add(other);
                    }
                    break;
                }
            }
        }
        return result.build();
    }

    /** MaybeSimpleCaseFolding (22.2.2.9.3) of each member. */
    CharSet fold(CharSet set) {
        Table all = table();
        var cased = new CharSet.Builder();
        var folded = new CharSet.Builder();
        for (int i = 0; i < all.characters.length; i++) {
            if (set.contains(all.characters[i])) {
                cased.add(all.characters[i]);
                folded.add(all.folded[i]);
            }
        }
        return set.without(cased.build()).union(folded.build());
    }

    private Table table() {
        Table made = table;
        if (made == null) {
            made = make();
            table = made;
        }
        return made;
    }

    private Table make() {
        Map<Integer, List<Integer>> classes = new HashMap<>();
        int limit = codePoints ? 0x1F000 : 0x10000;
        for (int c = 0; c < limit; c++) {
            int folded = codePoints ? UCharacter.foldCase(c, true) : upperCase(c);
            if (folded != c) {
                List<Integer> members = classes.computeIfAbsent(folded, f -> new ArrayList<>(List.of(f)));
                members.add(c);
            }
        }
        int[] characters = classes.values().stream()
                .flatMap(List::stream).mapToInt(Integer::intValue).sorted().toArray();
        var folded = new int[characters.length];
        classes.forEach((to, members) ->
                members.forEach(member -> folded[Arrays.binarySearch(characters, member)] = to));
        List<int[]> groups = classes.values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray()).toList();
        return new Table(characters, folded, groups);
    }

    private static int upperCase(int unit) {
        if (UCharacter.toUpperCase(unit) == unit && UCharacter.toTitleCase(unit) == unit) {
            return unit;
        }
        String upper = UCharacter.toUpperCase(UTF16.valueOf(unit));
        boolean single = upper.length() == 1 && !(unit >= 128 && upper.charAt(0) < 128);
        return single ? upper.charAt(0) : unit;
    }
}
