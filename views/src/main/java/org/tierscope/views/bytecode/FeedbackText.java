package org.tierscope.views.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tierscope.record.proto.BranchFeedback;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheFeedback;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.CallFeedback;
import org.tierscope.record.proto.ElementsFeedback;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.OperandFeedback;
import org.tierscope.views.control.Counts;

/** What an instruction has seen, in a few words. */
public final class FeedbackText {
    private static final List<String> TYPE_NAMES = List.of("int", "double", "string", "boolean", "undefined", "null",
            "symbol", "bigint", "object", "array", "function", "hole");

    private FeedbackText() {
    }

    /** One line; empty if nothing has been seen yet. */
    public static String of(FeedbackSlot slot) {
        return switch (slot.getStateCase()) {
            case OPERANDS -> operands(slot.getOperands());
            case CACHE -> cache(slot.getCache());
            case CALL -> call(slot.getCall());
            case BRANCH -> branch(slot.getBranch());
            case ELEMENTS -> elements(slot.getElements());
            case ALLOCATION -> slot.getAllocation().getElementKind()
                    + shape(slot.getAllocation().getShapeId()) + " ×" + Counts.brief(slot.getAllocation().getCount());
            case STATE_NOT_SET -> "";
        };
    }

    /** A set of {@code ValueType} bits: {@code int ∨ string}. */
    public static String types(int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < TYPE_NAMES.size(); i++) {
            if ((bits & 1 << i) != 0) {
                names.add(TYPE_NAMES.get(i));
            }
        }
        return String.join(" ∨ ", names);
    }

    private static String operands(OperandFeedback seen) {
        if (seen.getLeftTypes() == 0 && seen.getResultTypes() == 0) {
            return "";
        }
        String left = types(seen.getLeftTypes());
        String right = types(seen.getRightTypes());
        String sides = right.isEmpty() || right.equals(left) ? left : left + ", " + right;
        String result = types(seen.getResultTypes());
        String arrow = result.isEmpty() || result.equals(sides) ? "" : " → " + result;
        return sides + arrow + (seen.getOverflowed() ? ", overflowed" : "");
    }

    private static String cache(CacheFeedback cache) {
        if (cache.getState() == CacheState.UNINITIALISED) {
            return "";
        }
        String key = cache.getKey().isEmpty() ? "" : "." + cache.getKey() + " ";
        String entries = cache.getEntriesList().stream().map(FeedbackText::entry).collect(Collectors.joining(" ∨ "));
        String misses = cache.getMisses() > 0 ? ", " + Counts.brief(cache.getMisses()) + " misses" : "";
        return key + state(cache.getState()) + (entries.isEmpty() ? "" : ": " + entries) + misses;
    }

    private static String entry(CacheEntry entry) {
        String slot = entry.getSlot() >= 0 ? "[" + entry.getSlot() + "]" : "";
        String holder = entry.getHolder().isEmpty() ? "" : " of " + entry.getHolder();
        return (shape(entry.getShapeId()) + " " + entry.getKind() + slot + holder).strip();
    }

    private static String call(CallFeedback call) {
        if (call.getState() == CacheState.UNINITIALISED) {
            return "";
        }
        if (call.getTargetsCount() == 0) {
            return state(call.getState());
        }
        return call.getTargetsList().stream()
                .map(target -> "→ " + target.getName()
                        + (target.getCount() > 0 ? " ×" + Counts.brief(target.getCount()) : ""))
                .collect(Collectors.joining(" "));
    }

    private static String branch(BranchFeedback branch) {
        long total = branch.getTaken() + branch.getNotTaken();
        if (total == 0) {
            return "";
        }
        return "taken " + Math.round(100.0 * branch.getTaken() / total) + "% of " + Counts.brief(total);
    }

    private static String elements(ElementsFeedback elements) {
        if (elements.getState() == CacheState.UNINITIALISED) {
            return "";
        }
        return state(elements.getState()) + ": " + String.join(" ∨ ", elements.getKindsList())
                + (elements.getKeyTypes() == 0 ? "" : ", key " + types(elements.getKeyTypes()))
                + (elements.getOutOfBounds() ? ", out of bounds" : "");
    }

    private static String state(CacheState state) {
        return switch (state) {
            case UNINITIALISED, UNRECOGNIZED -> "";
            case MONOMORPHIC -> "mono";
            case POLYMORPHIC -> "poly";
            case MEGAMORPHIC -> "mega";
        };
    }

    private static String shape(int shapeId) {
        return shapeId == 0 ? "" : "#" + shapeId;
    }
}
