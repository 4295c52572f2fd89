package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.runtime.ElementsKind;

/**
 * The kinds of constant parameter that a node may have in brackets behind its operator, with their text form.
 */
public enum ParameterKind {
    INT,
    /** A 64-bit word, in hexadecimal. */
    WORD,
    DOUBLE,
    BOOL,
    CONDITION,
    TEST,
    MATH,
    MEMORY,
    KIND,
    /** A list of shape ids. */
    SHAPES,
    /** A list of elements kinds. */
    KINDS,
    RUNTIME,
    FEEDBACK,
    /** A list of frame registers. */
    REGISTERS,
    VIRTUAL;

    public String format(Object value) {
        return switch (this) {
            case WORD -> "0x" + Long.toHexString((Long) value);
            case SHAPES, KINDS, REGISTERS -> ((List<?>) value)
                    .stream().map(Object::toString).reduce((a, b) -> a + "/" + b).orElse("-");
            default -> value.toString();
        };
    }

    Object parse(String text) {
        return switch (this) {
            case INT -> Integer.valueOf(text);
            case WORD -> Long.parseUnsignedLong(text.substring(2), 16);
            case DOUBLE -> Double.valueOf(text);
            case BOOL -> Boolean.valueOf(text);
            case CONDITION -> Condition.valueOf(text);
            case TEST -> TypeTest.valueOf(text);
            case MATH -> MathFunction.valueOf(text);
            case MEMORY -> Memory.valueOf(text);
            case KIND -> ElementsKind.valueOf(text);
            case RUNTIME -> RuntimeOperation.valueOf(text);
            case FEEDBACK -> parseFeedback(text);
            case VIRTUAL -> VirtualKind.valueOf(text);
            case SHAPES, REGISTERS -> parseList(text).stream().map(Integer::valueOf).toList();
            case KINDS -> parseList(text).stream().map(ElementsKind::valueOf).toList();
        };
    }

    private static FeedbackSlot parseFeedback(String text) {
        if (text.equals("none")) {
            return FeedbackSlot.NONE;
        }
        int plus = text.indexOf('+');
        return new FeedbackSlot(Integer.parseInt(text.substring(1, plus)), Integer.parseInt(text.substring(plus + 1)));
    }

    private static List<String> parseList(String text) {
        return text.equals("-") ? List.of() : new ArrayList<>(List.of(text.split("/")));
    }
}
