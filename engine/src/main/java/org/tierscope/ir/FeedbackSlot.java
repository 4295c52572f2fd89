package org.tierscope.ir;

/**
 * A slot of a function's feedback vector, as generic operations name it. {@link #NONE}: no feedback is
 * recorded.
 *
 * @param function id of the function
 * @param offset in bytes, from the vector's start
 */
public record FeedbackSlot(int function, int offset) {
    public static final FeedbackSlot NONE = new FeedbackSlot(-1, -1);

    @Override
    public String toString() {
        return this.equals(NONE) ? "none" : "f" + function + "+" + offset;
    }
}
