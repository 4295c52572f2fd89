package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StringsTest {
    private static Vm vm;
    private static Strings strings;

    @BeforeAll
    static void start() {
        vm = new Vm();
        strings = vm.strings();
    }

    @AfterAll
    static void stop() {
        vm.close();
    }

    @Test
    void keepsTextInOneOrTwoBytes() {
        long narrow = strings.of("grüße");
        long wide = strings.of("žluťoučký 🐎");
        assertThat(CellType.at(narrow)).isEqualTo(CellType.STRING_LATIN1);
        assertThat(CellType.at(wide)).isEqualTo(CellType.STRING_UTF16);
        assertThat(strings.toJava(narrow)).isEqualTo("grüße");
        assertThat(strings.toJava(wide)).isEqualTo("žluťoučký 🐎");
        assertThat(Strings.length(wide)).isEqualTo("žluťoučký 🐎".length());
    }

    @Test
    void internsEqualTextOnce() {
        long first = strings.intern("some text");
        long rope = strings.concat(strings.of("some "), strings.of("text"));
        assertThat(strings.intern(rope)).isEqualTo(first);
        assertThat(strings.intern(strings.of("other text"))).isNotEqualTo(first);
    }

    @Test
    void concatenatesLongStringsWithoutCopying() {
        long text = strings.of("0123456789".repeat(10));
        long rope = strings.concat(text, text);
        assertThat(CellType.at(rope)).isEqualTo(CellType.STRING_ROPE);
        assertThat(strings.toJava(rope)).isEqualTo("0123456789".repeat(20));
        assertThat(strings.flatten(rope)).isEqualTo(strings.flatten(rope));
    }

    @Test
    void flattensDeepRopesOnBothSides() {
        var expected = new StringBuilder("start of a long string -");
        long text = strings.of(expected.toString());
        for (int i = 0; i < 5000; i++) {
            String piece = i % 7 == 0 ? "ž" + i : "" + i;
            text = i % 3 == 0 ? strings.concat(strings.of(piece), text) : strings.concat(text, strings.of(piece));
            expected.insert(i % 3 == 0 ? 0 : expected.length(), piece);
        }
        assertThat(strings.toJava(text)).isEqualTo(expected.toString());
    }

    @Test
    void narrowsSubstringsOfWideStrings() {
        long wide = strings.of("abcž");
        long part = strings.substring(wide, 0, 3);
        assertThat(CellType.at(part)).isEqualTo(CellType.STRING_LATIN1);
        assertThat(strings.equal(part, strings.of("abc"))).isTrue();
        assertThat(strings.toJava(strings.substring(wide, 2, 4))).isEqualTo("cž");
        assertThat(strings.substring(wide, 1, 1)).isEqualTo(strings.empty());
    }

    @Test
    void comparesByUnits() {
        assertThat(strings.compare(strings.of("abc"), strings.of("abd"))).isNegative();
        assertThat(strings.compare(strings.of("ab"), strings.of("abc"))).isNegative();
        assertThat(strings.compare(strings.of("ž"), strings.of("z"))).isPositive();
        assertThat(strings.equal(strings.of("a".repeat(50)), strings.of("a".repeat(49) + "b"))).isFalse();
    }

    @Test
    void hashesLikeJava() {
        assertThat(Strings.hash(strings.of("hash me"))).isEqualTo("hash me".hashCode());
        assertThat(Strings.hash(strings.of("ž"))).isEqualTo("ž".hashCode());
        assertThat(Strings.hash(strings.empty())).isEqualTo(1);
    }

    @Test
    void forgetsInternedStringsThatNobodyHas() {
        for (int i = 0; i < 1000; i++) {
            strings.intern("weak" + i);
        }
        long kept = strings.intern("kept by a root");
        vm.addRoots(mark -> mark.accept(kept));
        vm.collectGarbage();
        assertThat(strings.intern("kept by a root")).isEqualTo(kept);
        assertThat(new HeapVerifier(vm).verify()).isPositive();
        for (int i = 0; i < 1000; i++) {
            assertThat(strings.toJava(strings.intern("weak" + i))).isEqualTo("weak" + i);
        }
    }
}
