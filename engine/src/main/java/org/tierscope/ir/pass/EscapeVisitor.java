package org.tierscope.ir.pass;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tierscope.ir.Block;
import org.tierscope.ir.Condition;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Memory;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;
import org.tierscope.ir.TypeTest;
import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** What each operation means for virtual objects: it reads or changes what is known of them, or has them allocated. */
final class EscapeVisitor {
    /** Elements of an array, or slots of a context, at most. */
    private static final int MAX_FIELDS = 24;

    private final Graph graph;
    private final EscapeFacts facts;
    private final EscapeEdits edits;
    private final VirtualStates states;
    private final Materializer materializer;
    /** Storage of virtual arrays, by the nodes that load it. */
    private final Map<Node, Node> arrays = new LinkedHashMap<>();
    /** What each allocation that is gone from its place has become. */
    private final Map<Node, Node> removed = new LinkedHashMap<>();
    private VirtualHeap heap;
    private Block block;
    private List<Node> output;
    private Node current;

    EscapeVisitor(Graph graph, EscapeFacts facts, EscapeEdits edits, VirtualStates states, Materializer materializer) {
        this.graph = graph;
        this.facts = facts;
        this.edits = edits;
        this.states = states;
        this.materializer = materializer;
    }

    /** Goes over allocations that are gone from their places, and what stands for their objects. */
    void forEachRemoved(BiConsumer<Node, Node> action) {
        removed.forEach(action);
    }

    /** Goes over nodes that load the storage of a virtual array, and those arrays. */
    void forEachStorage(BiConsumer<Node, Node> action) {
        arrays.forEach(action);
    }

    void enter(Block entered, VirtualHeap there) {
        block = entered;
        heap = there;
        output = edits.begin(entered);
    }

    /** Goes over a node that is no phi and no terminator. */
    void visit(Node node) {
        current = node;
        if (!replaces(node)) {
            keep(node);
            output.add(node);
        }
        if (node.state() != null) {
            heap.lastState = node.state();
        }
    }

    void visitTerminator(Node node) {
        current = node;
        keep(node);
    }

    /** Whether a branch is known to go one way: 0 or 1, or −1. */
    int outcome(Node branch) {
        if (!branch.is(Operator.Branch)) {
            return -1;
        }
        Node condition = edits.resolve(branch.input(0), heap);
        return condition.is(Operator.ConstantBool) ? condition.boolParameter(0) ? 0 : 1 : -1;
    }

    // ---- nodes that stay ----

    private void keep(Node node) {
        Node[] inputs = null;
        for (int i = 0; i < node.inputCount(); i++) {
            Node input = allocated(node.input(i), node);
            if (input != node.input(i)) {
                inputs = inputs == null ? node.inputs().toArray(Node[]::new) : inputs;
                inputs[i] = input;
            }
        }
        if (inputs != null) {
            edits.setInputs(node, inputs);
        }
        keepState(node);
    }

    private void keepState(Node node) {
        if (node.state() == null) {
            return;
        }
        FrameState state = EscapeFacts.isUnseen(node) ? node.state().bare() : states.in(node.state(), heap);
        if (state != node.state()) {
            edits.setState(node, state);
        }
    }

    /** The value as a node that computes it: a virtual object is allocated here. */
    private Node allocated(Node value, Node user) {
        Node array = value.is(Operator.LoadElements) ? arrays.get(value) : null;
        if (array != null) {
            Node elements = graph.newNode(Operator.LoadElements, allocatedObject(array, user));
            return place(elements);
        }
        return allocatedObject(edits.resolve(value, heap), user);
    }

    private Node allocatedObject(Node value, Node user) {
        return heap.isVirtual(value)
                ? materializer.make(value, heap, edits.here(block), user.state())
                : heap.resolve(value);
    }

    private Node place(Node node) {
        node.setOrigin(current.origin());
        output.add(node);
        return node;
    }

    private Node resolve(Node node) {
        return edits.resolve(node, heap);
    }

    // ---- nodes that go ----

    /** Whether the node is not needed any more. */
    private boolean replaces(Node node) {
        VirtualKind kind = Materializer.kindOf(node);
        if (kind != null) {
            return allocate(node, kind);
        }
        if (node.inputCount() == 0) {
            return false;
        }
        Node value = switch (node.operator()) {
            case StoreField, StoreShape, StoreElement, StoreElementFloat64, StoreAnyElement -> {
                yield store(node) ? node : null;
            }
            case LoadElement, LoadElementFloat64 -> loadElement(node);
            case LoadElements -> loadElements(node);
            case SelectObject -> selectObject(node);
            case SameWord -> sameWord(node);
            default -> heap.isVirtual(resolve(node.input(0))) ? ofObject(node, resolve(node.input(0))) : ofConstants(node);
        };
        if (value == null) {
            return false;
        }
        if (value != node) {
            edits.alias(node, value);
        }
        return true;
    }

    private boolean allocate(Node node, VirtualKind kind) {
        if (node.inputCount() > MAX_FIELDS || kind == VirtualKind.CONTEXT && node.intParameter(0) > MAX_FIELDS) {
            return false;
        }
        int function = kind == VirtualKind.CLOSURE ? node.intParameter(0) : 0;
        ElementsKind elements = kind == VirtualKind.ARRAY ? (ElementsKind) node.parameter(1) : ElementsKind.EMPTY;
        Node[] inputs = node.inputs().stream().map(this::resolve).toArray(Node[]::new);
        VirtualHeap.Contents contents = switch (kind) {
            case OBJECT -> new VirtualHeap.Contents(node.intParameter(0), Memory.NAMED);
            case ARRAY -> new VirtualHeap.Contents(node.intParameter(0), Memory.ELEMENTS, inputs);
            case CONTEXT -> new VirtualHeap.Contents(0, Memory.CONTEXT, slots(inputs[0], node.intParameter(0)));
            case CLOSURE -> new VirtualHeap.Contents(0, Memory.NAMED, inputs);
        };
        Node identity = facts.identityOf(node, kind, function, elements);
        heap.put(identity, contents);
        edits.alias(node, identity);
        output.add(identity);
        removed.put(node, identity);
        return true;
    }

    private Node[] slots(Node parent, int count) {
        Node empty = place(graph.newNode(Operator.Constant, List.of(Value.EMPTY)));
        var fields = new Node[count + 1];
        Arrays.fill(fields, empty);
        fields[0] = parent;
        return fields;
    }

    /** Index of the field at a byte offset, or −1 where it is none that is kept track of. */
    private int field(Node object, int offset) {
        return switch (facts.virtual(object).kind()) {
            case OBJECT -> offset < Layout.OBJECT_FIELDS ? -1 : offset - Layout.OBJECT_FIELDS >> 3;
            case CONTEXT -> offset == Layout.CONTEXT_PARENT
                    ? 0
                    : offset < Layout.CONTEXT_SLOTS ? -1 : 1 + (offset - Layout.CONTEXT_SLOTS >> 3);
            case CLOSURE -> offset == Layout.FUNCTION_CONTEXT ? 0 : -1;
            case ARRAY -> -1;
        };
    }

    private boolean store(Node node) {
        switch (node.operator()) {
            case StoreField -> {
                Node object = resolve(node.input(0));
                int field = heap.isVirtual(object) ? field(object, node.intParameter(0)) : -1;
                if (field < 0 || facts.virtual(object).kind() == VirtualKind.CLOSURE) {
                    return false;
                }
                heap.get(object).memory = (Memory) node.parameter(1);
                heap.get(object).setField(field, resolve(node.input(1)));
                return true;
            }
            case StoreShape -> {
                Node object = resolve(node.input(0));
                if (!heap.isVirtual(object) || facts.virtual(object).kind() != VirtualKind.OBJECT) {
                    return false;
                }
                heap.get(object).shape = node.intParameter(0);
                return true;
            }
            default -> {
                return storeElement(node);
            }
        }
    }

    private boolean storeElement(Node node) {
        boolean any = node.is(Operator.StoreAnyElement);
        Node array = any ? resolve(node.input(0)) : arrays.get(node.input(0));
        Node value = resolve(node.input(2));
        int index = index(array, node.input(1));
        if (index < 0) {
            return false;
        }
        ElementsKind kind = facts.virtual(array).elements();
        boolean fits = switch (kind) {
            case TAGGED -> true;
            case INT -> !any || value.type().isInt32();
            default -> !any;
        };
        if (!fits || kind.isDouble() != node.is(Operator.StoreElementFloat64)) {
            return false;
        }
        heap.get(array).setField(index, value);
        return true;
    }

    /** Which element of a virtual array an index is, or −1. */
    private int index(Node array, Node index) {
        if (array == null || !heap.isVirtual(array) || facts.virtual(array).kind() != VirtualKind.ARRAY) {
            return -1;
        }
        Integer at = constant(resolve(index));
        return at != null && at >= 0 && at < heap.get(array).fields.length ? at : -1;
    }

    private Node loadElements(Node node) {
        Node array = resolve(node.input(0));
        if (!heap.isVirtual(array) || facts.virtual(array).kind() != VirtualKind.ARRAY) {
            return null;
        }
        arrays.put(node, array);
        return node;
    }

    private Node loadElement(Node node) {
        Node array = arrays.get(node.input(0));
        int index = index(array, node.input(1));
        return index < 0 ? null : heap.resolve(heap.get(array).fields[index]);
    }

    private Node selectObject(Node node) {
        Node result = resolve(node.input(0));
        if (heap.isVirtual(result)) {
            return result;
        }
        return result.type().mayBe(Type.OBJECT) ? null : resolve(node.input(1));
    }

    private Node sameWord(Node node) {
        Node a = resolve(node.input(0));
        Node b = resolve(node.input(1));
        return heap.isVirtual(a) || heap.isVirtual(b) ? bool(a == b) : null;
    }

    private Node bool(boolean value) {
        return place(graph.newNode(Operator.ConstantBool, List.of(value)));
    }

    private Node int32(int value) {
        return place(graph.newNode(Operator.ConstantInt32, List.of(value)));
    }

    /** What an operation on a virtual object gives; null where the object must be there for it. */
    private Node ofObject(Node node, Node object) {
        VirtualHeap.Contents contents = heap.get(object);
        VirtualKind kind = facts.virtual(object).kind();
        boolean plain = kind == VirtualKind.OBJECT || kind == VirtualKind.ARRAY;
        return switch (node.operator()) {
            case LoadField -> {
                int field = field(object, node.intParameter(0));
                yield field < 0 ? null : heap.resolve(contents.field(field));
            }
            case CheckShape -> plain && node.listParameter(0).contains(contents.shape) ? object : null;
            case TestShape -> plain ? bool(node.listParameter(0).contains(contents.shape)) : null;
            case CheckElementsKind -> plain && node.listParameter(0).contains(facts.virtual(object).elements()) ? object : null;
            case CheckFlags -> plain ? object : null;
            case CheckObject -> kind == VirtualKind.CONTEXT ? null : object;
            case CheckNotEmpty, Refine -> object;
            case CheckFunction ->
                kind == VirtualKind.CLOSURE && object.intParameter(1) == node.intParameter(0) ? object : null;
            case TestFunction -> bool(kind == VirtualKind.CLOSURE && object.intParameter(1) == node.intParameter(0));
            case TestType -> kind == VirtualKind.CONTEXT ? null : bool(isOf((TypeTest) node.parameter(0), kind));
            case Truthy -> bool(true);
            case LoadArrayLength -> kind == VirtualKind.ARRAY ? int32(contents.fields.length) : null;
            case LoadAnyElement -> loadAnyElement(object, node);
            default -> null;
        };
    }

    private static boolean isOf(TypeTest test, VirtualKind kind) {
        return switch (test) {
            case OBJECT -> true;
            case CALLABLE -> kind == VirtualKind.CLOSURE;
            default -> false;
        };
    }

    private Node loadAnyElement(Node array, Node node) {
        int index = index(array, node.input(1));
        if (index < 0) {
            return null;
        }
        Node element = heap.resolve(heap.get(array).fields[index]);
        return facts.virtual(array).elements().isDouble()
                ? place(graph.newNode(Operator.BoxFloat64, element))
                : element;
    }

    // ---- what becomes constant because of virtual objects ----

    /** Lengths of virtual arrays, and positions in them, decide branches: these are folded at once. */
    private Node ofConstants(Node node) {
        return switch (node.operator()) {
            case AddInt32, AddInt32Checked, CompareInt32, CheckBounds, CheckNotNegative, CheckInt32, UnboxInt32, CheckIndex, BoxInt32 -> {
                Node first = resolve(node.input(0));
                Node last = resolve(node.input(node.inputCount() - 1));
                Integer a = constant(first);
                Integer b = constant(last);
                boolean changed = first != node.input(0) || last != node.input(node.inputCount() - 1);
                yield changed && a != null && b != null ? ofConstants(node, a, b) : null;
            }
            default -> null;
        };
    }

    /** {@code b} is {@code a} where there is one operand only. */
    private Node ofConstants(Node node, int a, int b) {
        return switch (node.operator()) {
            case AddInt32 -> int32(a + b);
            case AddInt32Checked -> (int) ((long) a + b) == (long) a + b ? int32(a + b) : null;
            case CompareInt32 -> bool(((Condition) node.parameter(0)).test(a, b));
            case CheckBounds -> Integer.compareUnsigned(a, b) < 0 ? int32(a) : null;
            case CheckNotNegative -> a >= 0 ? int32(a) : null;
            case CheckInt32, UnboxInt32, CheckIndex -> int32(a);
            case BoxInt32 -> place(graph.newNode(Operator.Constant, List.of(Value.ofInt(a))));
            default -> null;
        };
    }

    private static Integer constant(Node node) {
        if (node.is(Operator.ConstantInt32)) {
            return node.intParameter(0);
        }
        return node.is(Operator.Constant) && Value.isInt(node.wordParameter(0)) ? Value.asInt(node.wordParameter(0)) : null;
    }
}
