package org.tierscope.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.ir.FunctionSnapshot.Target;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Value;

/**
 * {@code new} and {@code super()}: constructors that were seen are inlined or called directly, and the object that they begin
 * with is allocated in place, with the shape that their instances have.
 */
final class ConstructBytecodes {
    private final FunctionBuilder f;
    private final CallBytecodes calls;

    ConstructBytecodes(FunctionBuilder f, CallBytecodes calls) {
        this.f = f;
        this.calls = calls;
    }

    void construct() {
        int window = f.operand(2);
        Node callee = f.tagged(f.get(window + Frame.WINDOW_CALLEE));
        Node newTarget = f.tagged(f.get(window + Frame.WINDOW_NEW_TARGET));
        List<Node> arguments = calls.arguments(window);
        List<Target> targets = f.function().targets(f.feedbackOffset());
        if (calls.hasNeverRun(targets) && f.leavesUnseen()) {
            return;
        }
        List<Target> known = targets.stream()
                .filter(target -> isKnown(target, newTarget == callee ? target.target() : constantOf(newTarget)))
                .sorted(Comparator.comparingInt(Target::hits).reversed())
                .toList();
        Node result;
        if (known.isEmpty()) {
            result = constructAny(callee, newTarget, arguments);
        } else if (targets.size() == 1 && f.mayGuess(ExitReason.WRONG_TARGET)) {
            Node checked = calls.checkTarget(callee, known.getFirst());
            result = constructKnown(
                    known.getFirst().target(), f.frequency(known.getFirst().hits()), window, newTarget == callee ? checked : newTarget,
                    arguments);
        } else {
            result = dispatch(known, window, callee, newTarget, arguments);
        }
        if (result != null) {
            f.set(f.operand(1), result);
        }
    }

    /** Whether it can be constructed with {@code newTarget} (0: unknown) without asking the runtime what to do. */
    private boolean isKnown(Target target, long newTarget) {
        ConstructorFacts facts = f.snapshot().constructors().get(target.target());
        return target.target() != 0
                && facts != null
                && f.snapshot().functions().containsKey(target.function())
                && f.snapshot().constructors().containsKey(newTarget)
                && (!isForwarding(target.function())
                        || facts.shape() != SnapshotSource.NO_SHAPE
                                && f.mayGuess(ExitReason.WRONG_SHAPE)
                                && f.snapshot().constructors().containsKey(facts.parent())
                                && isKnown(targetOf(facts.parent(), target.hits()), newTarget));
    }

    private boolean isForwarding(int function) {
        return f.snapshot().functions().get(function).bytecode().is(Flag.FORWARDING_CONSTRUCTOR);
    }

    private Target targetOf(long constructor, int hits) {
        return new Target(constructor, f.snapshot().constructors().get(constructor).function(), hits);
    }

    private static long constantOf(Node node) {
        return node.is(Operator.Constant) ? node.wordParameter(0) : 0;
    }

    /** A test for each constructor seen, and [[Construct]] of anything behind them. */
    private Node dispatch(
            List<Target> known, int window, Node callee, Node newTarget, List<Node> arguments) {
        var ends = new ArrayList<Block>();
        var values = new ArrayList<Node>();
        for (Target target : known) {
            Block match = f.newBlock();
            Block other = f.newBlock();
            Node constructor = constant(target.target());
            f.branch(f.emit(Operator.SameWord, callee, constructor), match, other);
            f.continueIn(match);
            Node result = constructKnown(
                    target.target(), f.frequency(target.hits()), window, newTarget == callee ? constructor : newTarget, arguments);
            if (result != null) {
                values.add(result);
                ends.add(f.current());
            }
            f.continueIn(other);
        }
        values.add(constructAny(callee, newTarget, arguments));
        ends.add(f.current());
        return f.join(ends, values);
    }

    private Node constructAny(Node callee, Node newTarget, List<Node> arguments) {
        var inputs = new ArrayList<Node>(List.of(callee, newTarget));
        arguments.forEach(argument -> inputs.add(f.tagged(argument)));
        Node result = f.emit(Operator.Construct, inputs.toArray(Node[]::new));
        result.setType(Type.OBJECT);
        return result;
    }

    private Node constant(long function) {
        Node constant = f.constant(function);
        constant.setType(Type.FUNCTION);
        return constant;
    }

    /** Null where the body never returns. */
    private Node constructKnown(long constructor, double frequency, int window, Node newTarget, List<Node> arguments) {
        ConstructorFacts facts = f.snapshot().constructors().get(constructor);
        FunctionSnapshot target = f.snapshot().functions().get(facts.function());
        Node callee = constant(constructor);
        if (isForwarding(target.id())) {
            // All it does is call its parent with the same arguments: nobody can tell whether it ran.
            return constructKnown(parentOf(callee, facts).wordParameter(0), frequency, window, newTarget, arguments);
        }
        String reason = calls.decide(target, frequency, window);
        boolean derived = target.bytecode().is(Flag.DERIVED_CONSTRUCTOR);
        Node created = derived ? f.constant(Value.EMPTY) : createThis(callee, newTarget);
        Node result = reason == null
                ? calls.inline(target, frequency, window, true, callee, created, newTarget, arguments)
                : calls.emitCall(target.id(), callee, created, newTarget, arguments);
        if (result == null) {
            return null;
        }
        if (derived) {
            Node object = f.tagged(result);
            object.setType(object.type().meet(Type.OBJECT).isNone() ? Type.OBJECT : object.type().meet(Type.OBJECT));
            return object;
        }
        return f.emit(Operator.SelectObject, f.tagged(result), created);
    }

    /** What {@code super()} in a known constructor calls, while its prototype is what it was. */
    private Node parentOf(Node callee, ConstructorFacts facts) {
        f.emit(Operator.CheckShape, List.of(List.of(facts.shape())), callee).setType(Type.FUNCTION);
        return constant(facts.parent());
    }

    /** The object that a base constructor begins with. */
    private Node createThis(Node callee, Node newTarget) {
        ConstructorFacts facts = f.snapshot().constructors().get(constantOf(newTarget));
        if (facts.instanceShape() == SnapshotSource.NO_SHAPE || !facts.fixed() && facts.shape() == SnapshotSource.NO_SHAPE) {
            return createAnyThis(callee, newTarget);
        }
        if (!facts.fixed() && (!f.mayGuess(ExitReason.WRONG_SHAPE) || !f.mayGuess(ExitReason.WRONG_VALUE))) {
            var attempt = new Attempt(f);
            attempt.require(f.emit(Operator.TestShape, List.of(List.of(facts.shape())), newTarget));
            Node function = f.refined(newTarget, Type.FUNCTION);
            Node prototype = f.emit(Operator.LoadField, List.of(facts.prototypeOffset(), Memory.PROPERTY), function);
            attempt.require(f.emit(Operator.SameWord, prototype, f.constant(facts.prototype())));
            Node created = f.emit(Operator.NewObject, List.of(facts.instanceShape(), facts.instanceCapacity()));
            return attempt.orElse(created, () -> createAnyThis(callee, newTarget));
        }
        if (!facts.fixed()) {
            Node checked = f.emit(Operator.CheckShape, List.of(List.of(facts.shape())), newTarget);
            checked.setType(Type.FUNCTION);
            Node prototype = f.emit(Operator.LoadField, List.of(facts.prototypeOffset(), Memory.PROPERTY), checked);
            f.guard(ExitReason.WRONG_VALUE, Operator.CheckValue, List.of(facts.prototype()), prototype);
        }
        return f.emit(Operator.NewObject, List.of(facts.instanceShape(), facts.instanceCapacity()));
    }

    private Node createAnyThis(Node callee, Node newTarget) {
        Node created = f.callRuntime(RuntimeOperation.CREATE_THIS, FeedbackSlot.NONE, callee, newTarget);
        created.setType(Type.of(Type.OTHER_OBJECT_BIT));
        return created;
    }

    void superConstructor() {
        Node callee = f.tagged(f.get(f.operand(2)));
        ConstructorFacts facts = f.snapshot().constructors().get(constantOf(callee));
        boolean known = facts != null && facts.shape() != SnapshotSource.NO_SHAPE && f.mayGuess(ExitReason.WRONG_SHAPE)
                && f.snapshot().constructors().containsKey(facts.parent());
        if (known) {
            f.set(f.operand(1), parentOf(callee, facts));
        } else {
            Node parent = f.callRuntime(RuntimeOperation.GET_SUPER_CONSTRUCTOR, FeedbackSlot.NONE, callee);
            parent.setType(Type.VALUE);
            f.set(f.operand(1), parent);
        }
    }

    /** The field initializer of a known constructor, inlined where it fits. */
    void initializeFields() {
        Node callee = f.tagged(f.get(f.operand(1)));
        Node object = f.get(f.operand(2));
        ConstructorFacts facts = f.snapshot().constructors().get(constantOf(callee));
        if (facts == null) {
            f.callRuntime(RuntimeOperation.INITIALIZE_FIELDS, FeedbackSlot.NONE, callee, f.tagged(object));
            return;
        }
        FunctionSnapshot target = f.snapshot().functions().get(facts.fieldsFunction());
        if (facts.fields() == 0 || target == null) {
            if (facts.fields() != 0) {
                f.callRuntime(RuntimeOperation.INITIALIZE_FIELDS, FeedbackSlot.NONE, callee, f.tagged(object));
            }
            return;
        }
        String reason = calls.decide(target, f.frequency(), f.function().bytecode().registerCount());
        Node undefined = f.constant(Value.UNDEFINED);
        if (reason == null) {
            calls.inline(
                    target, f.frequency(), f.function().bytecode().registerCount(), false, constant(facts.fields()), object, undefined,
                    List.of());
        } else {
            calls.emitCall(target.id(), constant(facts.fields()), object, undefined, List.of());
        }
    }
}
