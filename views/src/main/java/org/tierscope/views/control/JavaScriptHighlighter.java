package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the words of JavaScript to colour, in one pass and without a parser, so that unfinished text is coloured too.
 * Whether a slash divides or begins a regular expression is decided by what stands before it, as editors do.
 */
public final class JavaScriptHighlighter {
    /** Text [start, end) in the colour of a style class. */
    public record Token(int start, int end, String style) {
    }

    private static final Set<String> KEYWORDS = Set.of("async", "await", "break", "case", "catch", "class", "const",
            "continue", "debugger", "default", "delete", "do", "else", "export", "extends", "finally", "for", "from",
            "function", "get", "if", "import", "in", "instanceof", "let", "new", "of", "return", "set", "static",
            "super", "switch", "this", "throw", "try", "typeof", "var", "void", "while", "with", "yield");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean valueBefore;

    private JavaScriptHighlighter(String text) {
        this.text = text;
    }

    /** The tokens in order; text between them is plain. */
    public static List<Token> tokens(String text) {
        JavaScriptHighlighter highlighter = new JavaScriptHighlighter(text);
        while (highlighter.position < text.length()) {
            highlighter.next();
        }
        return highlighter.tokens;
    }

    /** The text line by line, in colours. */
    public static List<List<CodeSpan>> lines(String text) {
        List<List<CodeSpan>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        int at = 0;
        for (Token token : tokens(text)) {
            add(lines, text.substring(at, token.start()), "");
            add(lines, text.substring(token.start(), token.end()), token.style());
            at = token.end();
        }
        add(lines, text.substring(at), "");
        return lines;
    }

    private static void add(List<List<CodeSpan>> lines, String text, String style) {
        String[] pieces = text.split("\n", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                lines.add(new ArrayList<>());
            }
            if (!pieces[i].isEmpty()) {
                lines.getLast().add(new CodeSpan(pieces[i], style));
            }
        }
    }

    private void next() {
        char c = text.charAt(position);
        if (text.startsWith("//", position)) {
            add(endOf("\n", position), "code-comment");
        } else if (text.startsWith("/*", position)) {
            int end = text.indexOf("*/", position + 2);
            add(end < 0 ? text.length() : end + 2, "code-comment");
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '`') {
            template();
        } else if (c == '/' && !valueBefore) {
            regularExpression();
        } else if (Character.isDigit(c) || c == '.' && isDigitAt(position + 1)) {
            number();
        } else if (Character.isJavaIdentifierStart(c) || c == '#') {
            word();
        } else {
            if (!Character.isWhitespace(c)) {
                valueBefore = c == ')' || c == ']' || c == '}';
            }
            position++;
        }
    }

    private void add(int end, String style) {
        tokens.add(new Token(position, end, style));
        position = end;
    }

    private int endOf(String terminator, int from) {
        int end = text.indexOf(terminator, from);
        return end < 0 ? text.length() : end;
    }

    private boolean isDigitAt(int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }

    private void string(char quote) {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        add(Math.min(text.length(), end + 1), "code-string");
        valueBefore = true;
    }

    /** The text of a template literal is coloured; what stands in {@code ${…}} is code again. */
    private void template() {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != '`') {
            if (text.startsWith("${", end)) {
                add(end + 2, "code-string");
                int depth = 1;
                while (position < text.length() && depth > 0) {
                    char c = text.charAt(position);
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                    if (depth > 0) {
                        next();
                    }
                }
                end = position;
            } else {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
        }
        if (position < text.length()) {
            add(Math.min(text.length(), end + 1), "code-string");
        }
        valueBefore = true;
    }

    private void regularExpression() {
        int end = position + 1;
        boolean inClass = false;
        while (end < text.length() && text.charAt(end) != '\n' && (inClass || text.charAt(end) != '/')) {
            char c = text.charAt(end);
            inClass = c == '[' || inClass && c != ']';
            end += c == '\\' ? 2 : 1;
        }
        end = Math.min(text.length(), end + 1);
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        add(end, "code-string");
        valueBefore = true;
    }

    private void number() {
        int end = position;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.'
                || text.charAt(end) == '_' || isExponentSign(end))) {
            end++;
        }
        add(end, "code-number");
        valueBefore = true;
    }

    private boolean isExponentSign(int index) {
        char c = text.charAt(index);
        return (c == '-' || c == '+') && index > position && Character.toLowerCase(text.charAt(index - 1)) == 'e'
                && !text.startsWith("0x", position);
    }

    private void word() {
        int end = position + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(position, end);
        boolean property = position > 0 && text.charAt(position - 1) == '.';
        if (!property && KEYWORDS.contains(word)) {
            add(end, "code-keyword");
            valueBefore = word.equals("this") || word.equals("super");
        } else if (!property && CONSTANTS.contains(word)) {
            add(end, "code-number");
            valueBefore = true;
        } else if (isCalled(end)) {
            add(end, "code-function");
            valueBefore = true;
        } else {
            position = end;
            valueBefore = true;
        }
    }

    private boolean isCalled(int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && text.charAt(next) == '(';
    }
}
