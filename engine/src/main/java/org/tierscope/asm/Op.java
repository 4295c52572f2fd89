package org.tierscope.asm;

import java.util.HexFormat;

/**
 * The table of instructions: mnemonic, CPU feature needed (none means x86-64 baseline), and the encodings in
 * the notation of {@link Form}, tried in order. Jumps and calls to labels are in {@link Assembler}.
 */
public enum Op {
    // Moves
    MOV("mov", "rm,r * 89 /r", "r,rm * 8B /r", "r,i d B8 +r", "r,u32 q as32 B8 +r", "rm,i * C7 /0", "r,i64 q B8 +r"),
    /** Always the ten-byte form, so that the immediate can be patched. */
    MOVABS("movabs", "r,i64 q B8 +r"),
    MOVZX8("movzx", "r,rm8 v 0FB6 /r"),
    MOVZX16("movzx", "r,rm16 y 0FB7 /r"),
    MOVSX8("movsx", "r,rm8 v 0FBE /r"),
    MOVSX16("movsx", "r,rm16 y 0FBF /r"),
    MOVSXD("movsxd", "r,rm32 q 63 /r"),
    LEA("lea", "r,m v 8D /r"),
    XCHG("xchg", "r,r * 87 /r", "rm,r * 87 /r"),
    BSWAP("bswap", "r y 0FC8 +r"),
    PUSH("push", "r - 50 +r", "m64 - FF /6", "i8 - 6A", "i - 68"),
    POP("pop", "r - 58 +r", "m64 - 8F /0"),
    CMOV("cmov", "r,rm v 0F40 +c /r"),
    SET("set", "rm8 - 0F90 +c /0"),

    // Integer arithmetic
    ADD("add", arithmetic(0)),
    OR("or", arithmetic(1)),
    ADC("adc", arithmetic(2)),
    SBB("sbb", arithmetic(3)),
    AND("and", arithmetic(4)),
    SUB("sub", arithmetic(5)),
    XOR("xor", arithmetic(6)),
    CMP("cmp", arithmetic(7)),
    TEST("test", "rm,r * 85 /r", "rm,i * F7 /0"),
    INC("inc", "rm * FF /0"),
    DEC("dec", "rm * FF /1"),
    NOT("not", "rm * F7 /2"),
    NEG("neg", "rm * F7 /3"),
    MUL("mul", "rm * F7 /4"),
    IMUL("imul", "rm * F7 /5", "r,rm v 0FAF /r", "r,rm,i8 v 6B /r", "r,rm,i v 69 /r"),
    DIV("div", "rm * F7 /6"),
    IDIV("idiv", "rm * F7 /7"),
    CDQE("cdqe", ". - W 98"),
    CDQ("cdq", ". - 99"),
    CQO("cqo", ". - W 99"),

    // Shifts and bits
    ROL("rol", shift(0)),
    ROR("ror", shift(1)),
    SHL("shl", shift(4)),
    SHR("shr", shift(5)),
    SAR("sar", shift(7)),
    SHLX("shlx", CpuFeature.BMI2, "r,rm,r y vex 66 0F38F7 /r"),
    SHRX("shrx", CpuFeature.BMI2, "r,rm,r y vex F2 0F38F7 /r"),
    SARX("sarx", CpuFeature.BMI2, "r,rm,r y vex F3 0F38F7 /r"),
    BT("bt", "rm,u8 v 0FBA /4", "rm,r v 0FA3 /r"),
    BTS("bts", "rm,u8 v 0FBA /5", "rm,r v 0FAB /r"),
    BTR("btr", "rm,u8 v 0FBA /6", "rm,r v 0FB3 /r"),
    BSF("bsf", "r,rm v 0FBC /r"),
    BSR("bsr", "r,rm v 0FBD /r"),
    LZCNT("lzcnt", CpuFeature.LZCNT, "r,rm v F3 0FBD /r"),
    TZCNT("tzcnt", CpuFeature.BMI1, "r,rm v F3 0FBC /r"),
    POPCNT("popcnt", CpuFeature.POPCNT, "r,rm v F3 0FB8 /r"),

    // Control
    JMP("jmp", "r - FF /4", "m64 - FF /4"),
    CALL("call", "r - FF /2", "m64 - FF /2"),
    RET("ret", ". - C3"),
    INT3("int3", ". - CC"),
    UD2("ud2", ". - 0F0B"),
    CPUID("cpuid", ". - 0FA2"),
    XGETBV("xgetbv", ". - 0F01D0"),
    RDTSC("rdtsc", ". - 0F31"),
    PAUSE("pause", ". - F3 90"),

    // SSE moves
    MOVSD("movsd", "x,xm - F2 0F10 /r", "mx,x - F2 0F11 /r"),
    MOVSS("movss", "x,xm - F3 0F10 /r", "mx,x - F3 0F11 /r"),
    MOVAPD("movapd", "x,xm - 66 0F28 /r", "mx,x - 66 0F29 /r"),
    /** Same effect as {@link #MOVAPD} between registers, and one byte shorter. */
    MOVAPS("movaps", "x,xm - 0F28 /r", "mx,x - 0F29 /r"),
    MOVUPS("movups", "x,xm - 0F10 /r", "mx,x - 0F11 /r"),
    MOVQ("movq", "x,xm - F3 0F7E /r", "mx,x - 66 0FD6 /r", "x,rm64 - 66 W 0F6E /r", "rm64,x - 66 W 0F7E /r"),
    MOVD("movd", "x,rm32 - 66 0F6E /r", "rm32,x - 66 0F7E /r"),
    MOVMSKPD("movmskpd", "r32,x - 66 0F50 /r"),

    // SSE arithmetic
    ADDSD("addsd", "x,xm - F2 0F58 /r"),
    SUBSD("subsd", "x,xm - F2 0F5C /r"),
    MULSD("mulsd", "x,xm - F2 0F59 /r"),
    DIVSD("divsd", "x,xm - F2 0F5E /r"),
    MINSD("minsd", "x,xm - F2 0F5D /r"),
    MAXSD("maxsd", "x,xm - F2 0F5F /r"),
    SQRTSD("sqrtsd", "x,xm - F2 0F51 /r"),
    ADDSS("addss", "x,xm - F3 0F58 /r"),
    SUBSS("subss", "x,xm - F3 0F5C /r"),
    MULSS("mulss", "x,xm - F3 0F59 /r"),
    DIVSS("divss", "x,xm - F3 0F5E /r"),
    UCOMISD("ucomisd", "x,xm - 66 0F2E /r"),
    COMISD("comisd", "x,xm - 66 0F2F /r"),
    UCOMISS("ucomiss", "x,xm - 0F2E /r"),
    ROUNDSD("roundsd", CpuFeature.SSE41, "x,xm,u8 - 66 0F3A0B /r"),
    ANDPD("andpd", "x,xm - 66 0F54 /r"),
    ANDNPD("andnpd", "x,xm - 66 0F55 /r"),
    ORPD("orpd", "x,xm - 66 0F56 /r"),
    XORPD("xorpd", "x,xm - 66 0F57 /r"),
    XORPS("xorps", "x,xm - 0F57 /r"),
    PXOR("pxor", "x,xm - 66 0FEF /r"),
    PCMPEQW("pcmpeqw", "x,xm - 66 0F75 /r"),
    PCMPEQD("pcmpeqd", "x,xm - 66 0F76 /r"),
    PADDQ("paddq", "x,xm - 66 0FD4 /r"),
    PSRLQ("psrlq", "x,u8 - 66 0F73 /2"),
    PSLLQ("psllq", "x,u8 - 66 0F73 /6"),

    // Conversions; the width is that of the integer
    CVTSI2SD("cvtsi2sd", "x,rm y F2 0F2A /r"),
    CVTSI2SS("cvtsi2ss", "x,rm y F3 0F2A /r"),
    CVTTSD2SI("cvttsd2si", "r,xm y F2 0F2C /r"),
    CVTSD2SI("cvtsd2si", "r,xm y F2 0F2D /r"),
    CVTSD2SS("cvtsd2ss", "x,xm - F2 0F5A /r"),
    CVTSS2SD("cvtss2sd", "x,xm - F3 0F5A /r"),

    // AVX scalar, three operands
    VMOVAPD("vmovapd", CpuFeature.AVX, "x,xm - vex 66 0F28 /r", "mx,x - vex 66 0F29 /r"),
    VADDSD("vaddsd", CpuFeature.AVX, "x,x,xm - vex F2 0F58 /r"),
    VSUBSD("vsubsd", CpuFeature.AVX, "x,x,xm - vex F2 0F5C /r"),
    VMULSD("vmulsd", CpuFeature.AVX, "x,x,xm - vex F2 0F59 /r"),
    VDIVSD("vdivsd", CpuFeature.AVX, "x,x,xm - vex F2 0F5E /r"),
    VMINSD("vminsd", CpuFeature.AVX, "x,x,xm - vex F2 0F5D /r"),
    VMAXSD("vmaxsd", CpuFeature.AVX, "x,x,xm - vex F2 0F5F /r"),
    VSQRTSD("vsqrtsd", CpuFeature.AVX, "x,x,xm - vex F2 0F51 /r"),
    VANDPD("vandpd", CpuFeature.AVX, "x,x,xm - vex 66 0F54 /r"),
    VXORPD("vxorpd", CpuFeature.AVX, "x,x,xm - vex 66 0F57 /r"),
    /** A memory operand has 16 bytes and need not be aligned. */
    VPADDQ("vpaddq", CpuFeature.AVX, "x,x,xm - vex 66 0FD4 /r"),
    VCVTSI2SD("vcvtsi2sd", CpuFeature.AVX, "x,x,rm y vex F2 0F2A /r");

    public final String mnemonic;
    /** What the CPU must have, or null. */
    public final CpuFeature feature;
    final Form[] forms;

    Op(String mnemonic, String... forms) {
        this(mnemonic, null, forms);
    }

    Op(String mnemonic, CpuFeature feature, String... forms) {
        this.mnemonic = mnemonic;
        this.feature = feature;
        this.forms = Form.parse(forms);
    }

    private static String[] arithmetic(int n) {
        return new String[] {
            "rm,i8 v 83 /" + n,
            "rm,i * 81 /" + n,
            "rm,r * " + hexByte(n << 3 | 1) + " /r",
            "r,rm * " + hexByte(n << 3 | 3) + " /r",
        };
    }

    private static String hexByte(int value) {
        return HexFormat.of().withUpperCase().toHexDigits((byte) value);
    }

    private static String[] shift(int n) {
        return new String[] {"rm,1 * D1 /" + n, "rm,u8 * C1 /" + n, "rm,cl * D3 /" + n};
    }

    /** The first encoding that takes these operands. */
    Form formFor(Width width, Operand[] operands) {
        var classes = new int[operands.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = operands[i].classes(width);
        }
        for (Form form : forms) {
            if (form.accepts(width, classes)) {
                return form;
            }
        }
        throw new IllegalArgumentException(
                "no encoding of " + mnemonic + "." + width + " for (" + IntelText.plain(operands) + ")");
    }
}
