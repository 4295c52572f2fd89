package org.tierscope.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.Position;
import org.tierscope.bytecode.SourceText;

/** The place that an error is blamed on: where node's stack traces point for the same program. */
class PositionsTest {
    private static Position position(String text, Opcode opcode) {
        BytecodeFunction function = Compiler.compile(new SourceText(0, "t.js", text), CompileMode.SCRIPT);
        Position last = null;
        for (int pc = 0; pc < function.code().length; pc += Opcode.of(function.code()[pc]).length()) {
            if (function.code()[pc] == opcode.ordinal()) {
                last = function.positionAt(pc);
            }
        }
        assertThat(last).as("%s in: %s", opcode, text).isNotNull();
        return last;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            o.x.y                   | GET_FIELD             | y
            o.x['k']                | GET_FIELD             | ['k']
            o.x[k]                  | GET_ELEMENT           | [k]
            o.m(1)                  | CALL                  | m(1)
            o.a.m(1)                | CALL                  | m(1)
            f (2)                   | CALL                  | f (2)
            o.f()()                 | CALL                  | ()
            o[k](1)                 | CALL                  | (1)
            (f)(1)                  | CALL                  | (1)
            new X                   | CONSTRUCT             | new X
            new o.x(1)              | CONSTRUCT             | new o.x(1)
            f(...a)                 | CALL_SPREAD           | f(...a)
            1 + s                   | ADD                   | + s
            s * t                   | MUL                   | * t
            -s                      | NEG                   | -s
            o.x = 1                 | SET_FIELD             | = 1
            o[k] = 2                | SET_ELEMENT           | = 2
            o.x += 1                | GET_FIELD             | o.x
            o.x++                   | GET_FIELD             | o.x
            y = 1                   | SET_GLOBAL            | = 1
            u + 1                   | GET_GLOBAL            | u
            1 in o                  | IN                    | in o
            1 instanceof o          | INSTANCE_OF           | instanceof o
            var {a} = o             | CHECK_OBJECT_COERCIBLE | a
            for (const z of p) ;    | GET_ITERATOR          | p
            `${s}`                  | TO_STRING             | s
            delete o.x              | DELETE                | delete o.x
            a?.b.c                  | GET_FIELD             | .c
            throw e                 | THROW                 | throw e
            if (a < b) c            | JUMP_IF_NOT_LESS      | < b
            class A extends B {}    | CREATE_CLASS          | B
            """)
    void blames(String text, Opcode opcode, String blamed) {
        Position position = position(text, opcode);
        assertThat(text.substring(position.start(), position.end())).isEqualTo(blamed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            o.m(1)                  | CALL                   | o.m
            o.a().b()               | CALL                   | o.a(...).b
            o[k](1)                 | CALL                   | o[k]
            (a, b)(3)               | CALL                   | (a , b)
            (() => 1)()             | CALL                   | (intermediate value)
            new o.X                 | CONSTRUCT              | o.X
            for (const z of p.q) ;  | GET_ITERATOR           | p.q
            var {a} = null          | CHECK_OBJECT_COERCIBLE | property 'a' of 'null'
            var {} = o              | CHECK_OBJECT_COERCIBLE | 'o'
            """)
    void namesWhatIsAtFault(String text, Opcode opcode, String subject) {
        assertThat(position(text, opcode).subject()).isEqualTo(subject);
    }
}
