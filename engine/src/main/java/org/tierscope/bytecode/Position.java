package org.tierscope.bytecode;

/**
 * The source range {@code [start, end)} that instruction {@code pc} implements, as UTF-16 offsets; {@code start} is also what an
 * error thrown there reports (for a call: the callee expression's property or the call itself, as node does).
 */
public record Position(int pc, int start, int end) {}
