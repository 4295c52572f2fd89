package org.tierscope.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case is a function that breaks one rule, and the first thing the verifier says. */
class BytecodeVerifierTest {
    private static BytecodeFunction function(String code) {
        String text = """
                function "f"
                  range 0 0
                  parameters 1
                  length 1
                  registers 12
                  feedback 96
                  constant string "x"
                  constant double 1.5
                  %s
                end
                """;
        return TextAssembler.parse(text.formatted(code.replace("; ", "\n")), new SourceText(0, "t.js", ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Move 1 0                                       | pc 3: control falls off the end
            Return 12                                      | pc 0: registers out of range: 12 +1
            Return -4                                      | pc 0: registers out of range: -4 +1
            LoadUndefined -2; Return 0                     | pc 0: writes register -2
            Return 1                                       | pc 0: r1 may be read before it is written
            Jump 3; LoadUndefined 1; Return 0              | pc 0: jumps into an instruction: 3
            Jump 0                                         | pc 0: JUMP in the wrong direction: 0
            JumpLoop 3 32; Return 0                        | pc 0: JUMP_LOOP in the wrong direction: 3
            LoadConstant 1 2; Return 1                     | pc 0: no constant 2
            GetField 1 0 1 32; Return 1                    | pc 0: GET_FIELD does not take a Double
            Inc 1 0 24; Return 1                           | pc 0: feedback slot out of range: 24
            Inc 1 0 92; Return 1                           | pc 0: feedback slot out of range: 92
            Inc 1 0 32; Inc 1 0 32; Return 1               | pc 4: feedback slot overlaps another: 32
            Return 0; Return 0                             | pc 2: unreachable
            JumpIfTrue 0 6 32; LoadInt 1 5; Return 1       | pc 0: jumps into an instruction: 6
            JumpIfTrue 0 7 32; LoadInt 1 5; Return 1       | pc 7: r1 may be read before it is written
            Call 1 2 0 32; Return 1                        | pc 0: feedback slot out of range: 32
            LoadInt 1 5; Catch 2; Return 2                 | pc 0: control falls into a handler
            Return 0; handler 0 2 0                        | pc 0: handler whose target is no CATCH: Handler[start=0, end=2, target=0]
            Return 0; Catch 1; Return 1; handler 2 2 2     | pc 2: handler with a bad range: Handler[start=2, end=2, target=2]
            Return 0; position 0 4 2                       | pc 0: position with a bad range
            GetIterator 10 0; Return 0                     | pc 0: registers out of range: 10 +3
            """)
    void rejects(String code, String message) {
        assertThat(BytecodeVerifier.errors(function(code))).first().isEqualTo(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Return 0
            LoadInt 1 5; JumpIfTrue 0 10 32; LoadInt 1 6; Return 1
            Inc 0 0 32; JumpLoop 0 40
            Throw 0; Catch 1; Return 1; handler 0 2 2
            """)
    void accepts(String code) {
        assertThat(BytecodeVerifier.errors(function(code))).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void registersFromTheWindowOnAreLostAfterACall() {
        String window = "LoadUndefined 6; LoadUndefined 7; LoadUndefined 9; ";
        var function = function(window + "Call 1 2 0 32; Return 9");
        var roomy = new BytecodeFunction(
                function.name(), function.source(), 0, 0, 1, 1, 12, function.code(), function.constants(), function.handlers(),
                function.positions(), function.registerNames(), 200, java.util.Set.of());
        assertThat(BytecodeVerifier.errors(roomy)).containsExactly("pc 11: r9 may be read before it is written");
    }
}
