package org.tierscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
