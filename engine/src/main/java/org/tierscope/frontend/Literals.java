package org.tierscope.frontend;

import com.oracle.js.parser.Lexer;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.MemberFlags;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.Position;
import org.tierscope.bytecode.TemplateStrings;
import org.tierscope.bytecode.TemplateStrings.Part;
import org.tierscope.regexp.Flags;
import org.tierscope.regexp.PatternParser;
import org.tierscope.regexp.RegExpSyntaxException;

/** Literals: of primitive values, arrays, objects, templates. */
final class Literals {
    private final FunctionGenerator f;

    Literals(FunctionGenerator f) {
        this.f = f;
    }

    /** The number that a literal or a negated literal stands for, as Integer where it is an int32 and not −0; else null. */
    static Number number(Expression expression) {
        if (expression instanceof UnaryNode unary
                && unary.isTokenType(TokenType.SUB)
                && number(unary.getExpression()) instanceof Number positive) {
            return normalize(-positive.doubleValue());
        }
        if (expression instanceof LiteralNode<?> literal
                && literal.getObject() instanceof Number number
                && !(number instanceof BigInteger)) {
            return normalize(number.doubleValue());
        }
        return null;
    }

    private static Number normalize(double number) {
        int i = (int) number;
        boolean isInt = i == number && (i != 0 || Double.doubleToRawLongBits(number) == 0);
        return isInt ? (Number) i : (Number) number;
    }

    static boolean isNull(Expression expression) {
        return expression instanceof LiteralNode<?> literal && !literal.isArray()
                && literal.getObject() == null;
    }

    void number(Number number, int dest, Span at) {
        if (number instanceof Integer i) {
            f.code.emit(Opcode.LOAD_INT, at, dest, i);
        } else {
            f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(number));
        }
    }

    void literal(LiteralNode<?> literal, int dest, Span at) {
        if (literal.isArray()) {
            array(literal.getElementExpressions(), dest, at);
            return;
        }
        switch (literal.getObject()) {
            case null -> f.code.emit(Opcode.LOAD_NULL, at, dest);
            case Boolean b -> f.code.emit(b ? Opcode.LOAD_TRUE : Opcode.LOAD_FALSE, at, dest);
            case BigInteger integer -> f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(integer));
            case Number _ -> number(number(literal), dest, at);
            case String string -> f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(string));
            case TruffleString string ->
                f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(string.toJavaStringUncached()));
            case Lexer.RegexToken token -> regExp(literal, token, dest, at);
            default -> throw f.unit.unsupported(literal, "literals of this kind");
        }
    }

    /** The parser has read the literal to its end, but nobody has looked into it yet. */
    private void regExp(LiteralNode<?> literal, Lexer.RegexToken token, int dest, Span at) {
        String pattern = token.getExpression();
        Flags flags = Flags.parse(token.getOptions());
        int start = f.unit.start(literal);
        if (flags == null) {
            throw new SyntaxErrorException(
                    f.unit.source(), start + pattern.length() + 2, "Invalid regular expression flags");
        }
        try {
            PatternParser.check(pattern, flags);
        } catch (RegExpSyntaxException e) {
            throw new SyntaxErrorException(
                    f.unit.source(),
                    start + 1 + e.offset(),
                    "Invalid regular expression: /" + pattern + "/" + token.getOptions() + ": " + e.getMessage());
        }
        f.code.emit(Opcode.CREATE_REGEXP, at, dest, f.constant(pattern), f.constant(token.getOptions()));
    }

    private void array(List<Expression> elements, int dest, Span at) {
        array(elements, dest, at, false);
    }

    private void array(List<Expression> elements, int dest, Span at, boolean arguments) {
        int direct = 0;
        while (direct < elements.size() && !isSpread(elements.get(direct)) && direct < 64) {
            direct++;
        }
        int first = f.registers.top();
        for (Expression element : elements.subList(0, direct)) {
            arrayElement(element, f.registers.take(), at);
        }
        f.code.emit(Opcode.CREATE_ARRAY, at, dest, first, direct);
        for (Expression element : elements.subList(direct, elements.size())) {
            int mark = f.registers.top();
            if (isSpread(element)) {
                Expression iterable = ((UnaryNode) element).getExpression();
                int value = f.value(iterable);
                f.code.emit(Opcode.ARRAY_APPEND_SPREAD, spreadSpan(iterable, arguments), dest, value);
            } else {
                int value = f.registers.take();
                arrayElement(element, value, at);
                f.code.emit(Opcode.ARRAY_APPEND, at, dest, value);
            }
            f.registers.release(mark);
        }
    }

    private Span spreadSpan(Expression iterable, boolean argument) {
        return f.unit.at(iterable).about(argument ? Position.SPREAD_ARGUMENT : Describe.of(iterable));
    }

    private void arrayElement(Expression element, int dest, Span at) {
        if (element == null) {
            f.code.emit(Opcode.LOAD_EMPTY, at, dest);
        } else {
            f.expressions.into(element, dest);
        }
    }

    static boolean isSpread(Expression element) {
        return element instanceof UnaryNode unary
                && (unary.isTokenType(TokenType.SPREAD_ARRAY)
                        || unary.isTokenType(TokenType.SPREAD_ARGUMENT));
    }

    /** An array of arguments, for calls with a spread one. */
    int argumentArray(List<Expression> arguments, Span at) {
        int dest = f.registers.take();
        array(arguments, dest, at, true);
        return dest;
    }

    void template(TemplateLiteralNode.UntaggedTemplateLiteralNode template, int dest) {
        List<Expression> parts =
                template.getExpressions().stream().filter(part -> !isEmptyString(part)).toList();
        Span at = f.unit.at(template);
        if (parts.isEmpty()) {
            f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(""));
            return;
        }
        templatePart(parts.getFirst(), dest);
        for (Expression expression : parts.subList(1, parts.size())) {
            int part = f.registers.take();
            templatePart(expression, part);
            f.code.emit(Opcode.ADD, at, dest, dest, part);
            f.registers.release(part);
        }
    }

    void templateObject(TemplateLiteralNode.TaggedTemplateLiteralNode template, int dest) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < template.getRawStrings().size(); i++) {
            parts.add(new Part(
                    text(template.getCookedStrings().get(i)), text(template.getRawStrings().get(i))));
        }
        Span at = f.unit.at(template);
        f.code.emit(Opcode.GET_TEMPLATE_OBJECT, at, dest, f.constant(new TemplateStrings(at.start(), parts)));
    }

    /** Null for undefined. */
    private static String text(Expression string) {
        return string instanceof LiteralNode<?> literal && literal.isString() ? literal.getString() : null;
    }

    private void templatePart(Expression part, int dest) {
        if (part instanceof LiteralNode<?> literal && literal.isString()) {
            f.expressions.into(part, dest);
        } else {
            f.code.emit(Opcode.TO_STRING, f.unit.at(part), dest, f.value(part));
        }
    }

    private static boolean isEmptyString(Expression part) {
        return part instanceof LiteralNode<?> literal && literal.isString() && literal.getString().isEmpty();
    }

    void object(ObjectNode object, int dest) {
        Span at = f.unit.at(object);
        List<PropertyNode> properties = object.getElements();
        int room = (int) properties.stream().filter(p -> p.getValue() != null && !p.isComputed()
                && !p.isProto()).count();
        f.code.emit(Opcode.CREATE_OBJECT, at, dest, room);
        for (PropertyNode property : properties) {
            int mark = f.registers.top();
            property(property, dest);
            f.registers.release(mark);
        }
    }

    private void property(PropertyNode property, int object) {
        Span at = f.unit.at(property);
        if (property.getKey() instanceof UnaryNode spread && spread.isTokenType(TokenType.SPREAD_OBJECT)) {
            f.code.emit(Opcode.COPY_PROPERTIES, at, object, f.value(spread.getExpression()));
            return;
        }
        if (property.isProto()) {
            f.code.emit(Opcode.SET_LITERAL_PROTOTYPE, at, object, f.value(property.getValue()));
            return;
        }
        if (property.isAccessor()) {
            accessors(property, object, at);
            return;
        }
        Expression value = property.getValue();
        boolean method = value instanceof FunctionNode function && function.isMethod();
        if (property.isComputed()) {
            int key = f.registers.take();
            f.code.emit(Opcode.TO_PROPERTY_KEY, f.unit.at(property.getKey()), key,
                    f.value(property.getKey()));
            int result = f.expressions.fresh(value);
            if (method) {
                f.code.emit(Opcode.DEFINE_MEMBER, at, object, key, result,
                        MemberFlags.METHOD | MemberFlags.ENUMERABLE);
                return;
            }
            if (property.isAnonymousFunctionDefinition()) {
                f.code.emit(Opcode.SET_FUNCTION_NAME, at, result, key, MemberFlags.METHOD);
            }
            f.code.emit(Opcode.DEFINE_ELEMENT, at, object, key, result);
            return;
        }
        if (method && ((FunctionNode) value).needsSuper()) {
            int key = keyRegister(property.getKey());
            int function = f.expressions.fresh(value);
            int flags = MemberFlags.METHOD | MemberFlags.ENUMERABLE | MemberFlags.KEEP_NAME;
            f.code.emit(Opcode.DEFINE_MEMBER, at, object, key, function, flags);
            return;
        }
        String name = property.getKeyName();
        if (isArrayIndex(name)) {
            int key = keyRegister(property.getKey());
            f.code.emit(Opcode.DEFINE_ELEMENT, at, object, key, f.value(value));
        } else {
            f.code.emit(Opcode.DEFINE_FIELD, at, object, f.constant(name), f.value(value));
        }
    }

    private void accessors(PropertyNode property, int object, Span at) {
        int key;
        if (property.isComputed()) {
            key = f.registers.take();
            f.code.emit(Opcode.TO_PROPERTY_KEY, f.unit.at(property.getKey()), key,
                    f.value(property.getKey()));
        } else {
            key = keyRegister(property.getKey());
        }
        int keep = property.isComputed() ? 0 : MemberFlags.KEEP_NAME;
        accessor(property.getGetter(), MemberFlags.GETTER, object, key, keep, at);
        accessor(property.getSetter(), MemberFlags.SETTER, object, key, keep, at);
    }

    private void accessor(FunctionNode function, int kind, int object, int key, int keep, Span at) {
        if (function != null) {
            int closure = f.expressions.fresh(function);
            f.code.emit(Opcode.DEFINE_MEMBER, at, object, key, closure, kind | MemberFlags.ENUMERABLE | keep);
        }
    }

    /** A key that is written as a name, string or number, as a value in a new temporary. */
    int keyRegister(Expression key) {
        int dest = f.registers.take();
        keyInto(key, dest);
        return dest;
    }

    void keyInto(Expression key, int dest) {
        String name = keyName(key);
        if (isArrayIndex(name)) {
            f.code.emit(Opcode.LOAD_INT, f.unit.at(key), dest, Integer.parseInt(name));
        } else {
            f.code.emit(Opcode.LOAD_CONSTANT, f.unit.at(key), dest, f.constant(name));
        }
    }

    int stringRegister(String string, Span at) {
        int dest = f.registers.take();
        f.code.emit(Opcode.LOAD_CONSTANT, at, dest, f.constant(string));
        return dest;
    }

    static String keyName(Expression key) {
        return switch (key) {
            case IdentNode name -> name.getName();
            case com.oracle.js.parser.ir.PropertyKey name -> name.getPropertyName();
            default -> throw new IllegalArgumentException("no literal key: " + key);
        };
    }

    /** A canonical decimal below 2^31 − 1: such keys are elements, not named properties. */
    static boolean isArrayIndex(String name) {
        if (name.isEmpty() || name.length() > 10 || name.length() > 1 && name.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return Long.parseLong(name) < Integer.MAX_VALUE;
    }
}
