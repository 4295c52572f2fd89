package org.tierscope.ir;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What an object that compiled code never allocates looks like at one place: an exit there allocates it. Identity is the
 * {@link Operator#VirtualObject} node's: whatever names that node in one frame state gets one object.
 */
public final class VirtualObject {
    private final Node identity;
    private final int shape;
    private final Node[] fields;

    /**
     * @param identity a {@link Operator#VirtualObject}
     * @param shape of objects and arrays as it is here, else 0
     * @param fields in the order that {@link VirtualKind} says; null: never written
     */
    public VirtualObject(Node identity, int shape, Node[] fields) {
        this.identity = identity;
        this.shape = shape;
        this.fields = fields;
    }

    public Node identity() {
        return identity;
    }

    public VirtualKind kind() {
        return (VirtualKind) identity.parameter(0);
    }

    public int shape() {
        return shape;
    }

    /** Null where nothing was written. */
    public List<Node> fields() {
        return Collections.unmodifiableList(Arrays.asList(fields));
    }

    void forEachValue(Consumer<Node> action) {
        action.accept(identity);
        for (Node field : fields) {
            if (field != null) {
                action.accept(field);
            }
        }
    }

    boolean anyValue(Predicate<Node> test) {
        for (Node field : fields) {
            if (field != null && test.test(field)) {
                return true;
            }
        }
        return test.test(identity);
    }

    VirtualObject mapped(UnaryOperator<Node> mapping) {
        var mapped = new Node[fields.length];
        for (int i = 0; i < fields.length; i++) {
            mapped[i] = fields[i] == null ? null : mapping.apply(fields[i]);
        }
        return new VirtualObject(mapping.apply(identity), shape, mapped);
    }

    void replaceValues(UnaryOperator<Node> replacement) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null) {
                fields[i] = replacement.apply(fields[i]);
            }
        }
    }
}
