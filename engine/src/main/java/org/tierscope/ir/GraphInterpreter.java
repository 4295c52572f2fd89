package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Runs a graph over real values, as machine code made from it would: so that a pass can be tested by what
 * graphs compute and how they leave, not only by how they look.
 */
public final class GraphInterpreter {
    /** How a run ended. */
    public sealed interface Outcome {}

    /** @param value boxed */
    public record Returned(long value) implements Outcome {}

    /** @param value boxed */
    public record Threw(long value) implements Outcome {}

    /**
     * Left to the interpreter, with virtual objects allocated by {@link Machine#perform} and stored to memory.
     *
     * @param reason null where a node threw under a handler
     * @param frames outermost first
     */
    public record Left(ExitReason reason, List<LeftFrame> frames) implements Outcome {}

    /**
     * A frame to rebuild: boxed words by register, dead registers left out.
     *
     * @param base slot, counted from the outermost fp, of its register 0
     */
    public record LeftFrame(int function, int pc, int base, int argumentCount, Map<Integer, Long> registers,
            FrameState.ArgumentsObject argumentsObject) {}

    private final Graph graph;
    private final Machine machine;
    private final long[] values;
    private final long fuel;
    private long steps;
    private Node leaving;
    private long thrown;

    /** @param fuel nodes to run at most */
    public GraphInterpreter(Graph graph, Machine machine, long fuel) {
        this.graph = graph;
        this.machine = machine;
        this.values = new long[graph.nodeIds()];
        this.fuel = fuel;
    }

    /**
     * @param fuel nodes to run at most
     * @throws IllegalStateException where that is not enough
     */
    public static Outcome run(Graph graph, Machine machine, long fuel) {
        return new GraphInterpreter(graph, machine, fuel).run();
    }

    /** Nodes run so far. */
    public long steps() {
        return steps;
    }

    /** The node at which the run {@link Left}, else null. */
    public Node leaving() {
        return leaving;
    }

    /** What that node threw, where it left throwing. */
    public long thrown() {
        return thrown;
    }

    /** Gives every word that may be an address to a collector. */
    public void forEachWord(LongConsumer action) {
        for (long value : values) {
            action.accept(value);
        }
    }

    /** Once: runs the graph from its entry. */
    public Outcome run() {
        Block block = graph.entry();
        while (true) {
            for (Node node : block.nodes()) {
                Outcome outcome = step(node);
                if (outcome != null) {
                    return outcome;
                }
            }
            Node end = block.terminator();
            switch (end.operator()) {
                case Return:
                    return new Returned(bits(end.input(0)));
                case Throw:
                    return threw(end, bits(end.input(0)));
                case Exit:
                    return left(end, end.reason());
                default:
                    break;
            }
            Block next = end.targets()[end.is(Operator.Branch) && bits(end.input(0)) == 0 ? 1 : 0];
            enter(next, block);
            block = next;
        }
    }

    private void enter(Block block, Block from) {
        int index = block.predecessors().indexOf(from);
        var incoming = new long[block.phis().size()];
        for (int i = 0; i < incoming.length; i++) {
            incoming[i] = bits(block.phis().get(i).input(index));
        }
        for (int i = 0; i < incoming.length; i++) {
            values[block.phis().get(i).id()] = incoming[i];
        }
    }

    /** Null where the run goes on. */
    private Outcome step(Node node) {
        if (steps++ >= fuel) {
            throw new IllegalStateException("out of fuel at " + GraphPrinter.print(node));
        }
        if (node.effects().exits()) {
            Long result = guard(node);
            if (result == null) {
                return left(node, node.reason());
            }
            values[node.id()] = result;
            return null;
        }
        try {
            values[node.id()] = evaluate(node);
            return null;
        } catch (Machine.Thrown thrown) {
            return threw(node, thrown.value());
        }
    }

    private Outcome threw(Node node, long value) {
        thrown = value;
        return node.state().catchesAnywhere() ? left(node, null) : new Threw(value);
    }

    private Left left(Node node, ExitReason reason) {
        leaving = node;
        FrameState innermost = node.state();
        innermost.objects().forEach(object -> values[object.identity().id()] = machine.make(object));
        innermost.objects().forEach(this::fill);
        var frames = new ArrayList<LeftFrame>();
        for (FrameState state = innermost; state != null; state = state.caller()) {
            var registers = new TreeMap<Integer, Long>();
            for (int r = FrameState.FIRST_REGISTER; r < state.registerCount(); r++) {
                if (state.value(r) != null) {
                    registers.put(r, boxed(state.value(r)));
                }
            }
            frames.addFirst(
                    new LeftFrame(state.function(), state.pc(), state.baseSlot(), state.argumentCount(), registers,
                            state.argumentsObject()));
        }
        return new Left(reason, frames);
    }

    private void fill(VirtualObject object) {
        for (int i = 0; i < object.fields().size(); i++) {
            if (object.fields().get(i) != null) {
                machine.setField(object, bits(object.identity()), i, boxed(object.fields().get(i)));
            }
        }
    }

    private long bits(Node node) {
        return values[node.id()];
    }

    private long boxed(Node node) {
        long bits = bits(node);
        return switch (node.representation()) {
            case INT32 -> Value.ofInt((int) bits);
            case FLOAT64 -> Value.number(Double.longBitsToDouble(bits));
            case BOOL -> Value.ofBoolean(bits != 0);
            default -> bits;
        };
    }

    private int int32(Node node, int operand) {
        return (int) bits(node.input(operand));
    }

    private double float64(Node node, int operand) {
        return Double.longBitsToDouble(bits(node.input(operand)));
    }

    private static long of(double value) {
        return Double.doubleToRawLongBits(value);
    }

    /** The result of a guard that holds, or null. */
    private Long guard(Node node) {
        if (node.inputCount() == 0) {
            boolean fails = node.is(Operator.CheckValidity)
                    ? machine.load(node.wordParameter(0), 4) == 0
                    : machine.isInterrupted(steps);
            return fails ? null : Long.valueOf(0);
        }
        long a = bits(node.input(0));
        return switch (node.operator()) {
            case CheckInt32 -> Value.isInt(a) ? Long.valueOf(Value.asInt(a)) : null;
            case CheckIndex -> Value.isNumber(a) ? exact(Value.numberAsDouble(a) + 0.0) : null;
            case CheckNumber -> Value.isNumber(a) ? Long.valueOf(of(Value.numberAsDouble(a))) : null;
            case CheckBoolean -> Value.isBoolean(a) ? Long.valueOf(a & 1) : null;
            case CheckFloat64IsInt32 -> exact(Double.longBitsToDouble(a));
            case CheckNotNegative -> (int) a >= 0 ? Long.valueOf(a) : null;
            case CheckString -> cellType(a) != null && cellType(a).isString() ? Long.valueOf(a) : null;
            case CheckObject -> isObject(a) ? Long.valueOf(a) : null;
            case CheckShape -> hasShape(a, node.listParameter(0)) ? Long.valueOf(a) : null;
            case CheckFunction -> isFunction(a, node.intParameter(0)) ? Long.valueOf(a) : null;
            case CheckValue -> a == node.wordParameter(0) ? Long.valueOf(a) : null;
            case CheckElementsKind -> {
                var kind = ElementsKind.of((int) machine.load(a + Layout.ELEMENTS_KIND, 1));
                yield node.listParameter(0).contains(kind) ? Long.valueOf(a) : null;
            }
            case CheckFlags -> (machine.load(a + Layout.FLAGS, 1) & node.intParameter(0)) == 0 ? Long.valueOf(a) : null;
            case CheckBounds -> Integer.compareUnsigned((int) a, int32(node, 1)) < 0 ? Long.valueOf((int) a) : null;
            case CheckNotEmpty -> a != Value.EMPTY ? Long.valueOf(a) : null;
            case CheckNotHoleFloat64 -> a != Layout.HOLE_BITS ? Long.valueOf(a) : null;
            case CheckTrue -> a != 0 ? Long.valueOf(0) : null;
            case StringCharCodeAt, StringOfUnit, StringEqual, InternString, LoadAnyElement, FindEntry ->
                machine.attempt(node, node.inputs().stream().mapToLong(this::bits).toArray());
            default -> IrArithmetic.checked(node, (int) a, node.inputCount() > 1 ? int32(node, 1) : 0);
        };
    }

    private static Long exact(double value) {
        long boxed = Value.number(value);
        return Value.isInt(boxed) ? Long.valueOf(Value.asInt(boxed)) : null;
    }

    private CellType cellType(long word) {
        return Value.isCell(word) && word > Value.MAX_SENTINEL
                ? CellType.of((int) machine.load(word + Layout.CELL_TYPE, 1))
                : null;
    }

    private boolean isFunction(long word, int id) {
        return cellType(word) == CellType.FUNCTION && machine.load(word + Layout.FUNCTION_ID, 4) == id;
    }

    private boolean isObject(long word) {
        CellType type = cellType(word);
        return type != null && type.isObject();
    }

    private boolean hasShape(long word, List<Integer> shapes) {
        return cellType(word) != null && shapes.contains((int) machine.load(word + Layout.SHAPE, 4));
    }

    private long evaluate(Node node) {
        return switch (node.operator()) {
            case Constant -> node.wordParameter(0);
            case ConstantInt32 -> node.intParameter(0);
            case ConstantFloat64 -> of(node.doubleParameter(0));
            case ConstantBool -> node.boolParameter(0) ? 1 : 0;
            case Parameter, LoadRegister -> machine.register(node.intParameter(0));
            case Checkpoint, VirtualObject -> 0;
            case Refine -> bits(node.input(0));
            case BoxInt32 -> Value.ofInt(int32(node, 0));
            case BoxFloat64 -> Value.ofDouble(float64(node, 0));
            case BoxBool -> Value.ofBoolean(bits(node.input(0)) != 0);
            case UnboxInt32 -> Value.asInt(bits(node.input(0)));
            case UnboxNumber -> of(Value.numberAsDouble(bits(node.input(0))));
            case UnboxBool -> bits(node.input(0)) & 1;
            case Int32ToFloat64 -> of(int32(node, 0));
            case Uint32ToFloat64 -> of(Integer.toUnsignedLong(int32(node, 0)));
            case TruncateFloat64 -> IrArithmetic.toInt32(float64(node, 0));
            case BoolToInt32 -> bits(node.input(0));
            case CompareInt32 -> node.condition().test(int32(node, 0), int32(node, 1)) ? 1 : 0;
            case CompareFloat64 -> node.condition().test(float64(node, 0), float64(node, 1)) ? 1 : 0;
            case SameWord -> bits(node.input(0)) == bits(node.input(1)) ? 1 : 0;
            case TestShape -> hasShape(bits(node.input(0)), node.listParameter(0)) ? 1 : 0;
            case TestFunction -> isFunction(bits(node.input(0)), node.intParameter(0)) ? 1 : 0;
            case TestType -> isOfType((TypeTest) node.parameter(0), bits(node.input(0))) ? 1 : 0;
            case Truthy -> truthy(bits(node.input(0))) ? 1 : 0;
            case NotBool -> bits(node.input(0)) ^ 1;
            case SelectObject -> isObject(bits(node.input(0))) ? bits(node.input(0)) : bits(node.input(1));
            case LoadField, StoreField, StoreShape, LoadSlots, LoadElements, LoadArrayLength, LoadElement,
                    LoadElementFloat64, StoreElement, StoreElementFloat64, LoadTypedData, LoadTypedLength,
                    LoadStringLength -> access(node);
            default -> compute(node);
        };
    }

    private long compute(Node node) {
        if (node.effects().has(Effects.CALLS) || node.effects().reads() != 0 || node.effects().writes() != 0) {
            return machine.perform(node, node.inputs().stream().mapToLong(this::bits).toArray());
        }
        if (node.representation() == Representation.FLOAT64) {
            double b = node.inputCount() > 1 ? float64(node, 1) : 0;
            return of(IrArithmetic.float64(node, float64(node, 0), b));
        }
        if (node.is(Operator.ClampFloat64)) {
            return IrArithmetic.clamp(float64(node, 0));
        }
        return IrArithmetic.int32(node, int32(node, 0), node.inputCount() > 1 ? int32(node, 1) : 0);
    }

    private long access(Node node) {
        long a = bits(node.input(0));
        switch (node.operator()) {
            case LoadField:
                return machine.load(a + node.intParameter(0), 8);
            case LoadSlots:
                return machine.load(a + Layout.OBJECT_SLOTS, 8);
            case LoadElements:
                return machine.load(a + Layout.OBJECT_ELEMENTS, 8);
            case LoadArrayLength:
                return (int) machine.load(a + Layout.ARRAY_LENGTH, 4);
            case LoadStringLength:
                return (int) machine.load(a + Layout.STRING_LENGTH, 4);
            case LoadTypedData:
                return machine.load(a + Layout.TYPED_DATA, 8);
            case LoadTypedLength:
                return Math.min(machine.load(a + Layout.TYPED_LENGTH, 8), Integer.MAX_VALUE);
            case LoadElement, LoadElementFloat64:
                return machine.load(a + Layout.ARRAY_DATA + 8L * int32(node, 1), 8);
            case StoreField:
                machine.store(a + node.intParameter(0), 8, bits(node.input(1)));
                return 0;
            case StoreShape:
                machine.store(a + Layout.SHAPE, 4, node.intParameter(0));
                return 0;
            case StoreElementFloat64:
                machine.store(a + Layout.ARRAY_DATA + 8L * int32(node, 1), 8, Value.bits(float64(node, 2)));
                return 0;
            default:
                machine.store(a + Layout.ARRAY_DATA + 8L * int32(node, 1), 8, bits(node.input(2)));
                return 0;
        }
    }

    private boolean isOfType(TypeTest test, long word) {
        CellType cell = cellType(word);
        return switch (test) {
            case INT32 -> Value.isInt(word);
            case NUMBER -> Value.isNumber(word);
            case BOOLEAN -> Value.isBoolean(word);
            case UNDEFINED -> word == Value.UNDEFINED;
            case NULLISH -> Value.isNullish(word);
            case EMPTY -> word == Value.EMPTY;
            case STRING -> cell != null && cell.isString();
            case SYMBOL -> cell == CellType.SYMBOL;
            case BIGINT -> cell == CellType.BIGINT;
            case OBJECT -> cell != null && cell.isObject();
            case CALLABLE -> cell != null && cell.isObject() && has(word, Layout.FLAG_CALLABLE)
                    && !has(word, Layout.FLAG_UNDETECTABLE);
            case LOOSELY_NULL -> Value.isNullish(word)
                    || cell != null && cell.isObject() && has(word, Layout.FLAG_UNDETECTABLE);
        };
    }

    private boolean has(long cell, int flag) {
        return (machine.load(cell + Layout.FLAGS, 1) & flag) != 0;
    }

    private boolean truthy(long word) {
        if (Value.isNumber(word)) {
            double number = Value.numberAsDouble(word);
            return number != 0 && !Double.isNaN(number);
        }
        CellType cell = cellType(word);
        if (cell == null) {
            return word == Value.TRUE;
        }
        return cell.isString() ? machine.load(word + Layout.STRING_LENGTH, 4) != 0 : !has(word, Layout.FLAG_UNDETECTABLE);
    }
}
