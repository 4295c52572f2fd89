package org.tierscope.ir;

/**
 * What a snapshot knows of the two functions of an accessor property; such a pair never changes.
 *
 * @param getter undefined if there is none
 * @param getterFunction its function id, −1 where it is no ordinary function
 * @param setter undefined if there is none
 * @param setterFunction its function id, −1 where it is no ordinary function
 */
public record AccessorFacts(long getter, int getterFunction, long setter, int setterFunction) {}
