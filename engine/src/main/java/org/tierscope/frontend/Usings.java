package org.tierscope.frontend;

import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code using} and {@code await using} declarations of a text (explicit resource management, ES2026), which the parser does not
 * know: it reads them as {@code const}, a word of the same length, and here is which they are. Where the parser fails at a name
 * behind {@code using}, that was a declaration; anywhere else the word is an identifier.
 */
final class Usings {
    private static final String WORD = "using";
    private static final String AWAIT = "await";

    private static final Pattern AWAIT_USING_OF = Pattern.compile("await[ \\t]+using[ \\t]+(of)\\s+of\\b");

    /** Offset of the keyword, and of the first name, in the source text → whether it is {@code await using}. */
    private final Map<Integer, Boolean> async = new HashMap<>();

    /** Whether a declaration of the list that begins at {@code offset} (keyword or first name) is one of these. */
    boolean isUsing(int offset) {
        return async.containsKey(offset);
    }

    boolean isAwaitUsing(int offset) {
        return async.getOrDefault(offset, false);
    }

    /** Whether code of a function, functions in it left out, has an {@code await using}: makes a module one that awaits. */
    boolean awaitsIn(FunctionNode function, Unit unit) {
        boolean[] found = {false};
        function.getBody().accept(new NodeVisitor<LexicalContext>(new LexicalContext()) {
            @Override
            public boolean enterFunctionNode(FunctionNode inner) {
                return false;
            }

            @Override
            public boolean enterVarNode(VarNode declaration) {
                found[0] |= isAwaitUsing(unit.start(declaration));
                return true;
            }

            @Override
            public boolean enterForNode(ForNode loop) {
                found[0] |= loop.getInit() != null && isAwaitUsing(unit.start(loop.getInit()));
                return true;
            }
        });
        return found[0];
    }

    /** The text with one more declaration turned into const; null where the error, an offset, is another one. */
    String rewrite(String text, int error) {
        int offset = nameAt(text, error);
        if (offset < 0 || offset >= text.length()
                || !Character.isJavaIdentifierStart(text.charAt(offset)) && text.charAt(offset) != '\\') {
            return null;
        }
        int start = wordBefore(text, offset, WORD);
        if (start < 0) {
            return null;
        }
        int await = wordBefore(text, start, AWAIT);
        async.put(offset, await >= 0);
        async.put(start, await >= 0);
        int from = await >= 0 ? await : start;
        return text.substring(0, from) + " ".repeat(start - from) + "const" + text.substring(start + WORD.length());
    }

    /** The declared name that an error blames; in the head of a for loop, "of" may be one, and what is blamed is near it. */
    private static int nameAt(String text, int error) {
        if (text.startsWith("=", error)) {
            return wordBefore(text, error, "of");
        }
        Matcher head = AWAIT_USING_OF.matcher(text).region(error, text.length());
        return head.lookingAt() ? head.start(1) : error;
    }

    /** Where {@code word} begins, if it is the token before {@code offset} on the same line; else −1. */
    private static int wordBefore(String text, int offset, String word) {
        int end = offset;
        while (end > 0) {
            char before = text.charAt(end - 1);
            if (before == ' ' || before == '\t') {
                end--;
            } else if (text.startsWith("*/", end - 2)) {
                int comment = text.lastIndexOf("/*", end - 2);
                if (comment < 0 || text.substring(comment, end).indexOf('\n') >= 0) {
                    return -1;
                }
                end = comment;
            } else {
                break;
            }
        }
        int start = end - word.length();
        boolean found = end < offset && start >= 0 && text.startsWith(word, start)
                && (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1))
                        && text.charAt(start - 1) != '.');
        return found ? start : -1;
    }
}
