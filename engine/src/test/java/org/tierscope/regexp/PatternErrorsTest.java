package org.tierscope.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a pattern, and where. */
class PatternErrorsTest {
    @ParameterizedTest(name = "/{0}/{1}")
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
            a(b               ;   ; 1 ; Unterminated group
            a)b               ;   ; 1 ; Unmatched ')'
            a**               ;   ; 2 ; Nothing to repeat
            {1}               ;   ; 0 ; Nothing to repeat
            x{2,1}            ;   ; 1 ; numbers out of order in {} quantifier
            (?<=a)*           ;   ; 0 ; Nothing to repeat
            (?=a)*            ; u ; 0 ; Nothing to repeat
            a{1               ; u ; 1 ; Incomplete quantifier
            a}                ; u ; 1 ; Lone quantifier brackets
            ab\\              ;   ; 2 ; "\\ at end of pattern"
            [b-a]             ;   ; 1 ; Range out of order in character class
            x[a               ;   ; 1 ; Unterminated character class
            [a-\\d]           ; u ; 1 ; Invalid character class
            \\-               ; u ; 0 ; Invalid escape
            \\u{110000}       ; u ; 0 ; Invalid Unicode escape
            \\1               ; u ; 0 ; Invalid decimal escape
            \\p{Foo}          ; u ; 0 ; Invalid property name
            \\p{RGI_Emoji}    ; u ; 0 ; Invalid property name
            \\P{RGI_Emoji}    ; v ; 0 ; Invalid property name
            [^\\p{RGI_Emoji}] ; v ; 0 ; Negated character class may contain strings
            [a&&&b]           ; v ; 4 ; Invalid character in character class
            [a--b&&c]         ; v ; 5 ; Invalid set operation in character class
            [(]               ; v ; 1 ; Invalid character in character class
            [a!!]             ; v ; 2 ; Invalid set operation in character class
            (?<a>x)(?<a>y)    ;   ; 7 ; Duplicate capture group name
            (?<1>x)           ;   ; 3 ; Invalid capture group name
            (?<a>x)\\k        ;   ; 7 ; Invalid named reference
            (?<a>x)\\k<b>     ;   ; 7 ; Invalid named capture referenced
            (?ii:x)           ;   ; 0 ; Repeated flag in flag group
            (?i-i:x)          ;   ; 0 ; Repeated flag in flag group
            (?-:x)            ;   ; 0 ; Invalid flag group
            (?g:x)            ;   ; 0 ; Invalid group
            """)
    void areFound(String pattern, String flags, int offset, String message) {
        var error = catchThrowableOfType(
                RegExpSyntaxException.class, () -> Matching.compile(pattern, flags == null ? "" : flags));
        assertThat(error).hasMessage(message);
        assertThat(error.offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "]", "}", "a{", "a{1", "{", "x{1}{", "\\c", "\\c1", "[\\c]", "\\u", "\\u{1", "\\x1", "\\p{Foo}", "\\k", "\\k<a>", "(?=a)*",
        "(?!a){2}", "[a-\\d]", "[\\d-a]", "\\9", "\\400", "(?<a>x)|(?<a>y)", "\\-", "[]", "[^]", "(?:)"
    })
    void webPatternsAreAllowedWithoutUnicode(String pattern) {
        assertThatCode(() -> Matching.compile(pattern, "")).doesNotThrowAnyException();
    }

    @Test
    void depthIsLimited() {
        String deep = "(".repeat(20_000) + ")".repeat(20_000);
        assertThat(catchThrowableOfType(RegExpSyntaxException.class, () -> Matching.compile(deep, "")))
                .hasMessage("Regular expression too large");
    }

    @Test
    void flagsAreCheckedAndSorted() {
        assertThat(Flags.parse("yig")).hasToString("giy");
        assertThat(Flags.parse("gg")).isNull();
        assertThat(Flags.parse("uv")).isNull();
        assertThat(Flags.parse("x")).isNull();
    }
}
