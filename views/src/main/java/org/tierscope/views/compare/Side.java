package org.tierscope.views.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.CodeTokens;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.GraphText;

/**
 * One of the two things compared, as lines and figures.
 *
 * @param lines what stands there
 * @param keys what counts when lines are compared: the text without numbers that differ between any two compilations
 * @param figures names and values, in order
 */
record Side(List<CodeLine> lines, List<String> keys, Map<String, String> figures) {
    private static final int PC_WIDTH = 6;

    /** @param exact whether numbers of nodes mean the same on both sides: they do within one compilation */
    static Side of(Subject subject, Moment moment, boolean exact) {
        return switch (subject) {
            case Subject.Bytecode bytecode -> bytecode(bytecode, moment);
            case Subject.Graph graph -> graph(graph, moment, exact);
            case Subject.Code code -> code(code, moment);
            case Subject.Whole whole -> WholeRun.side(moment);
        };
    }

    /** The same with lines that select nothing: what they are about is in another run than the one that is shown. */
    Side withoutTargets() {
        return new Side(lines.stream().map(line -> new CodeLine(line.key(), line.spans(), line.mark(), line.heat(), line.styles(),
                Optional.empty(), line.tooltip())).toList(), keys, figures);
    }

    private static Side bytecode(Subject.Bytecode subject, Moment moment) {
        List<CodeLine> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Map<String, String> figures = new LinkedHashMap<>();
        moment.function(subject.functionId()).ifPresent(function -> {
            function.function().getInstructionsList().forEach(instruction -> {
                lines.add(CodeLine.of(instruction.getPc()).add("%4d ".formatted(instruction.getPc()), "code-muted")
                        .column(PC_WIDTH).addAll(CodeTokens.bytecode(instruction.getText()))
                        .target(new Selection.Bytecode(subject.functionId(), instruction.getPc())).build());
                keys.add(instruction.getText().replaceAll("@\\d+", "@"));
            });
            figures.put("instructions", String.valueOf(function.function().getInstructionsCount()));
            figures.put("registers", String.valueOf(function.function().getRegisterCount()));
            figures.put("calls", Words.count(function.calls()));
            figures.put("loop iterations", Words.count(function.loopIterations()));
            figures.put("deopts", Words.count(function.deopts()));
        });
        return new Side(lines, keys, figures);
    }

    private static Side graph(Subject.Graph subject, Moment moment, boolean exact) {
        List<CodeLine> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Map<String, String> figures = new LinkedHashMap<>();
        Optional<CompilationState> compilation = moment.compilation(subject.compilationId());
        compilation.flatMap(c -> c.passes().stream().filter(pass -> pass.index() == subject.pass()).findFirst())
                .ifPresent(pass -> {
                    addGraph(subject, pass, exact, lines, keys);
                    figures.put("nodes", String.valueOf(pass.graph().getNodesCount()));
                    figures.put("blocks", String.valueOf(pass.graph().getBlocksCount()));
                    figures.put("guards", String.valueOf(pass.graph().getNodesList().stream()
                            .filter(node -> GraphText.isSet(node, org.tierscope.record.proto.NodeFlag.GUARD)).count()));
                    figures.put("calls", String.valueOf(pass.graph().getNodesList().stream()
                            .filter(node -> GraphText.isSet(node, org.tierscope.record.proto.NodeFlag.CALLS)).count()));
                    figures.put("time until then", Counts.micros(compilation.get().passes().stream()
                            .filter(p -> p.index() <= subject.pass()).mapToLong(p -> p.micros()).sum()));
                });
        return new Side(lines, keys, figures);
    }

    private static void addGraph(Subject.Graph subject, Pass pass, boolean exact, List<CodeLine> lines,
            List<String> keys) {
        Map<Integer, GraphNode> nodes = new HashMap<>();
        pass.graph().getNodesList().forEach(node -> nodes.put(node.getId(), node));
        for (GraphBlock block : pass.graph().getBlocksList()) {
            String title = GraphText.blockTitle(block);
            lines.add(CodeLine.of("block " + block.getId()).style("line-head").add(title, "code-label")
                    .target(new Selection.Block(subject.compilationId(), block.getId())).build());
            keys.add(exact ? title : title.replaceAll("\\d+", ""));
            for (int id : block.getNodesList()) {
                GraphNode node = nodes.get(id);
                lines.add(CodeLine.of(id).add("  ").addAll(GraphText.node(node))
                        .target(new Selection.Node(subject.compilationId(), id)).build());
                String text = GraphText.node(node).stream().map(CodeSpan::text).collect(Collectors.joining());
                keys.add(exact ? text : text.replaceAll("\\b([vb])\\d+", "$1"));
            }
        }
    }

    private static Side code(Subject.Code subject, Moment moment) {
        List<CodeLine> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Map<String, String> figures = new LinkedHashMap<>();
        moment.code(subject.codeId()).ifPresent(code -> {
            for (MachineInstruction instruction : code.code().getInstructionsList()) {
                lines.add(CodeLine.of(instruction.getOffset())
                        .add("%4x ".formatted(instruction.getOffset()), "code-muted").column(PC_WIDTH)
                        .addAll(CodeTokens.machine(instruction.getText()))
                        .target(new Selection.Instruction(subject.codeId(), instruction.getOffset())).build());
                keys.add(key(instruction.getText()));
            }
            addFigures(code, moment, figures);
        });
        return new Side(lines, keys, figures);
    }

    /** Where a jump goes to and how its target is called says nothing about what the code does. */
    private static String key(String instruction) {
        return instruction.matches("j\\w+ .*") ? instruction.substring(0, instruction.indexOf(' ')) : instruction;
    }

    private static void addFigures(CodeState code, Moment moment, Map<String, String> figures) {
        long left = moment.transitions().stream()
                .filter(t -> t instanceof Transition.Deopt deopt && deopt.codeId() == code.id()).count();
        figures.put("bytes", String.valueOf(code.sizeBytes()));
        figures.put("instructions", String.valueOf(code.code().getInstructionsCount()));
        figures.put("exits", String.valueOf(code.code().getExitsCount()));
        figures.put("times left", String.valueOf(left));
        figures.put("frame slots", String.valueOf(code.summary().getSpillSlots()));
        figures.put("assumptions", String.valueOf(code.summary().getDependenciesCount()));
        moment.compilation(code.compilationId()).filter(c -> c.endNanos().isPresent())
                .ifPresent(c -> figures.put("time to compile", String.format(Locale.ROOT, "%.2f ms",
                        (c.endNanos().getAsLong() - c.startNanos()) / 1e6)));
        figures.put("now", code.isValid() ? "in use" : code.invalidated().map(why -> "invalidated").orElse("freed"));
    }
}
