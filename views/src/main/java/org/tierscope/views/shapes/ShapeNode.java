package org.tierscope.views.shapes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.ShapeState;

/**
 * A shape among its relatives.
 *
 * @param keys of all properties, in the order in which they were added
 * @param uses instructions whose feedback names the shape
 */
record ShapeNode(ShapeState state, List<String> keys, Set<Selection.Bytecode> uses, List<ShapeNode> children) {

    int id() {
        return state.id();
    }

    boolean isRoot() {
        return state.shape().getKey().isEmpty();
    }

    /** {@code {x, y}}; of a root, the class. */
    String title() {
        return keys.isEmpty() ? state.shape().getClassName() + " {}" : "{" + String.join(", ", keys) + "}";
    }

    /** Whether guest code made the shape or has met it. */
    boolean isOfInterest() {
        return state.shape().getFunctionId() != 0 && !isRoot() || !uses.isEmpty();
    }

    boolean anyOfInterest() {
        return isOfInterest() || children.stream().anyMatch(ShapeNode::anyOfInterest);
    }

    boolean mentions(String text) {
        return title().toLowerCase().contains(text) || state.shape().getClassName().toLowerCase().contains(text)
                || children.stream().anyMatch(child -> child.mentions(text));
    }

    /** All shapes until a moment: the roots, and those whose parent is not known. */
    static List<ShapeNode> of(Moment moment) {
        Map<Integer, Set<Selection.Bytecode>> uses = usesOf(moment);
        Map<Integer, ShapeNode> byId = new LinkedHashMap<>();
        List<ShapeNode> roots = new ArrayList<>();
        for (ShapeState state : moment.shapes()) {
            ShapeNode parent = byId.get(state.shape().getParentShapeId());
            List<String> keys = new ArrayList<>(parent == null ? List.of() : parent.keys());
            if (!state.shape().getKey().isEmpty()) {
                keys.add(state.shape().getKey());
            }
            ShapeNode node = new ShapeNode(state, List.copyOf(keys), uses.getOrDefault(state.id(), Set.of()),
                    new ArrayList<>());
            byId.put(state.id(), node);
            (parent == null ? roots : parent.children()).add(node);
        }
        return List.copyOf(roots);
    }

    private static Map<Integer, Set<Selection.Bytecode>> usesOf(Moment moment) {
        Map<Integer, Set<Selection.Bytecode>> uses = new LinkedHashMap<>();
        for (FunctionState function : moment.functions()) {
            if (!function.function().getInternal()) {
                moment.bytecode(function.id()).map(BytecodeState::lines).orElse(List.of())
                        .forEach(line -> line.feedback().forEach(slot -> shapesIn(slot).forEach(shape ->
                                uses.computeIfAbsent(shape, id -> new LinkedHashSet<>())
                                        .add(new Selection.Bytecode(function.id(), line.instruction().getPc())))));
            }
        }
        return uses;
    }

    private static List<Integer> shapesIn(FeedbackSlot slot) {
        return switch (slot.getStateCase()) {
            case CACHE -> slot.getCache().getEntriesList().stream().map(CacheEntry::getShapeId).toList();
            case ELEMENTS -> slot.getElements().getShapeIdsList();
            case ALLOCATION -> List.of(slot.getAllocation().getShapeId());
            case OPERANDS, CALL, BRANCH, STATE_NOT_SET -> List.of();
        };
    }
}
