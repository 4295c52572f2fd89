package org.tierscope.views.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceFoldsTest {

    private static Map<Integer, Integer> folds(String text) {
        return SourceFolds.of(text).ends();
    }

    @Test
    void bracesThatSpanLinesFoldUpToTheClosingOne() {
        assertThat(folds("function f() {\n  a();\n  b();\n}\n")).isEqualTo(Map.of(0, 2));
    }

    @Test
    void bracesWithinBraces() {
        assertThat(folds("f(() => {\n  if (x) {\n    a();\n  }\n});\n")).isEqualTo(Map.of(0, 3, 1, 2));
    }

    @Test
    void whatIsEmptyOrOnOneLineDoesNotFold() {
        assertThat(folds("const a = {x: 1};\nconst b = {\n};\n")).isEmpty();
    }

    @Test
    void bracesInStringsAndCommentsDoNotCount() {
        assertThat(folds("a = '{';\n// {\nb();\nc = `}`;\n")).isEmpty();
    }

    @Test
    void longCommentsFold() {
        assertThat(folds("// one\n// two\n// three\nf();\n")).isEqualTo(Map.of(0, 2));
        assertThat(folds("/*\n * words\n */\nf();\n")).isEqualTo(Map.of(0, 2));
        assertThat(folds("// one\n// two\nf();\n")).isEmpty();
    }

    @Test
    void textThatIsNotFinishedIsNoFault() {
        assertThat(folds("}\nfunction f() {\n  a();\n")).isEmpty();
    }
}
