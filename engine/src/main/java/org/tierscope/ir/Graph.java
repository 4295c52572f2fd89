package org.tierscope.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The body of one compilation: blocks in an order in which every block but a loop header comes after its
 * predecessors. The first block is the entry; it has no predecessors.
 */
public final class Graph {
    private final String name;
    private final int function;
    private final int entryPc;
    private final List<Block> blocks = new ArrayList<>();
    private final List<InliningDecision> inlinings = new ArrayList<>();
    private Guesses guesses = Guesses.ALL;
    private EntryShape entryShape;
    private int signature;
    private List<Node> entryChecks = List.of();
    private int nextNode;
    private int nextBlock;
    private int frameSlots;
    private int sweep;
    private int loopCopies;

    /**
     * @param name of the function, for display
     * @param function its id
     * @param entryPc 0 for calls, or the pc of the loop header that is entered by OSR
     */
    public Graph(String name, int function, int entryPc) {
        this.name = name;
        this.function = function;
        this.entryPc = entryPc;
    }

    public String name() {
        return name;
    }

    public int function() {
        return function;
    }

    /** 0 for calls, or the pc of the loop header that is entered by OSR. */
    public int entryPc() {
        return entryPc;
    }

    public boolean isOsr() {
        return entryPc != 0;
    }

    public List<Block> blocks() {
        return blocks;
    }

    void setGuesses(Guesses guesses) {
        this.guesses = guesses;
    }

    /**
     * Whether a guard at {@code origin} may give this reason: whether that guess has not failed too often.
     */
    public boolean mayGuess(Origin origin, ExitReason reason) {
        return origin == null ? !guesses.none() : guesses.allow(origin.function(), origin.pc(), reason);
    }

    /** Lets calls pass and parameters take unboxed numbers. */
    public void setEntryShape(EntryShape shape) {
        entryShape = shape;
    }

    /** Null where calls stay as they are. */
    public EntryShape entryShape() {
        return entryShape;
    }

    /**
     * Gives the code an unboxed entry: the entry block begins with parameters and the checks that unbox them.
     *
     * @param checks by parameter; null for those that stay boxed
     */
    public void setUnboxedEntry(int entrySignature, List<Node> checks) {
        signature = entrySignature;
        entryChecks = checks;
    }

    /** Of the unboxed entry, or {@link Signature#NONE}. */
    public int signature() {
        return signature;
    }

    /** By parameter: what unboxes it where the function begins, or null. */
    public List<Node> entryChecks() {
        return entryChecks;
    }

    /** Whether no guess may be made at all: no guard of it leaves because something else was expected. */
    public boolean isGeneric() {
        return guesses.none();
    }

    /** What was decided about calls, in the order of building. */
    public List<InliningDecision> inlinings() {
        return inlinings;
    }

    public Block entry() {
        return blocks.getFirst();
    }

    /** One more than the largest node id given so far. */
    public int nodeIds() {
        return nextNode;
    }

    /** One more than the largest block id given so far. */
    public int blockIds() {
        return nextBlock;
    }

    /**
     * Slots from fp on that registers of the function and of inlined frames take: spill slots come behind
     * them.
     */
    public int frameSlots() {
        return frameSlots;
    }

    public void reserveFrameSlots(int slots) {
        frameSlots = Math.max(frameSlots, slots);
    }

    /** A number for one more copy of a loop's body: see {@link Origin#copy}. */
    int nextLoopCopy() {
        return ++loopCopies;
    }

    /** A new block, not yet among {@link #blocks}. */
    public Block newBlock() {
        return new Block(nextBlock++);
    }

    Block newBlock(int id) {
        nextBlock = Math.max(nextBlock, id + 1);
        return new Block(id);
    }

    /**
     * A new node, in no block yet.
     *
     * @param parameters as {@link Operator#parameters()} says
     */
    public Node newNode(Operator operator, List<?> parameters, Node... inputs) {
        return newNode(nextNode, operator, representationOf(operator, parameters), parameters, inputs);
    }

    public Node newNode(Operator operator, Node... inputs) {
        return newNode(operator, List.of(), inputs);
    }

    /** A new phi, in no block yet. */
    public Node newPhi(Representation representation, Node... inputs) {
        return newNode(nextNode, Operator.Phi, representation, List.of(), inputs);
    }

    /** A copy of {@code node} known to be of {@code type}, in no block yet. */
    public Node newRefinement(Node node, Type type) {
        Node refined = newNode(nextNode, Operator.Refine, node.representation(), List.of(), node);
        refined.setType(type);
        return refined;
    }

    Node newNode(int id, Operator operator, Representation representation, List<?> parameters, Node... inputs) {
        nextNode = Math.max(nextNode, id + 1);
        var node = new Node(id, operator, representation, parameters.toArray(), inputs);
        Type known = ConstantType.of(node);
        if (known != null) {
            node.setType(known);
        }
        return node;
    }

    private static Representation representationOf(Operator operator, List<?> parameters) {
        return operator == Operator.CallRuntime ? ((RuntimeOperation) parameters.getFirst()).result() : operator.result();
    }

    /** Ends {@code block} with a terminator and makes it a predecessor of the targets. */
    public void terminate(Block block, Node terminator, Block... targets) {
        block.setTerminator(terminator);
        terminator.setTargets(targets);
        for (Block target : targets) {
            target.predecessors().add(block);
        }
    }

    /**
     * Takes the edge to {@code target} away from {@code block}'s side and its phi operands from the target's.
     */
    public void removePredecessor(Block target, Block block) {
        int index = target.predecessors().indexOf(block);
        target.predecessors().remove(index);
        for (Node phi : target.phis()) {
            phi.removeInput(index);
        }
    }

    /**
     * Replaces a block's terminator by one to other targets; edges that disappear are taken off the old
     * targets.
     */
    public void replaceTerminator(Block block, Node terminator, Block... targets) {
        var gone = new ArrayList<>(List.of(block.terminator().targets()));
        block.terminator().setBlock(null);
        block.setTerminator(terminator);
        terminator.setTargets(targets);
        for (Block target : targets) {
            if (!gone.remove(target)) {
                target.predecessors().add(block);
            }
        }
        for (Block target : gone) {
            removePredecessor(target, block);
        }
    }

    /**
     * Has {@code block} take the place of its only successor too, which has no other predecessor and no phis
     * in use.
     */
    public void absorb(Block block, Block next) {
        block.terminator().setBlock(null);
        next.nodes().forEach(block::append);
        block.setTerminator(next.terminator());
        for (Block successor : block.successors()) {
            successor.predecessors().set(successor.predecessors().indexOf(next), block);
        }
    }

    /**
     * Makes uses of replaced nodes, in operands and frame states, read their replacements; drops replaced
     * nodes.
     */
    public void applyReplacements() {
        nextSweep();
        for (Block block : blocks) {
            for (Node phi : block.phis()) {
                rewrite(phi);
            }
            for (Node node : block.nodes()) {
                rewrite(node);
            }
            rewrite(block.terminator());
            block.phis().removeIf(Graph::dropped);
            block.nodes().removeIf(Graph::dropped);
        }
    }

    private static boolean dropped(Node node) {
        if (node.isReplaced()) {
            node.setBlock(null);
            return true;
        }
        return false;
    }

    private void rewrite(Node node) {
        for (int i = 0; i < node.inputCount(); i++) {
            if (node.input(i).isReplaced()) {
                node.setInput(i, node.input(i).resolved());
            }
        }
        for (FrameState state = node.state(); state != null && state.isFirstIn(sweep); state = state.caller()) {
            state.replaceValues(Node::resolved);
        }
    }

    /** A number for {@link FrameState#isFirstIn}. */
    int nextSweep() {
        return ++sweep;
    }

    /** Every node in block order: phis, nodes, terminator. */
    public void forEachNode(Consumer<Node> action) {
        for (Block block : blocks) {
            block.phis().forEach(action);
            block.nodes().forEach(action);
            action.accept(block.terminator());
        }
    }

    public int nodeCount() {
        int count = 0;
        for (Block block : blocks) {
            count += block.phis().size() + block.nodes().size() + 1;
        }
        return count;
    }

    /**
     * Drops blocks that cannot be reached and orders the rest: reverse postorder, in which loops are
     * contiguous as far as the order of branch targets lets them be.
     */
    public void pruneAndOrder() {
        var postorder = new ArrayList<Block>();
        var seen = new boolean[nextBlock];
        var path = new ArrayDeque<Block>();
        var next = new int[nextBlock];
        path.push(entry());
        seen[entry().id()] = true;
        while (!path.isEmpty()) {
            Block block = path.peek();
            Block[] successors = block.successors();
            int i = next[block.id()]++;
            if (i == successors.length) {
                postorder.add(path.pop());
            } else {
                Block successor = successors[successors.length - 1 - i];
                if (!seen[successor.id()]) {
                    seen[successor.id()] = true;
                    path.push(successor);
                }
            }
        }
        for (Block block : blocks) {
            if (!seen[block.id()]) {
                for (Block successor : block.successors()) {
                    if (seen[successor.id()]) {
                        removePredecessor(successor, block);
                    }
                }
                block.phis().forEach(node -> node.setBlock(null));
                block.nodes().forEach(node -> node.setBlock(null));
                block.terminator().setBlock(null);
            }
        }
        blocks.clear();
        blocks.addAll(postorder.reversed());
    }
}
