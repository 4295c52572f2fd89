package org.tierscope.runtime;

/**
 * The meaning of the bytecodes that are more than a move: what the interpreter's slow paths, the baseline's runtime calls
 * and the optimizer's generic operations all call, so that every tier shares one definition.
 *
 * <p>Arguments and results are values ({@link Value}). Property keys given as {@code long key} are interned
 * strings, symbols or int32 values (array indices). {@code feedback} is the address of the instruction's feedback slot,
 * or 0; these methods record in it what they saw, types and cache entries alike. Guest exceptions leave as
 * {@link GuestException}. Sections name those of ECMAScript 2025.
 */
public interface Operations {
    // Arithmetic (13.15.3 ApplyStringOrNumericBinaryOperator); any operand types. Type feedback is recorded.
    long add(long a, long b, long feedback);

    long sub(long a, long b, long feedback);

    long mul(long a, long b, long feedback);

    long div(long a, long b, long feedback);

    long mod(long a, long b, long feedback);

    long exp(long a, long b, long feedback);

    long bitAnd(long a, long b, long feedback);

    long bitOr(long a, long b, long feedback);

    long bitXor(long a, long b, long feedback);

    long shl(long a, long b, long feedback);

    long shr(long a, long b, long feedback);

    long ushr(long a, long b, long feedback);

    long neg(long a, long feedback);

    long bitNot(long a, long feedback);

    long inc(long a, long feedback);

    long dec(long a, long feedback);

    long toNumber(long a, long feedback);

    long toNumeric(long a, long feedback);

    // Conversions (7.1).
    boolean truthy(long a);

    /** The interned type name. */
    long typeOf(long a);

    long toStringValue(long a);

    /** An interned string, a symbol, or an int32 for an array index below 2^31 − 1. */
    long toPropertyKey(long a);

    long toObject(long a);

    // Comparisons (7.2).
    boolean looseEquals(long a, long b, long feedback);

    boolean strictEquals(long a, long b, long feedback);

    boolean less(long a, long b, long feedback);

    boolean lessEq(long a, long b, long feedback);

    boolean greater(long a, long b, long feedback);

    boolean greaterEq(long a, long b, long feedback);

    boolean instanceOf(long a, long b);

    boolean in(long key, long object);

    // Properties. The cached forms fill the PROPERTY or ELEMENT slot.
    long getField(long object, long key, long feedback);

    void setField(long object, long key, long value, boolean strict, long feedback);

    long getElement(long object, long key, long feedback);

    void setElement(long object, long key, long value, boolean strict, long feedback);

    void defineField(long object, long key, long value, long feedback);

    void defineElement(long object, long key, long value);

    /** {@code flags}: {@link org.tierscope.bytecode.MemberFlags}. */
    void defineMember(long object, long key, long function, int flags);

    void setFunctionName(long function, long key, int flags);

    boolean delete(long object, long key, boolean strict);

    long getSuper(long home, long receiver, long key);

    void setSuper(long home, long receiver, long key, long value, boolean strict);

    long createPrivateName(long description);

    long getPrivate(long object, long name, long feedback);

    void setPrivate(long object, long name, long value, long feedback);

    void definePrivate(long object, long name, long value, int flags);

    boolean hasPrivate(long name, long object);

    void setLiteralPrototype(long object, long prototype);

    void copyProperties(long target, long source);

    /** {@code excluded}: address of {@code count} consecutive keys. */
    long copyPropertiesExcept(long source, long excluded, int count);

    // Globals.
    long getGlobal(long key, boolean throwIfMissing, long feedback);

    void setGlobal(long key, long value, boolean strict, long feedback);

    void declareGlobal(long key, boolean function);

    /** {@code kind}: 0 let, 1 const. */
    void declareGlobalLexical(long key, long value, int kind);

    // Contexts, functions and classes.
    long createContext(long parent, int slots);

    long copyContext(long context);

    long createClosure(FunctionInfo function, long context);

    /** Returns the constructor; its prototype object is its "prototype" property. {@code superclass}: EMPTY for none. */
    long createClass(FunctionInfo constructor, long context, long superclass);

    /** The "prototype" property of a constructor that {@link #createClass} made. */
    long classPrototype(long constructor);

    void setFieldInitializer(long constructor, long function);

    void initializeFields(long constructor, long object);

    long getHomeObject(long function);

    void setHomeObject(long function, long home);

    long getSuperConstructor(long function);

    long coerceThis(long value);

    /** The object that [[Construct]] of a base constructor begins with: its prototype is that of {@code newTarget}. */
    long createThis(long callee, long newTarget);

    /** Arguments are read from frame {@code fp}, which keeps them all (NEEDS_ARGUMENTS). */
    long createArguments(long fp);

    long createMappedArguments(long fp, long context, int[] slots);

    long createRest(long fp, int from);

    // Literals. {@code feedback}: ALLOCATION slot or 0.
    long createObject(int capacity, long feedback);

    /** {@code values}: address of {@code count} consecutive values, EMPTY for holes. */
    long createArray(long values, int count, long feedback);

    void arrayAppend(long array, long value);

    void arrayAppendSpread(long array, long iterable);

    // Iteration. {@code record}: address of three consecutive words: iterator, next method, done.
    void getIterator(long record, long iterable);

    /** The next value, or {@link Value#EMPTY} when done. Marks the record done before an exception leaves. */
    long iteratorNext(long record);

    long iteratorStep(long record);

    long iteratorRest(long record);

    void iteratorClose(long record, boolean throwing);

    long forInPrepare(long object);

    /** The next key, or {@link Value#EMPTY} when done. */
    long forInNext(long enumerator);

    // Calls of callees that are not plain functions. {@code fp}: a call window seen as the callee's frame, see Frame.
    /** Replaces a bound function in the window by its target, this and arguments; TypeError where the callee cannot be called. */
    void prepareCall(long fp);

    /** The same for [[Construct]]; the window's new.target is adjusted too. */
    void prepareConstruct(long fp);

    // Errors.
    /** A new error object of a kind, with message and a stack captured at {@link VmState#CURRENT_FP}. */
    GuestException error(org.tierscope.bytecode.ErrorKind kind, String message);

    void checkInitialized(long value, long name);

    void checkObjectCoercible(long value);

    long checkConstructorResult(long result, long thisValue);
}
