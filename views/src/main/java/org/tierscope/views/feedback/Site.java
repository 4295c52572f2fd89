package org.tierscope.views.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.Instruction;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.text.FeedbackText;
import org.tierscope.session.text.Words;

/**
 * An instruction that remembers what it has seen.
 *
 * @param code its source text, on one line
 * @param state of its inline cache; empty if it has none
 * @param seen in words
 */
record Site(Selection.Bytecode place, String function, int line, String code, String kind, Optional<CacheState> state,
        String seen, FeedbackSlot slot) {
    private static final int MOST_CODE = 60;

    /** The sites of a function, in the order of its bytecode. */
    static List<Site> of(Moment moment, FunctionState function) {
        String source = moment.source(function.function().getSourceId()).map(s -> s.getText()).orElse("");
        List<Site> sites = new ArrayList<>();
        moment.bytecode(function.id()).map(BytecodeState::lines).orElse(List.of()).forEach(line ->
                line.feedback().forEach(slot -> sites.add(of(function, line.instruction(), slot, source))));
        return List.copyOf(sites);
    }

    private static Site of(FunctionState function, Instruction instruction, FeedbackSlot slot, String source) {
        int start = Math.min(instruction.getSourceStart(), source.length());
        int end = Math.clamp(instruction.getSourceEnd(), start, source.length());
        String code = source.substring(start, end).replaceAll("\\s+", " ");
        int line = (int) source.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        return new Site(new Selection.Bytecode(function.id(), instruction.getPc()), function.name(), line,
                code.isEmpty() ? instruction.getOpcode() : code.length() <= MOST_CODE ? code : code.substring(0, MOST_CODE - 1) + "…",
                slot.getLabel(), state(slot), FeedbackText.of(slot), slot);
    }

    private static Optional<CacheState> state(FeedbackSlot slot) {
        return switch (slot.getStateCase()) {
            case CACHE -> Optional.of(slot.getCache().getState());
            case CALL -> Optional.of(slot.getCall().getState());
            case ELEMENTS -> Optional.of(slot.getElements().getState());
            case OPERANDS, BRANCH, ALLOCATION, STATE_NOT_SET -> Optional.empty();
        };
    }

    String stateText() {
        return state.map(s -> switch (s) {
            case UNINITIALISED -> "none yet";
            case MONOMORPHIC -> "mono";
            case POLYMORPHIC -> "poly";
            case MEGAMORPHIC -> "mega";
            case UNRECOGNIZED -> "?";
        }).orElse("");
    }

    /** The more a cache has seen, the worse for the code that the optimizer can make of it. */
    String stateStyle() {
        return state.map(s -> switch (s) {
            case MONOMORPHIC -> "cell-good";
            case POLYMORPHIC -> "cell-fair";
            case MEGAMORPHIC -> "cell-bad";
            case UNINITIALISED, UNRECOGNIZED -> "cell-muted";
        }).orElse("cell-muted");
    }

    /** What it has seen, one thing per line: shapes with the properties of their objects, targets with their shares. */
    List<String> details(Moment moment) {
        return switch (slot.getStateCase()) {
            case CACHE -> slot.getCache().getEntriesList().stream().map(entry -> entry(moment, entry)).toList();
            case CALL -> {
                long all = slot.getCall().getTargetsList().stream().mapToLong(target -> target.getCount()).sum();
                yield slot.getCall().getTargetsList().stream().map(target -> "%s: %s calls, %d%%".formatted(
                        target.getName(), Words.count(target.getCount()), all == 0 ? 0 : 100 * target.getCount() / all)).toList();
            }
            case ELEMENTS -> slot.getElements().getShapeIdsList().stream().map(id -> shape(moment, id)).toList();
            case ALLOCATION -> slot.getAllocation().getShapeId() == 0 ? List.of()
                    : List.of(shape(moment, slot.getAllocation().getShapeId()));
            case OPERANDS, BRANCH, STATE_NOT_SET -> List.of();
        };
    }

    private static String entry(Moment moment, CacheEntry entry) {
        return shape(moment, entry.getShapeId()) + ": " + entry.getKind()
                + (entry.getSlot() >= 0 ? ", slot " + entry.getSlot() : "")
                + (entry.getHolder().isEmpty() ? "" : ", found on " + entry.getHolder())
                + (entry.getHits() > 0 ? ", " + Words.count(entry.getHits()) + " hits" : "");
    }

    /** {@code shape 12, Point {x, y}}. */
    private static String shape(Moment moment, int shapeId) {
        List<String> keys = new ArrayList<>();
        String name = "";
        for (int id = shapeId; id != 0;) {
            var shape = moment.shape(id);
            if (shape.isEmpty()) {
                break;
            }
            name = name.isEmpty() ? shape.get().shape().getClassName() : name;
            if (!shape.get().shape().getKey().isEmpty()) {
                keys.addFirst(shape.get().shape().getKey());
            }
            id = shape.get().shape().getParentShapeId();
        }
        return "shape " + shapeId + (name.isEmpty() && keys.isEmpty() ? "" : ", " + name
                + keys.stream().collect(Collectors.joining(", ", " {", "}")));
    }
}
