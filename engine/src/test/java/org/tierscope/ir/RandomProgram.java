package org.tierscope.ir;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * A small random program over registers, as the interpreter would run it: the meaning that graphs made from it ({@link RandomGraph}) must
 * keep. It can be continued from every pc, as after an exit. Every operation has a result for every operand.
 */
final class RandomProgram {
    static final int REGISTERS = 8;
    /** Cells with shape {@link #SHAPE} or {@link #OTHER_SHAPE} and two fields. */
    static final long[] OBJECTS = {cell(), cell()};

    static final int SHAPE = 300;
    static final int OTHER_SHAPE = 301;
    static final int[] FIELDS = {24, 32};
    /** Memory that machine code can read and write too, for good. */
    private static long cell() {
        return Arena.global().allocate(64, 64).address();
    }

    /** More than any program needs. */
    private static final int MAX_STEPS = 1_000_000;

    private static final long[] WORDS = {
        Value.ofInt(0), Value.ofInt(1), Value.ofInt(-1), Value.ofInt(31), Value.ofInt(255), Value.ofInt(Integer.MAX_VALUE),
        Value.ofInt(Integer.MIN_VALUE), Value.ofInt(7), Value.ofDouble(-0.0), Value.ofDouble(0.5), Value.ofDouble(4294967295.0),
        Value.ofDouble(1e300), Value.NAN, Value.ofBoolean(true), Value.UNDEFINED, OBJECTS[0], OBJECTS[1]
    };

    /** What an operation computes; how a graph does it is chosen apart. */
    enum Op {
        CONSTANT, MOVE, ADD, SUB, MUL, DIV, MOD, NEG, ABS, AND, OR, XOR, SHL, SHR, USHR, MIN, MAX, FLOOR, SQRT, LESS, EQUAL, IS_NUMBER,
        NOT, INDEX, LOAD, LOAD_IF_SHAPE, STORE, SET_SHAPE, JUMP, JUMP_IF_FALSE, LOOP_HEAD, LOOP_BACK, RETURN
    }

    /** How a graph treats numbers: guesses int32, guesses numbers, or truncates them. */
    enum Guess {
        INT32, FLOAT64
    }

    /**
     * @param word of a constant
     * @param extra field offset, bound of a loop or an index, or a jump's target
     */
    record Instruction(Op op, Guess guess, int to, int a, int b, long word, int extra) {
        Instruction withTarget(int target) {
            return new Instruction(op, guess, to, a, b, word, target);
        }
    }

    /** What a graph is made from: the same instructions, nested. */
    sealed interface Node {}

    record Single(int pc) implements Node {}

    record If(int pc, List<Node> then, List<Node> otherwise) implements Node {}

    record Loop(int headPc, int backPc, List<Node> body) implements Node {}

    final List<Instruction> code = new ArrayList<>();
    final List<Node> body;
    private final Random random;
    private long[] training;
    private boolean[][] trace;

    RandomProgram(long seed) {
        random = new Random(seed);
        body = block(0, 4 + random.nextInt(6));
        code.add(new Instruction(Op.RETURN, Guess.INT32, 0, random.nextInt(REGISTERS), 0, 0, 0));
        body.add(new Single(code.size() - 1));
        training = randomWords();
        train();
    }

    /**
     * Runs it once and has it guess what it saw, as feedback makes the optimizer do; mostly, so that some guesses fail. Operations that never
     * get operands of their kind become others.
     */
    private void train() {
        var seen = new boolean[code.size()][3];
        trace = seen;
        run(0, training.clone(), new RandomGraph.Cells(training));
        trace = null;
        for (int pc = 0; pc < seen.length; pc++) {
            Instruction i = code.get(pc);
            boolean kept = random.nextInt(40) == 0 || i.op.ordinal() > Op.SET_SHAPE.ordinal();
            if (!kept && needsNumbers(i.op)) {
                Op op = seen[pc][0] ? Op.CONSTANT : i.op;
                code.set(pc, new Instruction(op, seen[pc][1] ? Guess.FLOAT64 : Guess.INT32, i.to, i.a, i.b, i.word, i.extra));
            } else if (!kept && needsObject(i.op) && seen[pc][2]) {
                code.set(pc, new Instruction(Op.MOVE, i.guess, i.to, i.a, i.b, i.word, i.extra));
            }
        }
    }

    private static boolean needsNumbers(Op op) {
        return op.ordinal() >= Op.ADD.ordinal() && op.ordinal() <= Op.EQUAL.ordinal() || op == Op.INDEX;
    }

    private static boolean needsObject(Op op) {
        return op == Op.LOAD || op == Op.STORE || op == Op.SET_SHAPE;
    }

    private static boolean isUnary(Op op) {
        return op == Op.NEG || op == Op.ABS || op == Op.FLOOR || op == Op.SQRT || op == Op.INDEX;
    }

    /** Notes what an instruction sees: no number, a number that is no int32 or gives none, no object. */
    private void note(int pc, Instruction i, long a, long b) {
        if (needsNumbers(i.op)) {
            boolean unary = isUnary(i.op);
            boolean outside = i.op == Op.INDEX && !(number(a) >= 0 && number(a) < i.extra);
            trace[pc][0] |= !Value.isNumber(a) || !unary && !Value.isNumber(b) || outside;
            boolean negated = i.op == Op.NEG && a == Value.ofInt(0);
            long result = compute(i, a, b);
            trace[pc][1] |= negated || !Value.isInt(a) || !unary && !Value.isInt(b) || Value.isNumber(result) && !Value.isInt(result);
        }
        trace[pc][2] |= !isObject(a);
    }

    private List<Node> block(int depth, int size) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(depth >= 3 ? 12 : 16);
            if (kind < 13) {
                code.add(simple());
                nodes.add(new Single(code.size() - 1));
            } else if (kind == 13) {
                nodes.add(branch(depth));
            } else {
                nodes.add(loop(depth));
            }
        }
        return nodes;
    }

    private Instruction simple() {
        Op[] simple = Op.values();
        Op op = simple[random.nextInt(Op.SET_SHAPE.ordinal() + 1)];
        Guess guess = Guess.values()[random.nextInt(2)];
        int extra = switch (op) {
            case LOAD, LOAD_IF_SHAPE, STORE -> FIELDS[random.nextInt(2)];
            case SET_SHAPE -> random.nextBoolean() ? SHAPE : OTHER_SHAPE;
            default -> random.nextInt(12);
        };
        // The upper registers are loop counters.
        return new Instruction(op, guess, random.nextInt(REGISTERS - 3), random.nextInt(REGISTERS), random.nextInt(REGISTERS),
                WORDS[random.nextInt(WORDS.length)], extra);
    }

    private Node branch(int depth) {
        int pc = code.size();
        code.add(new Instruction(Op.JUMP_IF_FALSE, Guess.INT32, 0, random.nextInt(REGISTERS), 0, 0, 0));
        List<Node> then = block(depth + 1, 1 + random.nextInt(4));
        int jump = code.size();
        code.add(new Instruction(Op.JUMP, Guess.INT32, 0, 0, 0, 0, 0));
        code.set(pc, code.get(pc).withTarget(code.size()));
        List<Node> otherwise = block(depth + 1, random.nextInt(4));
        code.set(jump, code.get(jump).withTarget(code.size()));
        return new If(pc, then, otherwise);
    }

    private Node loop(int depth) {
        int counter = REGISTERS - 1 - depth % 3;
        code.add(new Instruction(Op.CONSTANT, Guess.INT32, counter, 0, 0, Value.ofInt(0), 0));
        int head = code.size();
        code.add(new Instruction(Op.LOOP_HEAD, Guess.INT32, 0, counter, 1 + random.nextInt(5), 0, 0));
        List<Node> body = block(depth + 1, 2 + random.nextInt(5));
        int back = code.size();
        code.add(new Instruction(Op.LOOP_BACK, Guess.INT32, counter, counter, 0, 0, head));
        code.set(head, code.get(head).withTarget(code.size()));
        return new Loop(head, back, body);
    }

    /** Registers to begin with: first those that it was trained with. */
    long[] arguments() {
        if (training != null) {
            long[] first = training;
            training = null;
            return first;
        }
        return randomWords();
    }

    private long[] randomWords() {
        var registers = new long[REGISTERS];
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = WORDS[random.nextInt(WORDS.length)];
        }
        return registers;
    }

    /** Runs from {@code pc} to the end and returns the result. */
    long run(int pc, long[] registers, RandomGraph.Cells cells) {
        int at = pc;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Instruction i = code.get(at++);
            long a = registers[i.a];
            long b = registers[i.b % REGISTERS];
            if (trace != null) {
                note(at - 1, i, a, b);
            }
            switch (i.op) {
                case RETURN -> {
                    return a;
                }
                case JUMP -> at = i.extra;
                case JUMP_IF_FALSE -> at = truthy(a) ? at : i.extra;
                case LOOP_HEAD -> at = Value.numberAsDouble(a) < i.b ? at : i.extra;
                case LOOP_BACK -> {
                    registers[i.to] = Value.number(Value.numberAsDouble(a) + 1);
                    at = i.extra;
                }
                case STORE -> {
                    if (isObject(a)) {
                        cells.store(a + i.extra, 8, b);
                    }
                }
                case SET_SHAPE -> {
                    if (isObject(a)) {
                        cells.store(a + Layout.SHAPE, 4, i.extra);
                    }
                }
                case LOAD -> registers[i.to] = isObject(a) ? cells.load(a + i.extra, 8) : Value.UNDEFINED;
                case LOAD_IF_SHAPE -> registers[i.to] = isObject(a) && cells.load(a + Layout.SHAPE, 4) == SHAPE
                        ? cells.load(a + i.extra, 8)
                        : Value.UNDEFINED;
                default -> registers[i.to] = compute(i, a, b);
            }
        }
        // Only a wrong counter, after an exit that gave a wrong state, gets here.
        return Value.EMPTY;
    }

    static boolean isObject(long word) {
        return word == OBJECTS[0] || word == OBJECTS[1];
    }

    private static boolean truthy(long word) {
        return Value.isNumber(word)
                ? Value.numberAsDouble(word) != 0 && !Double.isNaN(Value.numberAsDouble(word))
                : word == Value.TRUE || isObject(word);
    }

    private static double number(long word) {
        return Value.isNumber(word) ? Value.numberAsDouble(word) : Double.NaN;
    }

    private static long compute(Instruction i, long a, long b) {
        double x = number(a);
        double y = number(b);
        int p = IrArithmetic.toInt32(x);
        int q = IrArithmetic.toInt32(y);
        return switch (i.op) {
            case CONSTANT -> i.word;
            case MOVE, INDEX -> a;
            case ADD -> Value.number(x + y);
            case SUB -> Value.number(x - y);
            case MUL -> Value.number(x * y);
            case DIV -> Value.number(x / y);
            case MOD -> Value.number(x % y);
            case NEG -> Value.number(-x);
            case ABS -> Value.number(Math.abs(x));
            case AND -> Value.ofInt(p & q);
            case OR -> Value.ofInt(p | q);
            case XOR -> Value.ofInt(p ^ q);
            case SHL -> Value.ofInt(p << q);
            case SHR -> Value.ofInt(p >> q);
            case USHR -> Value.number(Integer.toUnsignedLong(p >>> q));
            case MIN -> Value.number(Math.min(x, y));
            case MAX -> Value.number(Math.max(x, y));
            case FLOOR -> Value.number(Math.floor(x));
            case SQRT -> Value.number(Math.sqrt(x));
            case LESS -> Value.ofBoolean(x < y);
            case EQUAL -> Value.ofBoolean(x == y);
            case IS_NUMBER -> Value.ofBoolean(Value.isNumber(a));
            case NOT -> Value.ofBoolean(!truthy(a));
            default -> throw new AssertionError(i.op);
        };
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int pc = 0; pc < code.size(); pc++) {
            text.append(pc).append(": ").append(code.get(pc)).append('\n');
        }
        return text.toString();
    }
}
