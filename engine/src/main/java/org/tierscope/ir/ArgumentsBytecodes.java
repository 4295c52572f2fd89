package org.tierscope.ir;

import java.util.List;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Value;

/**
 * The arguments object of an inlined function that {@link ArgumentsUse} has looked at: it is not made. Its length is known, its elements are the
 * arguments of the call; exits make it, where its registers are live.
 */
final class ArgumentsBytecodes {
    private final FunctionBuilder f;
    /** Stands for the object in registers of the builder, and is in no block. */
    private Node object;
    /** The arguments, for elements whose index is not known yet. */
    private Node array;
    private int creation = -1;

    ArgumentsBytecodes(FunctionBuilder f) {
        this.f = f;
    }

    void create() {
        creation = f.pc();
        object = f.builder().graph().newNode(
                Operator.VirtualObject, List.of(VirtualKind.ARRAY, 0, ElementsKind.EMPTY));
        List<Node> values = f.call().arguments().stream().map(f::tagged).toList();
        array = f.emit(
                Operator.NewArray,
                List.of(f.snapshot().arrayShape(), values.isEmpty() ? ElementsKind.EMPTY : ElementsKind.TAGGED),
                values.toArray(Node[]::new));
        f.set(f.operand(1), object);
    }

    /** Whether a register holds the object. */
    boolean is(Node value) {
        return value != null && value == object;
    }

    /** The instruction that made it, or −1. */
    int creation() {
        return creation;
    }

    Node length() {
        return f.constantInt32(f.call().arguments().size());
    }

    Node element(Node key) {
        Node index = f.int32(key);
        int count = f.call().arguments().size();
        if (index.is(Operator.ConstantInt32) && index.intParameter(0) >= 0 && index.intParameter(0) < count) {
            return f.call().arguments().get(index.intParameter(0));
        }
        Node checked = f.emit(Operator.CheckBounds, index, f.constantInt32(count));
        Node loaded = f.emit(Operator.LoadElement, f.emit(Operator.LoadElements, array), checked);
        loaded.setType(Type.VALUE);
        return loaded;
    }

    /** {@code callee.apply(receiver, arguments)}: a call with the arguments. */
    Node apply(Node callee, Node receiver, CallBytecodes calls) {
        Node callable = f.emit(Operator.TestType, List.of(TypeTest.CALLABLE), callee);
        f.guard(ExitReason.WRONG_TARGET, Operator.CheckTrue, List.of(), callable);
        return calls.emitCall(-1, callee, receiver, f.constant(Value.UNDEFINED), f.call().arguments());
    }

    /** Whether the call at the current instruction, with this window, is one of {@code apply} with the object. */
    boolean isApplied(int window) {
        return object != null && f.operand(3) == 2 && is(f.known(window + Frame.WINDOW_ARGUMENTS + 1));
    }
}
