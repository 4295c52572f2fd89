package org.tierscope.ir;

/**
 * What iterating an array by for-of or destructuring relies on.
 *
 * @param validity address of the u32 that is 1 while arrays are iterated in the original way
 * @param iteratorShape of the iterators that this makes
 * @param next the original %ArrayIteratorPrototype%.next
 * @param returnValidity address of the u32 that is 1 while such iterators have no method "return"; 0 if they have one
 */
public record ArrayIterationFacts(long validity, int iteratorShape, long next, long returnValidity) {}
