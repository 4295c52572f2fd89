package org.tierscope.ir.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.ir.FrameState;
import org.tierscope.ir.Graph;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.VirtualKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Allocates virtual objects where they escape, as they are there. */
final class Materializer {
    private final Graph graph;
    private final EscapeFacts facts;
    private final VirtualStates states;
    private final Map<Node, List<Node>> made = new HashMap<>();

    Materializer(Graph graph, EscapeFacts facts, VirtualStates states) {
        this.graph = graph;
        this.facts = facts;
        this.states = states;
    }

    /** The nodes that allocate what {@code identity} stands for. */
    List<Node> madeOf(Node identity) {
        return made.getOrDefault(identity, List.of());
    }

    /** Allocates the object and all that it refers to; {@code near} is a state from where this is, or null. */
    Node make(Node identity, VirtualHeap heap, EscapeEdits.Place place, FrameState near) {
        FrameState found = near != null ? near : heap.lastState;
        FrameState state = found != null
                ? states.ofAllocation(found, heap, place)
                : facts.virtual(identity).allocation().state().bare();
        return new Run(heap, place, state).all(identity);
    }

    private final class Run {
        private final VirtualHeap heap;
        private final EscapeEdits.Place place;
        private final FrameState state;
        private final Set<Node> begun = new HashSet<>();
        /** Stores that close a circle: done when everything is there. */
        private final List<Runnable> late = new ArrayList<>();

        Run(VirtualHeap heap, EscapeEdits.Place place, FrameState state) {
            this.heap = heap;
            this.place = place;
            this.state = state;
        }

        Node all(Node identity) {
            Node result = value(identity);
            late.forEach(Runnable::run);
            return result;
        }

        /** The value, allocated if it is a virtual object; null where its allocation has begun but is not there. */
        private Node value(Node value) {
            if (!heap.isVirtual(value)) {
                return heap.resolve(value);
            }
            if (!begun.add(value)) {
                return null;
            }
            VirtualHeap.Contents contents = heap.get(value);
            return switch (facts.virtual(value).kind()) {
                case OBJECT -> object(value, contents);
                case CONTEXT -> context(value, contents);
                case CLOSURE -> {
                    Node context = value(contents.fields[0]);
                    yield contents.made =
                            emit(value, Operator.NewClosure, List.of(value.intParameter(1)), context);
                }
                case ARRAY -> array(value, contents);
            };
        }

        /** What an object refers to is allocated before it, unless that refers to it. */
        private void fieldsFirst(Node identity, VirtualHeap.Contents contents, int from) {
            List<Node> fields = new ArrayList<>();
            for (int i = from; i < contents.fields.length; i++) {
                if (heap.isVirtual(contents.fields[i])) {
                    fields.add(contents.fields[i]);
                }
            }
            if (!heap.reachable(fields).contains(identity)) {
                fields.forEach(this::value);
            }
        }

        private Node object(Node identity, VirtualHeap.Contents contents) {
            fieldsFirst(identity, contents, 0);
            int capacity = facts.virtual(identity).allocation().intParameter(1);
            contents.made = emit(identity, Operator.NewObject, List.of(contents.shape, capacity));
            for (int i = 0; i < contents.fields.length; i++) {
                if (contents.fields[i] != null) {
                    store(identity, contents, Layout.OBJECT_FIELDS + 8 * i, contents.fields[i]);
                }
            }
            return contents.made;
        }

        private Node context(Node identity, VirtualHeap.Contents contents) {
            fieldsFirst(identity, contents, 1);
            Node parent = value(contents.fields[0]);
            contents.made = emit(identity, Operator.NewContext, List.of(contents.fields.length - 1), parent);
            for (int i = 1; i < contents.fields.length; i++) {
                Node field = contents.fields[i];
                boolean isThere = field.is(Operator.Constant) && field.wordParameter(0) == Value.EMPTY;
                if (!isThere) {
                    store(identity, contents, Layout.CONTEXT_SLOTS + 8 * (i - 1), field);
                }
            }
            return contents.made;
        }

        private void store(Node identity, VirtualHeap.Contents contents, int offset, Node field) {
            Node value = value(field);
            if (value == null) {
                late.add(() -> store(identity, contents, offset, heap.resolve(field)));
            } else {
                emit(identity, Operator.StoreField, List.of(offset, contents.memory), contents.made, value);
            }
        }

        private void storeElement(Node identity, VirtualHeap.Contents contents, int index) {
            Node elements = emit(identity, Operator.LoadElements, List.of(), contents.made);
            Node at = emit(identity, Operator.ConstantInt32, List.of(index));
            emit(identity, Operator.StoreElement, List.of(), elements, at, heap.resolve(contents.fields[index]));
        }

        private Node array(Node identity, VirtualHeap.Contents contents) {
            var elements = new Node[contents.fields.length];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = value(contents.fields[i]);
                if (elements[i] == null) {
                    int index = i;
                    late.add(() -> storeElement(identity, contents, index));
                    elements[i] = emit(identity, Operator.Constant, List.of(Value.UNDEFINED));
                }
            }
            return contents.made = emit(
                    identity, Operator.NewArray, List.of(contents.shape, facts.virtual(identity).elements()), elements);
        }

        private Node emit(Node identity, Operator operator, List<?> parameters, Node... inputs) {
            Node node = graph.newNode(operator, parameters, inputs);
            Node allocation = facts.virtual(identity).allocation();
            node.setOrigin(allocation.origin());
            if (operator == allocation.operator()) {
                node.setType(allocation.type());
                made.computeIfAbsent(identity, key -> new ArrayList<>()).add(node);
            }
            if (node.effects().calls()) {
                node.setState(state);
            }
            place.add(node);
            return node;
        }
    }

    static VirtualKind kindOf(Node allocation) {
        return switch (allocation.operator()) {
            case NewObject -> VirtualKind.OBJECT;
            case NewArray -> VirtualKind.ARRAY;
            case NewContext -> VirtualKind.CONTEXT;
            case NewClosure -> VirtualKind.CLOSURE;
            default -> null;
        };
    }
}
