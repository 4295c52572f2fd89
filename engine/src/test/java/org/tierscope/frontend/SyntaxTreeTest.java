package org.tierscope.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.bytecode.SourceText;

class SyntaxTreeTest {
    private static String tree(String text) {
        return SyntaxTree.of(new SourceText(0, "t.js", text), CompileMode.COMMONJS).dump();
    }

    @Test
    void showsStatementsAndExpressionsWithTheirRanges() {
        assertThat(tree("let s = 0; for (let i = 0; i < n; i++) s += a[i] * 2; console.log(s)")).isEqualTo("""
                Program t.js 0..68
                  Let s 0..9
                    Literal 0 8..9
                  Let i 16..25
                    Literal 0 24..25
                  For 11..53
                    Binary < 27..32
                      Identifier i 27..28
                      Identifier n 31..32
                    Unary incpostfix 34..37
                      Identifier i 34..35
                    Block 39..53
                      ExpressionStatement 39..53
                        Assign += 39..52
                          Identifier s 39..40
                          Binary * 44..52
                            Index 44..48
                              Identifier a 44..45
                              Identifier i 46..47
                            Literal 2 51..52
                  ExpressionStatement 54..68
                    Call 54..68
                      Member log 54..65
                        Identifier console 54..61
                      Identifier s 66..67
                """);
    }

    @Test
    void showsWhatWasWrittenNotWhatTheParserMakesOfIt() {
        assertThat(tree("try { f(x) } catch ({m}) { switch (m) { case 1: break; default: g() } }")).isEqualTo("""
                Program t.js 0..71
                  Try 0..71
                    Block 4..12
                      ExpressionStatement 6..10
                        Call 6..10
                          Identifier f 6..7
                          Identifier x 8..9
                    Catch 13..71
                      Object 20..23
                        Property m 21..22
                          Identifier m 21..22
                      Block 25..71
                        Switch 27..69
                          Case 40..54
                            Literal 1 45..46
                            Break 48..54
                          Default 55..67
                            ExpressionStatement 64..67
                              Call 64..67
                                Identifier g 64..65
                """);
    }

    @Test
    void showsClassesAndFunctions() {
        assertThat(tree("class A extends B { #p = 1; get q() { return this.#p } m(a, b = 2) {} }")).contains(
                "Class A 0..71", "Identifier B", "Field #p", "Literal 1", "Property q", "Parameter a", "Parameter b");
    }
}
