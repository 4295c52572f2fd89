package org.tierscope.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.ir.pass.PassTests.block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings, collections, typed arrays, ends of arrays and dispatch: what passes may merge and drop, and what not. */
class OperatorGroupsTest {
    /** Value numbering over an operation, {@code between}, and the operation again; v20 and v21 are an int32 and a raw address. */
    private static String twice(String operation, String between, String kind) {
        String use = switch (kind) {
            case "INT" -> "v50 = AddInt32 v30 v40\nv51 = BoxInt32 v50\nv52 = Return v51";
            case "DOUBLE" -> "v50 = AddFloat64 v30 v40\nv51 = BoxFloat64 v50\nv52 = Return v51";
            case "BOOL" -> "v53 = BoxBool v30\nv54 = BoxBool v40\nv50 = SameWord v53 v54\nv51 = BoxBool v50\nv52 = Return v51";
            default -> "v50 = SameWord v30 v40\nv51 = BoxBool v50\nv52 = Return v51";
        };
        return PassTests.after(new GlobalValueNumbering(), block("""
                v20 = CheckInt32 v2 !NOT_INT32 @s0
                v21 = LoadTypedData v1
                v30 = %1$s
                %2$s
                v40 = %1$s
                %3$s
                """.formatted(operation, between, use)));
    }

    private static int count(String text, String operator) {
        return text.split(" = " + operator + "\\b", -1).length - 1;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "StringCharCodeAt, StringCharCodeAt v0 v20 !THROWS @s0, INT, true",
        "StringEqual, StringEqual v0 v1 !THROWS @s0, BOOL, true",
        "StringOfUnit, StringOfUnit v20 !THROWS @s0, TAGGED, true",
        "LoadStringLength, LoadStringLength v0, INT, true",
        "TestFunction, TestFunction[7] v0, BOOL, true",
        "TestShape, TestShape[300] v0, BOOL, false",
        "FindEntry, FindEntry v0 v1 !THROWS @s0, TAGGED, false",
        "LoadCollectionSize, LoadCollectionSize v0, INT, false",
        "LoadTypedLength, LoadTypedLength v0, INT, false",
        "LoadTypedInt32, LoadTypedInt32[INT8] v21 v20, INT, false",
        "LoadTypedFloat64, LoadTypedFloat64[FLOAT64] v21 v20, DOUBLE, false",
        "LoadAnyElement, LoadAnyElement v0 v20 !HOLE @s0, TAGGED, false"
    })
    void isDoneOnceButAgainBehindACallThatMayChangeWhatItReads(String operator, String operation, String kind, boolean immutable) {
        assertThat(count(twice(operation, "v25 = ConstantInt32[1]", kind), operator)).isEqualTo(1);
        assertThat(count(twice(operation, "v25 = Call[-1] v0 v1 v2 @s0", kind), operator)).isEqualTo(immutable ? 1 : 2);
    }

    @ParameterizedTest(name = "{0} behind {1}")
    @CsvSource({
        "LoadArrayLength v0, ArrayPush v0 v1 @s0, INT, 2",
        "LoadArrayLength v0, ArrayPop v0, INT, 2",
        "LoadArrayLength v0, 'StoreTypedInt32[INT8] v21 v20 v20', INT, 1",
        "LoadAnyElement v0 v20 !HOLE @s0, 'StoreAnyElement[true] v0 v20 v1 @s0', TAGGED, 2",
        "LoadAnyElement v0 v20 !HOLE @s0, 'StoreTypedInt32[INT8] v21 v20 v20', TAGGED, 1",
        "'LoadTypedInt32[INT8] v21 v20', 'StoreTypedInt32[INT8] v21 v20 v20', INT, 2",
        "'LoadTypedInt32[INT8] v21 v20', 'StoreTypedFloat64[FLOAT64] v21 v20 v26', INT, 2",
        "'LoadTypedInt32[INT8] v21 v20', ArrayPush v0 v1 @s0, INT, 1",
        "LoadStringLength v0, ArrayPush v0 v1 @s0, INT, 1"
    })
    void isDoneAgainOnlyBehindWhatWritesWhereItReads(String operation, String write, String kind, int times) {
        String between = "v26 = ConstantFloat64[1.0]\nv25 = " + write;

        assertThat(count(twice(operation, between, kind), operation.split("[ \\[]")[0])).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({"ArrayPop v0, true", "ArrayPush v0 v1 @s0, true", "'StringConcat v0 v1 @s0', true",
        "LoadAnyElement v0 v20 !HOLE @s0, true", "StringCharCodeAt v0 v20 !THROWS @s0, true", "LoadCollectionSize v0, false",
        "'LoadTypedInt32[INT8] v21 v20', false", "'TestFunction[7] v0', false", "LoadStringLength v0, false"})
    void unusedOnesStayForTheirEffectsAndGuards(String operation, boolean stays) {
        String text = PassTests.after(new DeadCodeElimination(false), block("""
                v20 = CheckInt32 v2 !NOT_INT32 @s0
                v21 = LoadTypedData v1
                v30 = %s
                v31 = Return v2
                """.formatted(operation)));
        assertThat(text.contains(operation.split("[ \\[]")[0])).isEqualTo(stays);
    }

    @Test
    void equalStringsOfOneNodeAreKnown() {
        assertThat(PassTests.after(new ConstantFolding(), block("""
                v20 = StringEqual v0 v0 !THROWS @s0
                v21 = BoxBool v20
                v22 = Return v21
                """))).doesNotContain("StringEqual");
        assertThat(PassTests.after(new ConstantFolding(), block("""
                v20 = StringEqual v0 v1 !THROWS @s0
                v21 = BoxBool v20
                v22 = Return v21
                """))).contains("StringEqual v0 v1");
    }
}
