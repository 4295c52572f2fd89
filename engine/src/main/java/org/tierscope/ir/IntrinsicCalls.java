package org.tierscope.ir;

import java.util.List;

/**
 * Calls of native functions that have nodes of their own. The target is guarded already; operands are
 * speculated to be numbers (or strings, or arrays), which the native function's own conversions would leave
 * as they are.
 */
final class IntrinsicCalls {
    private final FunctionBuilder f;
    private final ElementBytecodes elements;

    IntrinsicCalls(FunctionBuilder f, ElementBytecodes elements) {
        this.f = f;
        this.elements = elements;
    }

    /** The call's result, or null where it has to be called. */
    Node build(Intrinsic intrinsic, Node thisValue, List<Node> arguments) {
        if (!f.mayGuess(ExitReason.NOT_NUMBER) || !f.mayGuess(ExitReason.NOT_INT32)
                || !f.mayGuess(ExitReason.OVERFLOW) || !f.mayGuess(ExitReason.OUT_OF_BOUNDS)
                || !f.mayGuess(ExitReason.NOT_STRING)) {
            return null;
        }
        return switch (intrinsic) {
            case ARRAY_PUSH -> push(thisValue, arguments);
            case ARRAY_POP -> pop(thisValue, arguments);
            case STRING_CHAR_CODE_AT, STRING_CHAR_AT -> character(intrinsic, thisValue, arguments);
            default -> intrinsic.name().startsWith("MATH_") ? math(intrinsic, arguments) : null;
        };
    }

    private Node math(Intrinsic intrinsic, List<Node> arguments) {
        if ((intrinsic == Intrinsic.MATH_MAX || intrinsic == Intrinsic.MATH_MIN) && arguments.size() > 2
                && arguments.stream().allMatch(IntrinsicCalls::mayBeNumber)) {
            return extreme(intrinsic, arguments);
        }
        int arity = switch (intrinsic) {
            case MATH_MAX, MATH_MIN, MATH_POW, MATH_ATAN2, MATH_HYPOT, MATH_IMUL -> 2;
            default -> 1;
        };
        if (arguments.size() != arity || !arguments.stream().allMatch(IntrinsicCalls::mayBeNumber)) {
            return null;
        }
        Node a = arguments.getFirst();
        Node b = arity == 2 ? arguments.get(1) : null;
        return switch (intrinsic) {
            case MATH_ABS -> isInt(a) ? f.emit(Operator.AbsInt32Checked, f.int32(a)) : unary(Operator.AbsFloat64, a);
            case MATH_CEIL -> isInt(a) ? a : integral(Operator.CeilFloat64, a);
            case MATH_FLOOR -> isInt(a) ? a : integral(Operator.FloorFloat64, a);
            case MATH_ROUND -> isInt(a) ? a : integral(Operator.RoundFloat64, a);
            case MATH_TRUNC -> isInt(a) ? a : integral(Operator.TruncFloat64, a);
            case MATH_SQRT -> unary(Operator.SqrtFloat64, a);
            case MATH_CLZ32 -> f.emit(Operator.CountLeadingZerosInt32, f.truncated(a, isInt(a)));
            case MATH_IMUL -> f.emit(Operator.MulInt32, f.truncated(a, isInt(a)), f.truncated(b, isInt(b)));
            case MATH_MAX -> isInt(a) && isInt(b)
                    ? f.emit(Operator.MaxInt32, f.int32(a), f.int32(b))
                    : f.emit(Operator.MaxFloat64, f.float64(a), f.float64(b));
            case MATH_MIN -> isInt(a) && isInt(b)
                    ? f.emit(Operator.MinInt32, f.int32(a), f.int32(b))
                    : f.emit(Operator.MinFloat64, f.float64(a), f.float64(b));
            default -> {
                var function = MathFunction.valueOf(intrinsic.name().substring("MATH_".length()));
                yield b == null
                        ? f.emit(Operator.MathFloat64, List.of(function), f.float64(a))
                        : f.emit(Operator.MathFloat64, List.of(function), f.float64(a), f.float64(b));
            }
        };
    }

    /** Of several numbers, two at a time. */
    private Node extreme(Intrinsic intrinsic, List<Node> arguments) {
        boolean max = intrinsic == Intrinsic.MATH_MAX;
        boolean ints = arguments.stream().allMatch(IntrinsicCalls::isInt);
        Operator operator = ints
                ? max ? Operator.MaxInt32 : Operator.MinInt32
                : max ? Operator.MaxFloat64 : Operator.MinFloat64;
        List<Node> values = arguments.stream().map(value -> ints ? f.int32(value) : f.float64(value)).toList();
        Node result = values.getFirst();
        for (Node value : values.subList(1, values.size())) {
            result = f.emit(operator, result, value);
        }
        return result;
    }

    private static boolean mayBeNumber(Node node) {
        return node.representation() != Representation.BOOL
                && (node.representation() != Representation.TAGGED || node.type().mayBe(Type.NUMBER));
    }

    private static boolean isInt(Node node) {
        return node.representation() == Representation.INT32
                || node.representation() == Representation.TAGGED && node.type().isInt32();
    }

    private Node unary(Operator operator, Node a) {
        return f.emit(operator, f.float64(a));
    }

    /** A rounding result, nearly always used as an integer: as int32 while that holds. */
    private Node integral(Operator operator, Node a) {
        Node rounded = unary(operator, a);
        return f.mayGuess(ExitReason.NOT_EXACT) ? f.emit(Operator.CheckFloat64IsInt32, rounded) : rounded;
    }

    /** Of an array with elements in a row, behind which no prototype's setter lurks. */
    private Node push(Node thisValue, List<Node> arguments) {
        Node array = arguments.size() == 1 ? editable(thisValue) : null;
        return array == null ? null : f.emit(Operator.ArrayPush, array, f.tagged(arguments.getFirst()));
    }

    private Node pop(Node thisValue, List<Node> arguments) {
        Node array = arguments.isEmpty() ? editable(thisValue) : null;
        return array == null ? null : f.emit(Operator.ArrayPop, array);
    }

    /** An array that may be made longer and shorter in place, checked; or null. */
    private Node editable(Node value) {
        if (value.representation() != Representation.TAGGED || !value.type().isSubtypeOf(Type.ARRAY)
                || !elements.canFillHoles() || !f.mayGuess(ExitReason.WRONG_ELEMENTS_KIND)) {
            return null;
        }
        Node array = elements.checkFlags(elements.checkKind(value, ElementBytecodes.IN_A_ROW), true);
        elements.checkNoElementsOnPrototypes();
        return array;
    }

    private Node character(Intrinsic intrinsic, Node thisValue, List<Node> arguments) {
        if (arguments.size() != 1 || !mayBeNumber(arguments.getFirst()) || !f.mayGuess(ExitReason.NOT_EXACT)
                || !thisValue.type().mayBe(Type.STRING) || thisValue.representation() != Representation.TAGGED) {
            return null;
        }
        Node string = thisValue;
        if (!string.type().isSubtypeOf(Type.STRING)) {
            string = f.emit(Operator.CheckString, thisValue);
            f.refine(thisValue, string);
        }
        Node index = f.int32(arguments.getFirst());
        Node checked = f.emit(Operator.CheckBounds, index, f.emit(Operator.LoadStringLength, string));
        Node unit = f.emit(Operator.StringCharCodeAt, string, checked);
        return intrinsic == Intrinsic.STRING_CHAR_AT ? f.emit(Operator.StringOfUnit, unit) : unit;
    }
}
