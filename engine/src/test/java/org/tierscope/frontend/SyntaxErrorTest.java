package org.tierscope.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierscope.bytecode.SourceText;

/** Early errors and where they are: line, column of the offending token, message. */
class SyntaxErrorTest {
    private static SyntaxErrorException error(String text) {
        var source = new SourceText(0, "t.js", text.replace("⏎", "\n"));
        var error = catchThrowableOfType(
                SyntaxErrorException.class, () -> Compiler.compile(source, CompileMode.COMMONJS));
        assertThat(error).as("an early error in: %s", text).isNotNull();
        return error;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '%', delimiter = '|', textBlock = """
            let a; let a;                                | 1:12 | Variable "a" has already been declared
            x = 1 +                                      | 1:8  | Expected an operand but found the end of the file
            foo(}                                        | 1:5  | Expected an operand but found }
            }                                            | 1:1  | Expected a statement but found }
            a();⏎}⏎b();                                  | 2:1  | Expected a statement but found }
            function f(){                                | 1:14 | Expected } but found the end of the file
            break;                                       | 1:1  | Illegal break statement
            a: { continue a; }                           | 1:6  | Illegal continue statement
            "use strict"; with (a) {}                    | 1:15 | "with" statement cannot be used in strict mode
            var x = "abc                                 | 1:9  | Missing close quote
            var x = 'it' + "it's⏎"                       | 1:16 | Missing close quote
            a b                                          | 1:3  | Expected ; but found b
            a 'b'                                        | 1:3  | Expected ; but found b
            1++                                          | 1:1  | Invalid left hand side for assignment
            const c;                                     | 1:7  | Missing assignment to constant "c"
            class A { constructor(){} constructor(){} }  | 1:27 | Class contains more than one constructor
            super.x                                      | 1:1  | Expected an operand but found super
            class A extends B { m() { super() } }        | 1:27 | invalid use of keyword super
            a.#b                                         | 1:3  | Private field must be declared in an enclosing class
            try {}                                       | 1:1  | Missing catch or finally after try
            ({a=1})                                      | 1:4  | Invalid shorthand property name initializer in object literal
            if (1) class C {}                            | 1:8  | Expected statement but found class declaration
            { using a; }                                 | 1:9  | Missing assignment to constant "a"
            { using a = 1, [b] = c }                     | 1:16 | using declarations have no patterns
            for (using a in b) {}                        | 1:12 | using declarations are not allowed in a for-in loop
            switch (1) { case 1: using a = b; }          | 1:22 | using declarations are not allowed in a case of a switch
            #!/bin/x⏎foo bar                             | 2:5  | Expected ; but found bar
            x = /a(/g                                    | 1:7  | Invalid regular expression: /a(/g: Unterminated group
            x = /a/gg                                    | 1:8  | Invalid regular expression flags
            """)
    void isReportedAtItsToken(String text, String place, String message) {
        SyntaxErrorException error = error(text);
        assertThat(error.line() + ":" + error.column()).isEqualTo(place);
        assertThat(error).hasMessage(message);
    }

    @Test
    void showsTheLineWithACaret() {
        SyntaxErrorException error = error("f();⏎\tlet x = ];");
        assertThat(error.headline()).isEqualTo("t.js:2:10: SyntaxError: Expected an operand but found ]");
        assertThat(error.excerpt()).isEqualTo("\tlet x = ];\n\t        ^");
    }

    @Test
    void aFileMayReturnAtItsTopButNotCloseItsWrapper() {
        Compiler.compile(new SourceText(0, "t.js", "if (x) return 1; // }"), CompileMode.COMMONJS);
        assertThat(error("}); (function () {").column()).isEqualTo(1);
    }
}
