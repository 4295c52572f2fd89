package org.tierscope.ir;

/**
 * A guess that failed too often at one bytecode: compilations no longer make it.
 *
 * @param function id
 * @param pc of the bytecode
 * @param reason that its guard gave
 */
public record Guess(int function, int pc, ExitReason reason) {}
