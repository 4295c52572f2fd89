package org.tierscope.app.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.Transition;
import org.tierscope.session.text.FeedbackText;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.CodeTokens;
import org.tierscope.views.control.GraphText;
import org.tierscope.views.control.JavaScriptHighlighter;

/**
 * A session as one HTML page that needs nothing else: source, and for each function its bytecode, the graph after each pass,
 * machine code and deopts. A click on anything lights what comes from the same bytecode, as in the workbench: each line
 * names the bytecodes that it comes from in {@code data-from}, as {@code FUNCTION.PC}.
 */
public final class SessionPage {
    private final Moment moment;
    private final StringBuilder out = new StringBuilder();

    private SessionPage(Moment moment) {
        this.moment = moment;
    }

    /** The page for what is known at a moment. */
    public static String of(Moment moment, String title) {
        SessionPage page = new SessionPage(moment);
        page.body(title);
        return resource("page.html").replace("@TITLE@", escaped(title)).replace("@STYLE@", resource("page.css"))
                .replace("@SCRIPT@", resource("page.js")).replace("@BODY@", page.out);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SessionPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void body(String title) {
        List<FunctionState> functions = moment.functions().stream().filter(f -> !f.function().getInternal()).toList();
        out.append("<header><h1>").append(escaped(title)).append("</h1><p>").append(functions.size())
                .append(" functions, ").append(moment.compilations().size()).append(" compilations, ")
                .append(deopts(0).size()).append(" deopts, ").append(Words.time(moment.nanos())).append("</p></header>\n");
        out.append("<nav>");
        functions.forEach(f -> out.append("<button data-function=\"").append(f.id()).append("\"><b class=\"tier-")
                .append(Words.tier(f.tier())).append("\">").append(Words.tier(f.tier()), 0, 3).append("</b> ")
                .append(escaped(f.name())).append(" <small>:").append(f.function().getLine()).append("</small></button>"));
        out.append("</nav>\n<main>\n<section id=\"sources\">");
        moment.sources().stream().filter(source -> !source.getInternal()).forEach(this::source);
        out.append("</section>\n");
        functions.forEach(this::function);
        out.append("</main>\n");
    }

    // --------------------------------------------------------------------------------------------------- source

    private void source(SourceLoaded source) {
        Map<Integer, Set<String>> fromByLine = new HashMap<>();
        int[] starts = lineStarts(source.getText());
        for (FunctionState function : moment.functions()) {
            if (function.function().getSourceId() == source.getSourceId()) {
                for (Instruction instruction : function.function().getInstructionsList()) {
                    if (instruction.getSourceEnd() > 0) {
                        fromByLine.computeIfAbsent(line(starts, instruction.getSourceStart()), l -> new TreeSet<>())
                                .add(function.id() + "." + instruction.getPc());
                    }
                }
            }
        }
        String path = source.getPath();
        out.append("<h2>").append(escaped(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)))
                .append("</h2><pre>");
        List<List<CodeSpan>> lines = JavaScriptHighlighter.lines(source.getText());
        for (int i = 0; i < lines.size(); i++) {
            line(fromByLine.getOrDefault(i, Set.of()), "%4d".formatted(i + 1), lines.get(i), lines.get(i).isEmpty() ? " " : "");
        }
        out.append("</pre>\n");
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(i -> i).toArray();
    }

    private static int line(int[] starts, int offset) {
        int at = java.util.Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }

    // ------------------------------------------------------------------------------------------------ functions

    private void function(FunctionState function) {
        out.append("<section class=\"function\" id=\"f").append(function.id()).append("\"><h2>")
                .append(escaped(function.name())).append("</h2><p class=\"note\">").append(Words.tier(function.tier()))
                .append(", ").append(Words.count(function.calls())).append(" calls, ")
                .append(Words.count(function.loopIterations())).append(" loop iterations, ")
                .append(Words.count(function.deopts())).append(" deopts</p>\n<div class=\"columns\">");
        bytecode(function);
        graphs(function);
        codes(function);
        out.append("</div>\n");
        List<Transition.Deopt> deopts = deopts(function.id());
        if (!deopts.isEmpty()) {
            deopts(deopts);
        }
        out.append("</section>\n");
    }

    private void bytecode(FunctionState function) {
        out.append("<div><h3>Bytecode</h3><pre>");
        moment.bytecode(function.id()).map(BytecodeState::lines).orElse(List.of()).forEach(line -> {
            String seen = line.feedback().stream().map(FeedbackText::of).filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
            List<CodeSpan> spans = new ArrayList<>(CodeTokens.bytecode(line.instruction().getText()));
            if (line.count() > 0) {
                spans.add(new CodeSpan("  ×" + Words.count(line.count()), "code-muted"));
            }
            if (!seen.isEmpty()) {
                spans.add(new CodeSpan("  " + seen, "code-type"));
            }
            line(Set.of(function.id() + "." + line.instruction().getPc()), "%4d".formatted(line.instruction().getPc()),
                    spans, "");
        });
        out.append("</pre></div>\n");
    }

    /** The passes that changed something; of the others there is nothing new to show. */
    private void graphs(FunctionState function) {
        for (CompilationState compilation : moment.compilationsOf(function.id())) {
            if (compilation.passes().isEmpty()) {
                continue;
            }
            out.append("<div class=\"choice\"><h3>SSA of compilation ").append(compilation.id())
                    .append("</h3><select>");
            List<Pass> changed = compilation.passes().stream().filter(Pass::changed).toList();
            for (Pass pass : changed) {
                boolean last = pass == changed.getLast();
                out.append("<option").append(last ? " selected" : "").append('>').append(pass.index()).append(' ')
                        .append(escaped(pass.name())).append("</option>");
            }
            out.append("</select>");
            changed.forEach(pass -> graph(pass.graph()));
            out.append("</div>\n");
        }
    }

    private void graph(Graph graph) {
        Map<Integer, GraphNode> nodes = new HashMap<>();
        graph.getNodesList().forEach(node -> nodes.put(node.getId(), node));
        out.append("<pre hidden>");
        for (GraphBlock block : graph.getBlocksList()) {
            String successors = block.getSuccessorsList().stream().map(id -> "b" + id).collect(Collectors.joining(" "));
            line(Set.of(), "", List.of(new CodeSpan(GraphText.blockTitle(block), "code-label"),
                    new CodeSpan(successors.isEmpty() ? "" : "  → " + successors, "code-muted")), "");
            for (int id : block.getNodesList()) {
                GraphNode node = nodes.get(id);
                line(node.getFunctionId() == 0 ? Set.of() : Set.of(node.getFunctionId() + "." + node.getPc()), "",
                        GraphText.node(node), "");
            }
        }
        out.append("</pre>");
    }

    private void codes(FunctionState function) {
        List<CodeState> codes = moment.codesOf(function.id());
        if (codes.isEmpty()) {
            return;
        }
        out.append("<div class=\"choice\"><h3>Machine code</h3><select>");
        for (CodeState code : codes) {
            out.append("<option").append(code == codes.getLast() ? " selected" : "").append('>')
                    .append(Words.tier(code.tier())).append(" #").append(code.id()).append(", ")
                    .append(code.sizeBytes()).append(" bytes").append(code.isValid() ? "" : ", invalidated")
                    .append("</option>");
        }
        out.append("</select>");
        for (CodeState code : codes) {
            out.append("<pre hidden>");
            for (MachineInstruction instruction : code.code().getInstructionsList()) {
                Set<String> from = new LinkedHashSet<>();
                if (instruction.getFunctionId() != 0) {
                    from.add(instruction.getFunctionId() + "." + instruction.getPc());
                }
                List<CodeSpan> spans = new ArrayList<>(CodeTokens.machine(instruction.getText()));
                if (!instruction.getComment().isEmpty()) {
                    spans.add(new CodeSpan("  ; " + instruction.getComment(), "code-comment"));
                }
                line(from, "%4x".formatted(instruction.getOffset()), spans, "");
            }
            out.append("</pre>");
        }
        out.append("</div>\n");
    }

    /** @param functionId whose compiled code was left; 0 for all */
    private List<Transition.Deopt> deopts(int functionId) {
        return moment.transitions().stream().filter(t -> t instanceof Transition.Deopt).map(t -> (Transition.Deopt) t)
                .filter(deopt -> functionId == 0 || deopt.functionId() == functionId).toList();
    }

    private void deopts(List<Transition.Deopt> deopts) {
        out.append("<h3>Deopts</h3><table><tr><th>when<th>reason<th>where<th>got<th>expected<th>times</tr>\n");
        for (Transition.Deopt deopt : deopts) {
            var event = deopt.event();
            out.append("<tr data-from=\"").append(event.getAtFunctionId()).append('.').append(event.getAtPc())
                    .append("\"><td>").append(Words.time(deopt.nanos())).append("<td>").append(escaped(event.getReason()))
                    .append("<td>").append(escaped(Words.position(moment, event.getPosition()))).append("<td>")
                    .append(escaped(event.getOffending().getDisplay())).append("<td>")
                    .append(escaped(event.getExpected())).append("<td>").append(Words.count(event.getCount()))
                    .append("</tr>\n");
        }
        out.append("</table>\n");
    }

    // -------------------------------------------------------------------------------------------------- writing

    private void line(Set<String> from, String number, List<CodeSpan> spans, String otherwise) {
        out.append("<div");
        if (!from.isEmpty()) {
            out.append(" data-from=\"").append(String.join(" ", from)).append('"');
        }
        out.append('>');
        if (!number.isEmpty()) {
            out.append("<i>").append(number).append("</i> ");
        }
        spans.forEach(span -> {
            if (span.style().isEmpty()) {
                out.append(escaped(span.text()));
            } else {
                out.append("<span class=\"").append(span.style()).append("\">").append(escaped(span.text()))
                        .append("</span>");
            }
        });
        out.append(otherwise).append("</div>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
