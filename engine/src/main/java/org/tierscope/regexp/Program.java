package org.tierscope.regexp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A compiled regular expression, which many threads may use.
 *
 * @param code instructions, see {@link Instruction}
 * @param sets the sets that they name
 * @param slots how many words backtracking restores: two per group, the whole match being group 0, then others
 * @param groups how many groups there are, the whole match included
 * @param names groups by name, in the order of the pattern
 * @param first what units a match can begin with; null where it can be empty or that is not known
 * @param prefix units that every match begins with
 * @param anchored whether it only matches at the input's beginning
 */
public record Program(
        Flags flags,
        int[] code,
        CharSet[] sets,
        int slots,
        int groups,
        Map<String, List<Integer>> names,
        CharSet first,
        char[] prefix,
        boolean anchored) {

    /** @throws RegExpSyntaxException where the pattern is not one */
    public static Program compile(String pattern, Flags flags) {
        return new ProgramCompiler(PatternParser.parse(pattern, flags)).compile();
    }

    /** One instruction a line: {@code pc name operands}. */
    public String listing() {
        var text = new StringBuilder();
        for (int pc = 0; pc < code.length; pc += Instruction.length(code, pc)) {
            text.append("%3d %s".formatted(pc, Instruction.name(code[pc])));
            int[] operands = Arrays.copyOfRange(code, pc + 1, pc + Instruction.length(code, pc));
            for (int i = 0; i < operands.length; i++) {
                text.append(' ').append(operand(code[pc], i, operands[i]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private Object operand(int instruction, int i, int operand) {
        return switch (instruction) {
            case Instruction.UNIT, Instruction.UNIT_BACK -> unit(operand);
            case Instruction.TEXT, Instruction.TEXT_BACK -> i == 0 ? operand : unit(operand);
            case Instruction.SET, Instruction.SET_BACK, Instruction.CODE_POINT, Instruction.CODE_POINT_BACK,
                    Instruction.BOUNDARY, Instruction.NOT_BOUNDARY -> sets[operand];
            case Instruction.RUN, Instruction.RUN_CODE_POINTS, Instruction.LAZY_RUN -> i == 0
                    ? sets[operand] : i == 2 && operand == Integer.MAX_VALUE ? "inf" : operand;
            case Instruction.LOOP -> i == 2 && operand == Integer.MAX_VALUE ? "inf" : operand;
            default -> operand;
        };
    }

    private static String unit(int unit) {
        return unit > 32 && unit < 127 ? "'" + (char) unit + "'" : "\\u%04x".formatted(unit);
    }
}
