package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A basic block: phis, then other nodes, then one terminator. Predecessors are ordered as the operands of its
 * phis. No edge leads from a block with several successors to one with several predecessors.
 */
public final class Block {
    private final int id;
    private final List<Block> predecessors = new ArrayList<>();
    private final List<Node> phis = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Node terminator;
    private double frequency = 1;

    Block(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    public List<Block> predecessors() {
        return predecessors;
    }

    public List<Node> phis() {
        return phis;
    }

    /** Everything between phis and terminator, in order. Passes may reorder it as effects allow. */
    public List<Node> nodes() {
        return nodes;
    }

    public Node terminator() {
        return terminator;
    }

    public Block[] successors() {
        return terminator.targets();
    }

    /** How often it runs, relative to the entry: from branch counts, for layout and hoisting. */
    public double frequency() {
        return frequency;
    }

    public void setFrequency(double frequency) {
        this.frequency = frequency;
    }

    public void append(Node node) {
        node.setBlock(this);
        if (node.is(Operator.Phi)) {
            phis.add(node);
        } else {
            nodes.add(node);
        }
    }

    void setTerminator(Node node) {
        terminator = node;
        if (node != null) {
            node.setBlock(this);
        }
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
