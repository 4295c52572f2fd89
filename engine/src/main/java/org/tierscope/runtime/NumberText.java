package org.tierscope.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers to text and back: Number::toString (6.1.6.1.20), toFixed and its kin (21.1.3), StringToNumber (7.1.4.1). */
public final class NumberText {
    private NumberText() {}

    /** The shortest decimal that reads back as {@code d}. */
    public static String toString(double d) {
        int i = (int) d;
        if (i == d) {
            return Integer.toString(i);
        }
        if (Double.isNaN(d)) {
            return "NaN";
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? "Infinity" : "-Infinity";
        }
        var text = new StringBuilder();
        if (d < 0) {
            text.append('-');
        }
        Decimal decimal = shortest(Math.abs(d));
        appendDecimal(text, decimal.digits, decimal.point);
        return text.toString();
    }

    /** {@code 0.digits × 10^point}. */
    private record Decimal(String digits, int point) {}

    private static Decimal shortest(double d) {
        Decimal decimal = parseJava(Double.toString(d));
        if (decimal.digits.length() != 2) {
            return decimal;
        }
        // Java prints at least two digits, even where one would do.
        int tens = decimal.digits.charAt(0) - '0';
        int units = decimal.digits.charAt(1) - '0';
        int nearest = units >= 5 ? tens + 1 : tens;
        for (int candidate : new int[] {nearest, units >= 5 ? tens : tens + 1}) {
            if (candidate > 0 && Double.parseDouble(candidate + "E" + (decimal.point - 1)) == d) {
                return candidate == 10 ? new Decimal("1", decimal.point + 1) : new Decimal("" + candidate, decimal.point);
            }
        }
        return decimal;
    }

    private static Decimal parseJava(String text) {
        int e = text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int point = dot + exponent;
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        int end = digits.length();
        while (end > start + 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return new Decimal(digits.substring(start, end), point - start);
    }

    private static void appendDecimal(StringBuilder text, String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            text.append(digits).repeat("0", point - count);
        } else if (0 < point && point <= 21) {
            text.append(digits, 0, point).append('.').append(digits, point, count);
        } else if (-6 < point && point <= 0) {
            text.append("0.").repeat("0", -point).append(digits);
        } else {
            appendExponent(text, digits, point - 1);
        }
    }

    private static void appendExponent(StringBuilder text, String digits, int exponent) {
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
    }

    /** Number.prototype.toString with a radix from 2 to 36: enough digits to tell the number from its neighbours. */
    public static String toString(double d, int radix) {
        if (radix == 10 || Double.isNaN(d) || Double.isInfinite(d)) {
            return toString(d);
        }
        double value = Math.abs(d);
        double whole = Math.floor(value);
        double fraction = value - whole;
        // Half the distance to the next double: digits below it say nothing.
        double delta = Math.max(0.5 * (Math.nextUp(value) - value), Double.MIN_VALUE);
        var text = new StringBuilder();
        if (fraction >= delta) {
            appendFraction(text, fraction, delta, radix);
            if (text.charAt(0) == '+') {
                whole += 1;
                text.deleteCharAt(0);
            }
        }
        String integer = new BigDecimal(whole).toBigInteger().toString(radix);
        if (whole >= 0x1p53) {
            integer = wholeDigits(whole, radix);
        }
        return (d < 0 ? "-" : "") + integer + text;
    }

    /** Digits of the fraction with its point; a leading '+' says that rounding carried into the integer part. */
    private static void appendFraction(StringBuilder text, double fraction, double delta, int radix) {
        text.append('.');
        do {
            fraction *= radix;
            delta *= radix;
            int digit = (int) fraction;
            text.append(Character.forDigit(digit, radix));
            fraction -= digit;
            if ((fraction > 0.5 || fraction == 0.5 && (digit & 1) != 0) && fraction + delta > 1) {
                roundUp(text, radix);
                return;
            }
        } while (fraction >= delta);
    }

    private static void roundUp(StringBuilder text, int radix) {
        for (int i = text.length() - 1; ; i--) {
            char c = text.charAt(i);
            if (c == '.') {
                text.setLength(0);
                text.append('+');
                return;
            }
            int digit = Character.digit(c, radix);
            if (digit + 1 < radix) {
                text.setCharAt(i, Character.forDigit(digit + 1, radix));
                text.setLength(i + 1);
                return;
            }
        }
    }

    /** Integers above 2^53: digits below the precision are zeros, as V8 prints them. */
    private static String wholeDigits(double whole, int radix) {
        var zeros = new StringBuilder();
        while (whole / radix >= 0x1p53) {
            whole /= radix;
            zeros.append('0');
        }
        var digits = new StringBuilder();
        do {
            double remainder = whole % radix;
            digits.append(Character.forDigit((int) remainder, radix));
            whole = (whole - remainder) / radix;
        } while (whole > 0);
        return digits.reverse().append(zeros).toString();
    }

    /** {@code digits} from 0 to 100, |d| below 10^21 and finite. */
    public static String toFixed(double d, int digits) {
        String text = new BigDecimal(Math.abs(d)).setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return d < 0 ? "-" + text : text;
    }

    /** @param digits from 0 to 100, or −1 for as many as needed */
    public static String toExponential(double d, int digits) {
        var text = new StringBuilder(d < 0 ? "-" : "");
        double value = Math.abs(d);
        if (value == 0) {
            appendExponent(text, "0".repeat(Math.max(1, digits + 1)), 0);
        } else if (digits < 0) {
            Decimal decimal = shortest(value);
            appendExponent(text, decimal.digits, decimal.point - 1);
        } else {
            Decimal decimal = rounded(value, digits + 1);
            appendExponent(text, decimal.digits, decimal.point - 1);
        }
        return text.toString();
    }

    /** {@code digits} from 1 to 100. */
    public static String toPrecision(double d, int digits) {
        var text = new StringBuilder(d < 0 ? "-" : "");
        double value = Math.abs(d);
        Decimal decimal = value == 0 ? new Decimal("0".repeat(digits), 1) : rounded(value, digits);
        int exponent = decimal.point - 1;
        if (exponent < -6 || exponent >= digits) {
            appendExponent(text, decimal.digits, exponent);
        } else if (exponent == digits - 1) {
            text.append(decimal.digits);
        } else if (exponent >= 0) {
            text.append(decimal.digits, 0, decimal.point).append('.').append(decimal.digits, decimal.point, digits);
        } else {
            text.append("0.").repeat("0", -decimal.point).append(decimal.digits);
        }
        return text.toString();
    }

    private static Decimal rounded(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        String unscaled = rounded.unscaledValue().toString();
        int point = unscaled.length() - rounded.scale();
        return new Decimal((unscaled + "0".repeat(digits)).substring(0, digits), point);
    }

    // Text to numbers.

    /** WhiteSpace and LineTerminator of the grammar. */
    public static boolean isWhiteSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13 || c == 0xA0 || c == 0xFEFF || c == 0x2028 || c == 0x2029
                || c > 0xFF && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** StringToNumber: NaN where the text is not a numeric literal. */
    public static double parse(String string) {
        String text = trim(string);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() > 2 && text.charAt(0) == '0') {
            int radix = switch (text.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 0;
            };
            if (radix != 0) {
                return digitsEnd(text, 2, radix) == text.length() ? parseDigits(text.substring(2), radix) : Double.NaN;
            }
        }
        return decimalEnd(text) == text.length() ? parseDecimal(text) : Double.NaN;
    }

    /** parseFloat: the longest prefix that is a decimal literal. */
    public static double parseFloat(String string) {
        String text = trim(string);
        int end = decimalEnd(text);
        return end <= 0 ? Double.NaN : parseDecimal(text.substring(0, end));
    }

    /** parseInt; {@code radix} 0 means by prefix. */
    public static double parseInt(String string, int radix) {
        String text = trim(string);
        boolean negative = text.startsWith("-");
        int start = negative || text.startsWith("+") ? 1 : 0;
        boolean prefix = text.regionMatches(true, start, "0x", 0, 2);
        if (prefix && (radix == 0 || radix == 16)) {
            radix = 16;
            start += 2;
        }
        radix = radix == 0 ? 10 : radix;
        if (radix < 2 || radix > 36) {
            return Double.NaN;
        }
        int end = digitsEnd(text, start, radix);
        if (end == start) {
            return Double.NaN;
        }
        double value = parseDigits(text.substring(start, end), radix);
        return negative ? -value : value;
    }

    private static int digitsEnd(String text, int start, int radix) {
        int end = start;
        while (end < text.length() && text.charAt(end) < 128 && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static double parseDigits(String digits, int radix) {
        if (digits.length() <= 10) {
            return Long.parseLong(digits, radix);
        }
        return radix == 10 ? Double.parseDouble(digits) : new BigInteger(digits, radix).doubleValue();
    }

    private static double parseDecimal(String text) {
        return text.endsWith("y") ? text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : Double.parseDouble(text);
    }

    /** End of the longest StrDecimalLiteral at the start of {@code text}, 0 where there is none. */
    private static int decimalEnd(String text) {
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.startsWith("Infinity", i)) {
            return i + 8;
        }
        int start = i;
        i = digitsEnd(text, i, 10);
        int digits = i - start;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = digitsEnd(text, i + 1, 10);
            digits += fraction - i - 1;
            i = digits > 0 ? fraction : i;
        }
        if (digits == 0) {
            return 0;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1 < text.length() && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-') ? 1 : 0;
            int end = digitsEnd(text, i + 1 + sign, 10);
            if (end > i + 1 + sign) {
                i = end;
            }
        }
        return i;
    }
}
