package org.tierscope.asm;

import java.util.ArrayList;

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
    private static final int NONE = -1;

    final Kind[] kinds;
    /** A bit for each {@link Width} by its ordinal. */
    private final int widths;
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
    /** Index of the operand in ModRM.rm, by the rule: what may be memory, or else the last register; −1 for none. */
    final int rmIndex;
    /** Index of the operand in ModRM.reg, and in VEX.vvvv; −1 for none. */
    final int regIndex;
    final int vvvvIndex;

    // This runs for the whole table in each start of the program, in a JVM that has just begun: no regular expressions, no streams.
    private Form(String line) {
        String[] words = line.split(" ");
        kinds = kinds(words[0]);
        widths = widths(words[1]);
        boolean w = false;
        boolean as32 = false;
        boolean vex = false;
        boolean r = false;
        boolean c = false;
        String slash = null;
        var hex = new ArrayList<String>();
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            switch (word) {
                case "W" -> w = true;
                case "as32" -> as32 = true;
                case "vex" -> vex = true;
                case "+r" -> r = true;
                case "+c" -> c = true;
                default -> {
                    if (word.startsWith("/")) {
                        slash = word;
                    } else {
                        hex.add(word);
                    }
                }
            }
        }
        this.wide = w;
        this.as32 = as32;
        this.vex = vex;
        this.registerInOpcode = r;
        this.conditionInOpcode = c;
        this.opcode = bytes(hex.getLast());
        this.prefix = hex.size() > 1 ? Integer.parseInt(hex.getFirst(), 16) : 0;
        this.modrm = slash != null;
        this.extension = modrm && !slash.equals("/r") ? slash.charAt(1) - '0' : NONE;
        this.rmIndex = operandInRm();
        this.regIndex = modrm && extension == NONE ? registerFrom(0) : NONE;
        this.vvvvIndex = regIndex == NONE ? NONE : registerFrom(regIndex + 1);
    }

    private static Kind[] kinds(String names) {
        if (names.equals(".")) {
            return new Kind[0];
        }
        String[] each = names.split(",");
        var kinds = new Kind[each.length];
        for (int i = 0; i < each.length; i++) {
            kinds[i] = Kind.named(each[i]);
        }
        return kinds;
    }

    private static int widths(String letter) {
        return switch (letter.charAt(0)) {
            case '*' -> bit(Width.B) | bit(Width.W) | bit(Width.D) | bit(Width.Q);
            case 'v' -> bit(Width.W) | bit(Width.D) | bit(Width.Q);
            case 'y' -> bit(Width.D) | bit(Width.Q);
            case 'd' -> bit(Width.D);
            case 'q' -> bit(Width.Q);
            case '-' -> bit(Width.NONE);
            default -> throw new IllegalStateException("no width class " + letter);
        };
    }

    private static int bit(Width width) {
        return 1 << width.ordinal();
    }

    private static byte[] bytes(String hex) {
        var bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
        }
        return bytes;
    }

    private int operandInRm() {
        int last = NONE;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].memory()) {
                return i;
            }
            if (kinds[i].register()) {
                last = i;
            }
        }
        return last;
    }

    private int registerFrom(int first) {
        for (int i = first; i < kinds.length; i++) {
            if (i != rmIndex && kinds[i].register()) {
                return i;
            }
        }
        return NONE;
    }

    static Form[] parse(String... lines) {
        var forms = new Form[lines.length];
        for (int i = 0; i < lines.length; i++) {
            forms[i] = new Form(lines[i]);
        }
        return forms;
    }

    /** @param classes of the operands, {@link Operand#classes} of each */
    boolean accepts(Width width, int[] classes) {
        if (classes.length != kinds.length || !hasWidth(width)) {
            return false;
        }
        for (int i = 0; i < classes.length; i++) {
            if ((kinds[i].classes & classes[i]) == 0) {
                return false;
            }
        }
        return true;
    }

    boolean hasWidth(Width width) {
        return (widths >> width.ordinal() & 1) != 0;
    }

    /** The width the bytes are written with, when {@code asked} is what the caller wants done. */
    Width effectiveWidth(Width asked) {
        return as32 ? Width.D : asked;
    }
}
