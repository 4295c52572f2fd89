package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** JSON.parse (25.5.1) without its reviver. */
final class JsonReader {
    private static final int CONTEXT = 10;
    private static final int MAX_DEPTH = 20_000;
    /** What people pass by mistake. */
    private static final Set<String> SPECIAL = Set.of("NaN", "Infinity", "undefined", "[object Object]");

    private final Vm vm;
    private final String text;
    private int position;
    private int depth;
    /** Where values and keys are kept while records name them; 0 where there are no records. */
    private long kept;
    /** The record of the value read last. */
    private JsonRecord last;

    JsonReader(Vm vm, String text) {
        this.vm = vm;
        this.text = text;
    }

    /** Reads and remembers what stands where; {@code kept} is an array of the guest's that is given all values and keys. */
    JsonRecord readRecorded(long kept) {
        this.kept = kept;
        read();
        return last;
    }

    long read() {
        long value = value();
        skipSpace();
        if (position < text.length()) {
            throw at("Unexpected non-whitespace character after JSON");
        }
        return value;
    }

    private void skipSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private long value() {
        skipSpace();
        if (position >= text.length()) {
            throw unexpected();
        }
        char c = text.charAt(position);
        int start = position;
        long value = switch (c) {
            case '{' -> nested(true);
            case '[' -> nested(false);
            case '"' -> vm.strings().of(string());
            case 't' -> literal("true", Value.TRUE);
            case 'f' -> literal("false", Value.FALSE);
            case 'n' -> literal("null", Value.NULL);
            default -> {
                if (c == '-' || c >= '0' && c <= '9') {
                    yield number();
                }
                throw unexpected();
            }
        };
        if (kept != 0 && c != '{' && c != '[') {
            vm.literals().arrayAppend(kept, value);
            last = new JsonRecord(value, text.substring(start, position), List.of(), Map.of());
        }
        return value;
    }

    private long nested(boolean object) {
        if (++depth > MAX_DEPTH) {
            throw vm.stackOverflow();
        }
        long value = object ? object() : array();
        depth--;
        return value;
    }

    private long object() {
        long object = vm.realm().newObject();
        Map<Long, JsonRecord> members = kept == 0 ? Map.of() : new HashMap<>();
        position++;
        skipSpace();
        if (take('}')) {
            record(object, List.of(), members);
            return object;
        }
        do {
            skipSpace();
            if (position >= text.length() || text.charAt(position) != '"') {
                throw propertyName();
            }
            long key = vm.conversions().key(string());
            skipSpace();
            expect(':', "Expected ':' after property name in JSON");
            vm.definitions().createDataProperty(object, key, value());
            if (kept != 0) {
                vm.literals().arrayAppend(kept, vm.conversions().keyToValue(key));
                members.put(key, last);
            }
            skipSpace();
        } while (take(','));
        expect('}', "Expected ',' or '}' after property value in JSON");
        record(object, List.of(), members);
        return object;
    }

    private void record(long value, List<JsonRecord> elements, Map<Long, JsonRecord> members) {
        if (kept != 0) {
            vm.literals().arrayAppend(kept, value);
            last = new JsonRecord(value, "", elements, members);
        }
    }

    private GuestException propertyName() {
        if (position >= text.length()) {
            return at("Expected property name or '}' in JSON");
        }
        boolean afterComma = text.substring(0, position).stripTrailing().endsWith(",");
        return at(afterComma ? "Expected double-quoted property name in JSON"
                : "Expected property name or '}' in JSON");
    }

    private long array() {
        long array = vm.literals().newArray();
        List<JsonRecord> elements = kept == 0 ? List.of() : new ArrayList<>();
        position++;
        skipSpace();
        if (take(']')) {
            record(array, elements, Map.of());
            return array;
        }
        do {
            vm.literals().arrayAppend(array, value());
            if (kept != 0) {
                elements.add(last);
            }
            skipSpace();
        } while (take(','));
        expect(']', "Expected ',' or ']' after array element in JSON");
        record(array, elements, Map.of());
        return array;
    }

    private boolean take(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c, String message) {
        if (!take(c)) {
            throw at(message);
        }
    }

    private long literal(String word, long value) {
        for (int i = 0; i < word.length(); i++) {
            if (position >= text.length() || text.charAt(position) != word.charAt(i)) {
                throw unexpected();
            }
            position++;
        }
        return value;
    }

    private long number() {
        int start = position;
        take('-');
        if (position >= text.length()) {
            throw at("No number after minus sign in JSON");
        }
        if (!take('0')) {
            if (!digits()) {
                throw at("No number after minus sign in JSON");
            }
        } else if (position < text.length() && isDigit(text.charAt(position))) {
            throw at("Unexpected number in JSON");
        }
        if (take('.') && !digits()) {
            throw at("Unterminated fractional number in JSON");
        }
        if (position < text.length() && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
            position++;
            if (!take('+')) {
                take('-');
            }
            if (!digits()) {
                throw at("Exponent part is missing a number in JSON");
            }
        }
        return Value.number(NumberText.parse(text.substring(start, position)));
    }

    private boolean digits() {
        int start = position;
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() {
        position++;
        var result = new StringBuilder();
        while (true) {
            if (position >= text.length()) {
                throw at("Unterminated string in JSON");
            }
            char c = text.charAt(position);
            if (c == '"') {
                position++;
                return result.toString();
            }
            if (c < 0x20) {
                throw at("Bad control character in string literal in JSON");
            }
            position++;
            result.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        if (position >= text.length()) {
            throw at("Unterminated string in JSON");
        }
        char c = text.charAt(position++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                position--;
                throw at("Bad escaped character in JSON");
            }
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
            if (digit < 0 || text.charAt(position) > 'f') {
                throw at(position >= text.length()
                        ? "Unterminated string in JSON" : "Bad Unicode escape in JSON");
            }
            value = value * 16 + digit;
            position++;
        }
        return (char) value;
    }

    // Errors, in V8's words.

    private GuestException at(String message) {
        return vm.error(ErrorKind.SYNTAX_ERROR, message + " at position " + position);
    }

    private GuestException unexpected() {
        if (position >= text.length()) {
            return vm.error(ErrorKind.SYNTAX_ERROR, "Unexpected end of JSON input");
        }
        if (SPECIAL.contains(text)) {
            return vm.error(ErrorKind.SYNTAX_ERROR, "\"" + text + "\" is not valid JSON");
        }
        String token = "Unexpected token '" + text.charAt(position) + "', ";
        boolean whole = text.length() <= 2 * CONTEXT;
        String shown = whole
                ? "\"" + text + "\""
                : (position > CONTEXT ? "..." : "") + "\""
                        + text.substring(Math.max(0, position - CONTEXT),
                                Math.min(text.length(), position + CONTEXT)) + "\""
                        + (position + CONTEXT < text.length() ? "..." : "");
        return vm.error(ErrorKind.SYNTAX_ERROR, token + shown + " is not valid JSON");
    }
}
