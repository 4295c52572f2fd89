package org.tierscope.ir;

/**
 * Native functions that compiled code knows: the optimizer replaces some by nodes of its own, given the types that it has seen;
 * others have entries in machine code. {@code ARRAY_POP} is Array.prototype.pop; where the name does not say it, a path does.
 */
public enum Intrinsic {
    MATH_ABS,
    MATH_CEIL,
    MATH_CLZ32,
    MATH_FLOOR,
    MATH_FROUND,
    MATH_IMUL,
    MATH_MAX,
    MATH_MIN,
    MATH_POW,
    MATH_ROUND,
    MATH_SIGN,
    MATH_SQRT,
    MATH_TRUNC,
    MATH_ACOS,
    MATH_ASIN,
    MATH_ATAN,
    MATH_ATAN2,
    MATH_CBRT,
    MATH_COS,
    MATH_COSH,
    MATH_EXP,
    MATH_EXPM1,
    MATH_HYPOT,
    MATH_LOG,
    MATH_LOG10,
    MATH_LOG1P,
    MATH_LOG2,
    MATH_SIN,
    MATH_SINH,
    MATH_TAN,
    MATH_TANH,
    ARRAY_POP,
    ARRAY_PUSH,
    MAP_DELETE,
    MAP_GET,
    MAP_HAS,
    MAP_SET,
    SET_ADD,
    SET_DELETE,
    SET_HAS,
    /** The getters "size" and, of typed arrays, "length". */
    MAP_SIZE,
    SET_SIZE,
    TYPED_ARRAY_LENGTH,
    STRING_CHAR_CODE_AT,
    STRING_CHAR_AT,
    // Those with entries only.
    ARRAY_CONSTRUCTOR("Array"),
    ARRAY_FILL,
    ARRAY_INCLUDES,
    ARRAY_INDEX_OF,
    ARRAY_IS_ARRAY("Array.isArray"),
    ARRAY_REVERSE,
    ARRAY_SHIFT,
    ARRAY_SLICE,
    FUNCTION_APPLY,
    FUNCTION_CALL,
    GENERATOR_NEXT,
    GLOBAL_IS_FINITE("isFinite"),
    GLOBAL_IS_NAN("isNaN"),
    GLOBAL_PARSE_INT("parseInt"),
    MAP_ENTRIES,
    MAP_KEYS,
    MAP_VALUES,
    NUMBER_IS_FINITE("Number.isFinite"),
    NUMBER_IS_INTEGER("Number.isInteger"),
    NUMBER_IS_NAN("Number.isNaN"),
    NUMBER_TO_STRING,
    OBJECT_HAS_OWN("Object.hasOwn"),
    OBJECT_HAS_OWN_PROPERTY,
    SET_ENTRIES,
    SET_VALUES,
    STRING_CODE_POINT_AT,
    STRING_CONVERSION("String"),
    STRING_ENDS_WITH,
    STRING_FROM_CHAR_CODE("String.fromCharCode"),
    STRING_INCLUDES,
    STRING_INDEX_OF,
    STRING_PAD_END,
    STRING_PAD_START,
    STRING_SLICE,
    STRING_STARTS_WITH,
    STRING_SUBSTR,
    STRING_SUBSTRING,
    STRING_TO_LOWER_CASE,
    STRING_TO_UPPER_CASE,
    STRING_TRIM,
    STRING_TRIM_END,
    STRING_TRIM_START,
    /** What the prelude asks before it fills a new array. */
    PRELUDE_SPECIES("prelude.species");

    private final String path;

    Intrinsic() {
        this(null);
    }

    Intrinsic(String path) {
        this.path = path;
    }

    /** Names that lead to the function from the global object, or, after "prelude", from what the prelude may use; or null. */
    public String path() {
        return path;
    }
}
