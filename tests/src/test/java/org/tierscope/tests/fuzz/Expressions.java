package org.tierscope.tests.fuzz;

import static org.tierscope.tests.fuzz.Profile.ARRAYS;
import static org.tierscope.tests.fuzz.Profile.CLASSES;
import static org.tierscope.tests.fuzz.Profile.CLOSURES;
import static org.tierscope.tests.fuzz.Profile.GC;
import static org.tierscope.tests.fuzz.Profile.NUMBERS;
import static org.tierscope.tests.fuzz.Profile.OBJECTS;
import static org.tierscope.tests.fuzz.Profile.STRINGS;

import java.util.EnumMap;
import java.util.Map;

/** Random expressions of a kind, made of what is in scope. What helpers they call is in {@link ProgramText}. */
final class Expressions {
    private static final int DEPTH = 4;
    private static final String[] INTS = {
        "0", "1", "-1", "2", "3", "7", "31", "32", "255", "256", "65535", "1000003", "0x7fffffff", "-0x80000000", "0x40000000"
    };
    private static final String[] DOUBLES = {
        "-0", "NaN", "Infinity", "-Infinity", "0.5", "-0.25", "1.5", "4294967295", "4294967296", "9007199254740991", "1e300", "5e-324", "0x80000000", "-2147483649"
    };
    private static final String[] WORDS = {"''", "'a'", "'7'", "'x'", "'y'", "'length'", "'héé'", "'π'", "'-1.5'", "'abcdef'", "'0'"};
    private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%"};
    private static final String[] BITS = {"&", "|", "^", "<<", ">>", ">>>"};
    private static final String[] COMPARISONS = {"<", ">", "<=", ">=", "===", "!==", "==", "!="};
    private static final String[] ROUNDINGS = {"floor", "ceil", "round", "trunc", "abs", "sign", "sqrt", "fround", "clz32"};

    private final Chance chance;
    private final Scope scope;
    private final Map<Kind, Productions> productions = new EnumMap<>(Kind.class);
    private int depth;

    Expressions(Profile profile, Chance chance, Scope scope) {
        this.chance = chance;
        this.scope = scope;
        for (Kind kind : Kind.values()) {
            productions.put(kind, new Productions(profile, chance));
        }
        ints();
        numbers();
        strings();
        booleans();
        arrays();
        objects();
        others();
    }

    /** An expression that mostly has values of this kind. It can stand anywhere an assignment's right side can. */
    String of(Kind kind) {
        if (depth >= DEPTH || chance.oneIn(4)) {
            return leaf(kind);
        }
        depth++;
        try {
            return productions.get(kind).pick();
        } finally {
            depth--;
        }
    }

    /** Something else than code that was compiled for this kind knows. */
    String surprise(Kind kind) {
        return switch (chance.below(8)) {
            case 0 -> of(Kind.STRING);
            case 1 -> chance.of("undefined", "null", "true", "5n", "Symbol.iterator");
            case 2 -> chance.of("noisy(3)", "noisy(-0)", "noisy('7')");
            case 3 -> of(Kind.ARRAY);
            case 4 -> of(Kind.OBJECT);
            default -> kind == Kind.INT ? chance.of(DOUBLES) : of(kind);
        };
    }

    /** Which properties objects have: x and y mostly. */
    String property() {
        return chance.oneIn(6) ? chance.of("z", "w", "next", "length", "k") : chance.of("x", "y");
    }

    /** An index that is mostly inside. */
    String index() {
        return switch (chance.below(8)) {
            case 0 -> of(Kind.INT);
            case 1 -> "(" + of(Kind.INT) + ") & 7";
            case 2 -> chance.of("0", "1", "2", "-1", "1.5", "'1'", "'x'", "7");
            default -> scope.any(Kind.INT, chance).map(v -> v.name() + " & 3").orElse("1");
        };
    }

    private String leaf(Kind kind) {
        if (chance.oneIn(4)) {
            return literal(kind);
        }
        return scope.any(kind, chance).map(Scope.Variable::name).orElseGet(() -> literal(kind));
    }

    private String literal(Kind kind) {
        return switch (kind) {
            case INT -> chance.oneIn(3) ? chance.of(INTS) : Integer.toString(chance.below(12));
            case NUMBER -> chance.oneIn(2) ? chance.of(DOUBLES) : chance.below(12) + chance.of("", ".5", ".25");
            case STRING -> chance.of(WORDS);
            case BOOLEAN -> chance.of("true", "false");
            case ARRAY -> chance.of("[]", "[1, 2, 3, 4]", "[0.5, 1.5, 2.5]", "[1, , 3]", "['a', 1, null]", "[-0, NaN]", "[{ x: 1, y: 2 }]");
            case TYPED_ARRAY -> "new " + typedArray() + "(" + chance.of("8", "4", "[1, 2, 300, -4]", "[0.1, -0, NaN, 1e10]") + ")";
            case OBJECT -> chance.of("{ x: 1, y: 2 }", "{ x: 0.5, y: -0 }", "{ y: 1, x: 2 }", "{ x: 1, y: 2, z: 3 }", "{ x: 'x', y: null }");
            case FUNCTION -> chance.of("(v => v)", "(v => v + 1)", "((v, w) => v * (w ?? 1))", "Math.abs", "String", "(function (v) { return v; })");
            case MAP -> "new Map([[1, 2], ['x', 3]])";
        };
    }

    private String typedArray() {
        return chance.of("Int32Array", "Float64Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint32Array", "Float32Array");
    }

    private String par(Kind kind) {
        return "(" + of(kind) + ")";
    }

    private String binary(Kind kind, String... operators) {
        return "(" + of(kind) + ") " + chance.of(operators) + " (" + of(kind) + ")";
    }

    private String name(Kind kind) {
        return scope.any(kind, chance).map(Scope.Variable::name).orElseGet(() -> "(" + literal(kind) + ")");
    }

    /** An arrow function; its parameters can be used by its body. */
    private String arrow(Kind result, String parameters, Kind... kinds) {
        var text = new StringBuilder();
        scope.nested(() -> {
            String[] names = parameters.split(", ");
            for (int i = 0; i < names.length; i++) {
                scope.declare(names[i], kinds[i], false);
            }
            text.append("(").append(parameters).append(") => ").append(par(result));
        });
        return text.toString();
    }

    private void ints() {
        productions.get(Kind.INT)
                .add(6, () -> binary(Kind.INT, "+", "-", "*") + " | 0")
                .add(NUMBERS, 4, () -> binary(Kind.INT, BITS))
                .add(NUMBERS, 4, () -> binary(Kind.INT, "+", "-", "*", "%", "/"))
                .add(NUMBERS, 2, () -> chance.of("~", "-", "+") + par(Kind.INT))
                .add(NUMBERS, 2, () -> "Math.imul(" + of(Kind.INT) + ", " + of(Kind.INT) + ")")
                .add(NUMBERS, 2, () -> par(Kind.NUMBER) + chance.of(" | 0", " >>> 0", " >> 1", " & 255"))
                .add(NUMBERS, 1, () -> "Math." + chance.of("min", "max") + "(" + of(Kind.INT) + ", " + of(Kind.INT) + ")")
                .add(2, () -> par(Kind.BOOLEAN) + " ? " + of(Kind.INT) + " : " + of(Kind.INT))
                .add(2, () -> scope.assignable(Kind.INT, chance).map(v -> v.name() + chance.of("++", "--")).orElse("1"))
                .add(1, () -> scope.assignable(Kind.INT, chance).map(v -> "(" + v.name() + chance.of(" = ", " += ", " ^= ") + par(Kind.INT) + ")").orElse("2"))
                .add(ARRAYS, 2, () -> name(Kind.ARRAY) + ".length")
                .add(ARRAYS, 3, () -> name(Kind.TYPED_ARRAY) + "[" + index() + "]")
                .add(ARRAYS, 1, () -> name(Kind.ARRAY) + chance.of(".indexOf(", ".lastIndexOf(", ".push(") + of(Kind.NUMBER) + ")")
                .add(STRINGS, 2, () -> name(Kind.STRING) + ".charCodeAt(" + index() + ")")
                .add(STRINGS, 1, () -> name(Kind.STRING) + chance.of(".length", ".indexOf('a')", ".codePointAt(0)"))
                .add(1, () -> name(Kind.MAP) + ".size");
    }

    private void numbers() {
        productions.get(Kind.NUMBER)
                .add(8, () -> of(Kind.INT))
                .add(NUMBERS, 6, () -> binary(Kind.NUMBER, ARITHMETIC))
                .add(NUMBERS, 1, () -> binary(Kind.INT, "**"))
                .add(NUMBERS, 3, () -> "Math." + chance.of(ROUNDINGS) + par(Kind.NUMBER))
                .add(NUMBERS, 2, () -> "Math." + chance.of("min", "max", "atan2", "hypot") + "(" + of(Kind.NUMBER) + ", " + of(Kind.NUMBER) + ")")
                .add(NUMBERS, 2, () -> "-" + par(Kind.NUMBER))
                .add(2, () -> par(Kind.BOOLEAN) + " ? " + of(Kind.NUMBER) + " : " + of(Kind.NUMBER))
                .add(OBJECTS, 5, () -> name(Kind.OBJECT) + chance.of(".", ".", ".", "?.") + property())
                .add(OBJECTS, 1, () -> name(Kind.OBJECT) + "[" + chance.of("'x'", "'y'", "key(" + of(Kind.INT) + ")") + "]")
                .add(OBJECTS, 1, () -> name(Kind.OBJECT) + "." + property() + chance.of("++", "--", " += 1"))
                .add(ARRAYS, 5, () -> name(Kind.ARRAY) + "[" + index() + "]")
                .add(ARRAYS, 1, () -> name(Kind.ARRAY) + ".reduce(" + arrow(Kind.NUMBER, "s, v", Kind.NUMBER, Kind.NUMBER) + ", 0)")
                .add(ARRAYS, 1, () -> name(Kind.ARRAY) + chance.of(".pop()", ".shift()", ".at(-1)", ".find(v => v > 1)"))
                .add(CLOSURES, 4, () -> name(Kind.FUNCTION) + "(" + of(Kind.NUMBER) + ")")
                .add(CLOSURES, 2, () -> chance.of("help0", "help1", "help2") + "(" + of(Kind.NUMBER) + ", " + of(Kind.NUMBER) + ")")
                .add(CLASSES, 3, () -> "new " + chance.of("Base", "Derived") + "(" + of(Kind.NUMBER) + ")." + chance.of("x", "sum(1)", "twice", "y"))
                .add(CLASSES, 3, () -> name(Kind.OBJECT) + chance.of(".sum?.(", ".scale?.(") + of(Kind.NUMBER) + ")")
                .add(1, () -> name(Kind.MAP) + ".get(" + chance.of("'x'", of(Kind.INT)) + ")")
                .add(STRINGS, 1, () -> chance.of("+", "Number", "parseInt", "parseFloat") + par(Kind.STRING))
                .add(1, () -> "noisy(" + of(Kind.NUMBER) + ") " + chance.of(ARITHMETIC) + " " + par(Kind.NUMBER))
                .add(OBJECTS, 1, () -> chance.of("(({ x, y = 2 }) => x + y)", "(({ x: { length = 1 } = 'ab' }) => length)") + par(Kind.OBJECT))
                .add(ARRAYS, 1, () -> chance.of("(([a, b = 3]) => a + b)", "((...r) => r.length)", "((a, ...r) => r.length + a)") + "(" + chance.of("", "...") + of(Kind.ARRAY) + ")");
    }

    private void strings() {
        productions.get(Kind.STRING)
                .add(6, () -> "(" + par(Kind.STRING) + " + " + par(Kind.STRING) + ").slice(0, 24)")
                .add(STRINGS, 3, () -> par(Kind.STRING) + ".slice(" + chance.of("1", "-2", "0, 2", "1, -1") + ")")
                .add(STRINGS, 2, () -> "`${" + of(Kind.NUMBER) + "}-${" + of(Kind.STRING) + "}`.slice(-20)")
                .add(STRINGS, 2, () -> name(Kind.STRING) + "[" + index() + "] + ''")
                .add(STRINGS, 2, () -> "String.fromCharCode(97 + " + par(Kind.INT) + " % 26)")
                .add(STRINGS, 2, () -> par(Kind.STRING) + chance.of(".toUpperCase()", ".trim()", ".padStart(5, 'ab')", ".repeat(2).slice(0, 20)",
                        ".split('a').join('-')", ".replace('a', 'bb')", ".substring(3, 1)", ".charAt(1)", ".at(-1) + ''", ".concat(1)"))
                .add(2, () -> "typeof " + par(Kind.values()[chance.below(Kind.values().length)]))
                .add(2, () -> "String" + par(Kind.NUMBER))
                .add(1, () -> "show(" + of(Kind.ARRAY) + ").slice(0, 20)")
                .add(STRINGS, 1, () -> par(Kind.INT) + ".toString(" + chance.of("", "2", "16", "36") + ")");
    }

    private void booleans() {
        productions.get(Kind.BOOLEAN)
                .add(NUMBERS, 6, () -> binary(Kind.INT, COMPARISONS))
                .add(NUMBERS, 4, () -> binary(Kind.NUMBER, COMPARISONS))
                .add(STRINGS, 2, () -> binary(Kind.STRING, COMPARISONS))
                .add(3, () -> binary(Kind.BOOLEAN, "&&", "||"))
                .add(2, () -> "!" + par(Kind.BOOLEAN))
                .add(1, () -> "!(" + binary(Kind.NUMBER, "<", ">=") + ")")
                .add(OBJECTS, 2, () -> chance.of("'x'", "'z'", "'k1'") + " in " + name(Kind.OBJECT))
                .add(OBJECTS, 1, () -> name(Kind.OBJECT) + " === " + name(Kind.OBJECT))
                .add(CLASSES, 2, () -> name(Kind.OBJECT) + " instanceof " + chance.of("Base", "Derived", "Object"))
                .add(NUMBERS, 1, () -> chance.of("Object.is(-0, ", "Number.isNaN(", "Number.isInteger(") + of(Kind.NUMBER) + ")")
                .add(ARRAYS, 1, () -> par(Kind.INT) + " in " + name(Kind.ARRAY))
                .add(1, () -> name(Kind.MAP) + ".has(" + of(Kind.INT) + ")")
                .add(1, () -> par(Kind.NUMBER) + " " + chance.of("==", "===") + " " + chance.of("null", "undefined", "'1'", "true"));
    }

    private void arrays() {
        productions.get(Kind.ARRAY)
                .add(ARRAYS, 4, () -> "[" + of(Kind.NUMBER) + ", " + of(Kind.NUMBER) + chance.of("", ",", ", , 1") + "]")
                .add(ARRAYS, 2, () -> "[" + chance.of("...", "") + par(Kind.ARRAY) + ", " + of(Kind.INT) + "].slice(0, 12)")
                .add(ARRAYS, 2, () -> name(Kind.ARRAY) + ".map(" + arrow(Kind.NUMBER, "v, i", Kind.NUMBER, Kind.INT) + ")")
                .add(ARRAYS, 1, () -> name(Kind.ARRAY) + ".filter(" + arrow(Kind.BOOLEAN, "v", Kind.NUMBER) + ")")
                .add(ARRAYS, 2, () -> name(Kind.ARRAY) + chance.of(".slice(1)", ".concat([1.5])", ".slice().reverse()", ".slice().sort()", ".flat()",
                        ".slice().fill(0.5, 1)", ".toSpliced(1, 1)", ".with?.(0, 'w') ?? []"))
                .add(ARRAYS, 1, () -> "Array.from({ length: " + par(Kind.INT) + " & 7 }, " + arrow(Kind.NUMBER, "v, i", Kind.NUMBER, Kind.INT) + ")")
                .add(GC, 3, () -> "Array.from({ length: 20 }, (v, i) => [i, { x: i, y: " + of(Kind.NUMBER) + " }])[" + par(Kind.INT) + " & 15]")
                .add(OBJECTS, 1, () -> "Object." + chance.of("values", "keys", "entries") + par(Kind.OBJECT))
                .add(STRINGS, 1, () -> "[..." + par(Kind.STRING) + "]");
        productions.get(Kind.TYPED_ARRAY)
                .add(ARRAYS, 2, () -> typedArray() + ".from(" + par(Kind.ARRAY) + ".map((v) => typeof v === 'number' ? v : 7))")
                .add(ARRAYS, 1, () -> name(Kind.TYPED_ARRAY) + chance.of(".slice(1)", ".subarray(1)", ".map(v => v * 2)"))
                .add(1, () -> literal(Kind.TYPED_ARRAY));
    }

    private void objects() {
        productions.get(Kind.OBJECT)
                .add(OBJECTS, 4, () -> "{ x: " + of(Kind.NUMBER) + ", y: " + of(Kind.NUMBER) + " }")
                .add(OBJECTS, 3, () -> "make(" + of(Kind.INT) + ", " + of(Kind.NUMBER) + ")")
                .add(CLASSES, 4, () -> "new " + chance.of("Base", "Derived", "Derived") + "(" + of(Kind.NUMBER) + ")")
                .add(OBJECTS, 1, () -> "{ ..." + par(Kind.OBJECT) + ", " + property() + ": " + of(Kind.NUMBER) + " }")
                .add(OBJECTS, 1, () -> "Object.create(" + par(Kind.OBJECT) + ")")
                .add(OBJECTS, 1, () -> "{ get x() { return effects++; }, set x(v) { effects += 2; }, y: " + of(Kind.NUMBER) + " }")
                .add(GC, 3, () -> "{ x: " + of(Kind.NUMBER) + ", y: " + of(Kind.INT) + ", next: " + par(Kind.OBJECT) + " }")
                .add(OBJECTS, 1, () -> "new Proxy(" + par(Kind.OBJECT) + ", { get: (t, k) => (effects++, t[k]) })");
    }

    private void others() {
        productions.get(Kind.FUNCTION)
                .add(CLOSURES, 4, () -> "(" + arrow(Kind.NUMBER, "v", Kind.NUMBER) + ")")
                .add(CLOSURES, 2, () -> "(" + arrow(Kind.NUMBER, "v, w", Kind.NUMBER, Kind.NUMBER) + ")")
                .add(CLOSURES, 1, () -> "(function (v) { return arguments.length + " + chance.of("v", "arguments[0]", "(this === undefined ? 1 : 2)") + "; })")
                .add(CLOSURES, 1, () -> "((v, w = " + of(Kind.NUMBER) + ") => v + w)")
                .add(CLOSURES, 1, () -> "help1.bind(null, " + of(Kind.NUMBER) + ")");
        productions.get(Kind.MAP)
                .add(3, () -> literal(Kind.MAP))
                .add(1, () -> "new Map(" + par(Kind.ARRAY) + ".map((v, i) => [i, v]))");
    }

}
