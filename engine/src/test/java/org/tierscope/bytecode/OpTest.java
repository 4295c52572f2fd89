package org.tierscope.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class OpTest {
    @Test
    void constantsAreTheOrdinalsOfTheOpcodeTable() throws IllegalAccessException {
        var constants = new LinkedHashMap<String, Integer>();
        for (var field : Op.class.getFields()) {
            constants.put(field.getName(), field.getInt(null));
        }
        var ordinals = new LinkedHashMap<String, Integer>();
        for (var opcode : Opcode.values()) {
            ordinals.put(opcode.name(), opcode.ordinal());
        }
        assertThat(constants).isEqualTo(ordinals);
    }
}
