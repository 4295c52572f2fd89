package org.tierscope.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the text that {@link GraphPrinter} writes, so that a pass can be tested text to text. */
public final class GraphParser {
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Integer, FrameState> states = new HashMap<>();
    private final List<Runnable> references = new ArrayList<>();
    private Graph graph;
    private Block block;

    private GraphParser() {}

    /**
     * @throws IllegalArgumentException names the line that is no part of a graph
     */
    public static Graph parse(String text) {
        var parser = new GraphParser();
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        parser.parseStates(lines);
        for (String line : lines) {
            try {
                parser.line(line);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("cannot read '" + line + "': " + e.getMessage(), e);
            }
        }
        parser.references.forEach(Runnable::run);
        return parser.graph;
    }

    private void parseStates(List<String> lines) {
        for (String line : lines) {
            if (line.matches("s\\d+: .*")) {
                state(line);
            }
        }
    }

    private void line(String line) {
        if (line.startsWith("graph ")) {
            // Names may have spaces in them.
            int end = line.lastIndexOf(" function=");
            String[] words = line.substring(end + 1).split(" ");
            graph = new Graph(
                    line.substring("graph ".length(), end), intAfter(words[0], "function="), intAfter(words[1], "entry="));
            graph.reserveFrameSlots(intAfter(words[2], "slots="));
        } else if (line.matches("b\\d+.*:")) {
            header(line.substring(0, line.length() - 1).split(" "));
        } else if (line.startsWith("v")) {
            node(line);
        } else if (!line.startsWith("s")) {
            throw new IllegalArgumentException("expected a block, a node or a state");
        }
    }

    private void header(String[] words) {
        block = block(words[0]);
        graph.blocks().add(block);
        for (int i = 2; i < words.length; i++) {
            block.predecessors().add(block(words[i]));
        }
    }

    private Block block(String name) {
        return blocks.computeIfAbsent(Integer.parseInt(name.substring(1)), id -> graph.newBlock(id));
    }

    private void node(String line) {
        int equals = line.indexOf(" = ");
        int id = Integer.parseInt(line.substring(1, equals));
        String rest = line.substring(equals + 3);
        Origin origin = null;
        if (rest.contains(" ; ")) {
            origin = origin(rest.substring(rest.indexOf(" ; ") + 3));
            rest = rest.substring(0, rest.indexOf(" ; "));
        }
        Type type = null;
        if (rest.contains(" : ")) {
            type = Type.parse(rest.substring(rest.indexOf(" : ") + 3));
            rest = rest.substring(0, rest.indexOf(" : "));
        }
        List<Object> parameters = new ArrayList<>();
        String head = rest.split("[ \\[]", 2)[0];
        String[] nameAndRepresentation = head.split(":");
        var operator = Operator.valueOf(nameAndRepresentation[0]);
        int bracket = rest.indexOf('[');
        if (!operator.parameters().isEmpty()) {
            int end = rest.indexOf(']');
            String[] texts = rest.substring(bracket + 1, end).split(" ");
            for (int i = 0; i < texts.length; i++) {
                parameters.add(operator.parameters().get(i).parse(texts[i]));
            }
            rest = rest.substring(0, bracket) + rest.substring(end + 1);
        }
        Representation representation = nameAndRepresentation.length == 2
                ? Representation.valueOf(nameAndRepresentation[1])
                : operator == Operator.CallRuntime
                        ? ((RuntimeOperation) parameters.getFirst()).result()
                        : operator.result();
        Node node = graph.newNode(id, operator, representation, parameters);
        node.setOrigin(origin);
        if (type != null) {
            node.setType(type);
        }
        nodes.put(id, node);
        words(node, rest.split(" "));
    }

    private void words(Node node, String[] words) {
        var inputs = new ArrayList<String>();
        var targets = new ArrayList<Block>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            switch (word.charAt(0)) {
                case 'v' -> inputs.add(word);
                case 'b' -> targets.add(block(word));
                case '!' -> node.setReason(ExitReason.valueOf(word.substring(1)));
                case '@' -> node.setState(states.get(Integer.parseInt(word.substring(2))));
                default -> throw new IllegalArgumentException("unexpected '" + word + "'");
            }
        }
        if (node.operator().isTerminator()) {
            block.setTerminator(node);
            node.setTargets(targets.toArray(Block[]::new));
        } else {
            block.append(node);
        }
        references.add(() -> node.setInputs(inputs.stream().map(this::reference).toArray(Node[]::new)));
    }

    private Node reference(String name) {
        Node node = nodes.get(Integer.parseInt(name.substring(1)));
        if (node == null) {
            throw new IllegalArgumentException("no node " + name);
        }
        return node;
    }

    private void state(String line) {
        String[] parts = line.split("[{}]", -1);
        String[] words = parts[0].split(" ");
        int number = Integer.parseInt(words[0].substring(1, words[0].length() - 1));
        int at = words[1].indexOf('@');
        int function = Integer.parseInt(words[1].substring(1, at));
        int pc = Integer.parseInt(words[1].substring(at + 1));
        FrameState caller = null;
        int window = 0;
        int arguments = 0;
        boolean construct = false;
        boolean handled = false;
        int registers = 0;
        FrameState.ArgumentsObject argumentsObject = null;
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            switch (word.split("=")[0]) {
                case "in" -> caller = states.get(Integer.parseInt(words[++i].substring(1)));
                case "window" -> window = intAfter(word, "window=");
                case "args" -> arguments = intAfter(word, "args=");
                case "construct" -> construct = true;
                case "handled" -> handled = true;
                case "arguments" -> argumentsObject = argumentsObject(word);
                case "regs" -> registers = intAfter(word, "regs=");
                default -> throw new IllegalArgumentException("unexpected '" + word + "' in " + line);
            }
        }
        var values = new Node[registers - FrameState.FIRST_REGISTER];
        var state = new FrameState(function, pc, caller, window, arguments, construct, handled, values)
                .withArgumentsObject(argumentsObject);
        states.put(number, state);
        if (!parts[1].isBlank()) {
            for (String value : parts[1].split(" ")) {
                String[] sides = value.split("=");
                references.add(() -> state.setValue(Integer.parseInt(sides[0]), reference(sides[1])));
            }
        }
        references.add(() -> {
            var objects = new ArrayList<VirtualObject>();
            for (int i = 2; i + 1 < parts.length; i += 2) {
                objects.add(object(parts[i].strip().split(":"), parts[i + 1].strip().split(" ")));
            }
            state.withObjects(objects);
        });
    }

    private static FrameState.ArgumentsObject argumentsObject(String word) {
        String[] sides = word.substring("arguments=".length()).split(":");
        return new FrameState.ArgumentsObject(
                Integer.parseInt(sides[0]), Stream.of(sides[1].split(",")).map(Integer::valueOf).toList());
    }

    private VirtualObject object(String[] head, String[] fields) {
        Node[] values = Stream.of(fields).filter(field -> !field.isEmpty())
                .map(field -> field.equals("-") ? null : reference(field)).toArray(Node[]::new);
        return new VirtualObject(reference(head[0]), Integer.parseInt(head[1]), values);
    }

    private static Origin origin(String text) {
        String[] parts = text.split(" in ");
        Origin origin = null;
        for (int i = parts.length - 1; i >= 0; i--) {
            int at = parts[i].indexOf('@');
            origin = new Origin(
                    Integer.parseInt(parts[i].substring(1, at)), Integer.parseInt(parts[i].substring(at + 1)), origin);
        }
        return origin;
    }

    private static int intAfter(String word, String prefix) {
        if (!word.startsWith(prefix)) {
            throw new IllegalArgumentException("expected " + prefix + ", got '" + word + "'");
        }
        return Integer.parseInt(word.substring(prefix.length()));
    }
}
