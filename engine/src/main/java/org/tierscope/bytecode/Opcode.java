package org.tierscope.bytecode;

import static org.tierscope.bytecode.OperandKind.CONSTANT;
import static org.tierscope.bytecode.OperandKind.COUNT;
import static org.tierscope.bytecode.OperandKind.FEEDBACK;
import static org.tierscope.bytecode.OperandKind.IMMEDIATE;
import static org.tierscope.bytecode.OperandKind.RANGE;
import static org.tierscope.bytecode.OperandKind.READ;
import static org.tierscope.bytecode.OperandKind.TARGET;
import static org.tierscope.bytecode.OperandKind.WRITE;

import java.util.List;
import org.tierscope.feedback.SlotKind;

/**
 * The one table of bytecodes: name, operands, feedback, effects. Interpreter, verifier, disassembler and both
 * compilers take everything they know of an instruction's form from here.
 *
 * <p>Code is an {@code int[]}: the opcode's ordinal, then one word per operand. Registers are frame slots
 * ({@code org.tierscope.runtime.Frame}); jump targets are absolute pcs. Notation below: {@code d} destination,
 * {@code a b} sources, {@code k} constant, {@code i} immediate, {@code j} target, {@code f} feedback slot.
 */
public enum Opcode {
    // Moves and constants.
    MOVE(Effect.PURE, WRITE, READ),
    /** d = constants[k]: a number, string or other immutable value. */
    LOAD_CONSTANT(Effect.PURE, WRITE, CONSTANT),
    LOAD_INT(Effect.PURE, WRITE, IMMEDIATE),
    LOAD_UNDEFINED(Effect.PURE, WRITE),
    LOAD_NULL(Effect.PURE, WRITE),
    LOAD_TRUE(Effect.PURE, WRITE),
    LOAD_FALSE(Effect.PURE, WRITE),
    /** d = the empty value: an uninitialised binding, an absent operand. */
    LOAD_EMPTY(Effect.PURE, WRITE),

    // Binary operations d = a op b.
    ADD(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    SUB(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    MUL(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    DIV(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    MOD(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    EXP(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    BIT_AND(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    BIT_OR(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    BIT_XOR(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    SHL(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    SHR(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    USHR(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    // The same with an int32 immediate on the right.
    ADD_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    SUB_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    MUL_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    BIT_AND_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    BIT_OR_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    SHL_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    SHR_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),
    USHR_INT(Effect.ANY, SlotKind.TYPE, WRITE, READ, IMMEDIATE, FEEDBACK),

    // Unary operations d = op a.
    NEG(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    BIT_NOT(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    INC(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    DEC(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    /** Unary plus. */
    TO_NUMBER(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    /** Number or BigInt, for postfix operators. */
    TO_NUMERIC(Effect.ANY, SlotKind.TYPE, WRITE, READ, FEEDBACK),
    NOT(Effect.PURE, WRITE, READ),
    TYPEOF(Effect.PURE, WRITE, READ),
    /** ToString, for template literals (a Symbol throws). */
    TO_STRING(Effect.ANY, WRITE, READ),
    TO_PROPERTY_KEY(Effect.ANY, WRITE, READ),
    TO_OBJECT(Effect.ANY, WRITE, READ),

    // Comparisons d = a op b.
    EQ(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    NOT_EQ(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    STRICT_EQ(Effect.PURE, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    STRICT_NOT_EQ(Effect.PURE, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    LESS(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    LESS_EQ(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    GREATER(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    GREATER_EQ(Effect.ANY, SlotKind.TYPE, WRITE, READ, READ, FEEDBACK),
    INSTANCE_OF(Effect.ANY, WRITE, READ, READ),
    /** d = a in b. */
    IN(Effect.ANY, WRITE, READ, READ),

    // Jumps. All but JUMP_LOOP go forward.
    JUMP(Effect.CONTROL, TARGET),
    /** Back to a loop header j: counts the iteration, polls for interrupts, may enter compiled code (OSR). */
    JUMP_LOOP(Effect.CONTROL, SlotKind.LOOP, TARGET, FEEDBACK),
    JUMP_IF_TRUE(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    JUMP_IF_FALSE(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    JUMP_IF_NULLISH(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_NULLISH(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    JUMP_IF_UNDEFINED(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_UNDEFINED(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    /** Whether a is an object (functions included). */
    JUMP_IF_OBJECT(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    // Fused: if (a op b) goto j. The NOT forms jump when the comparison is false (they differ on NaN).
    JUMP_IF_LESS(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_LESS(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_LESS_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_LESS_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_GREATER(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_GREATER(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_GREATER_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_GREATER_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_EQ(Effect.CONTROL_ANY, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_STRICT_EQ(Effect.CONTROL, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),
    JUMP_IF_NOT_STRICT_EQ(Effect.CONTROL, SlotKind.COMPARE_BRANCH, READ, READ, TARGET, FEEDBACK),

    // Properties.
    /** d = a[k], k a property name. */
    GET_FIELD(Effect.ANY, SlotKind.PROPERTY, WRITE, READ, CONSTANT, FEEDBACK),
    /** a[k] = b. */
    SET_FIELD(Effect.ANY, SlotKind.PROPERTY, READ, CONSTANT, READ, FEEDBACK),
    /** d = a[b]. */
    GET_ELEMENT(Effect.ANY, SlotKind.ELEMENT, WRITE, READ, READ, FEEDBACK),
    /** a[b] = c. */
    SET_ELEMENT(Effect.ANY, SlotKind.ELEMENT, READ, READ, READ, FEEDBACK),
    /** Defines own data property k of the fresh object a (object literals, public fields): CreateDataPropertyOrThrow. */
    DEFINE_FIELD(Effect.ANY, SlotKind.PROPERTY, READ, CONSTANT, READ, FEEDBACK),
    /** The same with a computed key (already a property key). */
    DEFINE_ELEMENT(Effect.ANY, READ, READ, READ),
    /**
     * Defines method, getter or setter c with key b (a property key) on a; i = {@link MemberFlags}. Sets the function's home
     * object to a, and its name from the key unless {@link MemberFlags#KEEP_NAME}.
     */
    DEFINE_MEMBER(Effect.ANY, READ, READ, READ, IMMEDIATE),
    /** Sets the name of anonymous function a from property key b; i = {@link MemberFlags} (for the get/set prefix). */
    SET_FUNCTION_NAME(Effect.ANY, READ, READ, IMMEDIATE),
    /** d = delete a[b]; throws in strict functions where the property stays. */
    DELETE(Effect.ANY, WRITE, READ, READ),
    /** d = super property: a home object, b this, c key. */
    GET_SUPER(Effect.ANY, WRITE, READ, READ, READ),
    /** super[c] = value: a home object, b this, c key, then the value. */
    SET_SUPER(Effect.ANY, READ, READ, READ, READ),
    /** d = a new private name described by string k. */
    CREATE_PRIVATE_NAME(Effect.ALLOCATES, WRITE, CONSTANT),
    /** d = a.#b; b holds a private name; TypeError where a lacks it. */
    GET_PRIVATE(Effect.ANY, SlotKind.ELEMENT, WRITE, READ, READ, FEEDBACK),
    /** a.#b = c. */
    SET_PRIVATE(Effect.ANY, SlotKind.ELEMENT, READ, READ, READ, FEEDBACK),
    /** Adds private member b with value c to a; i = {@link MemberFlags}; TypeError where a has it already. */
    DEFINE_PRIVATE(Effect.ANY, READ, READ, READ, IMMEDIATE),
    /** d = #a in b. */
    HAS_PRIVATE(Effect.ANY, WRITE, READ, READ),
    /** Sets the prototype of a to b if b is an object or null ({@code __proto__: b} in a literal). */
    SET_LITERAL_PROTOTYPE(Effect.ANY, READ, READ),
    /** Copies b's own enumerable properties to a (object spread). */
    COPY_PROPERTIES(Effect.ANY, READ, READ),
    /** d = object of b's own enumerable properties but the keys in the run of registers (object rest): d, b, first, count. */
    COPY_PROPERTIES_EXCEPT(Effect.ANY, WRITE, READ, RANGE, COUNT),

    // Globals, by name k, on the global object and the global lexical environment.
    /** ReferenceError where there is none. */
    GET_GLOBAL(Effect.ANY, SlotKind.PROPERTY, WRITE, CONSTANT, FEEDBACK),
    /** undefined where there is none (typeof). */
    GET_GLOBAL_OR_UNDEFINED(Effect.ANY, SlotKind.PROPERTY, WRITE, CONSTANT, FEEDBACK),
    SET_GLOBAL(Effect.ANY, SlotKind.PROPERTY, CONSTANT, READ, FEEDBACK),
    /** Checks and declares everything that constants[k] ({@link GlobalDeclarations}) names: functions get their values by SET_GLOBAL. */
    DECLARE_GLOBALS(Effect.ANY, CONSTANT),
    /** Gives declared global let, const or class k its first value a. */
    INITIALIZE_GLOBAL(Effect.ANY, CONSTANT, READ),
    /** d = whether global k could be deleted, or is none. */
    DELETE_GLOBAL(Effect.ANY, WRITE, CONSTANT),
    /** d = whether there is a global k. */
    HAS_GLOBAL(Effect.ANY, WRITE, CONSTANT),

    // Bindings that are found only at run time: properties of the object of a with statement, or variables that eval declared,
    // which are properties of an object that no guest sees.
    /** d = a if object a has a binding k, else undefined: HasBinding of an Object Environment Record (9.1.1.2.1). */
    FIND_BINDING(Effect.ANY, WRITE, READ, CONSTANT),
    /** d = binding k of object a; where it is gone by now, undefined or in strict code a ReferenceError. */
    GET_BINDING(Effect.ANY, WRITE, READ, CONSTANT),
    /** Sets binding k of object a to b; ReferenceError in strict code where it is gone by now. */
    SET_BINDING(Effect.ANY, READ, CONSTANT, READ),

    // Contexts: heap records of captured variables. Slots are counted from 0.
    /** d = the context that the callee closed over. */
    GET_CALLEE_CONTEXT(Effect.PURE, WRITE),
    /** d = new context with parent a and i slots, all empty (TDZ). */
    CREATE_CONTEXT(Effect.ALLOCATES, WRITE, READ, COUNT),
    /** d = copy of context a (a fresh binding per iteration). */
    COPY_CONTEXT(Effect.ALLOCATES, WRITE, READ),
    /** d = slot [count] of the context [depth] parents above a: d, a, depth, slot. */
    GET_CONTEXT(Effect.READS, WRITE, READ, COUNT, COUNT),
    /** a, depth, slot, value. */
    SET_CONTEXT(Effect.WRITES, READ, COUNT, COUNT, READ),
    /** ReferenceError if a is empty: binding k before its declaration, or this before super() where k is "this". */
    CHECK_INITIALIZED(Effect.THROWS, READ, CONSTANT),

    // Functions and classes.
    /** d = closure of constants[k] (a BytecodeFunction) over context a. */
    CREATE_CLOSURE(Effect.ALLOCATES, WRITE, CONSTANT, READ),
    /**
     * Run d, d+1 = new class constructor and its prototype object: constructor function constants[k], context a,
     * superclass b (empty: none). Sets home objects, "constructor" and "prototype".
     */
    CREATE_CLASS(Effect.ANY, RANGE, CONSTANT, READ, READ),
    /** Sets the function b that constructor a runs on new instances to define fields. */
    SET_FIELD_INITIALIZER(Effect.WRITES, READ, READ),
    /** Runs the field initializer of constructor a on b, if it has one. */
    INITIALIZE_FIELDS(Effect.ANY, READ, READ),
    /** d = the home object of method a. */
    GET_HOME_OBJECT(Effect.READS, WRITE, READ),
    /** Sets the home object of function a to b (object-literal methods get it from DEFINE_MEMBER). */
    SET_HOME_OBJECT(Effect.WRITES, READ, READ),
    /** d = [[GetPrototypeOf]] of function a; TypeError where that is not a constructor. */
    GET_SUPER_CONSTRUCTOR(Effect.ANY, WRITE, READ),
    /** Sloppy functions: this = undefined/null → global object, primitives → wrappers. Writes register −1. */
    COERCE_THIS(Effect.ALLOCATES),
    /** d = unmapped arguments object. */
    CREATE_ARGUMENTS(Effect.ALLOCATES, WRITE),
    /** d = mapped arguments object: parameter i lives in slot constants[k][i] (an int[], −1: unmapped) of context a. */
    CREATE_MAPPED_ARGUMENTS(Effect.ALLOCATES, WRITE, READ, CONSTANT),
    /** d = array of the arguments from index i on. */
    CREATE_REST(Effect.ALLOCATES, WRITE, COUNT),

    // Calls: d, first register of the window, argument count, feedback.
    CALL(Effect.ANY, SlotKind.CALL, WRITE, RANGE, COUNT, FEEDBACK),
    /** new: the window's new.target slot is set by the code before it. A result that is no object gives the created this. */
    CONSTRUCT(Effect.ANY, SlotKind.CALL, WRITE, RANGE, COUNT, FEEDBACK),
    /** d = a.apply(b, c), c an array made by this code. */
    CALL_SPREAD(Effect.ANY, SlotKind.CALL, WRITE, READ, READ, READ, FEEDBACK),
    /** d = construct a with new.target b and arguments c. */
    CONSTRUCT_SPREAD(Effect.ANY, SlotKind.CALL, WRITE, READ, READ, READ, FEEDBACK),
    RETURN(Effect.CONTROL, READ),
    THROW(Effect.CONTROL, READ),
    /** Throws a new error: i = {@link ErrorKind} ordinal, message string k. */
    THROW_ERROR(Effect.CONTROL, IMMEDIATE, CONSTANT),
    /** First instruction of every handler: d = the caught value. */
    CATCH(Effect.WRITES, WRITE),
    /** TypeError where a is undefined or null (destructuring). */
    CHECK_OBJECT_COERCIBLE(Effect.THROWS, READ),
    /** Derived constructor's end: d = a if a is an object, this b if a is undefined (ReferenceError where b is empty), else TypeError. */
    CHECK_CONSTRUCTOR_RESULT(Effect.THROWS, WRITE, READ, READ),

    // Literals.
    /** d = {} with room for i properties in the object. */
    CREATE_OBJECT(Effect.ALLOCATES, SlotKind.ALLOCATION, WRITE, COUNT, FEEDBACK),
    /** d = array of the run of registers (empty: a hole): d, first, count, feedback. */
    CREATE_ARRAY(Effect.ALLOCATES, SlotKind.ALLOCATION, WRITE, RANGE, COUNT, FEEDBACK),
    /** Appends b to array a (empty: a hole). */
    ARRAY_APPEND(Effect.WRITES, READ, READ),
    /** Appends everything that iterable b yields to array a. */
    ARRAY_APPEND_SPREAD(Effect.ANY, READ, READ),

    // Iteration. An iterator record is three registers: iterator, next method, done (boolean).
    /** Run d…d+2 = iterator record of a. */
    GET_ITERATOR(Effect.ANY, RANGE, READ),
    /** d = next value of the record (run of 3), or jump to j when it is done. A throw marks it done first. */
    ITERATOR_NEXT(Effect.CONTROL_ANY, SlotKind.BRANCH, WRITE, RANGE, TARGET, FEEDBACK),
    /** Destructuring: d = next value of the record, undefined once it is done. */
    ITERATOR_STEP(Effect.ANY, WRITE, RANGE),
    /** d = array of the rest. */
    ITERATOR_REST(Effect.ANY, WRITE, RANGE),
    /** Calls return() unless the record is done. i=0: normal close (its errors and a non-object result throw); i=1: close while throwing (its errors are ignored). */
    ITERATOR_CLOSE(Effect.ANY, RANGE, IMMEDIATE),
    /** d = enumerator of a's enumerable string keys (a may be nullish: none). */
    FOR_IN_PREPARE(Effect.ANY, WRITE, READ),
    /** d = next key of enumerator a that is still present, or jump to j. */
    FOR_IN_NEXT(Effect.CONTROL_ANY, SlotKind.BRANCH, WRITE, READ, TARGET, FEEDBACK),

    /** The debugger statement: asks for a pause where someone is watching. */
    DEBUGGER(Effect.ANY),

    // Suspension of generators and async functions, see Generators. A generator's object keeps the frame while it is suspended.
    /**
     * First instruction of a function that can be suspended. Where new.target is a generator, this call resumes it: the frame is
     * filled from it and control goes on behind the SUSPEND at which it left.
     */
    RESUME(Effect.ANY),
    /** d = new generator of the running call: what the caller gets, or what an async function's promise waits for. */
    CREATE_GENERATOR(Effect.ANY, WRITE),
    /**
     * Leaves the function with its frame kept in generator a; i = {@link SuspendKind} ordinal, value b. Resumed, it goes on behind
     * this instruction with run d, d+1 = the value that was sent and how (an int: {@link ResumeMode} ordinal), or throws here.
     */
    SUSPEND(Effect.ANY, RANGE, READ, READ, IMMEDIATE),
    /** Ends an async function whose generator is a: resolves (i=0) or rejects (i=1) its promise with b; d = the promise. */
    SETTLE_ASYNC(Effect.ANY, WRITE, READ, READ, IMMEDIATE),
    /** Run d…d+2 = async iterator record of a, a sync iterator wrapped where there is no other. */
    GET_ASYNC_ITERATOR(Effect.ANY, RANGE, READ),
    /** TypeError where a, what an iterator's method returned, is no object. */
    CHECK_ITERATOR_RESULT(Effect.THROWS, READ),
    /** d = what the engine's own function {@code Intrinsic} ordinal i returns for the arguments in the run: d, i, first, count. */
    CALL_INTRINSIC(Effect.ANY, WRITE, IMMEDIATE, RANGE, COUNT),

    // Templates, code made at run time, modules.
    /** d = the template object of constants[k] ({@link TemplateStrings}), each time the same one. */
    GET_TEMPLATE_OBJECT(Effect.ALLOCATES, WRITE, CONSTANT),
    /**
     * d = what a direct call of a with first argument b calls: a itself; or, where a is the original eval and b a string, a
     * function made of that text in context c, whose scopes constants[k] ({@link EvalScope}) describes.
     */
    RESOLVE_EVAL(Effect.ANY, WRITE, READ, READ, READ, CONSTANT),
    /** d = a new regular expression with pattern k and flags k. */
    CREATE_REGEXP(Effect.ALLOCATES, WRITE, CONSTANT, CONSTANT),
    /** d = the promise of {@code import(a, b)}. */
    IMPORT_CALL(Effect.ANY, WRITE, READ, READ, IMMEDIATE),

    // for-of, see Iterators in the front end.
    /**
     * A hint: jumps unless a, an iterable or an iterator, is an ordinary object, whose methods are the program's. Either way is right;
     * the engine steps iterators of its own faster than calls would.
     */
    JUMP_IF_ENGINE_ITERATES(Effect.CONTROL, SlotKind.BRANCH, READ, TARGET, FEEDBACK),
    /** TypeError where a, what b has for Symbol.iterator, cannot be called. */
    CHECK_ITERABLE(Effect.THROWS, READ, READ);

    /** What an instruction may do besides writing its destinations. */
    public enum Effect {
        /** Only writes its destination. */
        PURE,
        /** Reads mutable memory. */
        READS,
        /** Writes memory that is not a guest-visible property; runs no guest code. */
        WRITES,
        /** Allocates (may collect); runs no guest code. */
        ALLOCATES,
        /** May throw; otherwise pure. */
        THROWS,
        /** Transfers control; no other effect. */
        CONTROL,
        /** Transfers control and may run guest code. */
        CONTROL_ANY,
        /** May do anything: run guest code, throw, change shapes. */
        ANY
    }

    private static final Opcode[] BY_CODE = values();

    private final Effect effect;
    private final SlotKind slotKind;
    private final List<OperandKind> operands;
    // Asked for by the interpreter at each call.
    private final int length;
    private final int resultOperand;
    private final int targetOperand;
    private final int feedbackOperand;

    Opcode(Effect effect, OperandKind... operands) {
        this(effect, SlotKind.NONE, operands);
    }

    Opcode(Effect effect, SlotKind slotKind, OperandKind... operands) {
        this.effect = effect;
        this.slotKind = slotKind;
        this.operands = List.of(operands);
        if ((slotKind != SlotKind.NONE) != this.operands.contains(FEEDBACK)) {
            throw new AssertionError(name() + ": a feedback operand and a slot kind go together");
        }
        this.length = 1 + this.operands.size();
        this.resultOperand = 1 + this.operands.indexOf(WRITE);
        this.targetOperand = 1 + this.operands.indexOf(TARGET);
        this.feedbackOperand = 1 + this.operands.indexOf(FEEDBACK);
    }

    public static Opcode of(int code) {
        return BY_CODE[code];
    }

    public Effect effect() {
        return effect;
    }

    /** The kind of the slot that the FEEDBACK operand names; {@link SlotKind#NONE} where there is no such operand. */
    public SlotKind slotKind() {
        return slotKind;
    }

    public List<OperandKind> operands() {
        return operands;
    }

    /** Words of the instruction, opcode included. */
    public int length() {
        return length;
    }

    /** Position (from 1, as in {@code code[pc + n]}) of the operand that a result is written to, or 0 if none. */
    public int resultOperand() {
        return resultOperand;
    }

    /** Position (from 1) of the jump target, or 0. */
    public int targetOperand() {
        return targetOperand;
    }

    /** Position (from 1) of the feedback operand, or 0. */
    public int feedbackOperand() {
        return feedbackOperand;
    }

    /** Never falls through to the next instruction. */
    public boolean endsBlock() {
        return switch (this) {
            case JUMP, JUMP_LOOP, RETURN, THROW, THROW_ERROR -> true;
            default -> false;
        };
    }

    /** CamelCase name for text: {@code JumpIfLess}. */
    public String mnemonic() {
        var text = new StringBuilder();
        for (String word : name().split("_")) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }
}
