package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.NumberText;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The methods of String.prototype that give the string in another form (22.1.3, B.2.2). */
final class StringTransforms {
    @FunctionalInterface
    private interface Transform {
        String apply(String text);
    }

    private StringTransforms() {}

    static void install(Vm vm) {
        // Made at its first use: its data takes a while to load.
        var collator = new Collator[1];
        ObjectBuilder builder = ObjectBuilder.on(vm, Intrinsic.STRING_PROTOTYPE)
                .method("toLowerCase", 0, transform("toLowerCase", StringTransforms::lower))
                .method("toUpperCase", 0, transform("toUpperCase", StringTransforms::upper))
                .method("toLocaleLowerCase", 0,
                        transform("toLocaleLowerCase", StringTransforms::lower))
                .method("toLocaleUpperCase", 0,
                        transform("toLocaleUpperCase", StringTransforms::upper))
                .method("trim", 0, transform("trim", NumberText::trim))
                .method("trimStart", 0, transform("trimStart", StringTransforms::trimStart))
                .method("trimEnd", 0, transform("trimEnd", StringTransforms::trimEnd))
                .method("isWellFormed", 0, (v, fp, argc) -> {
                    String text = text(v, fp, "isWellFormed");
                    return Value.ofBoolean(wellFormed(text).equals(text));
                })
                .method("toWellFormed", 0, transform("toWellFormed", StringTransforms::wellFormed))
                .method("padStart", 1, (v, fp, argc) -> pad(v, fp, argc, "padStart", true))
                .method("padEnd", 1, (v, fp, argc) -> pad(v, fp, argc, "padEnd", false))
                .method("normalize", 0, StringTransforms::normalize)
                .method("localeCompare", 1, (v, fp, argc) -> compare(v, fp, argc, collator));
        builder.alias("trimLeft", "trimStart").alias("trimRight", "trimEnd");
        html(builder, "anchor", "a", "name");
        html(builder, "big", "big", null);
        html(builder, "blink", "blink", null);
        html(builder, "bold", "b", null);
        html(builder, "fixed", "tt", null);
        html(builder, "fontcolor", "font", "color");
        html(builder, "fontsize", "font", "size");
        html(builder, "italics", "i", null);
        html(builder, "link", "a", "href");
        html(builder, "small", "small", null);
        html(builder, "strike", "strike", null);
        html(builder, "sub", "sub", null);
        html(builder, "sup", "sup", null);
    }

    private static String text(Vm vm, long fp, String name) {
        return vm.strings().toJava(StringBuiltins.receiver(vm, fp, name));
    }

    private static NativeFunction transform(String name, Transform transform) {
        return (v, fp, argc) -> v.strings().of(transform.apply(text(v, fp, name)));
    }

    /** Of Latin-1 text the JDK knows all; other text needs the data of the newer Unicode. */
    private static boolean isLatin1(String text) {
        return text.chars().allMatch(unit -> unit < 256);
    }

    private static String lower(String text) {
        return isLatin1(text) ? text.toLowerCase(Locale.ROOT) : UCharacter.toLowerCase(ULocale.ROOT, text);
    }

    private static String upper(String text) {
        return isLatin1(text) ? text.toUpperCase(Locale.ROOT) : UCharacter.toUpperCase(ULocale.ROOT, text);
    }

    private static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && NumberText.isWhiteSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && NumberText.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Lone surrogates become U+FFFD. */
    static String wellFormed(String text) {
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            boolean pair = Character.isHighSurrogate(result.charAt(i))
                    && i + 1 < result.length()
                    && Character.isLowSurrogate(result.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(result.charAt(i))) {
                result.setCharAt(i, '\uFFFD');
            }
        }
        return result.toString();
    }

    private static long pad(Vm vm, long fp, int argc, String name, boolean start) {
        String text = text(vm, fp, name);
        long length = vm.conversions().toLength(argument(fp, argc, 0));
        long fill = argument(fp, argc, 1);
        String filler = fill == Value.UNDEFINED ? " " : vm.conversions().toJavaString(fill);
        if (length <= text.length() || filler.isEmpty()) {
            return vm.strings().of(text);
        }
        if (length > Strings.MAX_LENGTH) {
            throw vm.rangeError("Invalid string length");
        }
        int missing = (int) length - text.length();
        String padding = filler.repeat(missing / filler.length())
                + filler.substring(0, missing % filler.length());
        return vm.strings().of(start ? padding + text : text + padding);
    }

    private static long normalize(Vm vm, long fp, int argc) {
        String text = text(vm, fp, "normalize");
        long form = argument(fp, argc, 0);
        String name = form == Value.UNDEFINED ? "NFC" : vm.conversions().toJavaString(form);
        if (!List.of("NFC", "NFD", "NFKC", "NFKD").contains(name)) {
            throw vm.rangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
        }
        Normalizer2 normalizer = switch (name) {
            case "NFC" -> Normalizer2.getNFCInstance();
            case "NFD" -> Normalizer2.getNFDInstance();
            case "NFKC" -> Normalizer2.getNFKCInstance();
            default -> Normalizer2.getNFKDInstance();
        };
        return vm.strings().of(normalizer.normalize(text));
    }

    private static long compare(Vm vm, long fp, int argc, Collator[] collator) {
        if (collator[0] == null) {
            collator[0] = Collator.getInstance(ULocale.ENGLISH);
            collator[0].setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        }
        String left = text(vm, fp, "localeCompare");
        String right = vm.conversions().toJavaString(argument(fp, argc, 0));
        return Value.ofInt(Integer.signum(collator[0].compare(left, right)));
    }

    private static void html(ObjectBuilder builder, String name, String tag, String attribute) {
        builder.method(name, attribute == null ? 0 : 1, (v, fp, argc) -> {
            String text = text(v, fp, name);
            String open = attribute == null
                    ? "<" + tag + ">"
                    : "<" + tag + " " + attribute + "=\""
                            + v.conversions().toJavaString(argument(fp, argc, 0)).replace("\"", "&quot;")
                                    + "\">";
            return v.strings().of(open + text + "</" + tag + ">");
        });
    }
}
