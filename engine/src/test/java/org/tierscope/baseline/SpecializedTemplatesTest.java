package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.asm.Listing;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** What code that was made from feedback does, compared with code made from none: the same results, the same new feedback. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class SpecializedTemplatesTest {
    private static final int INT = TypeBits.INT32;
    private static final int DOUBLE = TypeBits.DOUBLE;
    private static final int NUMBER = TypeBits.NUMBER;

    private static final long[] WORDS = {
        Value.ofInt(0), Value.ofInt(1), Value.ofInt(-1), Value.ofInt(7), Value.ofInt(33), Value.ofInt(Integer.MAX_VALUE),
        Value.ofInt(Integer.MIN_VALUE), Value.NEGATIVE_ZERO, Value.ofDouble(0.5), Value.ofDouble(-2.5), Value.ofDouble(3e9),
        Value.ofDouble(1e300), Value.NAN, Value.ofDouble(Double.NEGATIVE_INFINITY), Value.UNDEFINED, Value.TRUE,
    };

    private static final List<Opcode> BINARY = List.of(
            Opcode.ADD, Opcode.SUB, Opcode.MUL, Opcode.DIV, Opcode.MOD, Opcode.BIT_AND, Opcode.SHL, Opcode.SHR, Opcode.USHR);

    /** What left operand, right operand and result have been. */
    private static final int[][] SEEN = {
        {INT, INT, INT}, {DOUBLE, DOUBLE, DOUBLE}, {NUMBER, NUMBER, NUMBER}, {DOUBLE, INT, DOUBLE}, {INT, NUMBER, NUMBER},
        {INT, INT, DOUBLE}, {NUMBER, DOUBLE, INT}, {INT | TypeBits.NULLISH, INT, INT},
    };

    private BaselineHarness harness;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
        // Not what the language says of them, but the same for both; nothing of the runtime is here.
        harness.onSlowPath((fp, pc) -> {
            if (pc < 10) {
                Frame.set(fp, 2 + pc / 5, Value.ofDouble(1000.5 + pc));
            }
            return pc == 10 ? Value.TRUE : Value.UNDEFINED;
        });
    }

    private static int[] chain(Opcode first, Opcode second, Opcode jump) {
        return new int[] {
            first.ordinal(), 2, 0, 1, slot(0), // 0: r2 = a op b
            second.ordinal(), 3, 2, 0, slot(1), // 5: r3 = r2 op a
            jump.ordinal(), 3, 1, 20, slot(2), // 10: if (r3 op b) goto 20
            Opcode.MOVE.ordinal(), 4, 3, // 15
            Opcode.RETURN.ordinal(), 4, // 18
            Opcode.RETURN.ordinal(), 2, // 20
        };
    }

    private static void see(FunctionInfo function, int[] seen) {
        for (int i = 0; i < 3; i++) {
            long slot = function.feedback() + slot(i);
            Mem.putLong(slot, 0);
            Mem.putLong(slot + FeedbackLayout.COMPARE_BRANCH_COUNTS, 0);
            for (int part = 0; part < (i == 2 ? 2 : 3); part++) {
                Mem.putByte(slot + part, (byte) seen[part]);
            }
        }
    }

    private static String feedback(FunctionInfo function) {
        return "%x %x %x %x".formatted(
                Mem.getLong(function.feedback() + slot(0)),
                Mem.getLong(function.feedback() + slot(1)),
                Mem.getLong(function.feedback() + slot(2)),
                Mem.getLong(function.feedback() + slot(2) + 8));
    }

    @TestFactory
    Iterable<DynamicTest> arithmeticIsThatOfPlainCode() {
        return BINARY.stream().map(first -> DynamicTest.dynamicTest(first.mnemonic(), () -> {
            for (Opcode second : BINARY) {
                compare(chain(first, second, Opcode.JUMP_IF_LESS));
            }
            compare(chain(first, Opcode.ADD, Opcode.JUMP_IF_NOT_GREATER_EQ));
            compare(chain(first, Opcode.SUB, Opcode.JUMP_IF_STRICT_EQ));
        })).toList();
    }

    private void compare(int[] code) {
        FunctionInfo plainFunction = harness.function(code);
        CompiledCode plain = harness.install(plainFunction);
        for (int[] seen : SEEN) {
            FunctionInfo function = harness.function(code);
            see(function, seen);
            CompiledCode specialized = harness.install(function);
            for (long a : WORDS) {
                for (long b : WORDS) {
                    see(plainFunction, seen);
                    see(function, seen);
                    long expected = harness.call(plain, a, b);
                    long actual = harness.call(specialized, a, b);
                    assertThat(actual + " " + feedback(function)).as("%x, %x after %s", a, b, List.of(seen[0], seen[1], seen[2]))
                            .isEqualTo(expected + " " + feedback(plainFunction));
                }
            }
        }
    }

    @TestFactory
    Iterable<DynamicTest> equalityIsThatOfPlainCode() {
        Cells cells = new Cells();
        long[] words = {
            Value.NULL, Value.UNDEFINED, Value.TRUE, Value.FALSE, Value.ofInt(1), Value.ofDouble(0.5),
            cells.object(300), cells.object(300), cells.interned(), cells.interned(),
        };
        int[] seen = {
            TypeBits.OBJECT, TypeBits.NULLISH, TypeBits.BOOLEAN, TypeBits.OBJECT | TypeBits.NULLISH, TypeBits.STRING,
            TypeBits.OBJECT | TypeBits.NULLISH | TypeBits.BOOLEAN, TypeBits.STRING | TypeBits.OBJECT, INT,
        };
        return List.of(Opcode.STRICT_EQ, Opcode.STRICT_NOT_EQ, Opcode.EQ).stream()
                .map(opcode -> DynamicTest.dynamicTest(opcode.mnemonic(), () -> {
                    for (int left : seen) {
                        for (int right : seen) {
                            int[] types = {left, right, 0};
                            compareWords(words, types, opcode.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
                            compareWords(words, types, Opcode.LOAD_NULL.ordinal(), 1,
                                    opcode.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
                        }
                    }
                })).toList();
    }

    private void compareWords(long[] words, int[] seen, int... code) {
        harness.onSlowPath((fp, _) -> {
            Frame.set(fp, 2, Value.UNDEFINED);
            return Value.UNDEFINED;
        });
        FunctionInfo plainFunction = harness.function(code);
        CompiledCode plain = harness.install(plainFunction);
        FunctionInfo function = harness.function(code);
        see(function, seen);
        CompiledCode specialized = harness.install(function);
        for (long a : words) {
            for (long b : words) {
                see(plainFunction, seen);
                see(function, seen);
                long expected = harness.call(plain, a, b);
                assertThat(harness.call(specialized, a, b) + " " + feedback(function)).as("%x, %x after %s", a, b, List.of(seen[0], seen[1]))
                        .isEqualTo(expected + " " + feedback(plainFunction));
            }
        }
    }

    @Test
    void aFewShapesAreToldApart() {
        FunctionInfo function = harness.function(
                Opcode.GET_FIELD.ordinal(), 2, 0, 0, slot(0),
                Opcode.SET_FIELD.ordinal(), 0, 0, 1, slot(9),
                Opcode.RETURN.ordinal(), 2);
        for (int slot : new int[] {slot(0), slot(9)}) {
            entry(function, slot, 0, 300, AccessKind.INLINE.encode(24));
            entry(function, slot, 1, 301, AccessKind.INLINE.encode(32));
            entry(function, slot, 2, 302, AccessKind.OUT_OF_LINE.encode(16));
        }
        Cells cells = new Cells();
        long third = cells.object(302, Value.NULL, Value.NULL);
        cells.slots(third, Value.ofInt(3));
        CompiledCode code = harness.install(function);
        assertThat(harness.call(code, cells.object(300, Value.ofInt(1), Value.NULL), Value.TRUE)).isEqualTo(Value.ofInt(1));
        assertThat(harness.call(code, cells.object(301, Value.NULL, Value.ofInt(2)), Value.TRUE)).isEqualTo(Value.ofInt(2));
        assertThat(harness.call(code, third, Value.TRUE)).isEqualTo(Value.ofInt(3));
        assertThat(harness.call(code, third, Value.FALSE)).isEqualTo(Value.TRUE);
        assertThat(harness.call(code, third, Value.FALSE)).isEqualTo(Value.FALSE);
        assertThat(harness.slowCalls).isZero();
        harness.call(code, cells.object(303), Value.TRUE);
        assertThat(harness.slowCalls).isEqualTo(2);
    }

    private static void entry(FunctionInfo function, int slot, int i, int shape, int access) {
        long at = function.feedback() + slot;
        Mem.putByte(at, (byte) (i + 1));
        long entry = at + FeedbackLayout.PROPERTY_ENTRIES + (long) i * FeedbackLayout.PROPERTY_ENTRY_SIZE;
        Mem.putInt(entry + FeedbackLayout.PROPERTY_SHAPE, shape);
        Mem.putInt(entry + FeedbackLayout.PROPERTY_ACCESS, access);
    }

    // ---- listings ----

    /** The code of all instructions but the prologue, up to the first that is out of line. */
    private String straightPath(FunctionInfo function) {
        List<Listing.Line> lines = harness.compile(function,
                address -> address == function.feedback() ? "feedback" : null).code().listing().lines();
        return lines.stream()
                .dropWhile(line -> !line.text().equals("pc0"))
                .takeWhile(line -> !line.text().equals("ret"))
                .map(line -> line.kind() == Listing.Kind.LABEL ? line.text() + ":\n" : "  " + line.text() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void anInt32IsCheckedOnce() {
        FunctionInfo function = harness.function(
                Opcode.ADD.ordinal(), 2, 0, 1, slot(0),
                Opcode.INC.ordinal(), 2, 2, slot(1),
                Opcode.RETURN.ordinal(), 2);
        see(function, new int[] {INT, INT, INT});
        assertThat(straightPath(function)).isEqualTo("""
                pc0:
                  mov r10, [rbx]
                  cmp r10, r14
                  jb plain0
                  mov r11, [rbx+0x8]
                  cmp r11, r14
                  jb plain0
                  mov r12d, r10d
                  add r12d, r11d
                  jo plain0
                  mov eax, r12d
                  or rax, r14
                  mov [rbx+0x10], rax
                  add r12d, 0x1
                  jo plain5
                  mov eax, r12d
                  or rax, r14
                  mov [rbx+0x10], rax
                  mov rax, [rbx+0x10]
                  add rsp, 0x8
                """);
    }

    @Test
    void aDoubleStaysUnboxed() {
        FunctionInfo function = harness.function(
                Opcode.MUL.ordinal(), 2, 0, 0, slot(0),
                Opcode.ADD.ordinal(), 2, 2, 0, slot(1),
                Opcode.RETURN.ordinal(), 2);
        see(function, new int[] {DOUBLE, DOUBLE, DOUBLE});
        assertThat(straightPath(function)).isEqualTo("""
                pc0:
                  mov rax, [rbx]
                  cmp rax, r14
                  jae plain0
                L0:
                  add rax, r14
                  jae plain0
                  movq xmm4, rax
                L1:
                  movaps xmm5, xmm4
                  mulsd xmm5, xmm4
                  cvttsd2si eax, xmm5
                  xorps xmm1, xmm1
                  cvtsi2sd xmm1, eax
                  ucomisd xmm5, xmm1
                  je plain0
                L2:
                  movq rax, xmm5
                  sub rax, r14
                L3:
                  mov [rbx+0x10], rax
                  movaps xmm6, xmm5
                  addsd xmm6, xmm4
                  cvttsd2si eax, xmm6
                  xorps xmm1, xmm1
                  cvtsi2sd xmm1, eax
                  ucomisd xmm6, xmm1
                  je plain5
                L4:
                  movq rax, xmm6
                  sub rax, r14
                L5:
                  mov [rbx+0x10], rax
                  mov rax, [rbx+0x10]
                  add rsp, 0x8
                """);
    }

    @Test
    void aShapeIsCheckedOnce() {
        FunctionInfo function = harness.function(
                Opcode.GET_FIELD.ordinal(), 2, 0, 0, slot(0),
                Opcode.SET_FIELD.ordinal(), 0, 0, 2, slot(3),
                Opcode.RETURN.ordinal(), 2);
        entry(function, slot(0), 0, 300, AccessKind.INLINE.encode(24));
        entry(function, slot(3), 0, 300, AccessKind.INLINE.encode(24));
        assertThat(straightPath(function)).isEqualTo("""
                pc0:
                  mov r10, [rbx]
                  test r10, r15
                  jne plain0
                  cmp dword ptr [r10], 0x12c
                  jne plain0
                  mov r11, [r10+0x18]
                  mov [rbx+0x10], r11
                  mov [r10+0x18], r11
                  mov rax, r11
                  add rsp, 0x8
                """);
    }
}
