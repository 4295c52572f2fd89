package org.tierscope.machine;

import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.NumberMath;
import org.tierscope.runtime.Operations;
import org.tierscope.runtime.Value;

/**
 * The table of Java functions that machine code calls, with signature {@code (fp, a, b, c, d, e) → long} by the C calling
 * convention. The result is a value, a status word, or what is said here. {@code EXCEPTION} always means that the function
 * threw. Unused arguments may hold anything.
 */
public enum RuntimeFunction {
    // What baseline code needs: instructions executed on the frame, a = pc.
    /** Executes the instruction at pc a, see {@code Instructions}; returns undefined. */
    EXECUTE((r, fp, a, b, c, d, e) -> r.execute(fp, (int) a)),
    /** Whether the conditional jump at pc a is taken: true or false. */
    TAKES_JUMP((r, fp, a, b, c, d, e) -> r.takesJump(fp, (int) a)),
    /**
     * Prepares the call instruction at pc a (callee resolved and recorded, this made, arguments spread); returns the
     * callee's fp. Call {@code [FunctionCell.ENTRY]} of the callee then.
     */
    PREPARE_CALL((r, fp, a, b, c, d, e) -> r.prepareCall(fp, (int) a)),
    /**
     * Resolves the callee of the window whose fp is a and prepares it, this made for [[Construct]]; returns the address of
     * its function cell.
     */
    RESOLVE_CALL((r, fp, a, b, c, d, e) -> r.resolveCall(a)),
    /** As EXECUTE and TAKES_JUMP, for frames of optimized code, whose pc stays a safepoint's number. */
    EXECUTE_IN_OPTIMIZED((r, fp, a, b, c, d, e) -> r.executeInOptimized(fp, (int) a)),
    TAKES_JUMP_IN_OPTIMIZED((r, fp, a, b, c, d, e) -> r.takesJumpInOptimized(fp, (int) a)),
    /** Executes the SUSPEND at pc a; returns what the function returns then. */
    SUSPEND((r, fp, a, b, c, d, e) -> r.suspend(fp, (int) a)),
    /** Executes RESUME where new.target is a generator; returns the address in compiled code to jump to. */
    RESUME((r, fp, a, b, c, d, e) -> r.resumeGenerator(fp)),
    /**
     * A step that code took did not end with a value: of a generator that came to no yield, or of a next of the program's own. a is the
     * address of the iterator record, b what the called function returned, a status word perhaps. Returns the next value, or EMPTY
     * when done.
     */
    ITERATOR_LEFT((r, fp, a, b, c, d, e) -> r.iteratorLeft(fp, a, b)),
    /** Address of the handler in compiled code for an exception at the frame's pc, or 0 to let it through. */
    HANDLER((r, fp, a, b, c, d, e) -> r.handler(fp)),

    // What the interpreter's handlers need besides.
    /** Makes the image of the bytecode of the frame's function; returns undefined. */
    MAKE_IMAGE((r, fp, a, b, c, d, e) -> r.makeImage(fp)),
    /** Makes the handler of opcode a; returns undefined. */
    MAKE_HANDLER((r, fp, a, b, c, d, e) -> r.makeHandler((int) a)),
    /** Sets the frame's pc to the exception handler that covers it and returns true, or returns 0 to let the exception through. */
    FIND_HANDLER((r, fp, a, b, c, d, e) -> r.findHandler(fp)),
    /** Executes RESUME where new.target is a generator: sets the frame's pc to where it goes on; returns undefined. */
    RESUME_FRAME((r, fp, a, b, c, d, e) -> r.resumeFrame(fp)),

    // Calls and control, all tiers.
    /** Runs the function whose window is at fp where it has no compiled code. */
    ENTER_INTERPRETER((r, fp, a, b, c, d, e) -> r.enterInterpreter(fp)),
    /** A callee returned EXITED: finishes that call in the interpreter; returns its value. fp is the caller. */
    FINISH_EXIT((r, fp, a, b, c, d, e) -> r.finishExit(fp)),
    /** The interrupt word is set; returns undefined. */
    INTERRUPT((r, fp, a, b, c, d, e) -> r.interrupt(fp)),
    /** The frame at fp, a window not yet entered, does not fit: throws RangeError. */
    STACK_OVERFLOW((r, fp, a, b, c, d, e) -> r.stackOverflow(fp)),
    /** Budget spent at the entry of baseline code; returns undefined. */
    CALL_BUDGET_SPENT((r, fp, a, b, c, d, e) -> r.callBudgetSpent(fp)),
    /** Budget spent at the back-edge to pc a: address to jump to (same frame, same native frame), or 0. */
    LOOP_BUDGET_SPENT((r, fp, a, b, c, d, e) -> r.loopBudgetSpent(fp, (int) a)),
    /** An exit was taken; EXIT_ID and the register save area are set. Returns EXITED, or EXCEPTION. */
    DEOPTIMIZE((r, fp, a, b, c, d, e) -> r.deoptimize(fp)),
    /** Runs the next of the graphs of compilation a on the frame; returns what its code would. */
    RUN_GRAPH((r, fp, a, b, c, d, e) -> r.runGraph(fp, (int) a)),

    // Operations on values, for optimized code: arguments as in Operations, the feedback address last.
    ADD((r, fp, a, b, c, d, e) -> ops(r).add(a, b, c)),
    SUB((r, fp, a, b, c, d, e) -> ops(r).sub(a, b, c)),
    MUL((r, fp, a, b, c, d, e) -> ops(r).mul(a, b, c)),
    DIV((r, fp, a, b, c, d, e) -> ops(r).div(a, b, c)),
    MOD((r, fp, a, b, c, d, e) -> ops(r).mod(a, b, c)),
    EXP((r, fp, a, b, c, d, e) -> ops(r).exp(a, b, c)),
    BIT_AND((r, fp, a, b, c, d, e) -> ops(r).bitAnd(a, b, c)),
    BIT_OR((r, fp, a, b, c, d, e) -> ops(r).bitOr(a, b, c)),
    BIT_XOR((r, fp, a, b, c, d, e) -> ops(r).bitXor(a, b, c)),
    SHL((r, fp, a, b, c, d, e) -> ops(r).shl(a, b, c)),
    SHR((r, fp, a, b, c, d, e) -> ops(r).shr(a, b, c)),
    USHR((r, fp, a, b, c, d, e) -> ops(r).ushr(a, b, c)),
    NEG((r, fp, a, b, c, d, e) -> ops(r).neg(a, b)),
    BIT_NOT((r, fp, a, b, c, d, e) -> ops(r).bitNot(a, b)),
    INC((r, fp, a, b, c, d, e) -> ops(r).inc(a, b)),
    DEC((r, fp, a, b, c, d, e) -> ops(r).dec(a, b)),
    TO_NUMBER((r, fp, a, b, c, d, e) -> ops(r).toNumber(a, b)),
    TO_NUMERIC((r, fp, a, b, c, d, e) -> ops(r).toNumeric(a, b)),
    /** True or false; never throws. */
    TRUTHY((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).truthy(a))),
    TYPEOF((r, fp, a, b, c, d, e) -> ops(r).typeOf(a)),
    TO_STRING((r, fp, a, b, c, d, e) -> ops(r).toStringValue(a)),
    TO_PROPERTY_KEY((r, fp, a, b, c, d, e) -> ops(r).toPropertyKey(a)),
    TO_OBJECT((r, fp, a, b, c, d, e) -> ops(r).toObject(a)),
    LOOSE_EQUALS((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).looseEquals(a, b, c))),
    STRICT_EQUALS((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).strictEquals(a, b, c))),
    LESS((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).less(a, b, c))),
    LESS_EQ((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).lessEq(a, b, c))),
    GREATER((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).greater(a, b, c))),
    GREATER_EQ((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).greaterEq(a, b, c))),
    INSTANCE_OF((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).instanceOf(a, b))),
    IN((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).in(a, b))),
    GET_FIELD((r, fp, a, b, c, d, e) -> ops(r).getField(a, b, c)),
    /** d: 1 in strict code. */
    SET_FIELD((r, fp, a, b, c, d, e) -> none(() -> ops(r).setField(a, b, c, d == 1, e))),
    GET_ELEMENT((r, fp, a, b, c, d, e) -> ops(r).getElement(a, b, c)),
    SET_ELEMENT((r, fp, a, b, c, d, e) -> none(() -> ops(r).setElement(a, b, c, d == 1, e))),
    DEFINE_FIELD((r, fp, a, b, c, d, e) -> none(() -> ops(r).defineField(a, b, c, d))),
    DEFINE_ELEMENT((r, fp, a, b, c, d, e) -> none(() -> ops(r).defineElement(a, b, c))),
    DEFINE_MEMBER((r, fp, a, b, c, d, e) -> none(() -> ops(r).defineMember(a, b, c, (int) d))),
    SET_FUNCTION_NAME((r, fp, a, b, c, d, e) -> none(() -> ops(r).setFunctionName(a, b, (int) c))),
    DELETE((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).delete(a, b, c == 1))),
    GET_SUPER((r, fp, a, b, c, d, e) -> ops(r).getSuper(a, b, c)),
    SET_SUPER((r, fp, a, b, c, d, e) -> none(() -> ops(r).setSuper(a, b, c, d, e == 1))),
    CREATE_PRIVATE_NAME((r, fp, a, b, c, d, e) -> ops(r).createPrivateName(a)),
    GET_PRIVATE((r, fp, a, b, c, d, e) -> ops(r).getPrivate(a, b, c)),
    SET_PRIVATE((r, fp, a, b, c, d, e) -> none(() -> ops(r).setPrivate(a, b, c, d))),
    DEFINE_PRIVATE((r, fp, a, b, c, d, e) -> none(() -> ops(r).definePrivate(a, b, c, (int) d))),
    HAS_PRIVATE((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).hasPrivate(a, b))),
    SET_LITERAL_PROTOTYPE((r, fp, a, b, c, d, e) -> none(() -> ops(r).setLiteralPrototype(a, b))),
    COPY_PROPERTIES((r, fp, a, b, c, d, e) -> none(() -> ops(r).copyProperties(a, b))),
    /** b: address of the first of c keys. */
    COPY_PROPERTIES_EXCEPT((r, fp, a, b, c, d, e) -> ops(r).copyPropertiesExcept(a, b, (int) c)),
    /** b: 1 to throw where it is missing. */
    GET_GLOBAL((r, fp, a, b, c, d, e) -> ops(r).getGlobal(a, b == 1, c)),
    SET_GLOBAL((r, fp, a, b, c, d, e) -> none(() -> ops(r).setGlobal(a, b, c == 1, d))),
    CREATE_CONTEXT((r, fp, a, b, c, d, e) -> ops(r).createContext(a, (int) b)),
    COPY_CONTEXT((r, fp, a, b, c, d, e) -> ops(r).copyContext(a)),
    /** a: function id. */
    CREATE_CLOSURE((r, fp, a, b, c, d, e) -> ops(r).createClosure(r.vm().function((int) a), b)),
    SET_FIELD_INITIALIZER((r, fp, a, b, c, d, e) -> none(() -> ops(r).setFieldInitializer(a, b))),
    INITIALIZE_FIELDS((r, fp, a, b, c, d, e) -> none(() -> ops(r).initializeFields(a, b))),
    GET_HOME_OBJECT((r, fp, a, b, c, d, e) -> ops(r).getHomeObject(a)),
    GET_SUPER_CONSTRUCTOR((r, fp, a, b, c, d, e) -> ops(r).getSuperConstructor(a)),
    COERCE_THIS((r, fp, a, b, c, d, e) -> ops(r).coerceThis(a)),
    /** a callee, b new.target. */
    CREATE_THIS((r, fp, a, b, c, d, e) -> ops(r).createThis(a, b)),
    CREATE_OBJECT((r, fp, a, b, c, d, e) -> ops(r).createObject((int) a, b)),
    /** a: address of the first of b values. */
    CREATE_ARRAY((r, fp, a, b, c, d, e) -> ops(r).createArray(a, (int) b, c)),
    ARRAY_APPEND((r, fp, a, b, c, d, e) -> none(() -> ops(r).arrayAppend(a, b))),
    ARRAY_APPEND_SPREAD((r, fp, a, b, c, d, e) -> none(() -> ops(r).arrayAppendSpread(a, b))),
    /** a: address of the iterator record in the frame. */
    GET_ITERATOR((r, fp, a, b, c, d, e) -> none(() -> ops(r).getIterator(a, b))),
    /** EMPTY when done. */
    ITERATOR_NEXT((r, fp, a, b, c, d, e) -> ops(r).iteratorNext(a)),
    ITERATOR_STEP((r, fp, a, b, c, d, e) -> ops(r).iteratorStep(a)),
    ITERATOR_REST((r, fp, a, b, c, d, e) -> ops(r).iteratorRest(a)),
    ITERATOR_CLOSE((r, fp, a, b, c, d, e) -> none(() -> ops(r).iteratorClose(a, b == 1))),
    FOR_IN_PREPARE((r, fp, a, b, c, d, e) -> ops(r).forInPrepare(a)),
    /** EMPTY when done. */
    FOR_IN_NEXT((r, fp, a, b, c, d, e) -> ops(r).forInNext(a)),
    /** Map.prototype.set and Set.prototype.add. */
    COLLECTION_PUT((r, fp, a, b, c, d, e) -> none(() -> HashTables.put(r.vm(), a, b, c))),
    COLLECTION_DELETE((r, fp, a, b, c, d, e) -> Value.ofBoolean(HashTables.delete(r.vm(), a, b))),
    /** Address of the entry of b in the Map or Set a, or EMPTY: for stubs. */
    FIND_ENTRY((r, fp, a, b, c, d, e) -> HashTables.address(r.vm(), a, b)),
    CHECK_INITIALIZED((r, fp, a, b, c, d, e) -> none(() -> ops(r).checkInitialized(a, b))),
    CHECK_OBJECT_COERCIBLE((r, fp, a, b, c, d, e) -> none(() -> ops(r).checkObjectCoercible(a))),
    CHECK_CONSTRUCTOR_RESULT((r, fp, a, b, c, d, e) -> ops(r).checkConstructorResult(a, b)),

    /** a shape id. */
    NEW_OBJECT((r, fp, a, b, c, d, e) -> r.newObject((int) a)),
    /** a first slot of the frame with the elements in their own representation, b their number, c unused, d elements kind. */
    NEW_ARRAY((r, fp, a, b, c, d, e) -> r.newArray(fp + 8 * a, (int) b, ElementsKind.of((int) d))),
    /** The flat string with the characters of a; of a unit above 255 the string; a's and b's content is equal: all for stubs. */
    FLATTEN((r, fp, a, b, c, d, e) -> r.vm().strings().flatten(a)),
    /** The interned string that equals a, or a itself, flat, where there is none: for stubs. */
    FIND_INTERNED((r, fp, a, b, c, d, e) -> r.vm().strings().findInterned(a)),
    STRING_OF_UNIT((r, fp, a, b, c, d, e) -> r.vm().strings().ofUnit((int) a)),
    NUMBER_TO_STRING((r, fp, a, b, c, d, e) -> ops(r).toStringValue(a)),
    /** True or false: content of two strings. */
    STRING_EQUAL((r, fp, a, b, c, d, e) -> Value.ofBoolean(ops(r).strictEquals(a, b, 0))),
    STRING_CONCAT((r, fp, a, b, c, d, e) -> ops(r).add(a, b, 0)),

    // Math on raw doubles passed as bits; the result is raw bits too.
    DOUBLE_MOD((r, fp, a, b, c, d, e) -> bits(real(a) % real(b))),
    DOUBLE_POW((r, fp, a, b, c, d, e) -> bits(NumberMath.pow(real(a), real(b)))),
    DOUBLE_ATAN2((r, fp, a, b, c, d, e) -> bits(NumberMath.atan2(real(a), real(b)))),
    DOUBLE_HYPOT((r, fp, a, b, c, d, e) -> bits(NumberMath.hypot(real(a), real(b)))),
    DOUBLE_SIN((r, fp, a, b, c, d, e) -> bits(NumberMath.sin(real(a)))),
    DOUBLE_COS((r, fp, a, b, c, d, e) -> bits(NumberMath.cos(real(a)))),
    DOUBLE_TAN((r, fp, a, b, c, d, e) -> bits(NumberMath.tan(real(a)))),
    DOUBLE_ASIN((r, fp, a, b, c, d, e) -> bits(NumberMath.asin(real(a)))),
    DOUBLE_ACOS((r, fp, a, b, c, d, e) -> bits(NumberMath.acos(real(a)))),
    DOUBLE_ATAN((r, fp, a, b, c, d, e) -> bits(NumberMath.atan(real(a)))),
    DOUBLE_SINH((r, fp, a, b, c, d, e) -> bits(NumberMath.sinh(real(a)))),
    DOUBLE_COSH((r, fp, a, b, c, d, e) -> bits(NumberMath.cosh(real(a)))),
    DOUBLE_TANH((r, fp, a, b, c, d, e) -> bits(NumberMath.tanh(real(a)))),
    DOUBLE_EXP((r, fp, a, b, c, d, e) -> bits(NumberMath.exp(real(a)))),
    DOUBLE_EXPM1((r, fp, a, b, c, d, e) -> bits(NumberMath.expm1(real(a)))),
    DOUBLE_LOG((r, fp, a, b, c, d, e) -> bits(NumberMath.log(real(a)))),
    DOUBLE_LOG2((r, fp, a, b, c, d, e) -> bits(NumberMath.log2(real(a)))),
    DOUBLE_LOG10((r, fp, a, b, c, d, e) -> bits(NumberMath.log10(real(a)))),
    DOUBLE_LOG1P((r, fp, a, b, c, d, e) -> bits(NumberMath.log1p(real(a)))),
    DOUBLE_CBRT((r, fp, a, b, c, d, e) -> bits(NumberMath.cbrt(real(a)))),
    DOUBLE_SIGN((r, fp, a, b, c, d, e) -> bits(Math.signum(real(a)))),
    DOUBLE_FROUND((r, fp, a, b, c, d, e) -> bits((float) real(a)));

    /** The Java side of a runtime function. */
    @FunctionalInterface
    interface Body {
        long run(MachineRuntime runtime, long fp, long a, long b, long c, long d, long e);
    }

    private final Body body;

    RuntimeFunction(Body body) {
        this.body = body;
    }

    Body body() {
        return body;
    }

    private static Operations ops(MachineRuntime runtime) {
        return runtime.vm().operations();
    }

    private static long none(Runnable effect) {
        effect.run();
        return Value.UNDEFINED;
    }

    private static double real(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private static long bits(double d) {
        return Double.doubleToLongBits(d);
    }
}
