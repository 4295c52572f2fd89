package org.tierscope.ir;

import static org.tierscope.ir.Representation.BOOL;
import static org.tierscope.ir.Representation.INT32;
import static org.tierscope.ir.Representation.NONE;
import static org.tierscope.ir.Representation.TAGGED;

import java.util.List;

/**
 * The runtime's operations that compiled code calls with values. Each is the entry of the same name in the
 * machine tier's table of runtime functions, and through it a method of {@link
 * org.tierscope.runtime.Operations}. Arguments are in the order of that method; INT32 and BOOL ones are raw
 * (0 or 1). Where {@link #takesFeedback} the address of the node's feedback slot, or 0, follows the
 * arguments. A BOOL result comes back as a boxed boolean.
 */
public enum RuntimeOperation {
    ADD(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SUB(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    MUL(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    DIV(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    MOD(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    EXP(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    BIT_AND(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    BIT_OR(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    BIT_XOR(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SHL(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SHR(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    USHR(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    NEG(Kind.GUEST, true, TAGGED, TAGGED),
    BIT_NOT(Kind.GUEST, true, TAGGED, TAGGED),
    INC(Kind.GUEST, true, TAGGED, TAGGED),
    DEC(Kind.GUEST, true, TAGGED, TAGGED),
    TO_NUMBER(Kind.GUEST, true, TAGGED, TAGGED),
    TO_NUMERIC(Kind.GUEST, true, TAGGED, TAGGED),

    TRUTHY(Kind.QUIET, false, BOOL, TAGGED),
    TYPEOF(Kind.QUIET, false, TAGGED, TAGGED),
    NUMBER_TO_STRING(Kind.QUIET, false, TAGGED, TAGGED),
    TO_STRING(Kind.GUEST, false, TAGGED, TAGGED),
    TO_PROPERTY_KEY(Kind.GUEST, false, TAGGED, TAGGED),
    TO_OBJECT(Kind.THROWING, false, TAGGED, TAGGED),

    LOOSE_EQUALS(Kind.GUEST, true, BOOL, TAGGED, TAGGED),
    STRICT_EQUALS(Kind.QUIET, true, BOOL, TAGGED, TAGGED),
    LESS(Kind.GUEST, true, BOOL, TAGGED, TAGGED),
    LESS_EQ(Kind.GUEST, true, BOOL, TAGGED, TAGGED),
    GREATER(Kind.GUEST, true, BOOL, TAGGED, TAGGED),
    GREATER_EQ(Kind.GUEST, true, BOOL, TAGGED, TAGGED),
    INSTANCE_OF(Kind.GUEST, false, BOOL, TAGGED, TAGGED),
    IN(Kind.GUEST, false, BOOL, TAGGED, TAGGED),

    GET_FIELD(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SET_FIELD(Kind.GUEST, true, NONE, TAGGED, TAGGED, TAGGED, BOOL),
    GET_ELEMENT(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SET_ELEMENT(Kind.GUEST, true, NONE, TAGGED, TAGGED, TAGGED, BOOL),
    DEFINE_FIELD(Kind.GUEST, true, NONE, TAGGED, TAGGED, TAGGED),
    DEFINE_ELEMENT(Kind.GUEST, false, NONE, TAGGED, TAGGED, TAGGED),
    DELETE(Kind.GUEST, false, BOOL, TAGGED, TAGGED, BOOL),
    GET_PRIVATE(Kind.GUEST, true, TAGGED, TAGGED, TAGGED),
    SET_PRIVATE(Kind.GUEST, true, NONE, TAGGED, TAGGED, TAGGED),

    GET_GLOBAL(Kind.GUEST, true, TAGGED, TAGGED, BOOL),
    SET_GLOBAL(Kind.GUEST, true, NONE, TAGGED, TAGGED, BOOL),

    CREATE_CONTEXT(Kind.ALLOCATING, false, TAGGED, TAGGED, INT32),
    COPY_CONTEXT(Kind.ALLOCATING, false, TAGGED, TAGGED),
    /** Of a bytecode function as its own new.target. */
    CREATE_THIS(Kind.ALLOCATING, false, TAGGED, TAGGED, TAGGED),
    GET_SUPER_CONSTRUCTOR(Kind.THROWING, false, TAGGED, TAGGED),
    INITIALIZE_FIELDS(Kind.GUEST, false, NONE, TAGGED, TAGGED),
    COERCE_THIS(Kind.ALLOCATING, false, TAGGED, TAGGED),
    CREATE_OBJECT(Kind.ALLOCATING, true, TAGGED, INT32),
    ARRAY_APPEND(Kind.APPENDING, false, NONE, TAGGED, TAGGED),
    COLLECTION_PUT(Kind.COLLECTING, false, NONE, TAGGED, TAGGED, TAGGED),
    COLLECTION_DELETE(Kind.COLLECTING, false, BOOL, TAGGED, TAGGED),
    CHECK_INITIALIZED(Kind.THROWING, false, NONE, TAGGED, TAGGED),
    CHECK_OBJECT_COERCIBLE(Kind.THROWING, false, NONE, TAGGED),
    CHECK_CONSTRUCTOR_RESULT(Kind.THROWING, false, TAGGED, TAGGED, TAGGED);

    private enum Kind {
        /** May run guest code. */
        GUEST(Effects.ANY),
        /** May throw; changes nothing. */
        THROWING(new Effects(0, 0, Effects.CALLS | Effects.THROWS)),
        /** Changes nothing and throws nothing. */
        QUIET(new Effects(0, 0, Effects.CALLS)),
        ALLOCATING(new Effects(Memory.ALL, 0, Effects.CALLS | Effects.ALLOCATES)),
        COLLECTING(new Effects(Memory.TABLE.bit(), Memory.TABLE.bit(), Effects.CALLS | Effects.ALLOCATES)),
        APPENDING(new Effects(
                Memory.LENGTH.bit(),
                Memory.mask(Memory.LENGTH, Memory.ELEMENTS, Memory.ELEMENTS_POINTER, Memory.KIND, Memory.SHAPE),
                Effects.CALLS | Effects.ALLOCATES));

        final Effects effects;

        Kind(Effects effects) {
            this.effects = effects;
        }
    }

    private final Effects effects;
    private final boolean takesFeedback;
    private final Representation result;
    private final List<Representation> arguments;

    RuntimeOperation(Kind kind, boolean takesFeedback, Representation result, Representation... arguments) {
        this.effects = kind.effects;
        this.takesFeedback = takesFeedback;
        this.result = result;
        this.arguments = List.of(arguments);
    }

    public Effects effects() {
        return effects;
    }

    public boolean takesFeedback() {
        return takesFeedback;
    }

    public Representation result() {
        return result;
    }

    public List<Representation> arguments() {
        return arguments;
    }
}
