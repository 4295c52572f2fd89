package org.tierscope.ir;

import static org.tierscope.ir.Effects.ALLOCATES;
import static org.tierscope.ir.Effects.ANY;
import static org.tierscope.ir.Effects.CALLS;
import static org.tierscope.ir.Effects.EXIT;
import static org.tierscope.ir.Effects.GUARD;
import static org.tierscope.ir.Effects.LEAF;
import static org.tierscope.ir.Effects.PINNED_VALUE;
import static org.tierscope.ir.Effects.PURE;
import static org.tierscope.ir.Effects.TERMINATOR;
import static org.tierscope.ir.Effects.THROWS;
import static org.tierscope.ir.Effects.guardReading;
import static org.tierscope.ir.Effects.reading;
import static org.tierscope.ir.Effects.writing;
import static org.tierscope.ir.Representation.BOOL;
import static org.tierscope.ir.Representation.FLOAT64;
import static org.tierscope.ir.Representation.INT32;
import static org.tierscope.ir.Representation.NONE;
import static org.tierscope.ir.Representation.RAW;
import static org.tierscope.ir.Representation.TAGGED;

import java.util.List;

/**
 * The one table of operations: result, operands, effects and constant parameters of each. Printer, parser,
 * verifier, passes and back end take what they know of a node's form from here.
 *
 * <p>Names end in the representation they compute on. A {@code …Checked} operation exits where plain int32
 * arithmetic would give another result than JavaScript's. A guard that returns its operand gives it a
 * narrower type; what relies on the guard takes that result, so that no pass can move it above the guard.
 */
public enum Operator {
    /** One operand per predecessor of its block, in order. Its representation is its own. */
    Phi(null, Type.ANY, PINNED_VALUE, Inputs.any()),

    // Constants.
    /** A boxed word. */
    Constant(TAGGED, Type.ANY, PURE, Inputs.of(), ParameterKind.WORD),
    ConstantInt32(INT32, Type.INT32, PURE, Inputs.of(), ParameterKind.INT),
    ConstantFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(), ParameterKind.DOUBLE),
    ConstantBool(BOOL, Type.BOOLEAN, PURE, Inputs.of(), ParameterKind.BOOL),

    // Frame.
    /** The value of a frame register when compiled code is entered; only in the entry block. */
    Parameter(TAGGED, Type.ANY, PINNED_VALUE, Inputs.of(), ParameterKind.INT),
    /** A frame register that the ExecuteBytecode or ExecuteJump just before it has written. */
    LoadRegister(TAGGED, Type.ANY, reading(Memory.FRAME).and(Effects.PINNED), Inputs.of(), ParameterKind.INT),
    /** Emits nothing: a place where guards can be put, with the frame state to give them. */
    Checkpoint(NONE, Type.NONE, PINNED_VALUE, Inputs.of()),

    /**
     * Its operand, of which more is known where this stands: a copy at most. What relies on that knowledge
     * takes this node, so that it cannot move above the test behind which it stands. Its representation is
     * its operand's.
     */
    Refine(null, Type.ANY, PINNED_VALUE, Inputs.any()),

    // Changes of representation that always succeed.
    BoxInt32(TAGGED, Type.INT32, PURE, Inputs.of(INT32)),
    /** Boxed as a double, whatever its value; NaN made canonical. */
    BoxFloat64(TAGGED, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    BoxBool(TAGGED, Type.BOOLEAN, PURE, Inputs.of(BOOL)),
    /** Of a value known to be boxed as int32. */
    UnboxInt32(INT32, Type.INT32, PURE, Inputs.of(TAGGED)),
    /** Of a value known to be a number, boxed either way. */
    UnboxNumber(FLOAT64, Type.DOUBLE, PURE, Inputs.of(TAGGED)),
    /** Of a value known to be a boolean. */
    UnboxBool(BOOL, Type.BOOLEAN, PURE, Inputs.of(TAGGED)),
    Int32ToFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(INT32)),
    /** The operand's 32 bits are unsigned. */
    Uint32ToFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(INT32)),
    /** ToInt32 (7.1.6): modulo 2^32. */
    TruncateFloat64(INT32, Type.INT32, PURE, Inputs.of(FLOAT64)),
    BoolToInt32(INT32, Type.range(0, 1), PURE, Inputs.of(BOOL)),

    // Guards.
    /** Boxed as int32? Unboxes. */
    CheckInt32(INT32, Type.INT32, GUARD, ExitReason.NOT_INT32, Inputs.of(TAGGED)),
    /** A number, boxed either way? Unboxes. */
    CheckNumber(FLOAT64, Type.DOUBLE, GUARD, ExitReason.NOT_NUMBER, Inputs.of(TAGGED)),
    CheckBoolean(BOOL, Type.BOOLEAN, GUARD, ExitReason.NOT_BOOLEAN, Inputs.of(TAGGED)),
    /** An int32 value and not −0? Converts. */
    CheckFloat64IsInt32(INT32, Type.INT32, GUARD, ExitReason.NOT_EXACT, Inputs.of(FLOAT64)),
    /** Below 2^31 when read as unsigned? */
    CheckNotNegative(INT32, Type.range(0, Integer.MAX_VALUE), GUARD, ExitReason.OVERFLOW, Inputs.of(INT32)),
    /** An int32 or a number with an int32 value (an index)? Unboxes. */
    CheckIndex(INT32, Type.INT32, GUARD, ExitReason.NOT_INT32, Inputs.of(TAGGED)),
    CheckString(TAGGED, Type.STRING, GUARD, ExitReason.NOT_STRING, Inputs.of(TAGGED)),
    /** An object, functions included? */
    CheckObject(TAGGED, Type.OBJECT, GUARD, ExitReason.NOT_OBJECT, Inputs.of(TAGGED)),
    /** A cell whose shape id is one of these? */
    CheckShape(
            TAGGED, Type.ANY, guardReading(Memory.SHAPE), ExitReason.WRONG_SHAPE, Inputs.of(TAGGED),
            ParameterKind.SHAPES),
    /** A function object of this function id? */
    CheckFunction(
            TAGGED, Type.FUNCTION, GUARD, ExitReason.WRONG_TARGET, Inputs.of(TAGGED), ParameterKind.INT),
    /** Exactly this word? */
    CheckValue(TAGGED, Type.ANY, GUARD, ExitReason.WRONG_VALUE, Inputs.of(TAGGED), ParameterKind.WORD),
    /** Of an object: its elements kind is one of these? */
    CheckElementsKind(
            TAGGED, Type.OBJECT, guardReading(Memory.KIND), ExitReason.WRONG_ELEMENTS_KIND, Inputs.of(TAGGED),
            ParameterKind.KINDS),
    /** Of an object: none of these {@code Layout.FLAG_*} bits is set? */
    CheckFlags(
            TAGGED, Type.OBJECT, guardReading(Memory.KIND), ExitReason.WRONG_ELEMENTS_KIND, Inputs.of(TAGGED),
            ParameterKind.INT),
    /** 0 ≤ index < length? Returns the index. */
    CheckBounds(
            INT32, Type.range(0, Integer.MAX_VALUE - 1), GUARD, ExitReason.OUT_OF_BOUNDS, Inputs.of(INT32, INT32)),
    /** Not the empty value? The reason is HOLE or UNINITIALIZED. */
    CheckNotEmpty(TAGGED, Type.VALUE.join(Type.INTERNAL), GUARD, ExitReason.HOLE, Inputs.of(TAGGED)),
    /** Not {@code Layout.HOLE_BITS}? */
    CheckNotHoleFloat64(FLOAT64, Type.DOUBLE, GUARD, ExitReason.HOLE, Inputs.of(FLOAT64)),
    /** The validity cell at this address holds 1? */
    CheckValidity(
            NONE, Type.NONE, guardReading(Memory.VALIDITY), ExitReason.PROTOTYPE_CHANGED, Inputs.of(),
            ParameterKind.WORD),
    /** True? For conditions with no guard of their own; the reason is given. */
    CheckTrue(NONE, Type.NONE, GUARD, ExitReason.WRONG_VALUE, Inputs.of(BOOL)),
    /** No interrupt is asked for? At loop back-edges. */
    CheckInterrupt(
            NONE, Type.NONE, new Effects(0, 0, Effects.EXITS | Effects.PINNED), ExitReason.INTERRUPT, Inputs.of()),

    // Int32 arithmetic.
    AddInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    SubInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    MulInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** The high 32 bits of the signed product. */
    MulHighInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    AndInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    OrInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    XorInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** Shift counts are taken modulo 32. */
    ShlInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    ShrInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** The 32 bits of an unsigned result; see Uint32ToFloat64 and CheckNotNegative. */
    UshrInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    MinInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    MaxInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** Leading zero bits: 32 for 0. */
    CountLeadingZerosInt32(INT32, Type.range(0, 32), PURE, Inputs.of(INT32)),
    AddInt32Checked(INT32, Type.INT32, GUARD, ExitReason.OVERFLOW, Inputs.of(INT32, INT32)),
    SubInt32Checked(INT32, Type.INT32, GUARD, ExitReason.OVERFLOW, Inputs.of(INT32, INT32)),
    /** Exits on overflow and, with parameter true, on −0 (a zero product of a negative factor). */
    MulInt32Checked(
            INT32, Type.INT32, GUARD, ExitReason.OVERFLOW, Inputs.of(INT32, INT32), ParameterKind.BOOL),
    /** Exits on a zero divisor, a remainder, −0 and overflow. */
    DivInt32Checked(INT32, Type.INT32, GUARD, ExitReason.NOT_EXACT, Inputs.of(INT32, INT32)),
    /** Exits on a zero divisor and, with parameter true, on −0 (a zero remainder of a negative dividend). */
    ModInt32Checked(
            INT32, Type.INT32, GUARD, ExitReason.MINUS_ZERO, Inputs.of(INT32, INT32), ParameterKind.BOOL),
    /** Quotient towards zero; 0 for a zero divisor, INT_MIN / −1 wraps: (a / b) | 0. */
    DivInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** Remainder; 0 for a zero divisor: (a % b) | 0. */
    ModInt32(INT32, Type.INT32, PURE, Inputs.of(INT32, INT32)),
    /** Exits on 0 (−0 would result) and INT_MIN. */
    NegInt32Checked(INT32, Type.INT32, GUARD, ExitReason.MINUS_ZERO, Inputs.of(INT32)),
    /** Exits on INT_MIN. */
    AbsInt32Checked(INT32, Type.range(0, Integer.MAX_VALUE), GUARD, ExitReason.OVERFLOW, Inputs.of(INT32)),

    // Double arithmetic.
    AddFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    SubFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    MulFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    DivFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    NegFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    AbsFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    SqrtFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    FloorFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    CeilFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    TruncFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    /** Math.round: halves towards +∞, −0 kept. */
    RoundFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64)),
    /** Math.min: NaN if either is, −0 below +0. */
    MinFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    MaxFloat64(FLOAT64, Type.DOUBLE, PURE, Inputs.of(FLOAT64, FLOAT64)),
    MathFloat64(FLOAT64, Type.DOUBLE, LEAF, Inputs.all(FLOAT64), ParameterKind.MATH),

    // Comparisons and tests.
    CompareInt32(BOOL, Type.BOOLEAN, PURE, Inputs.of(INT32, INT32), ParameterKind.CONDITION),
    CompareFloat64(BOOL, Type.BOOLEAN, PURE, Inputs.of(FLOAT64, FLOAT64), ParameterKind.CONDITION),
    /** Equal bits. */
    SameWord(BOOL, Type.BOOLEAN, PURE, Inputs.of(TAGGED, TAGGED)),
    /** Equal content; both are strings. Exits where there is no memory to flatten them. */
    StringEqual(BOOL, Type.BOOLEAN, GUARD, ExitReason.THROWS, Inputs.of(TAGGED, TAGGED)),
    TestType(BOOL, Type.BOOLEAN, PURE, Inputs.of(TAGGED), ParameterKind.TEST),
    /** Whether it is a cell with one of these shape ids: dispatch of polymorphic accesses. */
    TestShape(BOOL, Type.BOOLEAN, reading(Memory.SHAPE), Inputs.of(TAGGED), ParameterKind.SHAPES),
    /** Whether it is a function object of this function id: dispatch of polymorphic calls. */
    TestFunction(BOOL, Type.BOOLEAN, PURE, Inputs.of(TAGGED), ParameterKind.INT),
    /** ToBoolean (7.1.2). */
    Truthy(BOOL, Type.BOOLEAN, PURE, Inputs.of(TAGGED)),
    NotBool(BOOL, Type.BOOLEAN, PURE, Inputs.of(BOOL)),

    // Memory. The first operand is the object or storage; parameters give the byte offset and the category.
    LoadField(
            TAGGED, Type.ANY, PURE, Inputs.of((Representation) null), ParameterKind.INT,
            ParameterKind.MEMORY),
    StoreField(
            NONE, Type.NONE, PURE, Inputs.of(null, TAGGED), ParameterKind.INT,
            ParameterKind.MEMORY),
    /** Gives an object this shape id. */
    StoreShape(NONE, Type.NONE, writing(Memory.SHAPE), Inputs.of(TAGGED), ParameterKind.INT),
    LoadSlots(RAW, Type.INTERNAL, reading(Memory.SLOTS_POINTER), Inputs.of(TAGGED)),
    LoadElements(RAW, Type.INTERNAL, reading(Memory.ELEMENTS_POINTER), Inputs.of(TAGGED)),
    /** The 32 bits of an unsigned number; below 2^31 unless the elements kind is DICTIONARY. */
    LoadArrayLength(INT32, Type.INT32, reading(Memory.LENGTH), Inputs.of(TAGGED)),
    /** Storage, index. */
    LoadElement(TAGGED, Type.ANY, reading(Memory.ELEMENTS), Inputs.of(RAW, INT32)),
    LoadElementFloat64(FLOAT64, Type.DOUBLE, reading(Memory.ELEMENTS), Inputs.of(RAW, INT32)),
    /** Storage, index, value. */
    StoreElement(NONE, Type.NONE, writing(Memory.ELEMENTS), Inputs.of(RAW, INT32, TAGGED)),
    /** NaN is made canonical. */
    StoreElementFloat64(NONE, Type.NONE, writing(Memory.ELEMENTS), Inputs.of(RAW, INT32, FLOAT64)),
    /**
     * Array, value: stores behind the last element and returns the new length; grows the storage through {@link
     * RuntimeOperation#ARRAY_APPEND} where it is full. The array's elements are in a row, of any kind, which may change so that
     * the value fits, and it is extensible.
     */
    ArrayPush(
            INT32, Type.range(1, Integer.MAX_VALUE),
            new Effects(
                    Memory.mask(Memory.LENGTH, Memory.ELEMENTS_POINTER, Memory.KIND),
                    Memory.mask(Memory.LENGTH, Memory.ELEMENTS_POINTER, Memory.ELEMENTS, Memory.KIND), CALLS),
            Inputs.of(TAGGED, TAGGED)),
    /** Array with elements in a row, whose length may change: removes the last; undefined where it is empty or a hole. */
    ArrayPop(
            TAGGED, Type.VALUE,
            new Effects(
                    Memory.mask(Memory.LENGTH, Memory.ELEMENTS_POINTER, Memory.ELEMENTS, Memory.KIND),
                    Memory.LENGTH.bit(), 0),
            Inputs.of(TAGGED)),
    /** Array with elements in a row, index in bounds: the boxed element; exits on a hole. */
    LoadAnyElement(
            TAGGED, Type.VALUE, guardReading(Memory.ELEMENTS_POINTER, Memory.ELEMENTS, Memory.KIND), ExitReason.HOLE,
            Inputs.of(TAGGED, INT32)),
    /**
     * Array with elements in a row, index in bounds, value: stores into any kind, which may change so that the value fits. The
     * parameter says whether the code is strict.
     */
    StoreAnyElement(
            NONE, Type.NONE,
            new Effects(
                    Memory.mask(Memory.ELEMENTS_POINTER, Memory.KIND),
                    Memory.mask(Memory.ELEMENTS_POINTER, Memory.ELEMENTS, Memory.KIND), CALLS),
            Inputs.of(TAGGED, INT32, TAGGED), ParameterKind.BOOL),
    LoadTypedData(RAW, Type.INTERNAL, reading(Memory.TYPED_HEADER), Inputs.of(TAGGED)),
    /** In elements; lengths above 2^31 − 1 give that. */
    LoadTypedLength(INT32, Type.range(0, Integer.MAX_VALUE), reading(Memory.TYPED_HEADER), Inputs.of(TAGGED)),
    /** Data, index; every kind whose values are int32. */
    LoadTypedInt32(
            INT32, Type.INT32, reading(Memory.TYPED_DATA), Inputs.of(RAW, INT32), ParameterKind.KIND),
    /** Data, index; UINT32, FLOAT32, FLOAT64; a NaN with any bits, which is made canonical where it becomes a word. */
    LoadTypedFloat64(
            FLOAT64, Type.DOUBLE, reading(Memory.TYPED_DATA), Inputs.of(RAW, INT32), ParameterKind.KIND),
    /** Data, index, value: the low bits of it. */
    StoreTypedInt32(
            NONE, Type.NONE, writing(Memory.TYPED_DATA), Inputs.of(RAW, INT32, INT32), ParameterKind.KIND),
    StoreTypedFloat64(
            NONE, Type.NONE, writing(Memory.TYPED_DATA), Inputs.of(RAW, INT32, FLOAT64),
            ParameterKind.KIND),
    /** Clamped to 0…255, halves to even. */
    ClampFloat64(INT32, Type.range(0, 255), PURE, Inputs.of(FLOAT64)),

    // Strings: immutable, so loads read no mutable memory.
    LoadStringLength(INT32, Type.range(0, (1 << 30) - 1), PURE, Inputs.of(TAGGED)),
    /** String, index in bounds; flattens a rope first, and exits where there is no memory for that. */
    StringCharCodeAt(INT32, Type.range(0, 0xFFFF), GUARD, ExitReason.THROWS, Inputs.of(TAGGED, INT32)),
    /** The string of one UTF-16 unit; exits where there is no memory for it. */
    StringOfUnit(TAGGED, Type.STRING, GUARD, ExitReason.THROWS, Inputs.of(INT32)),
    /**
     * The interned string with the same characters, or the string itself, flat, where there is none: it is the same word as an
     * interned string exactly where both are equal. Exits where there is no memory to flatten it.
     */
    InternString(TAGGED, Type.STRING, GUARD, ExitReason.THROWS, Inputs.of(TAGGED)),
    /** Of two strings; RangeError where the result is too long. */
    StringConcat(TAGGED, Type.STRING, new Effects(0, 0, CALLS | THROWS | ALLOCATES), Inputs.of(TAGGED, TAGGED)),

    // Map and Set.
    /** A MAP or SET, key: the address of the entry (key, value) in its table, EMPTY where there is none. */
    FindEntry(
            TAGGED, Type.INTERNAL.join(Type.EMPTY), guardReading(Memory.TABLE), ExitReason.THROWS,
            Inputs.of(TAGGED, TAGGED)),
    /** How many entries it has. */
    LoadCollectionSize(INT32, Type.range(0, Integer.MAX_VALUE), reading(Memory.TABLE), Inputs.of(TAGGED)),

    // Allocation.
    /** An object with this shape, cell type OBJECT, and room for so many fields in it, all undefined. */
    NewObject(
            TAGGED, Type.of(Type.OTHER_OBJECT_BIT), new Effects(0, 0, CALLS | ALLOCATES), Inputs.of(),
            ParameterKind.INT, ParameterKind.INT),
    /** An array of this shape and kind from its elements (TAGGED, or FLOAT64 for double kinds). */
    NewArray(
            TAGGED, Type.ARRAY, new Effects(0, 0, CALLS | ALLOCATES), Inputs.all(null), ParameterKind.INT,
            ParameterKind.KIND),
    /** A context with this parent and so many slots, all empty. */
    NewContext(
            TAGGED, Type.INTERNAL, new Effects(0, 0, CALLS | ALLOCATES), Inputs.of(TAGGED),
            ParameterKind.INT),
    /** A closure of this function id over a context. */
    NewClosure(
            TAGGED, Type.FUNCTION, new Effects(0, 0, CALLS | ALLOCATES), Inputs.of(TAGGED),
            ParameterKind.INT),

    /**
     * An object that is allocated only where an exit needs it: emits nothing, and stands for the object in frame states, which
     * say what it holds there. Parameters: what it is; function id of closures, else 0; elements kind of arrays, else EMPTY.
     */
    VirtualObject(
            TAGGED, Type.VALUE.join(Type.INTERNAL), PINNED_VALUE, Inputs.of(), ParameterKind.VIRTUAL, ParameterKind.INT,
            ParameterKind.KIND),

    // Calls.
    /**
     * Callee, this, new.target (undefined for a call), arguments. The parameter is the function id that the
     * callee is known to have, or −1: then the target is looked at, and what is no function throws or runs as
     * the runtime says.
     */
    Call(TAGGED, Type.VALUE, ANY, Inputs.all(TAGGED), ParameterKind.INT),
    /**
     * The same call of a function that had an unboxed entry with this {@link Signature} when it was compiled: arguments have the
     * representations that it says. Where the function has no such entry any more, they are boxed on the way.
     */
    CallDirect(TAGGED, Type.VALUE, ANY, Inputs.all(null), ParameterKind.INT, ParameterKind.INT),
    /** Callee, new.target, arguments: [[Construct]] of anything. */
    Construct(TAGGED, Type.VALUE, ANY, Inputs.all(TAGGED)),
    /** Constructor result, this: the result if it is an object, else this. */
    SelectObject(TAGGED, Type.OBJECT, PURE, Inputs.of(TAGGED, TAGGED)),
    /** See {@link RuntimeOperation}, which says operands, result and effects. */
    CallRuntime(
            null, Type.ANY, ANY, Inputs.any(), ParameterKind.RUNTIME, ParameterKind.FEEDBACK),
    /**
     * Has the runtime execute one bytecode of the frame being compiled (never of an inlined one): operands
     * are first stored into the registers in the list, and results are read by LoadRegister right after it.
     * Parameters: pc, registers. The frame's pc word stays the safepoint's number while it runs.
     */
    ExecuteBytecode(
            NONE, Type.NONE, ANY, Inputs.all(TAGGED), ParameterKind.INT, ParameterKind.REGISTERS),
    /** The same for a conditional jump: whether it is taken. */
    ExecuteJump(BOOL, Type.BOOLEAN, ANY, Inputs.all(TAGGED), ParameterKind.INT, ParameterKind.REGISTERS),

    // Terminators.
    Jump(NONE, Type.NONE, TERMINATOR, Inputs.of()),
    /** To its first target if true, else to its second. */
    Branch(NONE, Type.NONE, TERMINATOR, Inputs.of(BOOL)),
    Return(NONE, Type.NONE, TERMINATOR, Inputs.of(TAGGED)),
    /** Leaves to the interpreter always. */
    Exit(NONE, Type.NONE, EXIT, ExitReason.INSUFFICIENT_FEEDBACK, Inputs.of()),
    /**
     * Throws a value out of the function being compiled; under a handler, leaves to the interpreter throwing.
     */
    Throw(NONE, Type.NONE, TERMINATOR.and(THROWS), Inputs.of(TAGGED));

    private final Representation result;
    private final Type type;
    private final Effects effects;
    private final ExitReason reason;
    private final Inputs inputs;
    private final List<ParameterKind> parameters;

    Operator(
            Representation result, Type type, Effects effects, Inputs inputs,
            ParameterKind... parameters) {
        this(result, type, effects, null, inputs, parameters);
    }

    Operator(
            Representation result, Type type, Effects effects, ExitReason reason, Inputs inputs,
            ParameterKind... parameters) {
        this.result = result;
        this.type = type;
        this.effects = effects;
        this.reason = reason;
        this.inputs = inputs;
        this.parameters = List.of(parameters);
    }

    /** Null where each node has its own (Phi, Refine, CallRuntime). */
    public Representation result() {
        return result;
    }

    /** What is always true of the result. */
    public Type type() {
        return type;
    }

    /** Worst case; {@link Node#effects()} knows more of loads, stores and runtime calls. */
    public Effects effects() {
        return effects;
    }

    /** Why it exits, unless a node says otherwise; null for what never exits. */
    public ExitReason reason() {
        return reason;
    }

    public Inputs inputs() {
        return inputs;
    }

    public List<ParameterKind> parameters() {
        return parameters;
    }

    public boolean isTerminator() {
        return effects.has(Effects.TERMINATES);
    }

    /** Whether nodes of it carry a frame state: guards, calls, and what may throw. */
    public boolean hasState() {
        return effects.has(Effects.EXITS | CALLS | THROWS) || this == Checkpoint;
    }

    public boolean isConstant() {
        return this == Constant || this == ConstantInt32 || this == ConstantFloat64 || this == ConstantBool;
    }

    /** Blocks that it transfers control to. */
    public int targetCount() {
        return switch (this) {
            case Jump -> 1;
            case Branch -> 2;
            default -> 0;
        };
    }

    /** Whether (a, b) and (b, a) give the same. */
    public boolean isCommutative() {
        return switch (this) {
            case AddInt32, MulInt32, MulHighInt32, AndInt32, OrInt32, XorInt32, MinInt32, MaxInt32, AddInt32Checked,
                    MulInt32Checked, AddFloat64, MulFloat64, MinFloat64, MaxFloat64, SameWord, StringEqual -> true;
            default -> false;
        };
    }
}
