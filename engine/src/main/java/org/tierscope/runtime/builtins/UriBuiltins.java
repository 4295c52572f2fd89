package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Vm;

/** URI handling functions (19.2.6). */
final class UriBuiltins {
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final String UNRESERVED_MARKS = "-_.!~*'()";

    private UriBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.on(vm, vm.realm().globalObject())
                .method("decodeURI", 1, (v, fp, argc) -> decode(v, argument(fp, argc, 0), RESERVED))
                .method("decodeURIComponent", 1, (v, fp, argc) -> decode(v, argument(fp, argc, 0), ""))
                .method("encodeURI", 1, (v, fp, argc) -> encode(v, argument(fp, argc, 0), RESERVED + UNRESERVED_MARKS))
                .method("encodeURIComponent", 1, (v, fp, argc) -> encode(v, argument(fp, argc, 0), UNRESERVED_MARKS));
    }

    private static GuestException malformed(Vm vm) {
        return vm.error(ErrorKind.URI_ERROR, "URI malformed");
    }

    static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static long encode(Vm vm, long value, String unescaped) {
        String text = vm.conversions().toJavaString(value);
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isAlphanumeric(c) || unescaped.indexOf(c) >= 0) {
                result.append(c);
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
                throw malformed(vm);
            }
            i += Character.charCount(codePoint) - 1;
            for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                EscapeBuiltins.appendHex(result.append('%'), b & 0xFF, 2);
            }
        }
        return vm.strings().of(result.toString());
    }

    private static long decode(Vm vm, long value, String keep) {
        String text = vm.conversions().toJavaString(value);
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                result.append(text.charAt(i));
                continue;
            }
            int first = octet(vm, text, i);
            int count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
            var bytes = new byte[count];
            for (int k = 0; k < count; k++) {
                bytes[k] = (byte) octet(vm, text, i + 3 * k);
            }
            String decoded;
            try {
                decoded = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                throw malformed(vm);
            }
            int end = i + 3 * count;
            result.append(count == 1 && keep.contains(decoded) ? text.substring(i, end) : decoded);
            i = end - 1;
        }
        return vm.strings().of(result.toString());
    }

    private static int octet(Vm vm, String text, int at) {
        if (at + 3 > text.length() || text.charAt(at) != '%') {
            throw malformed(vm);
        }
        int high = hexDigit(text.charAt(at + 1));
        int low = hexDigit(text.charAt(at + 2));
        if (high < 0 || low < 0) {
            throw malformed(vm);
        }
        return 16 * high + low;
    }

    /** The digit's value, or -1; of ASCII only, where Character.digit knows more. */
    static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
