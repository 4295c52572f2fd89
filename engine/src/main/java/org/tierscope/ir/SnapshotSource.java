package org.tierscope.ir;

import org.tierscope.runtime.FunctionInfo;

/** What a {@link FeedbackSnapshot} is taken from: the running VM, asked on the guest's own thread. */
public interface SnapshotSource {
    /** No shape: an answer of the methods that ask for one. */
    int NO_SHAPE = 0;

    FunctionInfo function(int id);

    /** A copy of the feedback vector of a function with bytecode; zeros where it has none yet. */
    byte[] feedback(FunctionInfo function);

    /** Null where there is no shape with this id, or none that code may rely on. */
    ShapeDescription shape(int id);

    /** What the optimizer may put in place of native function {@code id}, or null. */
    Intrinsic intrinsic(int id);

    /**
     * Shape of the object that a literal in {@code function} with room for so many properties begins as, or {@link #NO_SHAPE}.
     */
    int literalShape(int function, int capacity);

    /** Null where arrays are iterated in a way of the program's own. */
    ArrayIterationFacts arrayIteration(int function);

    /** Whether a word is an iterator over the values of an ordinary array, both as {@code function} would make them. */
    boolean isArrayIterator(int function, long word);

    /** Of an ACCESSOR cell. */
    AccessorFacts accessor(long cell);

    /** Of a function object that has [[Construct]]; null of others. */
    ConstructorFacts constructor(long function);

    /** Whether two functions belong to one realm: only then may one be inlined into the other. */
    boolean sameRealm(int function, int other);

    /** Address of the global object of a function's realm, by whose shape caches of globals are keyed. */
    long globalObject(int function);

    /** Shape of an array literal in {@code function}, or {@link #NO_SHAPE}. */
    int arrayShape(int function);

    /**
     * Address of a u32 that is 1 as long as no prototype of an ordinary array has elements of its own, so
     * that holes read as undefined and stores into them run no setter; 0 where nothing keeps watch.
     */
    long elementsValidity();

    /** {@link Signature} of the unboxed entry that the function's optimized code has now. */
    int signature(int function);

    /** The type of any word that a register may hold. */
    Type typeOf(long word);
}
