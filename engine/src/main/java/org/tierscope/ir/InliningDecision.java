package org.tierscope.ir;

/**
 * What was decided about one call.
 *
 * @param call where it stands
 * @param function id of the callee
 * @param inlined whether its body was put in place of the call
 * @param reason why, or why not, for people
 */
public record InliningDecision(Origin call, int function, boolean inlined, String reason) {}
