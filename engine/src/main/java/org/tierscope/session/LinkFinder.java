package org.tierscope.session;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.ExitFrame;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Graph;
import org.tierscope.record.proto.GraphBlock;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.MachineInstruction;

/**
 * Finds {@link Links}. Bytecode is the hub: a selection is first led back to the bytecode it comes from, and then
 * forth to all that comes from there. A selected node or instruction is more precise than its bytecode, so the way
 * between those two is direct.
 */
final class LinkFinder {

    private final RecordingIndex index;
    private final long nanos;

    private final Set<Selection.SourceRange> sources = new LinkedHashSet<>();
    private final Set<Selection.Function> functions = new LinkedHashSet<>();
    private final Set<Selection.Bytecode> bytecodes = new LinkedHashSet<>();
    private final Set<Selection.Node> nodes = new LinkedHashSet<>();
    private final Set<Selection.Instruction> instructions = new LinkedHashSet<>();
    private final Set<Selection.Exit> exits = new LinkedHashSet<>();
    private final Set<Selection.Shape> shapes = new LinkedHashSet<>();

    LinkFinder(RecordingIndex index, long nanos) {
        this.index = index;
        this.nanos = nanos;
    }

    Links find(Selection selection) {
        switch (selection) {
            case Selection.SourceRange range -> fromSource(range);
            case Selection.Function function -> fromFunction(function.functionId());
            case Selection.Bytecode bytecode -> {
                addBytecode(bytecode);
                spreadFromBytecodes();
            }
            case Selection.Compilation compilation -> {
                CompilationIndex found = index.compilations.get(compilation.compilationId());
                if (found != null) {
                    fromFunction(found.started.getFunctionId());
                }
            }
            case Selection.Node node -> fromNode(node);
            case Selection.Block block -> fromBlock(block);
            case Selection.Instruction instruction -> fromInstruction(instruction);
            case Selection.Exit exit -> fromExit(exit);
            case Selection.EventAt event -> fromEvent(event.index());
            case Selection.Shape shape -> fromShape(shape);
        }
        return new Links(Set.copyOf(sources), Set.copyOf(functions), Set.copyOf(bytecodes), Set.copyOf(nodes),
                Set.copyOf(instructions), Set.copyOf(exits), Set.copyOf(shapes));
    }

    private void fromSource(Selection.SourceRange range) {
        sources.add(range);
        if (range.start() == range.end()) {
            addInnermostAt(range);
        } else {
            for (FunctionIndex function : index.functions.values()) {
                if (function.function.getSourceId() == range.sourceId()) {
                    function.function.getInstructionsList().stream()
                            .filter(i -> i.getSourceEnd() > i.getSourceStart()
                                    && i.getSourceStart() >= range.start() && i.getSourceStart() < range.end())
                            .forEach(i -> bytecodes.add(
                                    new Selection.Bytecode(function.function.getFunctionId(), i.getPc())));
                }
            }
        }
        bytecodes.forEach(b -> functions.add(new Selection.Function(b.functionId())));
        spreadFromBytecodes();
    }

    /** A caret selects the instructions with the smallest source text around it. */
    private void addInnermostAt(Selection.SourceRange caret) {
        record Candidate(Selection.Bytecode bytecode, int length) {
        }
        var candidates = index.functions.values().stream()
                .filter(f -> f.function.getSourceId() == caret.sourceId())
                .flatMap(f -> f.function.getInstructionsList().stream()
                        .filter(i -> i.getSourceStart() <= caret.start() && caret.start() < i.getSourceEnd())
                        .map(i -> new Candidate(new Selection.Bytecode(f.function.getFunctionId(), i.getPc()),
                                i.getSourceEnd() - i.getSourceStart())))
                .toList();
        candidates.stream().min(Comparator.comparingInt(Candidate::length)).ifPresent(smallest ->
                candidates.stream().filter(c -> c.length() == smallest.length())
                        .forEach(c -> addBytecode(c.bytecode())));
    }

    private void fromFunction(int functionId) {
        functions.add(new Selection.Function(functionId));
        FunctionIndex function = index.functions.get(functionId);
        if (function != null) {
            FunctionLoaded loaded = function.function;
            sources.add(new Selection.SourceRange(loaded.getSourceId(), loaded.getStart(), loaded.getEnd()));
        }
    }

    private void fromNode(Selection.Node node) {
        nodes.add(node);
        CompilationIndex compilation = index.compilations.get(node.compilationId());
        if (compilation == null) {
            return;
        }
        Selection.Bytecode origin = compilation.originOf(node.nodeId());
        if (origin != null) {
            addBytecode(origin);
        }
        for (CodeIndex code : index.codes.values()) {
            if (code.summary.getCompilationId() == node.compilationId() && code.installedNanos <= nanos) {
                addInstructionsOf(code.all.get(), node.nodeId());
            }
        }
    }

    private void fromBlock(Selection.Block block) {
        CompilationIndex compilation = index.compilations.get(block.compilationId());
        if (compilation == null) {
            return;
        }
        for (Pass pass : compilation.at(nanos).passes().reversed()) {
            Graph graph = pass.graph();
            for (GraphBlock candidate : graph.getBlocksList()) {
                if (candidate.getId() == block.blockId()) {
                    candidate.getNodesList().forEach(id -> fromNode(new Selection.Node(block.compilationId(), id)));
                    return;
                }
            }
        }
    }

    private void fromInstruction(Selection.Instruction selected) {
        instructions.add(selected);
        CodeIndex code = index.codes.get(selected.codeId());
        if (code == null) {
            return;
        }
        for (MachineInstruction instruction : code.all.get().getInstructionsList()) {
            if (instruction.getOffset() == selected.offset()) {
                fromInstruction(code.summary, instruction);
            }
        }
    }

    private void fromInstruction(CodeInstalled code, MachineInstruction instruction) {
        if (instruction.getNodeId() != 0) {
            nodes.add(new Selection.Node(code.getCompilationId(), instruction.getNodeId()));
        }
        if (instruction.getExitId() != 0) {
            exits.add(new Selection.Exit(code.getCodeId(), instruction.getExitId()));
        }
        if (instruction.getFunctionId() != 0) {
            addBytecode(new Selection.Bytecode(instruction.getFunctionId(), instruction.getPc()));
        }
    }

    private void fromExit(Selection.Exit selected) {
        exits.add(selected);
        CodeIndex code = index.codes.get(selected.codeId());
        if (code == null) {
            return;
        }
        for (ExitPoint exit : code.all.get().getExitsList()) {
            if (exit.getExitId() == selected.exitId()) {
                instructions.add(new Selection.Instruction(selected.codeId(), exit.getOffset()));
                if (exit.getNodeId() != 0) {
                    nodes.add(new Selection.Node(code.summary.getCompilationId(), exit.getNodeId()));
                }
                if (exit.getFramesCount() > 0) {
                    ExitFrame innermost = exit.getFrames(exit.getFramesCount() - 1);
                    addBytecode(new Selection.Bytecode(innermost.getFunctionId(), innermost.getPc()));
                }
            }
        }
    }

    private void fromEvent(int eventIndex) {
        if (eventIndex < 0 || eventIndex >= index.events.size()) {
            return;
        }
        Event event = index.events.get(eventIndex).value();
        switch (event.getKindCase()) {
            case DEOPTIMIZED -> {
                Deoptimized deopt = event.getDeoptimized();
                fromExit(new Selection.Exit(deopt.getCodeId(), deopt.getExitId()));
                addBytecode(new Selection.Bytecode(deopt.getAtFunctionId(), deopt.getAtPc()));
                functions.add(new Selection.Function(deopt.getFunctionId()));
            }
            case OSR_ENTERED -> {
                var osr = event.getOsrEntered();
                addBytecode(new Selection.Bytecode(osr.getFunctionId(), osr.getPc()));
                CodeIndex code = index.codes.get(osr.getCodeId());
                if (code != null) {
                    code.summary.getEntryPointsList().stream().filter(entry -> entry.getOsrPc() == osr.getPc())
                            .forEach(entry -> instructions.add(
                                    new Selection.Instruction(osr.getCodeId(), entry.getOffset())));
                }
            }
            case TIER_UP_REQUESTED -> fromFunction(event.getTierUpRequested().getFunctionId());
            case COMPILATION_STARTED -> fromFunction(event.getCompilationStarted().getFunctionId());
            case COMPILATION_REFUSED -> {
                var refusal = event.getCompilationRefused();
                addBytecode(new Selection.Bytecode(refusal.getFunctionId(), refusal.getPc()));
            }
            case CODE_INSTALLED -> fromFunction(event.getCodeInstalled().getFunctionId());
            case CODE_INVALIDATED -> {
                CodeIndex code = index.codes.get(event.getCodeInvalidated().getCodeId());
                if (code != null) {
                    fromFunction(code.summary.getFunctionId());
                }
            }
            case SHAPE_CREATED -> fromShape(new Selection.Shape(event.getShapeCreated().getShapeId()));
            default -> {
                // has no counterpart
            }
        }
    }

    /** A shape leads to where it was made and to the inline caches that know it. */
    private void fromShape(Selection.Shape shape) {
        shapes.add(shape);
        var created = index.shapes.get(shape.shapeId());
        if (created != null && created.value().getFunctionId() != 0) {
            addBytecode(new Selection.Bytecode(created.value().getFunctionId(), created.value().getPc()));
        }
        for (FunctionIndex function : index.functions.values()) {
            function.allFeedbackAt(nanos).stream().filter(slot -> mentions(slot, shape.shapeId())).forEach(slot ->
                    addBytecode(new Selection.Bytecode(function.function.getFunctionId(), slot.getPc())));
        }
    }

    private static boolean mentions(FeedbackSlot slot, int shapeId) {
        return switch (slot.getStateCase()) {
            case CACHE -> slot.getCache().getEntriesList().stream().anyMatch(e -> e.getShapeId() == shapeId);
            case ELEMENTS -> slot.getElements().getShapeIdsList().contains(shapeId);
            case ALLOCATION -> slot.getAllocation().getShapeId() == shapeId;
            case OPERANDS, CALL, BRANCH, STATE_NOT_SET -> false;
        };
    }

    private void addBytecode(Selection.Bytecode bytecode) {
        FunctionIndex function = index.functions.get(bytecode.functionId());
        if (function == null) {
            return;
        }
        functions.add(new Selection.Function(bytecode.functionId()));
        bytecodes.add(bytecode);
        for (Instruction instruction : function.function.getInstructionsList()) {
            if (instruction.getPc() == bytecode.pc() && instruction.getSourceEnd() > instruction.getSourceStart()) {
                sources.add(new Selection.SourceRange(function.function.getSourceId(), instruction.getSourceStart(),
                        instruction.getSourceEnd()));
            }
        }
    }

    private void spreadFromBytecodes() {
        for (CompilationIndex compilation : index.compilations.values()) {
            if (compilation.startNanos <= nanos) {
                bytecodes.forEach(bytecode -> compilation.nodesFrom(bytecode).forEach(id ->
                        nodes.add(new Selection.Node(compilation.started.getCompilationId(), id))));
            }
        }
        for (CodeIndex code : index.codes.values()) {
            if (code.installedNanos <= nanos) {
                bytecodes.forEach(bytecode -> code.from(bytecode).forEach(offset ->
                        instructions.add(new Selection.Instruction(code.summary.getCodeId(), offset))));
            }
        }
    }

    private void addInstructionsOf(CodeInstalled code, int nodeId) {
        for (MachineInstruction instruction : code.getInstructionsList()) {
            if (instruction.getNodeId() == nodeId) {
                instructions.add(new Selection.Instruction(code.getCodeId(), instruction.getOffset()));
                if (instruction.getExitId() != 0) {
                    exits.add(new Selection.Exit(code.getCodeId(), instruction.getExitId()));
                }
            }
        }
    }
}
