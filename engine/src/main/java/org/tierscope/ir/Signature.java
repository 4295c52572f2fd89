package org.tierscope.ir;

import java.util.List;

/**
 * How a function's unboxed entry takes its parameters, as one number that caller and callee compare: 0 for none, else a count and
 * a representation for each. Boxed parameters are in the call's window; int32 and float64 ones in registers, in the order of
 * parameters, and not in the window.
 */
public final class Signature {
    public static final int NONE = 0;
    public static final int MAX_PARAMETERS = 12;
    /** Parameters that are passed as int32, at most. */
    public static final int MAX_INTS = 6;

    private static final int MARK = 1 << 30;
    private static final int COUNT_BITS = 4;

    private Signature() {}

    /** Of parameters that are TAGGED, INT32 (at most {@link #MAX_INTS}) or FLOAT64; none where all are TAGGED, or there are too many. */
    public static int of(List<Representation> parameters) {
        boolean boxed = parameters.stream().allMatch(parameter -> parameter == Representation.TAGGED);
        if (boxed || parameters.size() > MAX_PARAMETERS) {
            return NONE;
        }
        int signature = MARK | parameters.size();
        for (int i = 0; i < parameters.size(); i++) {
            int kind = switch (parameters.get(i)) {
                case TAGGED -> 0;
                case INT32 -> 1;
                case FLOAT64 -> 2;
                default -> throw new IllegalArgumentException("no parameter: " + parameters.get(i));
            };
            signature |= kind << COUNT_BITS + 2 * i;
        }
        return signature;
    }

    public static int parameterCount(int signature) {
        return signature & (1 << COUNT_BITS) - 1;
    }

    /** Of any argument: those beyond the parameters are boxed. */
    public static Representation parameter(int signature, int index) {
        if (index >= parameterCount(signature)) {
            return Representation.TAGGED;
        }
        return switch (signature >> COUNT_BITS + 2 * index & 3) {
            case 1 -> Representation.INT32;
            case 2 -> Representation.FLOAT64;
            default -> Representation.TAGGED;
        };
    }

    /** For people: {@code (int32, tagged)}. */
    public static String format(int signature) {
        var text = new StringBuilder("(");
        for (int i = 0; i < parameterCount(signature); i++) {
            text.append(i == 0 ? "" : ", ").append(parameter(signature, i).name().toLowerCase(java.util.Locale.ROOT));
        }
        return text.append(")").toString();
    }
}
