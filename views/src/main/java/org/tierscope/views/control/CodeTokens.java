package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours for one line of bytecode, SSA or machine code: only how a word looks decides, nothing is parsed. */
public final class CodeTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
            + "|(?<comment>//.*|;.*)"
            + "|(?<node>\\bv\\d+\\b)"
            + "|(?<block>\\bb\\d+\\b)"
            + "|(?<register>\\b(?:[ra]\\d+|this|[re]?[abcd]x|[abcd]l|[re]?[sd]i|[re]?[sb]p|r\\d+[bwd]?|[xy]mm\\d+)\\b)"
            + "|(?<number>[-+]?\\b(?:0x[0-9a-fA-F]+|\\d+(?:\\.\\d+)?)\\b)"
            + "|(?<word>[A-Za-z_$][\\w$.]*)");

    private CodeTokens() {
    }

    /** An instruction whose first word is its operation. */
    public static List<CodeSpan> bytecode(String text) {
        return tokens(text, "code-keyword");
    }

    /** {@code mov rax, [rbx+8]}. */
    public static List<CodeSpan> machine(String text) {
        return tokens(text, "code-keyword");
    }

    /** Operands only. */
    public static List<CodeSpan> operands(String text) {
        return tokens(text, "");
    }

    private static List<CodeSpan> tokens(String text, String firstWordStyle) {
        List<CodeSpan> spans = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int last = 0;
        boolean first = true;
        while (matcher.find()) {
            if (matcher.start() > last) {
                spans.add(new CodeSpan(text.substring(last, matcher.start()), ""));
            }
            boolean operation = first && matcher.start() == 0;
            spans.add(new CodeSpan(matcher.group(), operation ? firstWordStyle : style(matcher)));
            first = false;
            last = matcher.end();
        }
        if (last < text.length()) {
            spans.add(new CodeSpan(text.substring(last), ""));
        }
        return spans;
    }

    private static String style(Matcher matcher) {
        if (matcher.group("string") != null) {
            return "code-string";
        }
        if (matcher.group("comment") != null) {
            return "code-comment";
        }
        if (matcher.group("node") != null) {
            return "code-register";
        }
        if (matcher.group("block") != null) {
            return "code-label";
        }
        if (matcher.group("register") != null) {
            return "code-register";
        }
        return matcher.group("number") != null ? "code-number" : "";
    }
}
