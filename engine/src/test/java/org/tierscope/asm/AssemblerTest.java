package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSP;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Labels, jumps, relocation, listings and errors; the encodings themselves are in {@link EncodingGoldenTest}.
 */
class AssemblerTest {

    private static Assembler listing() {
        return Assembler.listing(CpuFeatures.all(), Symbols.NONE);
    }

    private static String hex(Consumer<Assembler> body) {
        return hexAt(0, body);
    }

    private static String hexAt(long address, Consumer<Assembler> body) {
        Assembler asm = listing();
        body.accept(asm);
        return HexFormat.of().formatHex(asm.finish().bytesAt(address));
    }

    private static String text(Consumer<Assembler> body) {
        Assembler asm = listing();
        body.accept(asm);
        return asm.finish().listing().text();
    }

    @Test
    void backwardJumpsAreShortWhereTheyReach() {
        assertThat(hex(asm -> {
            Label top = asm.label();
            asm.bind(top);
            asm.jmp(top);
            asm.jcc(Cond.LESS, top);
        })).isEqualTo("ebfe" + "7cfc");
    }

    @Test
    void backwardJumpsGrowBeyond128Bytes() {
        assertThat(hex(asm -> {
            Label top = asm.label();
            asm.bind(top);
            asm.nop(126);
            asm.jmp(top);
            asm.jmp(top);
            asm.jcc(Cond.LESS, top);
        })).endsWith("eb80" + "e97bffffff" + "0f8c75ffffff");
    }

    @Test
    void forwardJumpsArePatched() {
        assertThat(hex(asm -> {
            Label end = asm.label();
            asm.jmp(end);
            asm.jcc(Cond.ABOVE, end);
            asm.call(end);
            asm.jmpShort(end);
            asm.jccShort(Cond.PARITY, end);
            asm.bind(end);
        })).isEqualTo("e90f000000" + "0f8709000000" + "e804000000" + "eb02" + "7a00");
    }

    @Test
    void aShortJumpThatDoesNotReachIsAnError() {
        Assembler asm = listing();
        Label end = asm.label("end");
        asm.jmpShort(end);
        asm.nop(128);
        assertThatThrownBy(() -> asm.bind(end)).hasMessage("short jump to end is 128 bytes long");
    }

    @Test
    void labelsKnowTheirPosition() {
        Assembler asm = listing();
        Label label = asm.label("here");
        asm.op(Op.RET);
        assertThatThrownBy(label::position).hasMessage("label here is not bound");
        asm.bind(label);
        assertThat(label.position()).isEqualTo(1);
        assertThatThrownBy(() -> asm.bind(label)).hasMessage("label here is bound already");
    }

    @Test
    void anUnboundLabelIsAnError() {
        Assembler asm = listing();
        asm.jmp(asm.label("nowhere"));
        assertThatThrownBy(asm::finish).hasMessage("never bound: labels [nowhere]");
    }

    @Test
    void externalLabelsAreRelocated() {
        Label stub = Label.external("stub", 0x5000);
        assertThat(hexAt(0x1000, asm -> {
            asm.call(stub);
            asm.jcc(Cond.EQUAL, stub);
        })).isEqualTo("e8fb3f0000" + "0f84f53f0000");
    }

    @Test
    void anExternalLabelOutOfReachIsAnError() {
        Assembler asm = listing();
        asm.call(Label.external("far", 0x2_0000_0000L));
        AssembledCode code = asm.finish();
        assertThatThrownBy(() -> code.bytesAt(0))
                .hasMessage("far is 0x1fffffffb bytes away: out of reach of a 32-bit displacement");
    }

    @Test
    void literalsStandBehindTheCodeAlignedAndOnceWithRoomForAReadOf16Bytes() {
        assertThat(hex(asm -> {
            asm.op(Op.MOVSD, XMM0, asm.literal(0x1122334455667788L));
            asm.op(Op.ADDSD, XMM1, asm.literal(0x1122334455667788L));
            asm.op(Op.RET);
        })).isEqualTo("f20f100510000000" + "f20f580d08000000" + "c3" + "cc".repeat(7) + "8877665544332211" + "00".repeat(8));
    }

    @Test
    void ripRelativeDisplacementsCountTheImmediateBehindThem() {
        assertThat(hex(asm -> {
            Label cell = asm.label("cell");
            asm.d(Op.CMP, Address.rip(cell), 0x12345678);
            asm.bind(cell);
        })).isEqualTo("813d00000000" + "78563412");
    }

    @Test
    void jumpTablesHoldAbsoluteAddresses() {
        assertThat(hexAt(0x7000, asm -> {
            Label target = asm.label("target");
            asm.bind(target);
            asm.nop(1);
            asm.dataAddress(target);
        })).isEqualTo("90" + "0070000000000000");
    }

    @Test
    void moveImmediateTakesTheShortestForm() {
        assertThat(hex(asm -> asm.q(Op.MOV, RAX, 5))).isEqualTo("b805000000");
        assertThat(hex(asm -> asm.q(Op.MOV, RAX, 0xFFFF_FFFFL))).isEqualTo("b8ffffffff");
        assertThat(hex(asm -> asm.q(Op.MOV, RAX, -1))).isEqualTo("48c7c0ffffffff");
        assertThat(hex(asm -> asm.q(Op.MOV, RAX, 0x1_0000_0000L))).isEqualTo("48b80000000001000000");
        assertThat(hex(asm -> asm.q(Op.MOVABS, RAX, 5))).isEqualTo("48b80500000000000000");
    }

    @Test
    void alignmentIsFilledWithLongNops() {
        assertThat(hex(asm -> {
            asm.op(Op.RET);
            asm.align(16);
        })).isEqualTo("c3" + "660f1f840000000000" + "660f1f440000");
    }

    @Test
    void whatCannotBeEncodedIsAnErrorThatSaysWhy() {
        Assembler asm = Assembler.plain(CpuFeatures.baseline());
        assertThatThrownBy(() -> asm.q(Op.ADD, RAX, 0x8000_0000L))
                .hasMessage("no encoding of add.Q for (rax, 0x80000000)");
        assertThatThrownBy(() -> asm.q(Op.MOV, at(RAX), at(RBX)))
                .hasMessage("no encoding of mov.Q for ([rax], [rbx])");
        assertThatThrownBy(() -> asm.d(Op.SHL, RAX, RDX)).hasMessageContaining("no encoding of shl.D");
        assertThatThrownBy(() -> asm.op(Op.ADD, RAX, RBX)).hasMessageContaining("no encoding of add.NONE");
        assertThatThrownBy(() -> asm.b(Op.MOV, RAX, 256)).hasMessageContaining("no encoding of mov.B");
        assertThatThrownBy(() -> at(RAX, 0x8000_0000L))
                .hasMessage("displacement 0x80000000 does not fit into 32 bits, sign-extended");
        assertThatThrownBy(() -> at(RAX, RSP, 1, 0)).hasMessage("rsp cannot be an index register");
        assertThatThrownBy(() -> at(RAX, RCX, 3, 0)).hasMessage("scale must be 1, 2, 4 or 8, not 3");
        assertThatThrownBy(() -> asm.q(Op.SHLX, RAX, RBX, RCX)).hasMessage("shlx needs a CPU with BMI2");
        assertThat(asm.position()).isZero();
    }

    @Test
    void listingsShowWhatWasEmitted() {
        assertThat(text(asm -> {
            Label loop = asm.label("loop");
            asm.q(Op.ADD, RAX, at(RBX, 0x18));
            asm.bind(loop);
            asm.comment("count down");
            asm.d(Op.SUB, at(RBX, RCX, 8, -8), 1);
            asm.jcc(Cond.NOT_ZERO, loop);
            asm.set(Cond.LESS, RAX);
            asm.cmov(Cond.GREATER, Width.Q, RAX, at(RSP));
            asm.q(Op.MOVZX8, RAX, RDI);
            asm.op(Op.RET);
        })).isEqualTo("""
                  add rax, [rbx+0x18]
                loop:
                  sub dword ptr [rbx+rcx*8-0x8], 0x1  ; count down
                  jne loop
                  setl al
                  cmovg rax, [rsp]
                  movzx rax, dil
                  ret
                """);
    }

    @Test
    void listingsNameKnownAddresses() {
        Assembler asm = Assembler.listing(CpuFeatures.all(), address -> address == 0x7f00_1234_5678L ? "add" : null);
        asm.callAbsolute(RAX, 0x7f00_1234_5678L, "runtime add");
        assertThat(asm.finish().listing().text()).isEqualTo("""
                  mov rax, add
                  call rax  ; runtime add
                """);
    }

    @Test
    void linesCarryOffsetLengthAndOrigin() {
        Assembler asm = listing();
        asm.origin(7);
        asm.q(Op.MOV, RAX, RBX);
        asm.origin(9);
        asm.op(Op.RET);
        assertThat(asm.finish().listing().lines()).containsExactly(
                new Listing.Line(Listing.Kind.INSTRUCTION, 0, 3, "mov rax, rbx", 7, ""),
                new Listing.Line(Listing.Kind.INSTRUCTION, 3, 1, "ret", 9, ""));
    }

    @Test
    void withoutListingNothingIsRecorded() {
        Assembler asm = Assembler.plain(CpuFeatures.all());
        asm.comment("lost");
        asm.bind(asm.label());
        asm.op(Op.RET);
        assertThat(asm.finish().listing().lines()).isEmpty();
    }
}
