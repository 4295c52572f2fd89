package org.tierscope.backend;

import static org.tierscope.machine.MachineConvention.slot;
import static org.tierscope.machine.MachineConvention.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.asm.AssembledCode;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Symbols;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitTable;
import org.tierscope.ir.Block;
import org.tierscope.ir.DominatorTree;
import org.tierscope.ir.Graph;
import org.tierscope.ir.LoopTree;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Origin;
import org.tierscope.ir.Signature;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.machine.FunctionEntry;
import org.tierscope.machine.Location;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/** Turns an optimized graph into machine code: lifetimes, registers, then one emitter per family of operations. */
public final class CodeGenerator {
    /**
     * @param code ready to be installed
     * @param exits and beside each the offset of its stub
     * @param constants heap words that the code contains, which must be kept alive
     * @param signature of the unboxed entry, or {@link Signature#NONE}
     * @param unboxedEntry its offset
     * @param frameSlots slots of the guest frame
     * @param origins of the graph's nodes, by id; listings name nodes
     * @param lifetimes of all values, with their places; empty where no listing was asked for
     * @param allocationNotes what the register allocator did, likewise
     */
    public record Result(
            AssembledCode code,
            List<Exit> exits,
            List<Integer> exitOffsets,
            List<Long> constants,
            int signature,
            int unboxedEntry,
            int frameSlots,
            Map<Integer, Origin> origins,
            List<LiveRange> lifetimes,
            PassNotes allocationNotes) {}

    /** Names of steps that can be left out. */
    public static final List<String> STEPS = List.of(JumpTables.NAME, BlockLayout.NAME);

    /** Bytes: what the processor fetches at once. */
    private static final int LOOP_ALIGNMENT = 16;

    private final CompileInput input;
    private final Graph graph;
    private final ExitTable exitTable;
    private final FunctionInfo function;
    /** The first node that both entries run, or null where there is one entry. */
    private Node joint;
    private Label ordinary;
    private Label unboxed;

    public CodeGenerator(CompileInput input, Graph graph, ExitTable exitTable) {
        this.input = input;
        this.graph = graph;
        this.exitTable = exitTable;
        this.function = input.function(graph.function());
    }

    public Result generate() {
        var dominators = new DominatorTree(graph);
        var loops = new LoopTree(graph, dominators);
        var states = StateValues.of(graph, dominators);
        var fusion = new Fusion(graph, states);
        var lifetimes = new Lifetimes(graph, fusion, states);
        var scan = new LinearScan(
                graph,
                lifetimes,
                Registers.general(input.registerSeed()),
                Registers.floating(input.registerSeed()),
                loopDepths(loops),
                safeHomes());
        Allocation allocation = scan.run();
        if (input.verify()) {
            new AllocationChecker(graph, allocation, fusion, states).check();
        }
        Assembler asm = input.lists()
                ? Assembler.listing(input.cpuFeatures(), Symbols.NONE)
                : Assembler.plain(input.cpuFeatures());
        List<Block> layout = input.leavesOut(BlockLayout.NAME) ? graph.blocks() : BlockLayout.of(graph, loops);
        return emit(asm, layout, allocation, fusion, states, scan.notes());
    }

    private int[] loopDepths(LoopTree loops) {
        int[] depths = new int[graph.blockIds()];
        for (Block block : graph.blocks()) {
            depths[block.id()] = loops.depth(block);
        }
        return depths;
    }

    /** Frame slots of registers that nothing in the graph writes, so that a parameter may stay there. */
    private boolean[] safeHomes() {
        boolean[] safe = new boolean[Math.max(graph.frameSlots(), function.bytecode().registerCount())];
        Arrays.fill(safe, true);
        graph.forEachNode(node -> {
            if (node.is(Operator.ExecuteBytecode) || node.is(Operator.ExecuteJump)) {
                // It may write any register of its frame.
                Arrays.fill(safe, false);
            }
        });
        return safe;
    }

    private Result emit(
            Assembler asm, List<Block> layout, Allocation allocation, Fusion fusion, StateValues states, PassNotes notes) {
        Label unwind = asm.label("unwind");
        ordinary = asm.label("ordinary");
        unboxed = asm.label("unboxed");
        joint = graph.signature() == Signature.NONE ? null : UnboxedCalls.joint(graph);
        var exits = new ExitStubs(allocation, fusion, states, exitTable, input.exitStub(function), unwind);
        var emission = new Emission(asm, input, allocation, fusion, exits);
        var conditions = new ConditionEmitter(emission);
        var boxes = new DoubleBoxes(emission, new OtherNans(graph));
        var calls = new CallEmitter(emission, boxes);
        var allocations = new AllocationEmitter(emission, calls, boxes);
        var emitters = new Emitters(
                conditions,
                boxes,
                new ConversionEmitter(emission, conditions, boxes),
                new ArithmeticEmitter(emission),
                new MemoryEmitter(emission, boxes),
                new ArrayEmitter(emission, calls),
                new CollectionEmitter(emission),
                new StringEmitter(emission, calls, allocations),
                allocations,
                calls);
        int extent = allocation.frameSlots();
        asm.bind(ordinary);
        if (graph.isOsr()) {
            FunctionEntry.osr(asm, extent, Frame.OPTIMIZED, unwind, input::link);
        } else {
            FunctionEntry.call(asm, function, extent, Frame.OPTIMIZED, unwind, input::link);
        }
        List<Allocation.Move>[] within = allocation.movesWithinBlocks(allocation.lifetimes().blockEnd(graph.blocks().getLast()));
        var tables = input.leavesOut(JumpTables.NAME) ? new JumpTables() : new JumpTables(graph, emission, within);
        for (int i = 0; i < layout.size(); i++) {
            Block block = layout.get(i);
            if (tables.replaces(block)) {
                continue;
            }
            if (isJumpedBackTo(layout, i)) {
                asm.origin(-1);
                asm.align(LOOP_ALIGNMENT);
            }
            emitBlock(block, new FallThrough(layout, i, emission, within), emission, emitters, within, tables);
        }
        emission.emitDeferred();
        exits.emit(asm);
        asm.origin(-1);
        asm.bind(unwind);
        asm.d(Op.MOV, Reg.RAX, Value.EXCEPTION);
        emitReturn(asm);
        return new Result(asm.finish(), exits.exits(), exits.offsets(), constants(), graph.signature(),
                graph.signature() == Signature.NONE ? 0 : unboxed.position(), extent, origins(), input.lists() ? allocation.liveRanges() : List.of(), notes);
    }

    /** Whether a block behind this one, or this one, jumps here: a loop goes round from there. */
    private static boolean isJumpedBackTo(List<Block> layout, int index) {
        for (Block predecessor : layout.get(index).predecessors()) {
            if (layout.indexOf(predecessor) >= index) {
                return true;
            }
        }
        return false;
    }

    private record Emitters(
            ConditionEmitter conditions,
            DoubleBoxes boxes,
            ConversionEmitter conversions,
            ArithmeticEmitter arithmetic,
            MemoryEmitter memory,
            ArrayEmitter arrays,
            CollectionEmitter collections,
            StringEmitter strings,
            AllocationEmitter allocations,
            CallEmitter calls) {
        boolean emit(Node node) {
            return conditions.emit(node)
                    || conversions.emit(node)
                    || arithmetic.emit(node)
                    || memory.emit(node)
                    || arrays.emit(node)
                    || collections.emit(node)
                    || strings.emit(node)
                    || allocations.emit(node)
                    || calls.emit(node);
        }
    }

    private void emitBlock(
            Block block, FallThrough following, Emission e, Emitters emitters, List<Allocation.Move>[] within,
            JumpTables tables) {
        e.asm.bind(e.label(block));
        if (block.predecessors().size() == 1) {
            Block predecessor = block.predecessors().getFirst();
            if (predecessor.successors().length > 1) {
                e.move(e.allocation.movesOnEdge(predecessor, block));
            }
        }
        for (Node phi : block.phis()) {
            spillPhi(e, phi);
        }
        for (Node node : block.nodes()) {
            joinEntries(node, e);
            emitNode(node, e, emitters, within);
        }
        joinEntries(block.terminator(), e);
        emitTerminator(block, following, e, emitters, within, tables);
    }

    /** The unboxed entry stands where both meet, and falls into what they have in common. */
    private void joinEntries(Node node, Emission e) {
        if (node == joint) {
            Label both = e.asm.label("both");
            e.asm.origin(-1);
            e.asm.jmp(both);
            e.asm.bind(unboxed);
            UnboxedCalls.emitEntry(e, graph, function, ordinary);
            e.asm.bind(both);
        }
    }

    /** A phi that is spilled later on is stored where it is defined. */
    private static void spillPhi(Emission e, Node phi) {
        int spill = e.allocation.spillSlot(phi);
        if (spill == LinearScan.NO_SLOT) {
            return;
        }
        switch (e.allocation.defined(phi)) {
            case Location.InReg in -> e.asm.q(Op.MOV, slot(spill), in.register());
            case Location.InXmm in -> e.asm.op(Op.MOVSD, slot(spill), in.register());
            case Location.InSlot _ -> {}
        }
    }

    private void movesBefore(Node node, Emission e, List<Allocation.Move>[] within) {
        List<Allocation.Move> moves = within[e.allocation.lifetimes().position(node) / Lifetimes.STEP];
        if (moves != null) {
            e.move(moves);
        }
    }

    private void emitNode(Node node, Emission e, Emitters emitters, List<Allocation.Move>[] within) {
        e.begin(node);
        e.asm.origin(node.id());
        movesBefore(node, e, within);
        if (FallThrough.isSilent(node, e)) {
            return;
        }
        if (input.countsGuards() && node.reason() != null && node.reason().isMisspeculation()) {
            if (node.inputCount() > 0 && e.fusion.isFused(node.input(0)) && node.is(Operator.CheckNumber)) {
                emitters.boxes().loadForExit(node);
            }
            e.asm.d(Op.DEC, state(VmState.DEOPT_COUNTDOWN));
            e.exitIf(Cond.ZERO);
        }
        if (!emitters.emit(node)) {
            throw new IllegalStateException("no code for " + node);
        }
    }

    private void emitTerminator(
            Block block, FallThrough following, Emission e, Emitters emitters, List<Allocation.Move>[] within,
            JumpTables tables) {
        Node node = block.terminator();
        e.begin(node);
        e.asm.origin(node.id());
        movesBefore(node, e, within);
        switch (node.operator()) {
            case Jump -> {
                Block target = node.targets()[0];
                e.move(e.allocation.movesOnEdge(block, target));
                if (!following.reaches(target)) {
                    e.asm.jmp(e.label(target));
                }
            }
            case Branch -> {
                if (!tables.emit(block)) {
                    branch(node, following, e, emitters.conditions());
                }
            }
            case Return -> {
                e.load(node.input(0), Reg.RAX);
                emitReturn(e.asm);
            }
            case Exit -> e.asm.jmp(e.exit());
            case Throw -> {
                // In no register that the exit's frames may need.
                e.asm.q(Op.MOV, state(VmState.EXCEPTION), e.use(node.input(0), Registers.SCRATCH));
                e.asm.jmp(e.exceptional());
            }
            default -> throw new IllegalStateException("no terminator: " + node);
        }
    }

    private static void branch(Node node, FallThrough following, Emission e, ConditionEmitter conditions) {
        Block yes = node.targets()[0];
        Block no = node.targets()[1];
        if (following.reaches(yes)) {
            conditions.jumpUnless(node.input(0), e.label(no));
        } else {
            conditions.jumpIf(node.input(0), e.label(yes));
            if (!following.reaches(no)) {
                e.asm.jmp(e.label(no));
            }
        }
    }

    /** The value is in rax. A frame that moved up behind its arguments gives its caller fp back as it was. */
    private void emitReturn(Assembler asm) {
        FunctionEntry.leave(asm, function.needsArguments());
    }

    private Map<Integer, Origin> origins() {
        var origins = new HashMap<Integer, Origin>();
        graph.forEachNode(node -> {
            if (node.origin() != null) {
                origins.put(node.id(), node.origin());
            }
        });
        return origins;
    }

    private List<Long> constants() {
        var words = new ArrayList<Long>();
        graph.forEachNode(node -> {
            if (node.is(Operator.Constant) && Value.isCell(node.wordParameter(0)) && node.wordParameter(0) > Value.MAX_SENTINEL) {
                words.add(node.wordParameter(0));
            }
            if (node.is(Operator.CheckValue) && Value.isCell(node.wordParameter(0))) {
                words.add(node.wordParameter(0));
            }
        });
        return words;
    }
}
