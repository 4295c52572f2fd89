package org.tierscope.asm;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One encoding of an instruction, read from a line like {@code "rm,i8 v 83 /0"}:
 * operand kinds, widths, optional prefixes, opcode bytes, what stands in ModRM.reg.
 *
 * <ul>
 * <li>operand kinds: names of {@link Kind}; {@code .} means no operands
 * <li>widths: {@code *} all four (the opcode given is the wide one; the byte form is one less), {@code v}
 *     16/32/64,
 *     {@code y} 32/64, {@code d} 32, {@code q} 64, {@code -} no width
 * <li>prefixes: {@code 66 F2 F3} mandatory prefix, {@code W} REX.W (or VEX.W) always set,
 *     {@code as32} written as 32-bit instruction although 64 bits are asked for, {@code vex}
 * <li>opcode bytes in one hex word, {@code +r} register number in its low bits, {@code +c} condition in its
 *     low bits
 * <li>{@code /r} the register operand, or {@code /0}…{@code /7} an opcode extension
 * </ul>
 *
 * Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 3.1.1.
 */
final class Form {
    final Kind[] kinds;
    private final String widths;
    final int prefix;
    final boolean wide;
    final boolean as32;
    final boolean vex;
    final byte[] opcode;
    final boolean registerInOpcode;
    final boolean conditionInOpcode;
    final boolean modrm;
    /** Opcode extension in ModRM.reg, or −1 when a register stands there. */
    final int extension;

    private Form(String line) {
        String[] words = line.trim().split("\\s+");
        kinds = words[0].equals(".") ? new Kind[0]
                : Arrays.stream(words[0].split(",")).map(Kind::named).toArray(Kind[]::new);
        widths = words[1];
        var hex = Arrays.stream(words).skip(2).filter(word -> word.matches("(?:[0-9A-F]{2})+")).toList();
        opcode = HexFormat.of().parseHex(hex.getLast());
        prefix = hex.size() > 1 ? Integer.parseInt(hex.getFirst(), 16) : 0;
        var flags = Arrays.asList(words).subList(2, words.length);
        wide = flags.contains("W");
        as32 = flags.contains("as32");
        vex = flags.contains("vex");
        registerInOpcode = flags.contains("+r");
        conditionInOpcode = flags.contains("+c");
        String slash = flags.stream().filter(flag -> flag.startsWith("/")).findFirst().orElse(null);
        modrm = slash != null;
        extension = modrm && !slash.equals("/r") ? slash.charAt(1) - '0' : -1;
    }

    static Form[] parse(String... lines) {
        return Arrays.stream(lines).map(Form::new).toArray(Form[]::new);
    }

    boolean accepts(Width width, Operand[] operands) {
        if (operands.length != kinds.length || !hasWidth(width)) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            if (!kinds[i].accepts(operands[i], width)) {
                return false;
            }
        }
        return true;
    }

    boolean hasWidth(Width width) {
        return switch (widths.charAt(0)) {
            case '*' -> width != Width.NONE;
            case 'v' -> width != Width.NONE && width != Width.B;
            case 'y' -> width == Width.D || width == Width.Q;
            case 'd' -> width == Width.D;
            case 'q' -> width == Width.Q;
            case '-' -> width == Width.NONE;
            default -> throw new IllegalStateException("no width class " + widths);
        };
    }

    /** The width the bytes are written with, when {@code asked} is what the caller wants done. */
    Width effectiveWidth(Width asked) {
        return as32 ? Width.D : asked;
    }

    /** Index of the operand in ModRM.rm, by the rule: what may be memory, or else the last register. */
    int rmIndex() {
        int last = -1;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].memory) {
                return i;
            }
            if (kinds[i].register()) {
                last = i;
            }
        }
        return last;
    }

    int immediateBytes(Width width) {
        int bytes = 0;
        for (Kind kind : kinds) {
            bytes += kind.immediateBytes(width);
        }
        return bytes;
    }
}
