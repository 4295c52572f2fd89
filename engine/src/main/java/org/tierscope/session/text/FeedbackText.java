package org.tierscope.session.text;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tierscope.record.proto.AllocationFeedback;
import org.tierscope.record.proto.BranchFeedback;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheFeedback;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.CallFeedback;
import org.tierscope.record.proto.ElementsFeedback;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.OperandFeedback;

/** What an instruction has seen, on one line. */
public final class FeedbackText {

    private FeedbackText() {
    }

    public static String of(FeedbackSlot slot) {
        return switch (slot.getStateCase()) {
            case OPERANDS -> operands(slot.getOperands());
            case CACHE -> cache(slot.getCache());
            case CALL -> call(slot.getCall());
            case BRANCH -> branch(slot.getBranch());
            case ELEMENTS -> elements(slot.getElements());
            case ALLOCATION -> allocation(slot.getAllocation());
            case STATE_NOT_SET -> "";
        };
    }

    /** {@code uninitialised}, {@code mono}, {@code poly}, {@code mega}. */
    public static String state(CacheState state) {
        return switch (state) {
            case UNINITIALISED -> "uninitialised";
            case MONOMORPHIC -> "mono";
            case POLYMORPHIC -> "poly";
            case MEGAMORPHIC -> "mega";
            case UNRECOGNIZED -> "?";
        };
    }

    private static String operands(OperandFeedback feedback) {
        StringBuilder text = new StringBuilder(Words.types(feedback.getLeftTypes()));
        if (feedback.getRightTypes() != 0) {
            text.append(", ").append(Words.types(feedback.getRightTypes()));
        }
        if (feedback.getResultTypes() != 0) {
            text.append(" → ").append(Words.types(feedback.getResultTypes()));
        }
        return text.append(feedback.getOverflowed() ? ", overflowed" : "").toString();
    }

    private static String cache(CacheFeedback feedback) {
        String entries = feedback.getEntriesList().stream().map(FeedbackText::entry).collect(Collectors.joining("; "));
        return state(feedback.getState()) + (entries.isEmpty() ? "" : " " + entries)
                + (feedback.getMisses() > 0 ? ", misses " + Words.count(feedback.getMisses()) : "");
    }

    private static String entry(CacheEntry entry) {
        return "shape " + entry.getShapeId() + " " + entry.getKind()
                + (entry.getSlot() >= 0 ? " " + entry.getSlot() : "")
                + (entry.getHolder().isEmpty() ? "" : " of " + entry.getHolder())
                + (entry.getHits() > 0 ? " ×" + Words.count(entry.getHits()) : "");
    }

    private static String call(CallFeedback feedback) {
        String targets = feedback.getTargetsList().stream()
                .map(target -> target.getName() + " ×" + Words.count(target.getCount()))
                .collect(Collectors.joining(", "));
        return state(feedback.getState()) + (targets.isEmpty() ? "" : " " + targets);
    }

    private static String branch(BranchFeedback feedback) {
        long all = feedback.getTaken() + feedback.getNotTaken();
        if (all == 0) {
            return "never reached";
        }
        return "taken %s, not %s (%s%%)".formatted(Words.count(feedback.getTaken()),
                Words.count(feedback.getNotTaken()),
                String.format(Locale.ROOT, "%.0f", 100.0 * feedback.getTaken() / all));
    }

    private static String elements(ElementsFeedback feedback) {
        return state(feedback.getState())
                + (feedback.getKindsCount() > 0 ? " " + String.join(" | ", feedback.getKindsList()) : "")
                + (feedback.getKeyTypes() != 0 ? ", key " + Words.types(feedback.getKeyTypes()) : "")
                + (feedback.getOutOfBounds() ? ", out of bounds" : "");
    }

    private static String allocation(AllocationFeedback feedback) {
        return (feedback.getElementKind().isEmpty() ? "" : feedback.getElementKind() + " elements ")
                + (feedback.getShapeId() == 0 ? "" : "shape " + feedback.getShapeId() + " ")
                + "×" + Words.count(feedback.getCount());
    }
}
