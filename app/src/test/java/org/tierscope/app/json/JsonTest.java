package org.tierscope.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesNestedValues() {
        assertThat(Json.of(Map.of("a", List.of(1, 2.5, true, "x")))).isEqualTo("{\"a\":[1,2.5,true,\"x\"]}");
        assertThat(Json.of(List.of(Map.of(), List.of()))).isEqualTo("[{},[]]");
    }

    @Test
    void escapesWhatAStringMayNotHold() {
        assertThat(Json.of("a\"\\\n\t\u0001\ud800é")).isEqualTo("\"a\\\"\\\\\\n\\t\\u0001\\ud800é\"");
    }

    @Test
    void readsWhatItWrites() {
        Object value = List.of(
                Map.of("a", List.of(1.0, -2.5e3, true), "b\n", Map.of()), "x\u0001\"\\", List.of());
        assertThat(Json.parse(Json.of(value))).isEqualTo(value);
        assertThat(Json.parse(" { \"a\" : [ 1 , null ] } ").toString()).isEqualTo("{a=[1.0, null]}");
    }

    @Test
    void saysWhereATextIsWrong() {
        assertThatThrownBy(() -> Json.parse("{\"a\" 1}")).hasMessage("expected ':' at offset 5, got '1'");
        assertThatThrownBy(() -> Json.parse("[1,")).hasMessage("expected more at offset 3, got the end");
        assertThatThrownBy(() -> Json.parse("[1] x")).hasMessage("expected the end at offset 4, got 'x'");
        assertThatThrownBy(() -> Json.parse("[1")).hasMessage("expected ']' at offset 2, got the end");
    }
}
