package org.tierscope.tests.test262;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataTest {
    @Test
    void readsWhatATestSaysAboutItself() {
        var metadata = Metadata.of("""
                // Copyright
                /*---
                esid: sec-x
                description: >
                  Two lines: and
                  a colon
                includes: [compareArray.js, propertyHelper.js]
                flags: [onlyStrict, async]
                features:
                  - Symbol
                  - class-fields-public
                negative:
                  phase: parse
                  type: SyntaxError
                ---*/
                code();
                """);

        assertThat(metadata.includes()).containsExactly("compareArray.js", "propertyHelper.js");
        assertThat(metadata.features()).containsExactly("Symbol", "class-fields-public");
        assertThat(metadata.has("async")).isTrue();
        assertThat(metadata.negative()).contains(new Metadata.Negative("parse", "SyntaxError"));
        assertThat(Mode.of(metadata)).containsExactly(Mode.STRICT);
    }

    @Test
    void linesMayEndInAnyWay() {
        assertThat(Metadata.of("/*---\rflags: [raw]\r---*/\r").flags()).containsExactly("raw");
        assertThat(Metadata.of("/*---\r\nflags: [raw]\r\n---*/").flags()).containsExactly("raw");
    }

    @Test
    void modesFollowTheFlags() {
        assertThat(Mode.of(Metadata.of("/*---\nflags: []\n---*/"))).containsExactly(Mode.SLOPPY, Mode.STRICT);
        assertThat(Mode.of(Metadata.of("/*---\nflags: [noStrict]\n---*/"))).containsExactly(Mode.SLOPPY);
        assertThat(Mode.of(Metadata.of("/*---\nflags: [module]\n---*/"))).containsExactly(Mode.MODULE);
        assertThat(Mode.of(Metadata.of("/*---\nflags: [raw]\n---*/"))).containsExactly(Mode.RAW);
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> Metadata.of("/*---\nflags: raw\n---*/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flags is no list");
        assertThat(Metadata.of("no front matter").flags()).isEqualTo(List.of());
    }
}
