package org.tierscope.bytecode;

/** A source variable that lives in {@code register} while pc is in {@code [start, end)}; for display. */
public record RegisterName(int register, String name, int start, int end) {}
