package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import org.tierscope.runtime.Vm;

/** The global functions escape and unescape (B.2.1). */
final class EscapeBuiltins {
    private static final String UNESCAPED_MARKS = "@*_+-./";

    private EscapeBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, vm.realm().globalObject())
                .method("escape", 1, (v, fp, argc) ->
                        v.strings().of(escape(v.conversions().toJavaString(argument(fp, argc, 0)))))
                .method("unescape", 1, (v, fp, argc) ->
                        v.strings().of(unescape(v.conversions().toJavaString(argument(fp, argc, 0)))));
    }

    private static String escape(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (UriBuiltins.isAlphanumeric(c) || UNESCAPED_MARKS.indexOf(c) >= 0) {
                result.append(c);
            } else if (c < 0x100) {
                appendHex(result.append('%'), c, 2);
            } else {
                appendHex(result.append("%u"), c, 4);
            }
        }
        return result.toString();
    }

    private static String unescape(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean isLong = text.startsWith("%u", i);
            int digits = isLong ? 4 : 2;
            int start = isLong ? i + 2 : i + 1;
            int unit = text.charAt(i) == '%' ? hex(text, start, digits) : -1;
            if (unit < 0) {
                result.append(text.charAt(i));
            } else {
                result.append((char) unit);
                i = start + digits - 1;
            }
        }
        return result.toString();
    }

    static void appendHex(StringBuilder to, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            to.append("0123456789ABCDEF".charAt(value >> shift & 15));
        }
    }

    /** The number that so many hexadecimal digits say, or -1 where there are not that many. */
    private static int hex(String text, int start, int digits) {
        if (start + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = UriBuiltins.hexDigit(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }
}
