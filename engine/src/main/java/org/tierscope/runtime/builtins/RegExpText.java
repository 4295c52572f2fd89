package org.tierscope.runtime.builtins;

import org.tierscope.regexp.Flags;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Vm;

/** Text that becomes part of a pattern: EscapeRegExpPattern (22.2.6.13.1) and RegExp.escape (22.2.5.1). */
final class RegExpText {
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final String OTHER_PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

    private RegExpText() {}

    /** The pattern as it can stand between slashes. */
    static long source(Vm vm, long pattern) {
        String text = vm.strings().toJava(pattern);
        if (text.isEmpty()) {
            return vm.strings().intern("(?:)");
        }
        var result = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length();
            if (escaped) {
                c = text.charAt(++i);
            }
            String lineEnd = lineEnd(c);
            if (escaped || lineEnd != null || c == '/' && !inClass) {
                result.append('\\');
            }
            result.append(lineEnd != null ? lineEnd : c);
            if (!escaped) {
                inClass = c == '[' || inClass && c != ']';
            }
        }
        return result.length() == text.length() ? pattern : vm.strings().of(result.toString());
    }

    /** The literal for a regular expression, whatever its properties say. */
    static long literal(Vm vm, long regExp) {
        String source = vm.strings().toJava(source(vm, RegExps.source(regExp)));
        return vm.strings().of("/" + source + "/" + new Flags(RegExps.flags(regExp)));
    }

    private static String lineEnd(char c) {
        return switch (c) {
            case '\n' -> "n";
            case '\r' -> "r";
            case '\u2028' -> "u2028";
            case '\u2029' -> "u2029";
            default -> null;
        };
    }

    static long escape(Vm vm, long value) {
        if (!Layout.isString(value)) {
            throw vm.typeError("RegExp.escape needs a string, not " + vm.errors().render(value));
        }
        var result = new StringBuilder();
        String text = vm.strings().toJava(value);
        text.codePoints().forEach(c -> {
            boolean first = result.isEmpty() && (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
            if (first) {
                result.append("\\x").append(Integer.toHexString(c));
            } else {
                escape(c, result);
            }
        });
        return vm.strings().of(result.toString());
    }

    private static void escape(int c, StringBuilder result) {
        int control = "\t\n\u000B\f\r".indexOf(c);
        if (c < 128 && SYNTAX.indexOf(c) >= 0) {
            result.append('\\').append((char) c);
        } else if (control >= 0) {
            result.append('\\').append("tnvfr".charAt(control));
        } else if (c < 128 && OTHER_PUNCTUATORS.indexOf(c) >= 0
                || c < 0x10000 && (NumberText.isWhiteSpace((char) c) || Character.isSurrogate((char) c))) {
            result.append(c < 256 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
        } else {
            result.appendCodePoint(c);
        }
    }
}
