package org.tierscope.ir;

import java.util.Arrays;
import java.util.List;

/**
 * One operation of a graph. Its id is given once and kept through all passes; passes change operands, type
 * and place, or replace a node by another.
 */
public final class Node {
    private final int id;
    private final Operator operator;
    private final Object[] parameters;
    private final Representation representation;
    private Node[] inputs;
    private Type type;
    private FrameState state;
    private ExitReason reason;
    private Origin origin;
    private Block block;
    private Block[] targets = {};
    private Node replacement;
    private String note;

    Node(int id, Operator operator, Representation representation, Object[] parameters, Node[] inputs) {
        this.id = id;
        this.operator = operator;
        this.representation = representation;
        this.parameters = parameters;
        this.inputs = inputs;
        this.type = operator.type();
        this.reason = operator.reason();
    }

    public int id() {
        return id;
    }

    public Operator operator() {
        return operator;
    }

    public boolean is(Operator other) {
        return operator == other;
    }

    public Representation representation() {
        return representation;
    }

    public int inputCount() {
        return inputs.length;
    }

    public Node input(int index) {
        return inputs[index];
    }

    public List<Node> inputs() {
        return Arrays.asList(inputs);
    }

    public void setInput(int index, Node node) {
        inputs[index] = node;
    }

    void addInput(Node node) {
        inputs = Arrays.copyOf(inputs, inputs.length + 1);
        inputs[inputs.length - 1] = node;
    }

    void removeInput(int index) {
        var rest = new Node[inputs.length - 1];
        System.arraycopy(inputs, 0, rest, 0, index);
        System.arraycopy(inputs, index + 1, rest, index, rest.length - index);
        inputs = rest;
    }

    void setInputs(Node[] inputs) {
        this.inputs = inputs;
    }

    public Object parameter(int index) {
        return parameters[index];
    }

    Object[] parameters() {
        return parameters;
    }

    public int intParameter(int index) {
        return (Integer) parameters[index];
    }

    public long wordParameter(int index) {
        return (Long) parameters[index];
    }

    public boolean boolParameter(int index) {
        return (Boolean) parameters[index];
    }

    public double doubleParameter(int index) {
        return (Double) parameters[index];
    }

    @SuppressWarnings("unchecked")
    public <T> List<T> listParameter(int index) {
        return (List<T>) parameters[index];
    }

    public Condition condition() {
        return (Condition) parameters[0];
    }

    public RuntimeOperation runtimeOperation() {
        return (RuntimeOperation) parameters[0];
    }

    /** What is known of the result; at least as narrow as the operator's type. */
    public Type type() {
        return type;
    }

    public void setType(Type type) {
        this.type = type;
    }

    public Effects effects() {
        return switch (operator) {
            case CallRuntime -> runtimeOperation().effects();
            case LoadField -> parameters[1] == Memory.IMMUTABLE
                    ? Effects.PURE
                    : new Effects(((Memory) parameters[1]).bits(), 0, 0);
            case StoreField -> new Effects(0, ((Memory) parameters[1]).bits(), 0);
            default -> operator.effects();
        };
    }

    /** The state before the bytecode it belongs to; null for what neither exits nor calls. */
    public FrameState state() {
        return state;
    }

    public Node setState(FrameState state) {
        this.state = state;
        return this;
    }

    /** Why it exits; null for what never does. */
    public ExitReason reason() {
        return reason;
    }

    public Node setReason(ExitReason reason) {
        this.reason = reason;
        return this;
    }

    public Origin origin() {
        return origin;
    }

    public Node setOrigin(Origin origin) {
        this.origin = origin;
        return this;
    }

    /** The block it stands in, or null once it is removed. */
    public Block block() {
        return block;
    }

    /** Says that it now stands in {@code block}, among whose nodes a pass has put it. */
    public void moveTo(Block block) {
        this.block = block;
    }

    void setBlock(Block block) {
        this.block = block;
    }

    /** Of a terminator: the blocks it leads to. */
    public Block[] targets() {
        return targets;
    }

    void setTargets(Block... targets) {
        this.targets = targets;
    }

    /** A remark of the pass that made or changed it, for people; or null. */
    public String note() {
        return note;
    }

    public Node setNote(String note) {
        this.note = note;
        return this;
    }

    /**
     * Has every use of this node read {@code node} from the next {@link Graph#applyReplacements} on.
     */
    public void replaceBy(Node node) {
        if (node.resolved() == this) {
            throw new IllegalStateException(this + " cannot replace itself");
        }
        replacement = node;
    }

    /** The node that uses of this one will read: itself, or what it was replaced by. */
    public Node resolved() {
        if (replacement == null) {
            return this;
        }
        Node last = replacement.resolved();
        replacement = last;
        return last;
    }

    /** The node whose value this one has: guards and refinements that only pass it on left out. */
    public Node base() {
        Node at = this;
        while (true) {
            switch (at.operator) {
                case CheckShape, CheckElementsKind, CheckFlags, CheckNotEmpty, CheckObject, CheckString,
                        CheckFunction, CheckValue, CheckBounds, CheckNotNegative, Refine -> at = at.inputs[0];
                default -> {
                    return at;
                }
            }
        }
    }

    public boolean isReplaced() {
        return replacement != null;
    }

    @Override
    public String toString() {
        return "v" + id + " = " + operator;
    }
}
