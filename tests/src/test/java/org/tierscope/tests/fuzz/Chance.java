package org.tierscope.tests.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A source of choices. The same seed makes the same choices. */
final class Chance {
    private final RandomGenerator random;

    Chance(long seed) {
        // SplittableRandom mixes its seed, so neighbours differ from the first choice on.
        random = new SplittableRandom(seed);
    }

    /** From 0, less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From first to last. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    long seed() {
        return random.nextLong(1, Integer.MAX_VALUE);
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
