package org.tierscope.ir;

/** Why compiled code left to the interpreter: each guard names one, and each is counted. */
public enum ExitReason {
    NOT_INT32("expected an int32"),
    NOT_NUMBER("expected a number"),
    NOT_STRING("expected a string"),
    NOT_BOOLEAN("expected a boolean"),
    NOT_OBJECT("expected an object"),
    OVERFLOW("the int32 result overflowed"),
    MINUS_ZERO("the result was -0"),
    NOT_EXACT("the result was not an int32"),
    DIVISION_BY_ZERO("int32 division by zero"),
    WRONG_SHAPE("an object of another shape"),
    WRONG_TARGET("a call of another function"),
    WRONG_VALUE("another value than the one seen before"),
    WRONG_ELEMENTS_KIND("another elements kind"),
    OUT_OF_BOUNDS("an index out of bounds"),
    HOLE("a hole was read"),
    UNINITIALIZED("a binding before its declaration"),
    PROTOTYPE_CHANGED("something on the prototype chain changed"),
    INSUFFICIENT_FEEDBACK("this code had never run"),
    /** Not a failed guess: an instruction that only the interpreter executes. */
    NOT_COMPILED("left to the interpreter"),
    /** Not a failed guess: the runtime asked for attention at a loop's back-edge. */
    INTERRUPT("the runtime asked for attention"),
    /** Not a failed guess: the interpreter makes and throws errors. */
    THROWS("throws an error"),
    /** Not a failed guess: asked for by a stress option. */
    STRESS("asked for by a stress option");

    private final String meaning;

    ExitReason(String meaning) {
        this.meaning = meaning;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** Whether taking such an exit says that the code's assumptions were wrong. */
    public boolean isMisspeculation() {
        return switch (this) {
            case NOT_COMPILED, INTERRUPT, THROWS, STRESS -> false;
            default -> true;
        };
    }
}
