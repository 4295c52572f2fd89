package org.tierscope.tests.test262;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static TestCase test(String file, Mode mode) {
        return new TestCase(file, mode, Metadata.of("/*---\nfeatures: [Intl.Locale]\n---*/"));
    }

    @Test
    void patternsNameFoldersFilesAndGlobs() {
        var wanted = Patterns.files(List.of("built-ins/Array", "test/language/a.js", "annexB/**/dflt-*.js"));

        assertThat(wanted).accepts("test/built-ins/Array/x.js", "test/built-ins/Array/from/y.js");
        assertThat(wanted).accepts("test/language/a.js", "test/annexB/p/q/dflt-1.js");
        assertThat(wanted).rejects("test/built-ins/ArrayBuffer/x.js", "test/language/ab.js", "test/annexB/p/q/x.js");
    }

    @Test
    void knownFailuresHaveReasons() {
        var known = new KnownFailures(ReasonList.parse("""
                # a comment
                == not written yet
                built-ins/Atomics
                == disputed
                language/x.js (strict)
                """));

        assertThat(known.reason(test("test/built-ins/Atomics/add/a.js", Mode.SLOPPY))).contains("not written yet");
        assertThat(known.reason(test("test/language/x.js", Mode.STRICT))).contains("disputed");
        assertThat(known.reason(test("test/language/x.js", Mode.SLOPPY))).isEmpty();
        assertThatThrownBy(() -> ReasonList.parse("built-ins/Map")).hasMessageContaining("no reason");
    }

    @Test
    void skippedFeaturesHaveReasons() {
        var skipped = new SkippedFeatures(ReasonList.parse("== another standard\nIntl*\n"));

        assertThat(skipped.reason(test("a.js", Mode.RAW).metadata())).contains("Intl.Locale: another standard");
        assertThat(skipped.reason(Metadata.of("/*---\nfeatures: [Symbol]\n---*/"))).isEmpty();
    }
}
