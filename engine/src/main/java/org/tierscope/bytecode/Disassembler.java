package org.tierscope.bytecode;

import java.util.List;

/**
 * Functions as text. {@link #brief} is for reading: one line per instruction, constants in place. {@link #full} has everything
 * but the source text, and {@link TextAssembler} reads it back.
 */
public final class Disassembler {
    private Disassembler() {}

    /** The function's instructions, then those of the functions in it, each under its name. */
    public static String brief(BytecodeFunction function) {
        var text = new StringBuilder();
        brief(function, "", text);
        return text.toString();
    }

    private static void brief(BytecodeFunction function, String path, StringBuilder text) {
        String name = function.name().isEmpty() ? "(anonymous)" : function.name();
        String title = path.isEmpty() ? name : path + "/" + name;
        text.append("function ").append(title).append(" (").append(function.parameterCount()).append(" parameters, ");
        text.append(function.registerCount()).append(" registers)\n");
        for (int pc = 0; pc < function.code().length; pc += Opcode.of(function.code()[pc]).length()) {
            text.append("%5d  ".formatted(pc)).append(instruction(function, pc)).append('\n');
        }
        for (Handler handler : function.handlers()) {
            text.append("       handler ").append(handler.start()).append("..").append(handler.end());
            text.append(" -> ").append(handler.target()).append('\n');
        }
        for (Object constant : function.constants()) {
            if (constant instanceof BytecodeFunction nested) {
                brief(nested, title, text);
            }
        }
    }

    /** One instruction, without its pc: {@code GetField r2, r0, "length"}. */
    public static String instruction(BytecodeFunction function, int pc) {
        int[] code = function.code();
        Opcode opcode = Opcode.of(code[pc]);
        var text = new StringBuilder(opcode.mnemonic());
        List<OperandKind> operands = opcode.operands();
        String separator = " ";
        for (int i = 0; i < operands.size(); i++) {
            int word = code[pc + 1 + i];
            String operand = switch (operands.get(i)) {
                case READ, WRITE -> register(word);
                case RANGE -> register(word) + "…";
                case CONSTANT -> constant(function.constants().get(word));
                case IMMEDIATE, COUNT -> Integer.toString(word);
                case TARGET -> "@" + word;
                case FEEDBACK -> null;
            };
            if (operand != null) {
                text.append(separator).append(operand);
                separator = ", ";
            }
        }
        return text.toString();
    }

    /** {@code r3}, or the name of a frame header slot. */
    public static String register(int register) {
        return switch (register) {
            case -1 -> "this";
            case -2 -> "callee";
            case -3 -> "newTarget";
            default -> "r" + register;
        };
    }

    /** A constant as it shows in an instruction. */
    public static String constant(Object constant) {
        return switch (constant) {
            case String string -> quote(string);
            case BytecodeFunction nested ->
                    "<" + (nested.name().isEmpty() ? "anonymous" : nested.name()) + ">";
            case int[] slots -> java.util.Arrays.toString(slots);
            case TemplateStrings _, GlobalDeclarations _, EvalScope _ -> ConstantText.write(constant);
            default -> constant.toString();
        };
    }

    /** A string in double quotes, on one line and in ASCII. */
    public static String quote(String string) {
        var text = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> text.append(c >= 0x20 && c < 0x7F
                        ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        return text.append('"').toString();
    }

    /** Everything but the source text, for {@link TextAssembler}. */
    public static String full(BytecodeFunction function) {
        var text = new StringBuilder();
        full(function, "", text);
        return text.toString();
    }

    private static void full(BytecodeFunction function, String indent, StringBuilder text) {
        text.append("function ").append(quote(function.name())).append('\n');
        String in = indent + "  ";
        text.append(in).append("range ").append(function.start()).append(' ').append(function.end()).append('\n');
        text.append(in).append("parameters ").append(function.parameterCount()).append('\n');
        text.append(in).append("length ").append(function.length()).append('\n');
        text.append(in).append("registers ").append(function.registerCount()).append('\n');
        text.append(in).append("feedback ").append(function.feedbackSize()).append('\n');
        for (BytecodeFunction.Flag flag : BytecodeFunction.Flag.values()) {
            if (function.is(flag)) {
                text.append(in).append("flag ").append(flag).append('\n');
            }
        }
        for (Object constant : function.constants()) {
            text.append(in).append("constant ");
            if (constant instanceof BytecodeFunction nested) {
                full(nested, in, text);
            } else {
                text.append(ConstantText.write(constant)).append('\n');
            }
        }
        for (int pc = 0; pc < function.code().length; pc += Opcode.of(function.code()[pc]).length()) {
            text.append(in).append(rawInstruction(function, pc)).append('\n');
        }
        for (Handler h : function.handlers()) {
            text.append(in).append("handler %d %d %d\n".formatted(h.start(), h.end(), h.target()));
        }
        for (Position p : function.positions()) {
            text.append(in).append("position %d %d %d".formatted(p.pc(), p.start(), p.end()));
            text.append(p.subject() == null ? "" : " " + quote(p.subject())).append('\n');
        }
        for (RegisterName n : function.registerNames()) {
            text.append(in).append("name %d %d %d %s\n".formatted(n.register(), n.start(), n.end(),
                    quote(n.name())));
        }
        text.append(indent).append("end\n");
    }

    private static String rawInstruction(BytecodeFunction function, int pc) {
        Opcode opcode = Opcode.of(function.code()[pc]);
        var text = new StringBuilder(opcode.mnemonic());
        for (int i = 1; i < opcode.length(); i++) {
            text.append(' ').append(function.code()[pc + i]);
        }
        return text.toString();
    }
}
