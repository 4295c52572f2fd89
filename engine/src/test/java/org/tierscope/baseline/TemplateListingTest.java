package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.asm.Listing;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.FunctionInfo;

/** Bytecode in, machine code out: the straight path of some templates. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class TemplateListingTest {
    private BaselineHarness harness;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
    }

    /** The code of the function's first instruction, without what is out of line. */
    private String straightPath(int... code) {
        FunctionInfo function = harness.function(code);
        List<Listing.Line> lines = harness.compile(function,
                address -> address == function.feedback() ? "feedback" : null).code().listing().lines();
        return lines.stream()
                .dropWhile(line -> !line.text().equals("pc0"))
                .skip(1)
                .takeWhile(line -> line.origin() == 0 && !line.text().startsWith("pc"))
                .map(line -> line.kind() == Listing.Kind.LABEL ? line.text() + ":\n" : "  " + line.text() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void move() {
        assertThat(straightPath(Opcode.MOVE.ordinal(), 3, 1, Opcode.RETURN.ordinal(), 3)).isEqualTo("""
                  mov r10, [rbx+0x8]
                  mov [rbx+0x18], r10
                """);
    }

    @Test
    void constants() {
        assertThat(straightPath(Opcode.LOAD_UNDEFINED.ordinal(), 3, Opcode.RETURN.ordinal(), 3)).isEqualTo("""
                  mov qword ptr [rbx+0x18], 0xa
                """);
        assertThat(straightPath(Opcode.LOAD_INT.ordinal(), 3, 7, Opcode.RETURN.ordinal(), 3)).isEqualTo("""
                  mov rax, -0x1fffffffffff9
                  mov [rbx+0x18], rax
                """);
    }

    @Test
    void add() {
        assertThat(straightPath(Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2)).isEqualTo("""
                  mov rax, [rbx]
                  mov rdx, [rbx+0x8]
                  cmp rax, r14
                  jb L0
                  cmp rdx, r14
                  jb L0
                  add eax, edx
                  jo L0
                  or rax, r14
                  or dword ptr [rbp+0x20], 0x10101
                  mov [rbx+0x10], rax
                """);
    }

    @Test
    void jumpIfLess() {
        assertThat(straightPath(Opcode.JUMP_IF_LESS.ordinal(), 0, 1, 7, slot(1), Opcode.RETURN.ordinal(), 0,
                Opcode.RETURN.ordinal(), 1)).isEqualTo("""
                  mov rax, [rbx]
                  mov rdx, [rbx+0x8]
                  cmp rax, r14
                  jb L0
                  cmp rdx, r14
                  jb L0
                  or word ptr [rbp+0x30], 0x101
                  cmp eax, edx
                  jl taken0
                  inc dword ptr [rbp+0x3c]
                """);
    }

    @Test
    void getField() {
        assertThat(straightPath(Opcode.GET_FIELD.ordinal(), 2, 0, 0, slot(0), Opcode.RETURN.ordinal(), 2)).isEqualTo("""
                  mov rax, [rbx]
                  test rax, r15
                  jne slow0
                  mov ecx, [rax]
                  cmp ecx, [rbp+0x28]
                  jne L0
                  mov ecx, [rbp+0x2c]
                  cmp cl, 0x0
                  jne L0
                  shr ecx, 0x8
                  mov rax, [rax+rcx*1]
                  mov [rbx+0x10], rax
                """);
    }

    @Test
    void call() {
        assertThat(straightPath(Opcode.CALL.ordinal(), 2, 2, 0, slot(0), Opcode.RETURN.ordinal(), 2)).isEqualTo("""
                  mov dword ptr [rbx-0x30], 0x0
                  mov dword ptr [rbx+0x24], 0x0
                  mov [rbx+0x18], rbx
                  mov qword ptr [rbx+0x28], 0xa
                  mov rax, [rbx+0x30]
                  cmp rax, [rbp+0x28]
                  jne L0
                  inc dword ptr [rbp+0x34]
                  mov rcx, [rax+0x28]
                L1:
                  add rbx, 0x40
                  call qword ptr [rcx]
                  sub rbx, 0x40
                  mov rbp, feedback
                  cmp rax, 0x1
                  jbe L2
                L3:
                  mov [rbx+0x10], rax
                """);
    }

    @Test
    void everyByteBelongsToAnInstructionOrToNone() {
        FunctionInfo function = harness.function(Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
        BaselineCode code = harness.compile(function, _ -> null);
        for (Listing.Line line : code.code().listing().lines()) {
            if (line.length() > 0) {
                assertThat(code.pcMap().pcAt(line.offset())).as(line.text()).isEqualTo(line.origin());
                assertThat(code.pcMap().pcAt(line.offset() + line.length() - 1)).isEqualTo(line.origin());
            }
        }
        assertThat(code.pcMap().pcAt(0)).isEqualTo(PcMap.NONE);
    }
}
