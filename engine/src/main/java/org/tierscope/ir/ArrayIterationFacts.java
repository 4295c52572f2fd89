package org.tierscope.ir;

/**
 * What iterating an array by for-of or destructuring relies on.
 *
 * @param values where Array.prototype has its original iteration method
 * @param next where %ArrayIteratorPrototype% has its original one
 * @param iteratorShape of the iterators that this makes
 * @param returnValidity address of the u32 that is 1 while such iterators have no method "return"; 0 if they have one
 */
public record ArrayIterationFacts(Slot values, Slot next, int iteratorShape, long returnValidity) {
    /**
     * A property of an object that has not changed.
     *
     * @param shape of the object
     * @param offset of the property in bytes, in the object or in its slots
     * @param content that it has
     */
    public record Slot(long object, int shape, boolean outOfLine, int offset, long content) {}
}
