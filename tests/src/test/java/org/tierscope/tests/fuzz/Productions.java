package org.tierscope.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Ways to write something, each as likely as its weight says, times the profile's emphasis of its subject. */
final class Productions {
    private record Production(int weight, Supplier<String> text) {}

    private final Profile profile;
    private final Chance chance;
    private final List<Production> productions = new ArrayList<>();
    private int total;

    Productions(Profile profile, Chance chance) {
        this.profile = profile;
        this.chance = chance;
    }

    Productions add(Profile subject, int weight, Supplier<String> text) {
        int weighted = weight * profile.emphasis(subject);
        productions.add(new Production(weighted, text));
        total += weighted;
        return this;
    }

    /** For what belongs to no subject. */
    Productions add(int weight, Supplier<String> text) {
        return add(Profile.ALL, weight, text);
    }

    String pick() {
        int at = chance.below(total);
        for (Production production : productions) {
            at -= production.weight;
            if (at < 0) {
                return production.text.get();
            }
        }
        throw new IllegalStateException("no productions");
    }
}
