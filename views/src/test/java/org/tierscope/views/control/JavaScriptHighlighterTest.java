package org.tierscope.views.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptHighlighterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "let x = 1;                  | let:keyword 1:number",
        "return a.return;            | return:keyword",
        "f(x) // done                | f:function // done:comment",
        "/* a */ b                   | /* a */:comment",
        "'it\\'s' + \"x\"            | 'it\\'s':string \"x\":string",
        "a / b / c                   |",
        "x = /[/]\\/g/gi.test(y)     | /[/]\\/g/gi:string test:function",
        "(a) / 2                     | 2:number",
        "return /x/                  | return:keyword /x/:string",
        "1e-5 + 0x1F - .5            | 1e-5:number 0x1F:number .5:number",
        "`a${b + 1}c`                | `a${:string 1:number }c`:string",
        "`a${`b`}`                   | `a${:string `b`:string }`:string",
        "class A { #p = null }       | class:keyword null:number",
        "'unfinished                 | 'unfinished:string",
        "`unfinished ${x             | `unfinished ${:string",
        "/* unfinished               | /* unfinished:comment"})
    void wordsAreColouredByWhatTheyAre(String text, String expected) {
        StringBuilder found = new StringBuilder();
        for (JavaScriptHighlighter.Token token : JavaScriptHighlighter.tokens(text)) {
            found.append(found.isEmpty() ? "" : " ").append(text, token.start(), token.end())
                    .append(':').append(token.style().replace("code-", ""));
        }
        assertThat(found.toString().replace("  ", " ")).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void anyTextIsCutIntoTokensInOrder() {
        Random random = new Random(5);
        String alphabet = "ab1 /*'\"`${}()[]\\\n.#=e-";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<JavaScriptHighlighter.Token> tokens = JavaScriptHighlighter.tokens(text.toString());
            int last = 0;
            for (JavaScriptHighlighter.Token token : tokens) {
                assertThat(token.start()).as(text.toString()).isGreaterThanOrEqualTo(last);
                assertThat(token.end()).isGreaterThanOrEqualTo(token.start()).isLessThanOrEqualTo(text.length());
                last = token.end();
            }
        }
    }

    @Test
    void linesKeepTheColoursOfWhatSpansThem() {
        assertThat(JavaScriptHighlighter.lines("/* a\nb */ let x;\n")).isEqualTo(java.util.List.of(
                java.util.List.of(new CodeSpan("/* a", "code-comment")),
                java.util.List.of(new CodeSpan("b */", "code-comment"), new CodeSpan(" ", ""), new CodeSpan("let", "code-keyword"),
                        new CodeSpan(" x;", "")),
                java.util.List.of()));
    }
}
