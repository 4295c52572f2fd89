package org.tierscope.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.ir.RandomProgram.Guess;
import org.tierscope.ir.RandomProgram.If;
import org.tierscope.ir.RandomProgram.Instruction;
import org.tierscope.ir.RandomProgram.Loop;
import org.tierscope.ir.RandomProgram.Single;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** The graph of a {@link RandomProgram}, made as the builder makes graphs from bytecode: with guards, frame states and checkpoints. */
final class RandomGraph {
    /** The memory of one run. */
    static final class Cells implements Machine {
        final Map<Long, Long> memory = new HashMap<>();
        private final long[] registers;

        Cells(long[] registers) {
            this.registers = registers;
            for (long object : RandomProgram.OBJECTS) {
                memory.put(object + Layout.SHAPE, (long) RandomProgram.SHAPE);
                memory.put(object + Layout.CELL_TYPE, (long) CellType.OBJECT.code());
                for (int field : RandomProgram.FIELDS) {
                    memory.put(object + field, Value.ofInt(field));
                }
            }
        }

        @Override
        public long load(long address, int bytes) {
            return memory.getOrDefault(address, 0L);
        }

        @Override
        public void store(long address, int bytes, long value) {
            memory.put(address, value);
        }

        @Override
        public long register(int register) {
            return registers[register];
        }

        @Override
        public long perform(Node node, long[] operands) {
            throw new IllegalStateException("no calls here: " + node);
        }
    }

    private final RandomProgram program;
    private final int function;
    private final Graph graph;
    private final Node[] registers = new Node[RandomProgram.REGISTERS];
    private Block block;
    private int pc;

    private RandomGraph(RandomProgram program, int function) {
        this.program = program;
        this.function = function;
        this.graph = new Graph("f", function, 0);
    }

    static Graph of(RandomProgram program) {
        return of(program, 1);
    }

    /** The graph as that of the function with this id. */
    static Graph of(RandomProgram program, int function) {
        return new RandomGraph(program, function).build();
    }

    private Graph build() {
        graph.reserveFrameSlots(RandomProgram.REGISTERS);
        block = graph.newBlock();
        graph.blocks().add(block);
        for (int r = 0; r < registers.length; r++) {
            registers[r] = emit(Operator.Parameter, List.of(r));
        }
        build(program.body);
        graph.pruneAndOrder();
        GraphVerifier.verify(graph, "building");
        return graph;
    }

    private void build(List<RandomProgram.Node> nodes) {
        for (RandomProgram.Node node : nodes) {
            switch (node) {
                case Single single -> single(single.pc());
                case If branch -> branch(branch);
                case Loop loop -> loop(loop);
            }
        }
    }

    private FrameState state(int at) {
        var values = new Node[registers.length - FrameState.FIRST_REGISTER];
        System.arraycopy(registers, 0, values, -FrameState.FIRST_REGISTER, registers.length);
        return new FrameState(function, at, null, 0, 0, false, false, values);
    }

    private Node emit(Operator operator, Node... inputs) {
        return emit(operator, List.of(), inputs);
    }

    private Node emit(Operator operator, List<?> parameters, Node... inputs) {
        Node node = graph.newNode(operator, parameters, inputs);
        node.setOrigin(new Origin(function, pc, null));
        if (operator.hasState()) {
            node.setState(state(pc));
        }
        block.append(node);
        return node;
    }

    private void end(Operator operator, Node condition, Block... targets) {
        Node[] inputs = condition == null ? new Node[0] : new Node[] {condition};
        Node node = graph.newNode(operator, inputs);
        node.setOrigin(new Origin(function, pc, null));
        graph.terminate(block, node, targets);
    }

    private Block begin() {
        Block next = graph.newBlock();
        graph.blocks().add(next);
        return next;
    }

    private void branch(If branch) {
        pc = branch.pc();
        Block then = begin();
        Block otherwise = begin();
        Block join = begin();
        end(Operator.Branch, emit(Operator.Truthy, registers[program.code.get(pc).a()]), then, otherwise);
        Node[] before = registers.clone();
        block = then;
        build(branch.then());
        end(Operator.Jump, null, join);
        Node[] afterThen = registers.clone();
        System.arraycopy(before, 0, registers, 0, before.length);
        block = otherwise;
        build(branch.otherwise());
        end(Operator.Jump, null, join);
        block = join;
        for (int r = 0; r < registers.length; r++) {
            if (afterThen[r] != registers[r]) {
                registers[r] = phi(afterThen[r], registers[r]);
            }
        }
    }

    private Node phi(Node... inputs) {
        Node phi = graph.newPhi(Representation.TAGGED, inputs);
        phi.setOrigin(new Origin(function, pc, null));
        block.append(phi);
        return phi;
    }

    private void loop(Loop loop) {
        pc = loop.headPc();
        Instruction head = program.code.get(pc);
        registers[head.a()] = emit(Operator.Constant, List.of(Value.ofInt(0)));
        emit(Operator.Checkpoint);
        Block header = begin();
        Block body = begin();
        Block exit = begin();
        end(Operator.Jump, null, header);
        block = header;
        var phis = new Node[registers.length];
        for (int r = 0; r < registers.length; r++) {
            phis[r] = phi(registers[r]);
            registers[r] = phis[r];
        }
        Node counter = emit(Operator.CheckInt32, registers[head.a()]);
        Node below = emit(Operator.CompareInt32, List.of(Condition.LT), counter, emit(Operator.ConstantInt32, List.of(head.b())));
        end(Operator.Branch, below, body, exit);
        Node[] atExit = registers.clone();
        block = body;
        build(loop.body());
        pc = loop.backPc();
        int register = program.code.get(pc).to();
        Node one = emit(Operator.ConstantInt32, List.of(1));
        Node next = emit(Operator.AddInt32Checked, emit(Operator.CheckInt32, registers[register]), one);
        registers[register] = emit(Operator.BoxInt32, next);
        pc = loop.headPc();
        emit(Operator.CheckInterrupt);
        end(Operator.Jump, null, header);
        for (int r = 0; r < registers.length; r++) {
            phis[r].addInput(registers[r]);
        }
        System.arraycopy(atExit, 0, registers, 0, atExit.length);
        block = exit;
    }

    private void single(int at) {
        pc = at;
        Instruction i = program.code.get(pc);
        Node a = registers[i.a()];
        Node b = registers[i.b() % registers.length];
        switch (i.op()) {
            case RETURN -> end(Operator.Return, a);
            case STORE -> emit(Operator.StoreField, List.of(i.extra(), Memory.NAMED), shaped(a), b);
            case SET_SHAPE -> emit(Operator.StoreShape, List.of(i.extra()), shaped(a));
            case LOAD -> registers[i.to()] = emit(Operator.LoadField, List.of(i.extra(), Memory.NAMED), shaped(a));
            case LOAD_IF_SHAPE -> registers[i.to()] = loadIfShape(i, a);
            default -> registers[i.to()] = compute(i, a, b);
        }
    }

    private Node shaped(Node value) {
        return emit(Operator.CheckShape, List.of(List.of(RandomProgram.SHAPE, RandomProgram.OTHER_SHAPE)), value);
    }

    private Node loadIfShape(Instruction i, Node value) {
        Block match = begin();
        Block other = begin();
        Block join = begin();
        end(Operator.Branch, emit(Operator.TestShape, List.of(List.of(RandomProgram.SHAPE)), value), match, other);
        block = match;
        Node refined = graph.newRefinement(value, Type.OBJECT);
        block.append(refined);
        Node loaded = emit(Operator.LoadField, List.of(i.extra(), Memory.NAMED), refined);
        end(Operator.Jump, null, join);
        block = other;
        Node undefined = emit(Operator.Constant, List.of(Value.UNDEFINED));
        end(Operator.Jump, null, join);
        block = join;
        return phi(loaded, undefined);
    }

    private Node int32(Node value) {
        return emit(Operator.CheckInt32, value);
    }

    private Node float64(Node value) {
        return emit(Operator.CheckNumber, value);
    }

    private Node compute(Instruction i, Node a, Node b) {
        boolean ints = i.guess() == Guess.INT32;
        return switch (i.op()) {
            case CONSTANT -> emit(Operator.Constant, List.of(i.word()));
            case MOVE -> a;
            case INDEX -> emit(Operator.BoxInt32, emit(
                    Operator.CheckBounds, int32(a), emit(Operator.ConstantInt32, List.of(i.extra()))));
            case ADD -> ints ? checked(Operator.AddInt32Checked, a, b) : doubles(Operator.AddFloat64, a, b);
            case SUB -> ints ? checked(Operator.SubInt32Checked, a, b) : doubles(Operator.SubFloat64, a, b);
            case MUL -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.MulInt32Checked, List.of(true), int32(a), int32(b)))
                    : doubles(Operator.MulFloat64, a, b);
            case DIV -> ints ? checked(Operator.DivInt32Checked, a, b) : doubles(Operator.DivFloat64, a, b);
            case MOD -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.ModInt32Checked, List.of(true), int32(a), int32(b)))
                    : emit(Operator.BoxFloat64, emit(Operator.MathFloat64, List.of(MathFunction.MOD), float64(a), float64(b)));
            case NEG -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.NegInt32Checked, int32(a)))
                    : emit(Operator.BoxFloat64, emit(Operator.NegFloat64, float64(a)));
            case ABS -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.AbsInt32Checked, int32(a)))
                    : emit(Operator.BoxFloat64, emit(Operator.AbsFloat64, float64(a)));
            case AND -> bits(Operator.AndInt32, ints, a, b);
            case OR -> bits(Operator.OrInt32, ints, a, b);
            case XOR -> bits(Operator.XorInt32, ints, a, b);
            case SHL -> bits(Operator.ShlInt32, ints, a, b);
            case SHR -> bits(Operator.ShrInt32, ints, a, b);
            case USHR -> unsigned(ints, a, b);
            case MIN -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.MinInt32, int32(a), int32(b)))
                    : doubles(Operator.MinFloat64, a, b);
            case MAX -> ints
                    ? emit(Operator.BoxInt32, emit(Operator.MaxInt32, int32(a), int32(b)))
                    : doubles(Operator.MaxFloat64, a, b);
            case FLOOR -> emit(Operator.BoxFloat64, emit(Operator.FloorFloat64, float64(a)));
            case SQRT -> emit(Operator.BoxFloat64, emit(Operator.SqrtFloat64, float64(a)));
            case LESS -> compare(Condition.LT, ints, a, b);
            case EQUAL -> compare(Condition.EQ, ints, a, b);
            case IS_NUMBER -> emit(Operator.BoxBool, emit(Operator.TestType, List.of(TypeTest.NUMBER), a));
            case NOT -> emit(Operator.BoxBool, emit(Operator.NotBool, emit(Operator.Truthy, a)));
            default -> throw new AssertionError(i.op());
        };
    }

    private Node checked(Operator operator, Node a, Node b) {
        return emit(Operator.BoxInt32, emit(operator, int32(a), int32(b)));
    }

    private Node doubles(Operator operator, Node a, Node b) {
        return emit(Operator.BoxFloat64, emit(operator, float64(a), float64(b)));
    }

    private Node truncated(boolean ints, Node value) {
        return ints ? int32(value) : emit(Operator.TruncateFloat64, float64(value));
    }

    private Node bits(Operator operator, boolean ints, Node a, Node b) {
        return emit(Operator.BoxInt32, emit(operator, truncated(ints, a), truncated(ints, b)));
    }

    private Node unsigned(boolean ints, Node a, Node b) {
        Node bits = emit(Operator.UshrInt32, truncated(ints, a), truncated(ints, b));
        return ints
                ? emit(Operator.BoxInt32, emit(Operator.CheckNotNegative, bits))
                : emit(Operator.BoxFloat64, emit(Operator.Uint32ToFloat64, bits));
    }

    private Node compare(Condition condition, boolean ints, Node a, Node b) {
        return emit(Operator.BoxBool, ints
                ? emit(Operator.CompareInt32, List.of(condition), int32(a), int32(b))
                : emit(Operator.CompareFloat64, List.of(condition), float64(a), float64(b)));
    }

}
