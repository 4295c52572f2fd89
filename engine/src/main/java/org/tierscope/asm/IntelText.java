package org.tierscope.asm;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Intel-syntax text of an instruction, made from the very operands it was encoded from. A memory operand's
 * size is written only where no register operand tells it.
 */
final class IntelText {
    private final Symbols symbols;

    IntelText(Symbols symbols) {
        this.symbols = symbols;
    }

    String text(Op op, Form form, Cond cond, Width width, Operand[] operands) {
        String mnemonic = cond == null ? op.mnemonic : op.mnemonic + cond.suffix;
        if (operands.length == 0) {
            return mnemonic;
        }
        StringBuilder out = new StringBuilder(mnemonic);
        for (int i = 0; i < operands.length; i++) {
            out.append(i == 0 ? " " : ", ").append(operand(form, form.kinds[i], width, operands[i]));
        }
        return out.toString();
    }

    private String operand(Form form, Kind kind, Width width, Operand operand) {
        return switch (operand) {
            case Reg reg -> reg.name(kind.width(width));
            case Xmm xmm -> xmm.toString();
            case Address address -> sizeKeyword(form, kind, width) + address(address);
            case Imm(long value) -> immediate(kind, width, value);
        };
    }

    private String immediate(Kind kind, Width width, long value) {
        if (width == Width.Q || kind == Kind.U32 || kind == Kind.I64) {
            String name = symbols.nameOf(value);
            if (name != null) {
                return name;
            }
        }
        return hex(kind == Kind.U8 || kind == Kind.U32 ? value : width.signExtend(value));
    }

    private static String sizeKeyword(Form form, Kind memory, Width width) {
        Width size = memory.width(width);
        boolean told = memory == Kind.M || memory == Kind.XM || memory == Kind.MX
                || memory == Kind.RM && Arrays.asList(form.kinds).contains(Kind.R);
        return told ? "" : size.keyword + " ptr ";
    }

    private String address(Address a) {
        StringBuilder out = new StringBuilder("[");
        if (a.label() != null) {
            out.append("rip+").append(a.label());
        }
        if (a.base() != null) {
            out.append(a.base().name(Width.Q));
        }
        if (a.index() != null) {
            out.append(a.base() == null ? "" : "+").append(a.index().name(Width.Q)).append('*').append(a.scale());
        }
        if (out.length() == 1) {
            String name = symbols.nameOf(a.disp());
            out.append(name != null ? name : hex(a.disp()));
        } else if (a.disp() != 0) {
            out.append(a.disp() < 0 ? "" : "+").append(hex(a.disp()));
        }
        return out.append(']').toString();
    }

    /** Signed hexadecimal: {@code 0x18}, {@code -0x8}. */
    static String hex(long value) {
        return value < 0 ? "-0x" + Long.toHexString(-value) : "0x" + Long.toHexString(value);
    }

    /** Operands as they are, for error messages. */
    static String plain(Operand[] operands) {
        return Arrays.stream(operands).map(operand -> switch (operand) {
            case Reg reg -> reg.name(Width.Q);
            case Xmm xmm -> xmm.toString();
            case Address address -> new IntelText(Symbols.NONE).address(address);
            case Imm(long value) -> hex(value);
        }).collect(Collectors.joining(", "));
    }
}
