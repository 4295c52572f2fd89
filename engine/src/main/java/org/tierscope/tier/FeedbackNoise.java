package org.tierscope.tier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.ElementsKind;

/**
 * Changes copied feedback at random, as a stress: feedback only decides what compiled code guesses, so the code must be right whatever
 * it says. Types, counts and kinds become others; caches forget entries. Shapes and targets are never made up, since those stand for
 * things that exist.
 */
final class FeedbackNoise {
    private static final int DISTURBED_ONE_IN = 3;
    private static final int[] TYPES = {
        0, TypeBits.INT32, TypeBits.DOUBLE, TypeBits.NUMBER, TypeBits.STRING, TypeBits.BOOLEAN, TypeBits.NULLISH, TypeBits.OBJECT,
        TypeBits.INT32 | TypeBits.STRING, 0xFF
    };

    private final SplittableRandom random;

    FeedbackNoise(long seed) {
        random = new SplittableRandom(seed);
    }

    void disturb(BytecodeFunction function, byte[] feedback) {
        ByteBuffer buffer = ByteBuffer.wrap(feedback).order(ByteOrder.nativeOrder());
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.feedbackOperand() != 0 && random.nextInt(DISTURBED_ONE_IN) == 0) {
                disturb(buffer, opcode.slotKind(), code[pc + opcode.feedbackOperand()]);
            }
        }
    }

    private void disturb(ByteBuffer buffer, SlotKind kind, int slot) {
        switch (kind) {
            case NONE, ALLOCATION, LOOP -> {
                // capacities are facts about literals, and loop counts decide nothing
            }
            case TYPE -> types(buffer, slot);
            case BRANCH -> branch(buffer, slot);
            case COMPARE_BRANCH -> {
                types(buffer, slot);
                branch(buffer, slot + FeedbackLayout.COMPARE_BRANCH_COUNTS);
            }
            case PROPERTY, CALL -> cache(buffer, slot);
            case ELEMENT -> {
                cache(buffer, slot);
                elements(buffer, slot);
            }
        }
    }

    private void types(ByteBuffer buffer, int slot) {
        for (int operand : new int[] {FeedbackLayout.TYPE_LEFT, FeedbackLayout.TYPE_RIGHT, FeedbackLayout.TYPE_RESULT}) {
            if (random.nextBoolean()) {
                buffer.put(slot + operand, (byte) TYPES[random.nextInt(TYPES.length)]);
            }
        }
    }

    private void branch(ByteBuffer buffer, int slot) {
        int side = random.nextBoolean() ? FeedbackLayout.BRANCH_TAKEN : FeedbackLayout.BRANCH_NOT_TAKEN;
        buffer.putInt(slot + side, random.nextInt(3) * 50);
    }

    private void cache(ByteBuffer buffer, int slot) {
        int entries = buffer.get(slot + FeedbackLayout.CACHE_STATE);
        if (random.nextInt(4) == 0) {
            buffer.put(slot + FeedbackLayout.CACHE_STATE, (byte) FeedbackLayout.MEGAMORPHIC);
        } else if (entries != FeedbackLayout.MEGAMORPHIC) {
            buffer.put(slot + FeedbackLayout.CACHE_STATE, (byte) random.nextInt(entries + 1));
        }
        buffer.putInt(slot + FeedbackLayout.CACHE_MISSES, random.nextInt(3));
    }

    private void elements(ByteBuffer buffer, int slot) {
        if (random.nextBoolean()) {
            buffer.put(slot + FeedbackLayout.ELEMENT_KEYS, (byte) TYPES[random.nextInt(TYPES.length)]);
        }
        if (random.nextBoolean()) {
            buffer.put(slot + FeedbackLayout.ELEMENT_FLAGS, (byte) random.nextInt(16));
        }
        int entries = Math.min(buffer.get(slot + FeedbackLayout.CACHE_STATE), 4);
        for (int i = 0; i < entries; i++) {
            int entry = slot + FeedbackLayout.ELEMENT_ENTRIES + i * FeedbackLayout.ELEMENT_ENTRY_SIZE;
            if (random.nextInt(3) == 0) {
                int kind = buffer.get(entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND);
                buffer.put(entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND, (byte) otherKind(ElementsKind.of(kind)));
            }
        }
    }

    /** One that the same type of cell may have. */
    private int otherKind(ElementsKind kind) {
        if (kind.isTypedArray()) {
            return random.nextInt(ElementsKind.INT8.ordinal(), ElementsKind.BIGUINT64.ordinal() + 1);
        }
        return kind == ElementsKind.EXOTIC ? kind.ordinal() : random.nextInt(ElementsKind.DICTIONARY.ordinal() + 1);
    }
}
