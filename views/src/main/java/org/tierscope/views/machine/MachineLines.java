package org.tierscope.views.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.EntryPoint;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.GraphNode;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.InstructionFlag;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeTokens;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.GraphText;

/**
 * Machine code as lines: where it comes from stands above each run of instructions of the same origin, entries and
 * exits are marked, and words the compiler left stand behind.
 */
final class MachineLines {
    private static final int ADDRESS_WIDTH = 6;
    private static final int MOST_BYTES = 7;
    private static final int BYTES_WIDTH = 2 * MOST_BYTES + 2;
    private static final int TEXT_WIDTH = 25;
    private static final HexFormat HEX = HexFormat.of();

    private final CodeInstalled code;
    private final Moment moment;
    private final boolean withBytes;
    private final Map<Integer, GraphNode> nodes = new HashMap<>();
    private final Map<Integer, Long> exitCounts;
    private final Map<Integer, ExitPoint> exits = new HashMap<>();
    private final Map<Integer, EntryPoint> entries = new HashMap<>();
    private final Map<Integer, FunctionLoaded> functions = new HashMap<>();
    private final List<CodeLine> lines = new ArrayList<>();

    private MachineLines(CodeState state, Moment moment, boolean withBytes) {
        this.code = state.code();
        this.moment = moment;
        this.withBytes = withBytes;
        moment.compilation(code.getCompilationId()).map(CompilationState::passes)
                .filter(passes -> !passes.isEmpty())
                .ifPresent(passes -> passes.getLast().graph().getNodesList().forEach(n -> nodes.put(n.getId(), n)));
        code.getExitsList().forEach(exit -> exits.put(exit.getExitId(), exit));
        code.getEntryPointsList().forEach(entry -> entries.put(entry.getOffset(), entry));
        this.exitCounts = exitCounts(state, moment);
    }

    /** How often the code was left at each of its exits. */
    static Map<Integer, Long> exitCounts(CodeState state, Moment moment) {
        Map<Integer, Long> counts = new HashMap<>();
        for (Transition transition : moment.transitions()) {
            if (transition instanceof Transition.Deopt deopt && deopt.codeId() == state.id()) {
                counts.merge(deopt.event().getExitId(), deopt.event().getCount(), Math::max);
            }
        }
        return counts;
    }

    /** @param withBytes whether to show the encoding of each instruction */
    static List<CodeLine> of(CodeState state, Moment moment, boolean withBytes) {
        MachineLines result = new MachineLines(state, moment, withBytes);
        result.addAll();
        return result.lines;
    }

    /** What a line is about, before it is written. */
    private sealed interface Row {
        record Entry(EntryPoint entry) implements Row {
        }

        record Origin(MachineInstruction first) implements Row {
        }

        record Code(MachineInstruction instruction) implements Row {
        }
    }

    private void addAll() {
        List<Row> rows = rows();
        List<String> arrows = JumpArrows.draw(rows.size(), jumps(rows));
        for (int i = 0; i < rows.size(); i++) {
            CodeLine.Builder line = switch (rows.get(i)) {
                case Row.Entry row -> entry(row.entry(), arrows.get(i));
                case Row.Origin row -> origin(row.first(), arrows.get(i));
                case Row.Code row -> instruction(row.instruction(), arrows.get(i));
            };
            lines.add(line.build());
        }
    }

    private List<Row> rows() {
        record Origin(int node, int function, int pc, int inlining) {
        }
        List<Row> rows = new ArrayList<>();
        Origin last = new Origin(-1, 0, 0, 0);
        for (MachineInstruction instruction : code.getInstructionsList()) {
            if (entries.containsKey(instruction.getOffset())) {
                rows.add(new Row.Entry(entries.get(instruction.getOffset())));
            }
            Origin origin = new Origin(instruction.getNodeId(), instruction.getFunctionId(), instruction.getPc(),
                    instruction.getInliningId());
            if (!origin.equals(last)) {
                if (instruction.getFunctionId() != 0 || instruction.getNodeId() != 0) {
                    rows.add(new Row.Origin(instruction));
                }
                last = origin;
            }
            rows.add(new Row.Code(instruction));
        }
        return rows;
    }

    /** Jumps within the code, without those that leave it: these are marked in another way. */
    private static List<JumpArrows.Jump> jumps(List<Row> rows) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Code row) {
                rowOf.put(row.instruction().getOffset(), i);
            }
        }
        List<JumpArrows.Jump> jumps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Code row && row.instruction().getExitId() == 0
                    && isSet(row.instruction().getFlags(), InstructionFlag.INSTRUCTION_JUMP)) {
                int from = i;
                JumpTargets.of(row.instruction()).ifPresent(target -> {
                    if (rowOf.containsKey(target)) {
                        jumps.add(new JumpArrows.Jump(from, rowOf.get(target)));
                    }
                });
            }
        }
        return jumps;
    }

    private static CodeLine.Builder entry(EntryPoint entry, String arrows) {
        boolean osr = entry.getOsrPc() >= 0;
        CodeLine.Builder line = CodeLine.of("entry " + entry.getOffset()).style("line-head")
                .add(arrows, "code-label").add(osr ? "OSR entry at " + entry.getOsrPc() : "entry for calls", "code-label");
        if (osr) {
            line.mark(EventMark.OSR);
        }
        return line;
    }

    private CodeLine.Builder origin(MachineInstruction instruction, String arrows) {
        CodeLine.Builder line = CodeLine.of("origin " + instruction.getOffset())
                .add(arrows, "code-label").add("; ", "code-comment");
        GraphNode node = nodes.get(instruction.getNodeId());
        if (node != null) {
            line.add("v" + node.getId() + " ", "code-register").add(node.getOp(), "code-muted")
                    .add(GraphText.operands(node), "code-muted");
        } else if (instruction.getNodeId() != 0) {
            line.add("v" + instruction.getNodeId(), "code-register");
        } else {
            line.add(bytecodeText(instruction), "code-muted");
        }
        int sourceLine = sourceLine(instruction);
        if (sourceLine > 0) {
            line.add("  :" + sourceLine, "code-label");
        }
        if (instruction.getFunctionId() != code.getFunctionId() && instruction.getFunctionId() != 0) {
            line.add("  " + function(instruction.getFunctionId()).map(FunctionLoaded::getName).orElse("?"),
                    "code-function");
        }
        return line.target(instruction.getNodeId() != 0
                ? new Selection.Node(code.getCompilationId(), instruction.getNodeId())
                : new Selection.Bytecode(instruction.getFunctionId(), instruction.getPc()));
    }

    private CodeLine.Builder instruction(MachineInstruction instruction, String arrows) {
        int flags = instruction.getFlags();
        ExitPoint exit = exits.get(instruction.getExitId());
        long exitCount = exitCounts.getOrDefault(instruction.getExitId(), 0L);
        CodeLine.Builder line = CodeLine.of(instruction.getOffset())
                .add(arrows, "code-label")
                .add("%4x  ".formatted(instruction.getOffset()), "code-muted");
        int textColumn = arrows.length() + ADDRESS_WIDTH + (withBytes ? BYTES_WIDTH : 0);
        if (withBytes) {
            byte[] bytes = instruction.getCode().toByteArray();
            String text = HEX.formatHex(bytes, 0, Math.min(bytes.length, MOST_BYTES));
            line.add(text + (bytes.length > MOST_BYTES ? "…" : ""), "code-comment")
                    .column(textColumn);
        }
        line.addAll(CodeTokens.machine(instruction.getText()));
        int behind = textColumn + TEXT_WIDTH;
        if (exit != null && isSet(flags, InstructionFlag.INSTRUCTION_GUARD)) {
            line.column(behind).add("⚡" + exit.getReason(), "code-deopt");
            if (exitCount > 0) {
                line.add(" ×" + exitCount, "code-deopt").mark(EventMark.DEOPT);
            }
            line.tooltip("exit " + exit.getExitId() + ": " + exit.getGuard() + ", else “" + exit.getReason() + "”");
        } else if (!instruction.getComment().isEmpty()) {
            line.column(behind).add(instruction.getComment(), "code-comment");
        }
        if (isSet(flags, InstructionFlag.INSTRUCTION_GUARD)) {
            line.style("line-guard");
        }
        if (isSet(flags, InstructionFlag.INSTRUCTION_EXIT) || isSet(flags, InstructionFlag.INSTRUCTION_SLOW_PATH)) {
            line.style("line-faint");
        }
        return line.target(new Selection.Instruction(code.getCodeId(), instruction.getOffset()));
    }

    private static boolean isSet(int flags, InstructionFlag flag) {
        return (flags & flag.getNumber()) != 0;
    }

    private Optional<FunctionLoaded> function(int functionId) {
        return Optional.ofNullable(functions.computeIfAbsent(functionId,
                id -> moment.function(id).map(state -> state.function()).orElse(null)));
    }

    private Optional<Instruction> bytecode(MachineInstruction instruction) {
        return function(instruction.getFunctionId()).flatMap(f -> f.getInstructionsList().stream()
                .filter(i -> i.getPc() == instruction.getPc()).findFirst());
    }

    private String bytecodeText(MachineInstruction instruction) {
        return bytecode(instruction).map(i -> i.getPc() + " " + i.getText()).orElse("");
    }

    /** 1-based; 0 if not known. */
    private int sourceLine(MachineInstruction instruction) {
        Optional<Instruction> bytecode = bytecode(instruction).filter(i -> i.getSourceEnd() > 0);
        if (bytecode.isEmpty()) {
            return 0;
        }
        Optional<SourceLoaded> source = function(instruction.getFunctionId()).flatMap(f -> moment.source(f.getSourceId()));
        return source.map(s -> 1 + (int) s.getText().substring(0, Math.min(s.getText().length(),
                bytecode.get().getSourceStart())).chars().filter(c -> c == '\n').count()).orElse(0);
    }
}
