package org.tierscope.runtime;

import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;

/** Writes TYPE feedback. Slot address 0 means that nobody wants to know. */
final class TypeFeedback {
    private TypeFeedback() {}

    static int bits(long v) {
        if (Value.isInt(v)) {
            return TypeBits.INT32;
        }
        if (Value.isNumber(v)) {
            return TypeBits.DOUBLE;
        }
        if (Value.isCell(v)) {
            int type = Layout.cellType(v);
            return type <= CellType.STRING_ROPE.ordinal()
                    ? TypeBits.STRING
                    : type == CellType.SYMBOL.ordinal()
                            ? TypeBits.SYMBOL
                            : type == CellType.BIGINT.ordinal() ? TypeBits.BIGINT : TypeBits.OBJECT;
        }
        return Value.isBoolean(v) ? TypeBits.BOOLEAN : TypeBits.NULLISH;
    }

    static void operands(long slot, long a, long b) {
        if (slot != 0) {
            or(slot + FeedbackLayout.TYPE_LEFT, bits(a));
            or(slot + FeedbackLayout.TYPE_RIGHT, bits(b));
        }
    }

    static void operand(long slot, long a) {
        if (slot != 0) {
            or(slot + FeedbackLayout.TYPE_LEFT, bits(a));
        }
    }

    static long result(long slot, long value) {
        if (slot != 0) {
            or(slot + FeedbackLayout.TYPE_RESULT, bits(value));
        }
        return value;
    }

    private static void or(long address, int bits) {
        byte old = Mem.getByte(address);
        if ((old & bits) != bits) {
            Mem.putByte(address, (byte) (old | bits));
        }
    }
}
