package org.tierscope.bytecode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.TemplateStrings.Part;

/** Constants that are no functions as text: one word that says what it is, then its parts, each a word or quoted. */
final class ConstantText {
    /** What can be told of scopes in text. */
    private record TextScope(boolean isStrict, String text) implements EvalScope {
        @Override
        public String toString() {
            return text;
        }
    }

    private ConstantText() {}

    static String write(Object constant) {
        return switch (constant) {
            case String string -> "string " + Disassembler.quote(string);
            case Integer number -> "int " + number;
            case Double number -> "double " + number;
            case BigInteger number -> "bigint " + number;
            case WellKnownSymbol symbol -> "symbol " + symbol.name();
            case int[] slots -> list("ints", java.util.Arrays.stream(slots).mapToObj(Integer::toString).toList());
            case TemplateStrings template -> list("template", templateWords(template));
            case GlobalDeclarations names -> list("globals", globalWords(names));
            case EvalScope scope -> "scope " + (scope.isStrict() ? "strict " : "sloppy ")
                    + Disassembler.quote(scope.toString());
            default -> throw new IllegalArgumentException("no constant: " + constant.getClass());
        };
    }

    static Object read(String kind, String text) {
        return switch (kind) {
            case "string" -> TextAssembler.unquote(text);
            case "int" -> Integer.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "bigint" -> new BigInteger(text);
            case "symbol" -> WellKnownSymbol.valueOf(text);
            case "ints" -> text.isEmpty() ? new int[0] : TextAssembler.ints(text);
            case "template" -> template(words(text));
            case "globals" -> globals(words(text));
            case "scope" -> new TextScope(text.startsWith("strict"), TextAssembler.unquote(words(text).get(1)));
            default -> throw new IllegalArgumentException("no constant: " + kind + " " + text);
        };
    }

    private static String list(String kind, List<String> words) {
        return words.isEmpty() ? kind : kind + " " + String.join(" ", words);
    }

    private static List<String> templateWords(TemplateStrings template) {
        var words = new ArrayList<String>();
        words.add(Integer.toString(template.site()));
        for (Part part : template.parts()) {
            words.add(part.cooked() == null ? "undefined" : Disassembler.quote(part.cooked()));
            words.add(Disassembler.quote(part.raw()));
        }
        return words;
    }

    private static TemplateStrings template(List<String> words) {
        var parts = new ArrayList<Part>();
        for (int i = 1; i < words.size(); i += 2) {
            String cooked = words.get(i);
            parts.add(new Part(
                    cooked.equals("undefined") ? null : TextAssembler.unquote(cooked),
                    TextAssembler.unquote(words.get(i + 1))));
        }
        return new TemplateStrings(Integer.parseInt(words.getFirst()), parts);
    }

    private static List<String> globalWords(GlobalDeclarations names) {
        var words = new ArrayList<String>();
        add(words, "let", names.lets());
        add(words, "const", names.constants());
        add(words, "function", names.functions());
        add(words, "var", names.variables());
        add(words, "block", names.blockFunctions());
        if (names.deletable()) {
            words.add("deletable");
        }
        return words;
    }

    private static void add(List<String> words, String kind, List<String> names) {
        for (String name : names) {
            words.add(kind);
            words.add(name);
        }
    }

    private static GlobalDeclarations globals(List<String> words) {
        return new GlobalDeclarations(
                named(words, "let"), named(words, "const"), named(words, "function"), named(words, "var"),
                named(words, "block"), words.size() % 2 == 1);
    }

    private static List<String> named(List<String> words, String kind) {
        var names = new ArrayList<String>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            if (words.get(i).equals(kind)) {
                names.add(words.get(i + 1));
            }
        }
        return names;
    }

    /** Words separated by spaces; a quoted one may have spaces in it. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            boolean quoted = text.charAt(start) == '"';
            int end = quoted ? closing(text, start + 1) + 1 : text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            words.add(text.substring(start, end));
            start = end + 1;
        }
        return words;
    }

    private static int closing(String text, int from) {
        int i = from;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
