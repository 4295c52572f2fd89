package org.tierscope.ir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;

/** Takes out of a snapshot what the steps that are left out would use: the builder then does without. */
final class FeedbackFilter {
    private static final byte EVERYTHING = (byte) 0xFF;

    private final Set<BuilderStep> off;

    private FeedbackFilter(Set<BuilderStep> off) {
        this.off = off;
    }

    /** The snapshot as it is where nothing is left out. */
    static FeedbackSnapshot without(Set<BuilderStep> off, FeedbackSnapshot snapshot) {
        if (off.isEmpty()) {
            return snapshot;
        }
        var filter = new FeedbackFilter(off);
        var functions = new HashMap<Integer, FunctionSnapshot>();
        snapshot.functions().forEach((id, function) -> functions.put(id, filter.filtered(function)));
        return new FeedbackSnapshot(
                snapshot.function(), snapshot.entryPc(), functions, snapshot.shapes(),
                off.contains(BuilderStep.INTRINSICS) ? Map.of() : snapshot.intrinsics(), snapshot.constructors(),
                snapshot.accessors(), snapshot.globalObject(), snapshot.literalShapes(), snapshot.arrayShape(), snapshot.words(),
                snapshot.elementsValidity(), snapshot.arrayIteration(), snapshot.arrayIterators(), snapshot.signatures(),
                snapshot.guesses(),
                off.contains(BuilderStep.TYPE_SPECIALIZATION) ? Map.of() : snapshot.frameTypes());
    }

    private FunctionSnapshot filtered(FunctionSnapshot function) {
        if (function.isNative()) {
            return function;
        }
        byte[] feedback = function.feedback().clone();
        ByteBuffer buffer = ByteBuffer.wrap(feedback).order(ByteOrder.nativeOrder());
        int[] code = function.bytecode().code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.feedbackOperand() != 0) {
                filter(buffer, opcode.slotKind(), code[pc + opcode.feedbackOperand()]);
            }
        }
        return new FunctionSnapshot(
                function.id(), function.name(), function.bytecode(), function.constants(), function.nested(), feedback);
    }

    private void filter(ByteBuffer buffer, SlotKind kind, int slot) {
        switch (kind) {
            case NONE, ALLOCATION, LOOP, BRANCH -> {
                // nothing is guessed from these
            }
            case TYPE, COMPARE_BRANCH -> {
                boolean ran = (buffer.get(slot + FeedbackLayout.TYPE_LEFT) | buffer.get(slot + FeedbackLayout.TYPE_RIGHT)) != 0;
                if (off.contains(ran ? BuilderStep.TYPE_SPECIALIZATION : BuilderStep.PATH_PRUNING)) {
                    buffer.put(slot + FeedbackLayout.TYPE_LEFT, EVERYTHING);
                    buffer.put(slot + FeedbackLayout.TYPE_RIGHT, EVERYTHING);
                    buffer.put(slot + FeedbackLayout.TYPE_RESULT, EVERYTHING);
                }
            }
            case PROPERTY, CALL -> cache(buffer, slot, false);
            case ELEMENT -> {
                cache(buffer, slot, off.contains(BuilderStep.TYPE_SPECIALIZATION));
                if (off.contains(BuilderStep.TYPE_SPECIALIZATION)) {
                    buffer.put(slot + FeedbackLayout.ELEMENT_KEYS, EVERYTHING);
                }
            }
        }
    }

    private void cache(ByteBuffer buffer, int slot, boolean always) {
        int entries = buffer.get(slot + FeedbackLayout.CACHE_STATE);
        boolean ran = entries != 0 || buffer.getInt(slot + FeedbackLayout.CACHE_MISSES) != 0;
        boolean forget = ran
                ? always || entries > 1 && off.contains(BuilderStep.POLYMORPHIC_DISPATCH)
                : off.contains(BuilderStep.PATH_PRUNING);
        if (forget) {
            buffer.put(slot + FeedbackLayout.CACHE_STATE, (byte) FeedbackLayout.MEGAMORPHIC);
        }
    }
}
