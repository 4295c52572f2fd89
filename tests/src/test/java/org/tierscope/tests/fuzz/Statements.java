package org.tierscope.tests.fuzz;

import static org.tierscope.tests.fuzz.Profile.ARRAYS;
import static org.tierscope.tests.fuzz.Profile.CLASSES;
import static org.tierscope.tests.fuzz.Profile.CLOSURES;
import static org.tierscope.tests.fuzz.Profile.CONTROL;
import static org.tierscope.tests.fuzz.Profile.EXCEPTIONS;
import static org.tierscope.tests.fuzz.Profile.GC;
import static org.tierscope.tests.fuzz.Profile.NUMBERS;
import static org.tierscope.tests.fuzz.Profile.OBJECTS;
import static org.tierscope.tests.fuzz.Profile.STRINGS;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Random statements. Every loop they make ends: its counter is nobody else's, or {@code spend} throws. */
final class Statements {
    private static final int DEPTH = 3;
    private static final int MAX_TRIPS = 9;

    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;
    private final Productions productions;
    private int depth;
    /** In functions that are generators. */
    private boolean canYield;

    Statements(Profile profile, Chance chance, Scope scope, Expressions expressions) {
        this.chance = chance;
        this.scope = scope;
        this.expressions = expressions;
        productions = new Productions(profile, chance);
        simple();
        heap();
        compound();
        abrupt();
    }

    /** So many statements, a line each or more. */
    String block(int count) {
        var text = new StringBuilder();
        scope.nested(() -> {
            for (int i = 0; i < count; i++) {
                text.append(depth >= DEPTH ? assignment() : productions.pick()).append('\n');
            }
        });
        return text.toString();
    }

    /** As {@link #block}, where {@code yield} can stand. */
    String generatorBlock(int count) {
        canYield = true;
        try {
            return block(count);
        } finally {
            canYield = false;
        }
    }

    private String inner() {
        depth++;
        try {
            return "{\n" + block(chance.between(1, 3)) + "}";
        } finally {
            depth--;
        }
    }

    private String of(Kind kind) {
        return expressions.of(kind);
    }

    private Kind anyKind() {
        return chance.of(List.of(
                Kind.INT, Kind.INT, Kind.NUMBER, Kind.NUMBER, Kind.STRING, Kind.ARRAY, Kind.OBJECT, Kind.OBJECT, Kind.FUNCTION, Kind.BOOLEAN,
                Kind.TYPED_ARRAY, Kind.MAP));
    }

    /** The name of something of this kind, declared here where there is none yet. */
    private String name(Kind kind, StringBuilder before) {
        return scope.any(kind, chance).map(Scope.Variable::name).orElseGet(() -> {
            String name = scope.fresh("v");
            before.append("let ").append(name).append(" = ").append(of(kind)).append(";\n");
            scope.declare(name, kind, false);
            return name;
        });
    }

    private String with(Kind kind, UnaryOperator<String> statement) {
        var before = new StringBuilder();
        String name = name(kind, before);
        return before + statement.apply(name);
    }

    private String declaration() {
        Kind kind = anyKind();
        String name = scope.fresh("v");
        String text = chance.of("let ", "let ", "var ", "const ") + name + " = " + of(kind) + ";";
        scope.declare(name, kind, text.startsWith("const"));
        return text;
    }

    private String assignment() {
        Kind kind = anyKind();
        Optional<Scope.Variable> variable = scope.assignable(kind, chance);
        if (variable.isEmpty()) {
            return "out(" + of(Kind.NUMBER) + ");";
        }
        String name = variable.get().name();
        return switch (kind) {
            case INT -> name + chance.of(" = ", " += ", " -= ", " ^= ", " = 1 + ") + "(" + of(Kind.INT) + ")" + chance.of("", " | 0") + ";";
            case NUMBER -> name + chance.of(" = ", " += ", " *= ", " -= ", " /= ") + "(" + of(Kind.NUMBER) + ");";
            case STRING -> name + " = (" + name + " + (" + of(Kind.STRING) + ")).slice(-30);";
            default -> name + " = " + (chance.oneIn(12) ? expressions.surprise(kind) : of(kind)) + ";";
        };
    }

    private void simple() {
        productions
                .add(6, this::declaration)
                .add(10, this::assignment)
                .add(2, () -> "out(" + of(anyKind()) + ");")
                .add(NUMBERS, 3, () -> with(Kind.INT, v -> "total = (Math.imul(total, 31) + " + v + ") | 0;"))
                .add(NUMBERS, 2, () -> "sum += " + of(Kind.NUMBER) + ";")
                .add(STRINGS, 2, () -> "text = (text + (" + of(Kind.STRING) + ")).slice(-40);")
                .add(CLOSURES, 2, () -> "kept = " + of(Kind.FUNCTION) + ";")
                .add(CLOSURES, 2, () -> "sum = kept(" + of(Kind.NUMBER) + ");")
                .add(GC, 3, () -> "junk = [" + of(Kind.OBJECT) + ", junk?.[0], " + of(Kind.ARRAY) + "];")
                .add(2, this::swap);
    }

    private String swap() {
        Optional<Scope.Variable> a = scope.assignable(Kind.NUMBER, chance);
        Optional<Scope.Variable> b = scope.assignable(Kind.INT, chance);
        if (a.isEmpty() || b.isEmpty()) {
            return "[total = 1, sum] = [sum | 0, total];";
        }
        return chance.of("[%1$s, %2$s] = [%2$s, %1$s];", "[%1$s, %2$s = 2] = [%2$s];", "({ x: %1$s, y: %2$s } = { x: %2$s, y: %1$s });")
                .formatted(a.get().name(), b.get().name());
    }

    private void heap() {
        productions
                .add(OBJECTS, 5, () -> with(Kind.OBJECT, o -> o + "." + expressions.property() + chance.of(" = ", " = ", " += ") + of(Kind.NUMBER) + ";"))
                .add(OBJECTS, 1, () -> with(Kind.OBJECT, o -> o + "[key(" + of(Kind.INT) + ")] = " + of(Kind.NUMBER) + ";"))
                .add(OBJECTS, 1, () -> with(Kind.OBJECT, o -> "delete " + o + "." + expressions.property() + ";"))
                .add(OBJECTS, 1, () -> with(Kind.OBJECT, o -> rarely(chance.of(
                        "Object.defineProperty(%s, 'x', { get() { return effects++; }, configurable: true });", "Object.freeze(%s);",
                        "Object.setPrototypeOf(%s, { z: 9, get w() { return this.x; } });", "%s.__proto__ = null;", "%s.x = 'late';",
                        "Object.prototype.z = 3;", "Object.defineProperty(%s, 'y', { writable: false });").formatted(o))))
                .add(OBJECTS, 1, () -> with(Kind.OBJECT, o -> "box.o = " + o + "; box.o.y = " + of(Kind.NUMBER) + ";"))
                .add(ARRAYS, 5, () -> with(Kind.ARRAY, a -> a + "[" + expressions.index() + "] = " + of(Kind.NUMBER) + ";"))
                .add(ARRAYS, 2, () -> with(Kind.ARRAY, a -> "if (" + a + ".length < 30) " + a + ".push(" + of(Kind.NUMBER) + ");"))
                .add(ARRAYS, 2, () -> with(Kind.ARRAY, a -> a + chance.of(".pop();", ".shift();", ".reverse();", ".length = 2;", ".fill(1);", ".unshift(0.5); " + "%s.length = 5;",
                        ".splice(1, 1);", ".sort();").formatted(a)))
                .add(ARRAYS, 1, () -> with(Kind.ARRAY, a -> rarely(chance.of("%s[1] = 'tagged';", "%s[20] = 1;", "delete %s[0];", "%s.length = 0;", "Array.prototype[1] = 5;",
                        "Object.freeze(%s);", "%s.x = 1;").formatted(a))))
                .add(ARRAYS, 4, () -> with(Kind.TYPED_ARRAY, a -> a + "[" + expressions.index() + "]" + chance.of(" = ", " += ", " -= ") + of(Kind.NUMBER) + ";"))
                .add(1, () -> with(Kind.MAP, m -> m + chance.of(".set(" + of(Kind.INT) + ", " + of(Kind.NUMBER) + ")", ".delete(" + of(Kind.INT) + ")") + ";"))
                .add(CLASSES, 3, () -> with(Kind.OBJECT, o -> o + chance.of(".twice = ", ".x = ", ".level = ") + of(Kind.NUMBER) + ";"))
                .add(CLASSES, 1, () -> rarely(chance.of(
                        "Base.prototype.sum = function (v) { return v * 2; };", "Derived.prototype.sum = v => -v;", "delete Derived.prototype.sum;",
                        "Object.defineProperty(Base.prototype, 'twice', { get() { return 7; }, configurable: true });", "help1 = (a, b) => b;",
                        "Object.setPrototypeOf(Derived.prototype, { sum: () => 'other' });")));
    }

    /** Once, when everything has been compiled for what was before. */
    private String rarely(String statement) {
        return "if (turn === " + chance.between(20, 60) + ") { " + statement + " }";
    }

    private void compound() {
        productions
                .add(CONTROL, 6, () -> "if (" + of(Kind.BOOLEAN) + ") " + inner() + (chance.oneIn(2) ? " else " + inner() : ""))
                .add(CONTROL, 8, this::countedLoop)
                .add(CONTROL, 2, this::whileLoop)
                .add(ARRAYS, 2, () -> forOf(Kind.ARRAY))
                .add(STRINGS, 1, () -> forOf(Kind.STRING))
                .add(CONTROL, 1, this::forIn)
                .add(CONTROL, 2, this::switching)
                .add(EXCEPTIONS, 3, this::trying)
                .add(CLOSURES, 2, this::localFunction)
                .add(CONTROL, 1, () -> "{ " + declaration() + " " + assignment() + " }");
    }

    private String countedLoop() {
        String counter = scope.fresh("i");
        String label = scope.fresh("loop");
        var text = new StringBuilder(label + ": ");
        String bound = chance.oneIn(3) ? "Math.min(" + of(Kind.INT) + ", " + MAX_TRIPS + ")" : Integer.toString(chance.between(1, MAX_TRIPS));
        text.append(chance.of(
                "for (let %1$s = 0; %1$s < %2$s; %1$s++) ", "for (let %1$s = " + MAX_TRIPS + "; %1$s-- > 0; ) ", "for (let %1$s = 0; %1$s <= 8; %1$s += 2) ",
                "for (let %1$s = 2147483640; %1$s <= 2147483647; %1$s++) ", "for (let %1$s = 0; %1$s < 4; %1$s += 0.5) ").formatted(counter, bound));
        scope.loop(label, () -> {
            scope.declare(counter, Kind.INT, true);
            text.append(inner());
        });
        return text.toString();
    }

    private String whileLoop() {
        String counter = scope.fresh("n");
        String label = scope.fresh("loop");
        var text = new StringBuilder("let " + counter + " = 0;\n" + label + ": ");
        scope.loop(label, () -> {
            scope.declare(counter, Kind.INT, true);
            String condition = counter + "++ < " + chance.between(2, MAX_TRIPS) + " && " + "(" + of(Kind.BOOLEAN) + ")";
            text.append(chance.oneIn(2) ? "while (" + condition + ") " + inner() : "do " + inner() + " while (" + condition + ");");
        });
        return text.toString();
    }

    private String forOf(Kind kind) {
        String element = scope.fresh("e");
        String label = scope.fresh("loop");
        var text = new StringBuilder(label + ": for (const " + element + " of " + chance.of("%s", "%s", "(%s)?.slice(0, 5) ?? []", "gen(%s)").formatted("(" + of(kind) + ")")
                + ") { spend();\n");
        scope.loop(label, () -> {
            scope.declare(element, kind == Kind.STRING ? Kind.STRING : Kind.NUMBER, true);
            text.append(inner());
        });
        return text.append(" }").toString();
    }

    private String forIn() {
        String key = scope.fresh("k");
        String label = scope.fresh("loop");
        var text = new StringBuilder(label + ": for (const " + key + " in (" + of(chance.oneIn(3) ? Kind.ARRAY : Kind.OBJECT) + ")) { spend();\n");
        scope.loop(label, () -> {
            scope.declare(key, Kind.STRING, true);
            text.append(inner());
        });
        return text.append(" }").toString();
    }

    private String switching() {
        Kind kind = chance.oneIn(3) ? Kind.STRING : Kind.INT;
        var text = new StringBuilder("switch (" + (chance.oneIn(2) ? of(kind) : "(" + of(Kind.INT) + ") & 7") + ") {\n");
        int cases = chance.between(2, 6);
        for (int i = 0; i < cases; i++) {
            text.append(i == cases / 2 && chance.oneIn(2) ? "default" : "case " + (chance.oneIn(5) ? of(kind) : kind == Kind.STRING ? "'" + (char) ('a' + i) + "'" : "" + i));
            text.append(": ").append(inner()).append(chance.of(" break;", " break;", "")).append('\n');
        }
        return text.append("}").toString();
    }

    private String trying() {
        String error = scope.fresh("error");
        String handler = chance.oneIn(6) ? "" : " catch (" + error + ") { out(kindOf(" + error + "));\n" + inner() + " }";
        String last = handler.isEmpty() || chance.oneIn(3) ? " finally " + inner() : "";
        return "try " + inner() + handler + last;
    }

    private String localFunction() {
        String name = scope.fresh("f");
        var text = new StringBuilder();
        boolean outerYield = canYield;
        canYield = false;
        scope.function(() -> {
            String a = scope.fresh("p");
            String b = scope.fresh("p");
            scope.declare(a, Kind.NUMBER, false);
            scope.declare(b, Kind.INT, false);
            text.append(chance.of("function %1$s(%2$s, %3$s)", "const %1$s = function (%2$s, %3$s = 2)", "const %1$s = (%2$s, %3$s) =>", "const %1$s = (%2$s, ...%3$s) =>")
                    .formatted(name, a, b));
            text.append(" {\n").append(inner()).append("\nreturn ").append(of(Kind.NUMBER)).append(";\n};");
        });
        canYield = outerYield;
        scope.declare(name, Kind.FUNCTION, true);
        return text.toString();
    }

    private void abrupt() {
        productions
                .add(CONTROL, 2, () -> scope.labels().isEmpty() ? assignment() : "if (" + of(Kind.BOOLEAN) + ") " + chance.of("break", "continue") + " " + chance.of(scope.labels()) + ";")
                .add(CONTROL, 1, () -> "if (" + of(Kind.BOOLEAN) + ") return " + of(Kind.NUMBER) + ";")
                .add(EXCEPTIONS, 1, () -> "if (" + of(Kind.BOOLEAN) + ") throw " + chance.of("new RangeError('r')", of(Kind.NUMBER), "{ x: 1 }") + ";")
                .add(EXCEPTIONS, 1, () -> rarely(chance.of("null.x;", "undefined();", "throw 'late';", "nowhere;", "sum = 1n + 1;", "Symbol() + 1;")))
                .add(EXCEPTIONS, 1, () -> "thrower(" + of(Kind.INT) + ");")
                .add(CONTROL, 1, () -> canYield ? "sum = yield " + of(Kind.NUMBER) + ";" : assignment());
    }
}
