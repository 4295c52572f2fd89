package org.tierscope.views.api;

import java.util.Comparator;
import java.util.Optional;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;

/**
 * What the views of one function show: the function, compilation and code that a selection is about or, if nothing is
 * selected, those of the function that works hardest. All views ask here, so that they show the same.
 */
public final class Focus {
    private final Moment moment;
    private final Optional<Selection> selection;
    private final Links links;

    private Focus(Moment moment, Optional<Selection> selection, Links links) {
        this.moment = moment;
        this.selection = selection;
        this.links = links;
    }

    public static Focus of(Moment moment, Optional<Selection> selection, Links links) {
        return new Focus(moment, selection, links);
    }

    /** The function whose bytecode to show: for an inlined instruction, the one it was inlined from. */
    public Optional<FunctionState> function() {
        return selected().or(this::busiest);
    }

    private Optional<FunctionState> selected() {
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        return switch (selection.get()) {
            case Selection.Function function -> moment.function(function.functionId());
            case Selection.Bytecode bytecode -> moment.function(bytecode.functionId());
            case Selection.SourceRange range -> bytecodeOrigin().or(() -> innermost(range));
            case Selection.Compilation compilation -> compiled(compilation.compilationId());
            case Selection.Node node -> bytecodeOrigin().or(() -> compiled(node.compilationId()));
            case Selection.Block block -> compiled(block.compilationId());
            case Selection.Instruction instruction -> bytecodeOrigin().or(() -> ofCode(instruction.codeId()));
            case Selection.Exit exit -> ofCode(exit.codeId());
            case Selection.EventAt event -> transition(event.index())
                    .flatMap(transition -> moment.function(transition.functionId())).or(this::bytecodeOrigin);
            case Selection.Shape shape -> Optional.empty();
        };
    }

    /** The compilation whose graphs to show: of the selection itself, else the latest with graphs that knows it. */
    public Optional<CompilationState> compilation() {
        Optional<CompilationState> direct = selection.flatMap(s -> switch (s) {
            case Selection.Compilation compilation -> moment.compilation(compilation.compilationId());
            case Selection.Node node -> moment.compilation(node.compilationId());
            case Selection.Block block -> moment.compilation(block.compilationId());
            case Selection.Instruction instruction -> compilationOf(instruction.codeId());
            case Selection.Exit exit -> compilationOf(exit.codeId());
            case Selection.EventAt event -> transition(event.index()).flatMap(t -> compilationOf(t.codeId()));
            case Selection.Function f -> Optional.<CompilationState>empty();
            case Selection.Bytecode b -> Optional.<CompilationState>empty();
            case Selection.SourceRange r -> Optional.<CompilationState>empty();
            case Selection.Shape shape -> Optional.<CompilationState>empty();
        });
        return direct.or(this::latestCompilation);
    }

    private Optional<CompilationState> latestCompilation() {
        Optional<FunctionState> function = function();
        Optional<CompilationState> own = function.flatMap(f -> latest(moment.compilationsOf(f.id()).stream()
                .filter(compilation -> !compilation.passes().isEmpty())));
        return own
                .or(() -> latest(links.nodes().stream().map(Selection.Node::compilationId).distinct()
                        .flatMap(id -> moment.compilation(id).stream())))
                .or(() -> function.flatMap(f -> latest(moment.compilationsOf(f.id()).stream())));
    }

    private static Optional<CompilationState> latest(java.util.stream.Stream<CompilationState> compilations) {
        return compilations.max(Comparator.comparingLong(CompilationState::startNanos));
    }

    /**
     * The code to show: of the selection itself, else that of the graphs shown (even if it is no longer valid: why is
     * what people look for), else what the function would run now, else what it ran last.
     */
    public Optional<CodeState> code() {
        Optional<CodeState> direct = selection.flatMap(s -> switch (s) {
            case Selection.Instruction instruction -> moment.code(instruction.codeId());
            case Selection.Exit exit -> moment.code(exit.codeId());
            case Selection.Compilation compilation -> codeOf(compilation.compilationId());
            case Selection.Node node -> codeOf(node.compilationId());
            case Selection.Block block -> codeOf(block.compilationId());
            case Selection.EventAt event -> transition(event.index()).flatMap(t -> moment.code(t.codeId()));
            case Selection.Function f -> Optional.<CodeState>empty();
            case Selection.Bytecode b -> Optional.<CodeState>empty();
            case Selection.SourceRange r -> Optional.<CodeState>empty();
            case Selection.Shape shape -> Optional.<CodeState>empty();
        });
        return direct.or(this::latestCode);
    }

    private Optional<CodeState> latestCode() {
        return latestCompilation().filter(compilation -> !compilation.passes().isEmpty())
                .flatMap(compilation -> codeOf(compilation.id()))
                .or(this::bestCode);
    }

    private Optional<CodeState> bestCode() {
        return function().flatMap(f -> moment.bestCodeOf(f.id())
                        .or(() -> moment.codesOf(f.id()).stream().max(Comparator.comparingLong(CodeState::installedNanos))))
                .or(() -> links.instructions().stream().map(Selection.Instruction::codeId).distinct()
                        .flatMap(id -> moment.code(id).stream())
                        .max(Comparator.comparingLong(CodeState::installedNanos)));
    }

    /** The hardest-working function of the highest tier; of the program's own functions, not the engine's. */
    private Optional<FunctionState> busiest() {
        return moment.functions().stream()
                .filter(function -> !function.function().getInternal())
                .max(Comparator.comparing((FunctionState function) -> function.tier().getNumber())
                        .thenComparing(FunctionState::heat)
                        .thenComparing(function -> -function.id()));
    }

    private Optional<FunctionState> bytecodeOrigin() {
        return links.bytecodes().stream().map(Selection.Bytecode::functionId).min(Comparator.naturalOrder())
                .flatMap(moment::function);
    }

    private Optional<FunctionState> innermost(Selection.SourceRange range) {
        return moment.functions().stream()
                .filter(function -> contains(function.function(), range))
                .min(Comparator.comparingInt(function -> function.function().getEnd() - function.function().getStart()));
    }

    private static boolean contains(FunctionLoaded function, Selection.SourceRange range) {
        return function.getSourceId() == range.sourceId()
                && function.getStart() <= range.start() && range.end() <= function.getEnd();
    }

    private Optional<FunctionState> compiled(int compilationId) {
        return moment.compilation(compilationId).flatMap(c -> moment.function(c.started().getFunctionId()));
    }

    private Optional<FunctionState> ofCode(int codeId) {
        return moment.code(codeId).flatMap(code -> moment.function(code.functionId()));
    }

    private Optional<CompilationState> compilationOf(int codeId) {
        return moment.code(codeId).flatMap(code -> moment.compilation(code.compilationId()));
    }

    private Optional<CodeState> codeOf(int compilationId) {
        return moment.compilation(compilationId)
                .flatMap(compilation -> compilation.code().isPresent()
                        ? moment.code(compilation.code().getAsInt()) : Optional.empty());
    }

    private Optional<Transition> transition(int eventIndex) {
        return moment.transitions().stream().filter(t -> t.eventIndex() == eventIndex).findFirst();
    }
}
