package org.tierscope.frontend;

/** The registers of a function: a stack of parameters, variables of open scopes, and temporaries. */
final class Registers {
    private int top;
    private int highWater;

    Registers(int parameters) {
        top = parameters;
        highWater = parameters;
    }

    int top() {
        return top;
    }

    int take() {
        return take(1);
    }

    /** The first of {@code count} consecutive registers. */
    int take(int count) {
        int first = top;
        top += count;
        highWater = Math.max(highWater, top);
        return first;
    }

    /** Gives back all registers from {@code mark} on. */
    void release(int mark) {
        top = mark;
    }

    int count() {
        return highWater;
    }
}
