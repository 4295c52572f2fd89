package org.tierscope.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Set operations on ranges do what they do on single characters. */
class CharSetPropertyTest {
    private static final int LIMIT = 700;

    @Property(tries = 300)
    void operationsAgreeWithMembership(@ForAll("sets") CharSet a, @ForAll("sets") CharSet b) {
        same(a.union(b), c -> a.contains(c) || b.contains(c));
        same(a.intersection(b), c -> a.contains(c) && b.contains(c));
        same(a.without(b), c -> a.contains(c) && !b.contains(c));
        same(a.complement(), c -> !a.contains(c));
        same(a.forMatching(), a::contains);
        assertThat(a.intersects(b)).isEqualTo(IntStream.range(0, LIMIT).anyMatch(c -> a.contains(c) && b.contains(c)));
        assertThat(a.size()).isEqualTo((int) IntStream.range(0, LIMIT).filter(a::contains).count());
    }

    private static void same(CharSet set, IntPredicate expected) {
        for (int c = 0; c < LIMIT; c++) {
            assertThat(set.contains(c)).as("%s in %s", c, set).isEqualTo(expected.test(c));
        }
        for (int i = 1; i < set.rangeCount(); i++) {
            assertThat(set.first(i)).isGreaterThan(set.last(i - 1) + 1);
        }
    }

    @Provide
    Arbitrary<CharSet> sets() {
        return Arbitraries.integers().between(0, LIMIT - 50).array(int[].class).ofMaxSize(12).map(starts -> {
            var builder = new CharSet.Builder();
            for (int start : starts) {
                builder.add(start, start + start % 40);
            }
            return builder.build();
        });
    }
}
