package org.tierscope.frontend;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.Token;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tierscope.bytecode.SourceText;
import org.tierscope.runtime.NumberText;

/** Runs GraalJS's parser on a source text and reports its errors as {@link SyntaxErrorException}. */
final class SourceParser {
    /** What a CommonJS file is wrapped in; all positions are shifted by its length. */
    private static final String WRAPPER = "(function (exports, require, module, __filename, __dirname) {";

    private SourceParser() {}

    /**
     * @param root the top-level function
     * @param usings its using declarations
     * @param shift what to subtract from a node's offsets to get offsets in the source text
     */
    record Parsed(FunctionNode root, int shift, Usings usings) {}

    /** Parses a text, as often as it has using declarations more: the parser's errors tell where they are. */
    private static Parsed repaired(String text, BiFunction<String, Usings, Parsed> parse) {
        var usings = new Usings();
        String current = text;
        for (; ; ) {
            try {
                return parse.apply(current, usings);
            } catch (SyntaxErrorException e) {
                current = usings.rewrite(current, e.offset());
                if (current == null) {
                    throw e;
                }
            }
        }
    }

    static Parsed parse(SourceText source, CompileMode mode) {
        return switch (mode) {
            case SCRIPT, PRELUDE -> repaired(source.text(), (text, usings) ->
                    new Parsed(parseScript(source, text, 0), 0, usings));
            case COMMONJS -> repaired(source.text(), (text, usings) -> parseCommonJs(source, text, usings));
            case MODULE -> repaired(source.text(), (text, usings) -> parseModule(source, text, usings));
            case EVAL -> parseEval(source, null);
            case FUNCTION -> throw new IllegalArgumentException("a function is parsed from its parts");
        };
    }

    private static Parsed parseModule(SourceText source, String text, Usings usings) {
        var errors = new Errors(source, 0);
        try {
            FunctionNode root = parser(source, text, errors, false).parseModule(source.path());
            return new Parsed(errors.check(root), 0, usings);
        } catch (ParserException e) {
            throw errors.convert(e);
        }
    }

    /** @param site of a direct call, or null */
    static Parsed parseEval(SourceText source, EvalSite site) {
        return repaired(source.text(), (text, usings) -> parseEval(source, text, usings, site));
    }

    private static Parsed parseEval(SourceText source, String text, Usings usings, EvalSite site) {
        var errors = new Errors(source, 0);
        try {
            boolean strict = site != null && site.isStrict() || Directives.isStrict(source.text());
            Parser parser = parser(source, text, errors, strict);
            FunctionNode root = parser.parseEval(site != null, site == null ? null : site.syntax());
            return new Parsed(errors.check(root), 0, usings);
        } catch (ParserException e) {
            throw errors.convert(e);
        }
    }

    static Parsed parseFunction(SourceText source, String parameters, String body, boolean generator, boolean async) {
        var errors = new Errors(source, 0);
        try {
            parser(source, parameters, errors, false).parseFormalParameterList();
            errors.check(null);
            errors.check(parser(source, body, errors, false).parseFunctionBody(generator, async));
        } catch (ParserException e) {
            throw errors.convert(e);
        }
        FunctionNode script = parseScript(source, "(" + source.text() + "\n)", 1);
        var statement = (ExpressionStatement) script.getBody().getStatements().getFirst();
        return new Parsed((FunctionNode) statement.getExpression(), 1, new Usings());
    }

    private static Parsed parseCommonJs(SourceText source, String given, Usings usings) {
        String text = given;
        if (text.startsWith("#!")) {
            text = "//" + text.substring(2);
        }
        int shift = WRAPPER.length();
        SyntaxErrorException error;
        try {
            FunctionNode script = parseScript(source, WRAPPER + text + "\n})", shift);
            FunctionNode body = wrappedFunction(script, shift + text.length() + 2);
            if (body != null) {
                return new Parsed(body, shift, usings);
            }
            error = new SyntaxErrorException(source, text.length(), "Unexpected end of input");
        } catch (SyntaxErrorException e) {
            error = e;
        }
        // As a function body of its own it fails at the same place, but a brace too many is blamed where it stands.
        parseFunctionBody(source, text);
        throw error;
    }

    /** The function that the wrapper opened, or null if the file closed it early. */
    private static FunctionNode wrappedFunction(FunctionNode script, int end) {
        Block body = script.getBody();
        List<Statement> statements = body.getStatements();
        return statements.size() == 1
                        && statements.getFirst() instanceof ExpressionStatement statement
                        && statement.getExpression() instanceof FunctionNode function
                        && Token.descPosition(function.getLastToken()) == end - 1
                ? function
                : null;
    }

    private static FunctionNode parseScript(SourceText source, String text, int shift) {
        var errors = new Errors(source, shift);
        try {
            return errors.check(parser(source, text, errors, false).parse());
        } catch (ParserException e) {
            throw errors.convert(e);
        }
    }

    private static void parseFunctionBody(SourceText source, String text) {
        var errors = new Errors(source, 0);
        try {
            errors.check(parser(source, text, errors, false).parseFunctionBody(false, false));
        } catch (ParserException e) {
            throw errors.convert(e);
        }
    }

    private static Parser parser(SourceText source, String text, ErrorManager errors, boolean strict) {
        var environment = ScriptEnvironment.builder();
        // "import defer" is all that this version adds, but for decorators, which Classes refuses
        environment.ecmaScriptVersion(ScriptEnvironment.ES_STAGING);
        environment.sourcePhaseImports(true);
        environment.classFields(true);
        environment.allowBigInt(true);
        environment.annexB(true);
        environment.privateFieldsIn(true);
        environment.topLevelAwait(true);
        environment.shebang(true);
        environment.importAttributes(true);
        environment.emptyStatements(false);
        return new Parser(environment.build(), Source.sourceFor(source.path(), text), errors, strict) {
            @Override
            protected Function<Number, TruffleString> getNumberToStringConverter() {
                return number -> TruffleString.fromJavaStringUncached(
                        NumberText.toString(number.doubleValue()), TruffleString.Encoding.UTF_16);
            }
        };
    }

    /** Keeps the first error. */
    private static final class Errors extends ErrorManager {
        private final SourceText source;
        private final int shift;
        private ParserException first;

        Errors(SourceText source, int shift) {
            this.source = source;
            this.shift = shift;
        }

        @Override
        public void error(ParserException e) {
            if (first == null) {
                first = e;
            }
        }

        FunctionNode check(FunctionNode function) {
            if (first != null) {
                throw convert(first);
            }
            return function;
        }

        SyntaxErrorException convert(ParserException e) {
            String message = message(e);
            int offset = Math.clamp((long) e.getPosition() - shift, 0, source.text().length());
            return new SyntaxErrorException(source, tokenStart(message, offset), message);
        }

        /** The parser's message is "file:line:column text", then the source line and a caret. */
        private String message(ParserException e) {
            String text = e.getMessage().lines().findFirst().orElse("");
            String prefix = e.getFileName() + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + " ";
            String message = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            return message.replace("found eof", "found the end of the file").replace("Expected eof",
                    "Expected a statement");
        }

        /** The parser blames some errors on what follows the offending token. */
        private int tokenStart(String message, int offset) {
            String text = source.text();
            if (message.startsWith("Missing assignment to constant \"")) {
                String name = message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
                return Math.max(0, text.lastIndexOf(name, offset));
            }
            if (message.equals("Missing close quote")) {
                return openQuote(text, offset);
            }
            boolean insideQuotes = offset > 0 && offset < text.length()
                    && "\"'`".indexOf(text.charAt(offset - 1)) >= 0;
            return insideQuotes && message.contains("but found") ? offset - 1 : offset;
        }

        /** The quote that nothing closes before {@code end}. */
        private int openQuote(String text, int end) {
            int line = source.lineText(source.line(end)).isEmpty() ? end : end - source.column(end) + 1;
            int last = text.lastIndexOf('`', Math.max(0, end - 1));
            for (int i = line; i < end; i++) {
                char quote = text.charAt(i);
                if (quote == '"' || quote == '\'') {
                    int close = i + 1;
                    while (close < end && text.charAt(close) != quote) {
                        close += text.charAt(close) == '\\' ? 2 : 1;
                    }
                    if (close >= end) {
                        return i;
                    }
                    i = close;
                }
            }
            return last >= 0 ? last : end;
        }
    }
}
