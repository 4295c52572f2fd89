package org.tierscope.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Value;

/**
 * Builds the body of one function, or of one inlined call: follows its control flow, knows which node each
 * register holds, and joins them with phis. What single bytecodes mean is in the classes it dispatches to.
 */
final class FunctionBuilder {
    /** A block that is still open, and what the registers hold at its end. */
    record Edge(Block from, Node[] registers) {}

    /** Where a loop begins, and the phi of each register (by index) that it may write. */
    private record Header(Block block, Node[] phis) {}

    /** An inlined call: where, with what, and what its caller looks like while it runs. */
    record Call(
            FunctionBuilder caller, FrameState callerState, int window, List<Node> arguments, boolean construct,
            Origin origin, double frequency) {}

    private final GraphBuilder builder;
    private final FunctionSnapshot function;
    private final Call call;
    private final BytecodeFlow flow;
    private final int[] code;
    private final Map<Integer, List<Edge>> pending = new HashMap<>();
    private final Map<Integer, Header> headers = new HashMap<>();
    private final Map<Integer, Header> outerHeaders = new HashMap<>();
    private final List<Edge> returns = new ArrayList<>();
    private final BytecodeDispatch dispatch;
    private final ArrayIterators iterators;
    private final ArgumentsBytecodes arguments;
    private Block current;
    private Node[] registers;
    private FrameState state;
    private int pc;

    FunctionBuilder(GraphBuilder builder, FunctionSnapshot function, Call call) {
        this.builder = builder;
        this.function = function;
        this.call = call;
        this.code = function.bytecode().code();
        this.flow = new BytecodeFlow(function.bytecode(), call == null ? builder.snapshot().entryPc() : 0);
        this.iterators = new ArrayIterators(code, function.bytecode().registerCount());
        this.arguments = new ArgumentsBytecodes(this);
        this.dispatch = new BytecodeDispatch(this);
    }

    /** How often this body runs for each entry of the compiled code, as far as is known. */
    double frequency() {
        return call == null ? 1 : call.frequency();
    }

    /** How often a place in this body that was passed {@code hits} times runs for each entry of the compiled code. */
    double frequency(int hits) {
        return frequency() * hits / Math.max(1, function.calls());
    }

    /** Builds the function that is compiled itself, from an empty entry block. */
    void buildRoot(Block entry) {
        current = entry;
        pc = builder.snapshot().entryPc();
        registers = new Node[iterators.end() - FrameState.FIRST_REGISTER];
        boolean osr = builder.graph().isOsr();
        int count = osr ? function.bytecode().registerCount() : function.bytecode().parameterCount();
        for (int r = FrameState.FIRST_REGISTER; r < count; r++) {
            if (flow.isLive(pc, r)) {
                Node parameter = emit(Operator.Parameter, List.of(r));
                if (r < 0 || !osr) {
                    parameter.setType(r == Frame.THIS_REGISTER ? Type.ANY.without(Type.INTERNAL) : Type.VALUE);
                }
                set(r, parameter);
            }
        }
        if (osr) {
            checkFrameTypes(count);
            dispatch.iteration().enterLoops();
        }
        addEdge(pc);
        buildBlocks();
    }

    /** OSR: the registers' types as they are now; what is a number is unboxed once, at the entry. */
    private void checkFrameTypes(int count) {
        for (int r = 0; r < count; r++) {
            Node value = registers[r - FrameState.FIRST_REGISTER];
            Type type = builder.snapshot().frameTypes().get(r);
            if (value == null || type == null) {
                continue;
            }
            if (type.isSubtypeOf(Type.INT32) && mayGuess(ExitReason.NOT_INT32)) {
                set(r, emit(Operator.CheckInt32, value));
            } else if (type.isSubtypeOf(Type.DOUBLE) && mayGuess(ExitReason.NOT_NUMBER)) {
                set(r, emit(Operator.CheckNumber, value));
            }
        }
        state = null;
    }

    /**
     * Builds an inlined call whose header and arguments are given, from the block that {@code from} has open.
     *
     * @return its results, one per return, with blocks still open; empty where it never returns
     */
    List<Edge> buildInlined(Block from, Node callee, Node thisValue, Node newTarget, List<Node> arguments) {
        current = from;
        registers = new Node[iterators.end() - FrameState.FIRST_REGISTER];
        set(Frame.CALLEE_REGISTER, callee);
        set(Frame.THIS_REGISTER, thisValue);
        set(Frame.NEW_TARGET_REGISTER, newTarget);
        for (int i = 0; i < function.bytecode().parameterCount(); i++) {
            set(i, i < arguments.size() ? arguments.get(i) : constant(Value.UNDEFINED));
        }
        addEdge(0);
        buildBlocks();
        return returns;
    }

    private void buildBlocks() {
        for (BytecodeFlow.Block block : flow.order()) {
            List<Edge> edges = pending.remove(block.start);
            if (edges == null) {
                continue;
            }
            pc = block.start;
            state = null;
            enter(block, edges);
            while (current != null && pc < block.end) {
                builder.checkSize();
                int next = pc + Opcode.of(code[pc]).length();
                state = null;
                dispatch.build(Opcode.of(code[pc]));
                pc = next;
            }
            if (current != null) {
                state = null;
                addEdge(block.end);
            }
        }
    }

    private void enter(BytecodeFlow.Block block, List<Edge> edges) {
        if (edges.size() == 1) {
            current = edges.getFirst().from();
            registers = edges.getFirst().registers();
        } else {
            merge(edges);
        }
        if (block.loopHeader) {
            enterLoop(block);
        }
    }

    private void merge(List<Edge> edges) {
        merge(edges, false);
    }

    /** The open block and what the registers hold. */
    Edge edge() {
        return new Edge(current, registers.clone());
    }

    /** Goes on in one block behind several, in the middle of an instruction. */
    void joinAll(List<Edge> edges) {
        merge(edges, true);
    }

    private void merge(List<Edge> edges, boolean all) {
        var merged = new Node[registers == null ? edges.getFirst().registers().length : registers.length];
        var phis = new ArrayList<Node>();
        for (int i = 0; i < merged.length; i++) {
            if (all || isLive(i + FrameState.FIRST_REGISTER)) {
                int index = i;
                merged[i] = joined(edges, edges.stream().map(edge -> edge.registers()[index]).toList(), phis);
            }
        }
        current = joinBlocks(edges.stream().map(Edge::from).toList(), phis);
        registers = merged;
    }

    /**
     * The one value of several edges, or a phi of them (boxed where their representations differ) put into
     * {@code phis}.
     */
    private Node joined(List<Edge> edges, List<Node> values, List<Node> phis) {
        Node first = values.getFirst();
        if (values.stream().allMatch(value -> value == first)) {
            return first;
        }
        if (values.stream().anyMatch(value -> value == null)) {
            return null;
        }
        boolean same = values.stream().allMatch(value -> value.representation() == first.representation());
        var inputs = new Node[values.size()];
        Type type = Type.NONE;
        for (int i = 0; i < inputs.length; i++) {
            current = edges.get(i).from();
            inputs[i] = same ? values.get(i) : tagged(values.get(i));
            type = type.join(inputs[i].type());
        }
        Node phi = builder.graph().newPhi(inputs[0].representation(), inputs);
        phi.setOrigin(origin());
        phi.setType(type);
        phis.add(phi);
        return phi;
    }

    /** Ends open blocks by jumps to a new one that begins with {@code phis}. */
    private Block joinBlocks(List<Block> froms, List<Node> phis) {
        Block block = newBlock();
        for (Block from : froms) {
            current = from;
            terminate(Operator.Jump, List.of(), new Block[] {block});
        }
        phis.forEach(block::append);
        return block;
    }

    /** Whether a register, or what is known of an iterator in one, may be read at the current instruction. */
    private boolean isLive(int register) {
        return flow.isLive(pc, iterators.record(register));
    }

    /** Joins open blocks that each have a value: the value after them, in {@link #current}. */
    Node join(List<Block> froms, List<Node> values) {
        if (froms.size() == 1) {
            current = froms.getFirst();
            return values.getFirst();
        }
        var phis = new ArrayList<Node>();
        List<Edge> edges = froms.stream().map(from -> new Edge(from, null)).toList();
        Node value = joined(edges, values, phis);
        current = joinBlocks(froms, phis);
        return value;
    }

    private void enterLoop(BytecodeFlow.Block block) {
        if (isEnteredInTheMiddle(block)) {
            outerHeaders.put(block.start, beginLoop(everyRegister()));
        }
        headers.put(block.start, beginLoop(writtenInLoop(block)));
    }

    /** Ends the open block by a checkpoint and a jump to a header with phis for what {@code written} says. */
    private Header beginLoop(BitSet written) {
        Block header = newBlock();
        Block preheader = current;
        var phis = new Node[registers.length];
        for (int i = 0; i < registers.length; i++) {
            int register = i + FrameState.FIRST_REGISTER;
            if (!isLive(register)) {
                registers[i] = null;
            } else if (registers[i] != null && written.get(i)) {
                phis[i] = builder.graph().newPhi(Representation.TAGGED, tagged(registers[i]));
                phis[i].setOrigin(origin());
                header.append(phis[i]);
            }
        }
        current = preheader;
        emit(Operator.Checkpoint);
        terminate(Operator.Jump, List.of(), new Block[] {header});
        current = header;
        for (int i = 0; i < registers.length; i++) {
            registers[i] = phis[i] == null ? registers[i] : phis[i];
        }
        state = null;
        return new Header(header, phis);
    }

    /**
     * Whether a loop's header is where OSR enters and a loop around it comes back to too: the loop around it then gets a
     * header of its own, in front of this one, so that the inner loop stays a loop.
     */
    private boolean isEnteredInTheMiddle(BytecodeFlow.Block header) {
        boolean inner = false;
        boolean outer = false;
        for (BytecodeFlow.Block block : flow.order()) {
            if (block.order >= header.order && block.successors.contains(header.start)) {
                inner |= block.start >= header.start;
                outer |= block.start < header.start;
            }
        }
        return inner && outer;
    }

    private BitSet everyRegister() {
        var all = new BitSet();
        all.set(-FrameState.FIRST_REGISTER, registers.length);
        return all;
    }

    /**
     * Registers (by index) that the loop's body may write: all of them where the body is not one run of
     * bytecode, except the header's, which only instructions before any loop write.
     */
    private BitSet writtenInLoop(BytecodeFlow.Block header) {
        int end = header.end;
        boolean hasOuter = outerHeaders.containsKey(header.start);
        var written = new BitSet();
        iterators.positions().forEach(register -> written.set(register - FrameState.FIRST_REGISTER));
        for (BytecodeFlow.Block block : flow.order()) {
            if (block.order >= header.order && block.successors.contains(header.start)) {
                if (block.start >= header.start) {
                    end = Math.max(end, block.end);
                } else if (!hasOuter) {
                    return everyRegister();
                }
            }
        }
        for (int at = header.start; at < end; at += Opcode.of(code[at]).length()) {
            for (int register : BytecodeRegisters.writes(code, at)) {
                written.set(register - FrameState.FIRST_REGISTER);
            }
        }
        return written;
    }

    /** Leads the open block to the bytecode block at {@code target}, with the registers as they are. */
    void addEdge(int target) {
        // A block that stands before a loop falls into it from the loop around it; its own ways back stand behind its header.
        boolean fromOutside = pc <= target && outerHeaders.containsKey(target);
        Header header = fromOutside ? outerHeaders.get(target) : headers.get(target);
        if (header == null) {
            pending.computeIfAbsent(target, at -> new ArrayList<>()).add(new Edge(current, registers.clone()));
        } else {
            for (int i = 0; i < header.phis().length; i++) {
                if (header.phis()[i] != null) {
                    header.phis()[i].addInput(tagged(registers[i] == null ? constant(Value.UNDEFINED) : registers[i]));
                }
            }
            terminate(Operator.Jump, List.of(), new Block[] {header.block()});
        }
        current = null;
    }

    // What the bytecodes' classes build with.

    FunctionSnapshot function() {
        return function;
    }

    FeedbackSnapshot snapshot() {
        return builder.snapshot();
    }

    GraphBuilder builder() {
        return builder;
    }

    ArrayIterators iterators() {
        return iterators;
    }

    /** What a register beyond the frame's holds, or null where that is not known. */
    Node known(int register) {
        return registers[register - FrameState.FIRST_REGISTER];
    }

    /** Null in the function that is compiled itself. */
    Call call() {
        return call;
    }

    int depth() {
        return call == null ? 0 : call.caller().depth() + 1;
    }

    int pc() {
        return pc;
    }

    /** Operand {@code n} of the current instruction, from 1. */
    int operand(int n) {
        return code[pc + n];
    }

    int[] code() {
        return code;
    }

    /** What a register holds; undefined where it was never written. */
    Node get(int register) {
        Node node = registers[register - FrameState.FIRST_REGISTER];
        return node == null ? constant(Value.UNDEFINED) : node;
    }

    void set(int register, Node value) {
        if (iterators.has(register)) {
            // Another iterator: what was known is of the one before.
            registers[iterators.array(register) - FrameState.FIRST_REGISTER] = null;
            registers[iterators.position(register) - FrameState.FIRST_REGISTER] = null;
        }
        registers[register - FrameState.FIRST_REGISTER] = value;
    }

    /**
     * Registers that hold {@code old} hold {@code better} from here on: the same value, of which more is
     * known.
     */
    void refine(Node old, Node better) {
        for (int i = 0; i < registers.length; i++) {
            if (registers[i] == old) {
                registers[i] = better;
            }
        }
    }

    Block current() {
        return current;
    }

    /** Goes on building in an open block. */
    void continueIn(Block block) {
        current = block;
    }

    Node[] saveRegisters() {
        return registers.clone();
    }

    void restoreRegisters(Node[] saved) {
        registers = saved.clone();
    }

    Block newBlock() {
        Block block = builder.graph().newBlock();
        builder.graph().blocks().add(block);
        return block;
    }

    Origin origin() {
        return new Origin(function.id(), pc, call == null ? null : call.origin());
    }

    Node emit(Operator operator, Node... inputs) {
        return emit(operator, List.of(), inputs);
    }

    Node emit(Operator operator, List<?> parameters, Node... inputs) {
        Node node = builder.graph().newNode(operator, parameters, inputs);
        node.setOrigin(origin());
        if (operator.hasState()) {
            node.setState(state());
        }
        current.append(node);
        return node;
    }

    /** The same with a reason of its own. */
    Node guard(ExitReason reason, Operator operator, List<?> parameters, Node... inputs) {
        return emit(operator, parameters, inputs).setReason(reason);
    }

    Node callRuntime(RuntimeOperation operation, FeedbackSlot feedback, Node... inputs) {
        Node node = builder.graph().newNode(Operator.CallRuntime, List.of(operation, feedback), inputs);
        node.setOrigin(origin());
        node.setState(state());
        current.append(node);
        return node;
    }

    /** {@code value}, known to be of {@code type} because of the branch that leads here. */
    Node refined(Node value, Type type) {
        Node node = builder.graph().newRefinement(value, type);
        node.setOrigin(origin());
        current.append(node);
        return node;
    }

    /** The current instruction's feedback slot, to be recorded in. */
    FeedbackSlot feedback() {
        return new FeedbackSlot(function.id(), feedbackOffset());
    }

    int feedbackOffset() {
        return code[pc + Opcode.of(code[pc]).feedbackOperand()];
    }

    private Node terminate(Operator operator, List<?> parameters, Block[] targets, Node... inputs) {
        Node node = builder.graph().newNode(operator, parameters, inputs);
        node.setOrigin(origin());
        if (operator.hasState()) {
            node.setState(state());
        }
        builder.graph().terminate(current, node, targets);
        current = null;
        return node;
    }

    /** Leaves to the interpreter before the current instruction. */
    void exit(ExitReason reason) {
        terminate(Operator.Exit, List.of(), new Block[0]).setReason(reason);
    }

    void throwValue(Node value) {
        Node boxed = tagged(value);
        terminate(Operator.Throw, List.of(), new Block[0], boxed);
    }

    void returnValue(Node value) {
        if (call == null) {
            Node boxed = tagged(value);
            terminate(Operator.Return, List.of(), new Block[0], boxed);
        } else {
            returns.add(new Edge(current, new Node[] {value}));
            current = null;
        }
    }

    /** Splits on a condition; the open block goes on in neither. */
    void branch(Node condition, Block ifTrue, Block ifFalse) {
        terminate(Operator.Branch, List.of(), new Block[] {ifTrue, ifFalse}, condition);
    }

    /** Branches to bytecode targets. */
    void branchTo(Node condition, int ifTrue, int ifFalse) {
        Block taken = newBlock();
        Block notTaken = newBlock();
        branch(condition, taken, notTaken);
        current = taken;
        addEdge(ifTrue);
        current = notTaken;
        addEdge(ifFalse);
        current = null;
    }

    /**
     * Whether the current instruction, which has never run as far as feedback tells, is left to the interpreter. Generic code is
     * not left: it does what has to be done, whatever the operands are.
     */
    boolean leavesUnseen() {
        if (isGeneric()) {
            return false;
        }
        exit(ExitReason.INSUFFICIENT_FEEDBACK);
        return true;
    }

    /** Whether no guess may be made at all. */
    boolean isGeneric() {
        return snapshot().guesses().none();
    }

    boolean mayGuess(ExitReason reason) {
        return snapshot().guesses().allow(function.id(), pc, reason);
    }

    // Frame states.

    /** The frames before the current instruction. */
    FrameState state() {
        if (state == null) {
            state = frameState(false);
        }
        return state;
    }

    /** This frame while a call at the current instruction runs inside it. */
    FrameState stateDuringCall() {
        return frameState(true);
    }

    /** The same with the arguments of the call in their registers, from {@code first} on. */
    FrameState stateDuringCall(int first, List<Node> arguments) {
        FrameState state = frameState(true);
        for (int i = 0; i < arguments.size(); i++) {
            state.setValue(first + i, arguments.get(i));
        }
        return state;
    }

    private FrameState frameState(boolean during) {
        var holders = new ArrayList<Integer>();
        var values = new Node[function.bytecode().registerCount() - FrameState.FIRST_REGISTER];
        for (int i = 0; i < values.length; i++) {
            int register = i + FrameState.FIRST_REGISTER;
            boolean live = during ? flow.isLiveDuring(pc, register) : flow.isLive(pc, register);
            if (arguments.is(registers[i])) {
                if (live) {
                    holders.add(register);
                }
            } else if ((live || register == argumentsContext()) && !isInPlace(register, registers[i])) {
                values[i] = registers[i];
            }
        }
        FrameState.ArgumentsObject object =
                holders.isEmpty() ? null : new FrameState.ArgumentsObject(arguments.creation(), holders);
        return new FrameState(
                function.id(), pc, call == null ? null : call.callerState(), call == null ? 0 : call.window(),
                call == null ? 0 : call.arguments().size(), call != null && call.construct(),
                function.bytecode().handlerFor(pc) != null, values).withArgumentsObject(object);
    }

    /** The register with the context that an arguments object shows, which exits need to make it; or no register. */
    private int argumentsContext() {
        int creation = arguments.creation();
        boolean mapped = creation >= 0 && Opcode.of(code[creation]) == Opcode.CREATE_MAPPED_ARGUMENTS;
        return mapped ? code[creation + 2] : Integer.MIN_VALUE;
    }

    ArgumentsBytecodes argumentsObject() {
        return arguments;
    }

    /** The header of the frame that is compiled is in its place already. */
    private boolean isInPlace(int register, Node value) {
        return call == null && register < 0 && value != null && value.is(Operator.Parameter);
    }

    // Changes of representation.

    Node constant(long word) {
        Node node = emit(Operator.Constant, List.of(word));
        node.setType(snapshot().typeOf(word));
        return node;
    }

    Node constantInt32(int value) {
        return emit(Operator.ConstantInt32, List.of(value));
    }

    Node tagged(Node value) {
        return switch (value.representation()) {
            case INT32 -> value.is(Operator.ConstantInt32)
                    ? constant(Value.ofInt(value.intParameter(0)))
                    : narrowed(emit(Operator.BoxInt32, value), value.type());
            case FLOAT64 -> emit(Operator.BoxFloat64, value);
            case BOOL -> emit(Operator.BoxBool, value);
            default -> value;
        };
    }

    private static Node narrowed(Node node, Type type) {
        node.setType(type.meet(node.type()));
        return node;
    }

    /** As an int32, with a guard where it need not be one. */
    Node int32(Node value) {
        switch (value.representation()) {
            case INT32:
                return value;
            case FLOAT64:
                return emit(Operator.CheckFloat64IsInt32, value);
            case BOOL:
                return emit(Operator.CheckInt32, tagged(value));
            default:
                break;
        }
        if (value.is(Operator.BoxInt32)) {
            return value.input(0);
        }
        if (value.is(Operator.Constant) && Value.isInt(value.wordParameter(0))) {
            return constantInt32(Value.asInt(value.wordParameter(0)));
        }
        Node unboxed = value.type().isInt32()
                ? emit(Operator.UnboxInt32, value)
                : emit(Operator.CheckInt32, value);
        narrowed(unboxed, value.type().meet(Type.INT32));
        refine(value, unboxed);
        return unboxed;
    }

    /** As a double, with a guard where it need not be a number. */
    Node float64(Node value) {
        switch (value.representation()) {
            case FLOAT64:
                return value;
            case INT32:
                return value.is(Operator.ConstantInt32)
                        ? emit(Operator.ConstantFloat64, List.of((double) value.intParameter(0)))
                        : emit(Operator.Int32ToFloat64, value);
            case BOOL:
                return emit(Operator.CheckNumber, tagged(value));
            default:
                break;
        }
        if (value.is(Operator.BoxFloat64)) {
            return value.input(0);
        }
        if (value.is(Operator.BoxInt32)) {
            return emit(Operator.Int32ToFloat64, value.input(0));
        }
        if (value.is(Operator.Constant) && Value.isNumber(value.wordParameter(0))) {
            return emit(Operator.ConstantFloat64, List.of(Value.numberAsDouble(value.wordParameter(0))));
        }
        return emit(value.type().isSubtypeOf(Type.NUMBER) ? Operator.UnboxNumber : Operator.CheckNumber, value);
    }

    /** As an int32 by ToInt32, of what is a number or is checked to be one. */
    Node truncated(Node value, boolean int32Seen) {
        if (value.representation() == Representation.INT32
                || value.representation() == Representation.TAGGED && int32Seen
                        && (value.type().isInt32() || mayGuess(ExitReason.NOT_INT32))) {
            return int32(value);
        }
        return emit(Operator.TruncateFloat64, float64(value));
    }

    /** ToBoolean. */
    Node truthy(Node value) {
        return switch (value.representation()) {
            case BOOL -> value;
            case INT32 -> emit(Operator.CompareInt32, List.of(Condition.NE), value, constantInt32(0));
            case FLOAT64 -> emit(
                    Operator.CompareFloat64, List.of(Condition.GT), emit(Operator.AbsFloat64, value),
                    emit(Operator.ConstantFloat64, List.of(0.0)));
            default -> value.type().isSubtypeOf(Type.BOOLEAN)
                    ? emit(Operator.UnboxBool, value)
                    : emit(Operator.Truthy, value);
        };
    }

    Node not(Node condition) {
        return emit(Operator.NotBool, condition);
    }
}
