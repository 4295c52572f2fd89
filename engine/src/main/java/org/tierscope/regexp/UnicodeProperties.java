package org.tierscope.regexp;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Unicode properties that {@code \p} may name (tables 66 to 69), under exactly these names. */
final class UnicodeProperties {
    private static final String GENERAL_CATEGORY = "General_Category gc";
    private static final String SCRIPT = "Script sc";
    private static final String SCRIPT_EXTENSIONS = "Script_Extensions scx";

    /** Long name, then the short one where there is one. */
    private static final String[] BINARY = {
        "ASCII_Hex_Digit AHex", "Alphabetic Alpha", "Bidi_Control Bidi_C", "Bidi_Mirrored Bidi_M", "Case_Ignorable CI",
        "Cased", "Changes_When_Casefolded CWCF", "Changes_When_Casemapped CWCM", "Changes_When_Lowercased CWL",
        "Changes_When_NFKC_Casefolded CWKCF", "Changes_When_Titlecased CWT", "Changes_When_Uppercased CWU", "Dash",
        "Default_Ignorable_Code_Point DI", "Deprecated Dep", "Diacritic Dia", "Emoji", "Emoji_Component EComp",
        "Emoji_Modifier EMod", "Emoji_Modifier_Base EBase", "Emoji_Presentation EPres", "Extended_Pictographic ExtPict",
        "Extender Ext", "Grapheme_Base Gr_Base", "Grapheme_Extend Gr_Ext", "Hex_Digit Hex", "IDS_Binary_Operator IDSB",
        "IDS_Trinary_Operator IDST", "ID_Continue IDC", "ID_Start IDS", "Ideographic Ideo", "Join_Control Join_C",
        "Logical_Order_Exception LOE", "Lowercase Lower", "Math", "Noncharacter_Code_Point NChar", "Pattern_Syntax Pat_Syn",
        "Pattern_White_Space Pat_WS", "Quotation_Mark QMark", "Radical", "Regional_Indicator RI", "Sentence_Terminal STerm",
        "Soft_Dotted SD", "Terminal_Punctuation Term", "Unified_Ideograph UIdeo", "Uppercase Upper", "Variation_Selector VS",
        "White_Space space", "XID_Continue XIDC", "XID_Start XIDS"
    };

    private static final Map<String, Integer> OF_STRINGS = Map.of(
            "Basic_Emoji", UProperty.BASIC_EMOJI,
            "Emoji_Keycap_Sequence", UProperty.EMOJI_KEYCAP_SEQUENCE,
            "RGI_Emoji_Modifier_Sequence", UProperty.RGI_EMOJI_MODIFIER_SEQUENCE,
            "RGI_Emoji_Flag_Sequence", UProperty.RGI_EMOJI_FLAG_SEQUENCE,
            "RGI_Emoji_Tag_Sequence", UProperty.RGI_EMOJI_TAG_SEQUENCE,
            "RGI_Emoji_ZWJ_Sequence", UProperty.RGI_EMOJI_ZWJ_SEQUENCE,
            "RGI_Emoji", UProperty.RGI_EMOJI);

    private static final Map<String, Integer> BINARY_BY_NAME = binaryByName();
    private static final Map<String, ClassContents> CACHE = new ConcurrentHashMap<>();

    private UnicodeProperties() {}

    private static Map<String, Integer> binaryByName() {
        var byName = new HashMap<String, Integer>();
        for (String names : BINARY) {
            String[] parts = names.split(" ");
            int property = UCharacter.getPropertyEnum(parts[0]);
            for (String name : parts) {
                byName.put(name, property);
            }
        }
        return byName;
    }

    /**
     * What {@code \p{text}} stands for; null where there is no such property. Properties of strings are found only where {@code
     * strings} says so.
     */
    static ClassContents find(String text, boolean strings) {
        ClassContents cached = CACHE.get(text);
        if (cached == null) {
            cached = text.indexOf('=') >= 0 ? valueOf(text) : lone(text);
            if (cached == null) {
                return null;
            }
            CACHE.put(text, cached);
        }
        return strings || !OF_STRINGS.containsKey(text) ? cached : null;
    }

    private static ClassContents valueOf(String text) {
        int equals = text.indexOf('=');
        String name = text.substring(0, equals);
        String value = text.substring(equals + 1);
        if (isNamed(GENERAL_CATEGORY, name)) {
            return category(value);
        }
        if (isNamed(SCRIPT, name)) {
            return script(UProperty.SCRIPT, value);
        }
        return isNamed(SCRIPT_EXTENSIONS, name) ? script(UProperty.SCRIPT_EXTENSIONS, value) : null;
    }

    private static boolean isNamed(String names, String name) {
        return List.of(names.split(" ")).contains(name);
    }

    private static ClassContents lone(String name) {
        switch (name) {
            case "Any" -> {
                return ClassContents.of(CharSet.ALL);
            }
            case "ASCII" -> {
                return ClassContents.of(CharSet.range(0, 127));
            }
            case "Assigned" -> {
                return ClassContents.of(category("Cn").characters().complement());
            }
            default -> {
                Integer property = BINARY_BY_NAME.getOrDefault(name, OF_STRINGS.get(name));
                return property == null
                        ? category(name)
                        : contents(new UnicodeSet().applyIntPropertyValue(property, 1));
            }
        }
    }

    private static ClassContents category(String name) {
        int mask = value(UProperty.GENERAL_CATEGORY_MASK, name);
        return mask == -1
                ? null
                : contents(new UnicodeSet().applyIntPropertyValue(UProperty.GENERAL_CATEGORY_MASK, mask));
    }

    private static ClassContents script(int property, String name) {
        int script = value(UProperty.SCRIPT, name);
        return script == -1 ? null : contents(new UnicodeSet().applyIntPropertyValue(property, script));
    }

    /** The value that has exactly this name; ICU itself is lenient about names. */
    private static int value(int property, String name) {
        int value;
        try {
            value = UCharacter.getPropertyValueEnum(property, name);
        } catch (IllegalArgumentException _) {
            return -1;
        }
        for (int choice = 0; choice < 8; choice++) {
            try {
                if (name.equals(UCharacter.getPropertyValueName(property, value, choice))) {
                    return value;
                }
            } catch (IllegalArgumentException _) {
                // this value has fewer names
            }
        }
        return -1;
    }

    private static ClassContents contents(UnicodeSet set) {
        var characters = new CharSet.Builder();
        for (int i = 0; i < set.getRangeCount(); i++) {
            characters.add(set.getRangeStart(i), set.getRangeEnd(i));
        }
        List<String> strings = new ArrayList<>();
        for (String string : set.strings()) {
            strings.add(string);
        }
        return ClassContents.of(characters.build(), strings);
    }
}
