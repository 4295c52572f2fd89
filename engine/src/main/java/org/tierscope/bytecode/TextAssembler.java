package org.tierscope.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link Disassembler#full} writes. */
public final class TextAssembler {
    private static final Map<String, Opcode> MNEMONICS = mnemonics();

    private final SourceText source;
    private final Deque<String> lines;

    private TextAssembler(String text, SourceText source) {
        this.source = source;
        this.lines = new ArrayDeque<>(text.lines().map(String::strip).filter(line ->
                !line.isEmpty()).toList());
    }

    private static Map<String, Opcode> mnemonics() {
        var map = new HashMap<String, Opcode>();
        for (Opcode opcode : Opcode.values()) {
            map.put(opcode.mnemonic(), opcode);
        }
        return Map.copyOf(map);
    }

    /**
     * @throws IllegalArgumentException where the text is no function; the message has the line
     */
    public static BytecodeFunction parse(String text, SourceText source) {
        var reader = new TextAssembler(text, source);
        String first = reader.lines.pop();
        if (!first.startsWith("function ")) {
            throw new IllegalArgumentException("expected a function, got: " + first);
        }
        return reader.function(unquote(first.substring("function ".length())));
    }

    private BytecodeFunction function(String name) {
        var numbers = new HashMap<String, int[]>();
        var flags = EnumSet.noneOf(BytecodeFunction.Flag.class);
        List<Object> constants = new ArrayList<>();
        List<Handler> handlers = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        List<RegisterName> names = new ArrayList<>();
        List<Integer> code = new ArrayList<>();
        while (true) {
            String line = lines.pop();
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "end" -> {
                    return new BytecodeFunction(
                            name, source, numbers.get("range")[0], numbers.get("range")[1],
                                    numbers.get("parameters")[0],
                            numbers.get("length")[0], numbers.get("registers")[0],
                            code.stream().mapToInt(Integer::intValue).toArray(), constants, handlers,
                                    positions, names,
                            numbers.get("feedback")[0], flags.isEmpty() ? Set.of() : flags);
                }
                case "range", "parameters", "length", "registers", "feedback" ->
                        numbers.put(words[0], ints(rest));
                case "flag" -> flags.add(BytecodeFunction.Flag.valueOf(rest));
                case "constant" -> constants.add(constant(rest));
                case "handler" -> handlers.add(new Handler(ints(rest)[0], ints(rest)[1], ints(rest)[2]));
                case "position" -> {
                    String[] parts = rest.split(" ", 4);
                    positions.add(new Position(
                            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                                    Integer.parseInt(parts[2]),
                            parts.length > 3 ? unquote(parts[3]) : null));
                }
                case "name" -> {
                    String[] parts = rest.split(" ", 4);
                    names.add(new RegisterName(
                            Integer.parseInt(parts[0]), unquote(parts[3]), Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2])));
                }
                default -> instruction(line, words[0], rest, code);
            }
        }
    }

    private static void instruction(String line, String mnemonic, String rest, List<Integer> code) {
        Opcode opcode = MNEMONICS.get(mnemonic);
        int[] operands = rest.isEmpty() ? new int[0] : ints(rest);
        if (opcode == null || operands.length != opcode.operands().size()) {
            throw new IllegalArgumentException("no instruction: " + line);
        }
        code.add(opcode.ordinal());
        for (int operand : operands) {
            code.add(operand);
        }
    }

    private Object constant(String text) {
        String[] words = text.split(" ", 2);
        return switch (words[0]) {
            case "function" -> function(unquote(words[1]));
            default -> ConstantText.read(words[0], words.length == 1 ? "" : words[1]);
        };
    }

    static int[] ints(String text) {
        return java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    static String unquote(String quoted) {
        var text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 'u' -> {
                    text.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }
}
