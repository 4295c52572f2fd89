package org.tierscope.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pattern, flags, input → the match and its groups. */
class MatcherTest {
    @ParameterizedTest(name = "/{0}/{1} on {2}")
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
            abc                         ;    ; xabcx           ; abc
            a|ab                        ;    ; abc             ; a
            ((a)|(ab))((c)|(bc))        ;    ; abc             ; abc|a|a|-|bc|-|bc
            a[a-z]{2,4}                 ;    ; abcdefghi       ; abcde
            a[a-z]{2,4}?                ;    ; abcdefghi       ; abc
            (aa|aabaac|ba|b|c)*         ;    ; aabaac          ; aaba|ba
            (z)((a+)?(b+)?(c))*         ;    ; zaacbbbcac      ; zaacbbbcac|z|ac|a|-|c
            (a*)*                       ;    ; b               ; |-
            (?:a*?)*b                   ;    ; aab             ; aab
            (?=(a+))a*b\\1              ;    ; baaabac         ; aba|a
            (.*?)a(?!(a+)b\\2c)\\2(.*)  ;    ; baaabaac        ; baaabaac|ba|-|abaac
            (?:(?=(\\w+))\\1):          ;    ; abc:            ; abc:|abc
            (a(?!b)|b)*c                ;    ; abac            ; bac|a
            (?<=\\$)\\d+                ;    ; a1 $23          ; 23
            (?<!\\$)\\b\\d+             ;    ; $10 20          ; 20
            (?<=(\\d+)(\\d+))$          ;    ; 1053            ; |1|053
            (?<=\\1(\\d+))$             ;    ; 1212            ; |12
            (?<=a{2,3}?)b               ;    ; aab             ; b
            (?<=^|,)[^,]*               ;    ; ab,c            ; ab
            ^b$                         ;    ; "a⏎b⏎c"         ; no
            ^b$                         ; m  ; "a⏎b⏎c"         ; b
            a.c                         ;    ; "a⏎c"           ; no
            a.c                         ; s  ; "a⏎c"           ; "a⏎c"
            \\bfoo\\B                   ;    ; foo food        ; foo
            AbC                         ; i  ; xaBcx           ; aBc
            [^a-z]+                     ; i  ; abC12           ; 12
            (a)\\1                      ; i  ; xAay            ; Aa|A
            \\u212a                     ; i  ; k               ; no
            \\u212a                     ; iu ; k               ; k
            [^x]                        ; iu ; X               ; no
            \\w                         ; iu ; ſ               ; ſ
            \\w                         ; i  ; ſ               ; no
            σ                           ; i  ; ς               ; ς
            ß                           ; i  ; ẞ               ; no
            ß                           ; iu ; ẞ               ; ẞ
            (?i:a)b                     ;    ; AB Ab           ; Ab
            (?-i:a)b                    ; i  ; AB aB           ; aB
            ^.$                         ;    ; 😀              ; no
            ^.$                         ; u  ; 😀              ; 😀
            [😀-😂]                     ; u  ; x😁             ; 😁
            😀{2}                       ; u  ; 😀😀            ; 😀😀
            \\udf06                     ; u  ; 𝌆               ; no
            (?<=😀)x                    ; u  ; 😀x             ; x
            \\p{Lu}+                    ; u  ; aÄÉb            ; ÄÉ
            \\P{L}+                     ; u  ; ab12            ; 12
            \\p{Script=Greek}+          ; u  ; abγδ            ; γδ
            \\p{scx=Deva}               ; u  ; ।               ; ।
            ^\\p{RGI_Emoji}$            ; v  ; 👨‍👩‍👧‍👦 ; 👨‍👩‍👧‍👦
            [\\w--\\d]+                 ; v  ; 12ab34          ; ab
            [[a-z]&&[^aeiou]]+          ; v  ; aebcd           ; bcd
            [\\q{abc|ab}x]              ; v  ; yabcd           ; abc
            [\\q{KEK}]                  ; vi ; kek             ; kek
            [^\\P{Lowercase_Letter}]    ; vi ; A               ; A
            (?<y>a)|(?<y>b)\\k<y>       ;    ; bb              ; bb|-|b
            \\1(a)                      ;    ; a               ; a|a
            \\8\\07                     ;    ; "8\u0007"       ; "8\u0007"
            a{,2}                       ;    ; "a{,2}"         ; "a{,2}"
            x{2147483648}               ;    ; xx              ; no
            [^]                         ;    ; "⏎"             ; "⏎"
            []                          ;    ; a               ; no
            a+?$                        ;    ; aaa             ; aaa
            (?:a|b|c)+d                 ;    ; zabcad          ; abcad
            (?:ab){2,}                  ;    ; ababab          ; ababab
            (?:ab){2,}?                 ;    ; ababab          ; abab
            (?:){3}                     ;    ; x               ; ""
            """)
    void matches(String pattern, String flags, String input, String groups) {
        String result = Matching.groups(pattern, flags == null ? "" : flags, input.replace('⏎', '\n'));
        assertThat(result).isEqualTo(groups.replace('⏎', '\n'));
    }

    @Test
    void wideAndNarrowTextsGiveTheSame() {
        Program program = Matching.compile("(b+)(c)?", "");
        var matcher = new Matcher(() -> {});
        assertThat(Matching.groups(program, "abbc", 0, matcher)).isEqualTo("bbc|bb|c");
        assertThat(Matching.groups(program, "αabbc", 0, matcher)).isEqualTo("bbc|bb|c");
    }

    @Test
    void aStickyPatternMatchesOnlyWhereItIsAskedTo() {
        Program program = Matching.compile("b", "y");
        var matcher = new Matcher(() -> {});
        assertThat(Matching.groups(program, "ab", 0, matcher)).isEqualTo("no");
        assertThat(Matching.groups(program, "ab", 1, matcher)).isEqualTo("b");
    }

    @Test
    void aPositionInsideAPairCountsAsThePair() {
        Program program = Matching.compile(".", "u");
        assertThat(Matching.groups(program, "😀", 1, new Matcher(() -> {}))).isEqualTo("😀");
    }

    @Test
    void aCatastrophicPatternCanBeStopped() {
        var polls = new AtomicInteger();
        var matcher = new Matcher(() -> {
            if (polls.incrementAndGet() == 100) {
                throw new CancellationException();
            }
        });
        Program program = Matching.compile("^(?:a+)+$", "");
        Assertions.assertTimeout(Duration.ofSeconds(120), () -> assertThatThrownBy(
                        () -> Matching.groups(program, "a".repeat(60) + "b", 0, matcher))
                .isInstanceOf(CancellationException.class));
    }

    @Test
    void deepBacktrackingNeedsNoNativeStackAndIsLimited() {
        Program program = Matching.compile("(?:a|b(?=b)|ab)*c", "");
        var matcher = new Matcher(() -> {});
        assertThat(Matching.groups(program, "a".repeat(200_000) + "c", 0, matcher)).endsWith("ac");
        assertThatThrownBy(() -> Matching.groups(program, "a".repeat(20_000_000) + "c", 0, matcher))
                .isInstanceOf(Matcher.TooComplexException.class);
        assertThat(Matching.groups(program, "ac", 0, matcher)).isEqualTo("ac");
    }
}
