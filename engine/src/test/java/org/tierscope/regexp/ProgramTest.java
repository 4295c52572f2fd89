package org.tierscope.regexp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pattern text → program text. */
class ProgramTest {
    @ParameterizedTest(name = "/{0}/{1}")
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
            abc          ;   ; "text 3 'a' 'b' 'c', match"
            a|b|[cd]     ;   ; "set [a-d], match"
            ab|c         ;   ; "fork 8, text 2 'a' 'b', jump 10, unit 'c', match"
            a            ; i ; "set [Aa], match"
            k            ; iu; "set [Kk\\u{212a}], match"
            (a)          ;   ; "save 2, unit 'a', save 3, match"
            a*b          ;   ; "run [a] 0 inf 1, unit 'b', match"
            a*a          ;   ; "run [a] 0 inf 0, unit 'a', match"
            a*           ;   ; "run [a] 0 inf 0, match"
            a*$          ;   ; "run [a] 0 inf 1, input_end, match"
            a{2,3}?b     ;   ; "lazy_run [a] 2 3 0, unit 'b', match"
            ab{2}        ;   ; "unit 'a', run [b] 2 2 0, match"
            (?:ab)*c     ;   ; "fork 8, text 2 'a' 'b', jump 0, unit 'c', match"
            (?:ab)*?c    ;   ; "fork 4, jump 10, text 2 'a' 'b', jump 0, unit 'c', match"
            (?:ab){2}    ;   ; "zero 2, loop 2 2 2 1 17, text 2 'a' 'b', next_turn 2 -1 2 2, match"
            (a|bc)*      ;   ; "fork 18, save 2, fork 10, unit 'a', jump 14, text 2 'b' 'c', save 3, jump 0, match"
            (?:(a)|b)*   ;   ; "fork 19, clear 2 4, fork 15, save 2, unit 'a', save 3, jump 17, unit 'b', jump 0, match"
            (?:a*)*      ;   ; "fork 13, save 2, run [a] 0 inf 0, advanced 2, jump 0, match"
            (?=ab)       ;   ; "look 2, text 2 'a' 'b', look_matched 2, match"
            (?<!ab)      ;   ; "look_negative 2 9, unit_back 'b', unit_back 'a', look_failed 2, match"
            \\bx         ;   ; "boundary [0-9A-Z_a-z], unit 'x', match"
            (?:(a)|b)\\1 ;   ; "fork 10, save 2, unit 'a', save 3, jump 12, unit 'b', reference 0 1 1, match"
            ^😀$         ; u ; "input_start, text 2 \\ud83d \\ude00, input_end, match"
            [😀]+        ; u ; "run_code_points [\\u{1f600}] 1 inf 0, match"
            """)
    void becomes(String pattern, String flags, String program) {
        String text = Matching.compile(pattern, flags == null ? "" : flags).listing();
        assertThat(text.lines().map(line -> line.substring(4).strip()).toList()).containsExactly(program.split(", "));
    }

    @Test
    void knowsWhatMatchesBeginWith() {
        assertThat(Matching.compile("\\bfoo(?:bar)?", "").prefix()).containsExactly('f', 'o', 'o');
        assertThat(Matching.compile("[ab]c|d", "").first()).hasToString("[abd]");
        assertThat(Matching.compile("a*b", "").first()).hasToString("[ab]");
        assertThat(Matching.compile("a*", "").first()).isNull();
        assertThat(Matching.compile("^a|^b", "").anchored()).isTrue();
        assertThat(Matching.compile("^a|b", "").anchored()).isFalse();
        assertThat(Matching.compile("^a", "m").anchored()).isFalse();
    }

    @Test
    void keepsNamesInTheOrderOfTheText() {
        assertThat(Matching.compile("(?<b>x)|(?<a>y)|(?<b>z)", "").names()).hasToString("{b=[1, 3], a=[2]}");
    }
}
