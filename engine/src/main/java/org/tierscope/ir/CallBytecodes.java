package org.tierscope.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.Opcode;
import org.tierscope.ir.FunctionSnapshot.Target;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Value;

/**
 * Calls: the one target seen is guarded, then inlined, replaced by nodes of its own, or called directly;
 * other calls look at their target when they run.
 */
final class CallBytecodes {
    private final FunctionBuilder f;
    private final IntrinsicCalls intrinsics;
    private final CollectionCalls collections;

    CallBytecodes(FunctionBuilder f, ElementBytecodes elements) {
        this.f = f;
        this.intrinsics = new IntrinsicCalls(f, elements);
        this.collections = new CollectionCalls(f);
    }

    void call() {
        int window = f.operand(2);
        call(window, f.tagged(f.get(window + Frame.WINDOW_CALLEE)), f.get(window + Frame.WINDOW_THIS), arguments(window));
    }

    /** A call whose window is above the frame, as the interpreter makes one for arguments from an array. */
    void callSpread(List<Node> arguments) {
        call(f.function().bytecode().registerCount(), f.tagged(f.get(f.operand(2))), f.get(f.operand(3)), arguments);
    }

    private void call(int window, Node callee, Node thisValue, List<Node> arguments) {
        List<Target> targets = f.function().targets(f.feedbackOffset());
        if (hasNeverRun(targets) && f.leavesUnseen()) {
            return;
        }
        if (targets.size() > 1 && callPolymorphic(targets, window, callee, thisValue, arguments)) {
            return;
        }
        FunctionSnapshot target = target(targets);
        if (target == null || isClass(target)) {
            logUnknown(targets);
            f.set(f.operand(1), emitCall(-1, callee, thisValue, f.constant(Value.UNDEFINED), arguments));
            return;
        }
        Node checked = checkTarget(callee, targets.getFirst());
        if (window < f.function().bytecode().registerCount() && f.argumentsObject().isApplied(window)) {
            f.set(f.operand(1), f.argumentsObject().apply(f.tagged(thisValue), arguments.getFirst(), this));
            return;
        }
        Node result = callKnown(target, f.frequency(targets.getFirst().hits()), window, checked, thisValue, arguments);
        if (result != null) {
            f.set(f.operand(1), result);
        }
    }

    /** Calls a getter or setter in the middle of an instruction; null where it never returns. */
    Node callAccessor(long function, int id, Node receiver, List<Node> arguments) {
        FunctionSnapshot target = f.snapshot().functions().get(id);
        Node callee = f.constant(function);
        callee.setType(Type.FUNCTION);
        return callKnown(target, f.frequency(), f.function().bytecode().registerCount(), callee, receiver, arguments);
    }

    /** A call of a function that is known: its nodes in place of it, its body, or a direct call. */
    private Node callKnown(
            FunctionSnapshot target, double frequency, int window, Node checked, Node thisValue, List<Node> arguments) {
        Intrinsic intrinsic = f.snapshot().intrinsics().get(target.id());
        Node own = intrinsic == null ? null
                : CollectionCalls.handles(intrinsic) ? collections.build(intrinsic, thisValue, arguments)
                : intrinsics.build(intrinsic, thisValue, arguments);
        if (own != null) {
            f.builder().log(f.origin(), target.id(), true, "intrinsic " + intrinsic);
            return own;
        }
        Node undefined = f.constant(Value.UNDEFINED);
        String reason = decide(target, frequency, window);
        return reason == null
                ? inline(target, frequency, window, false, checked, thisValue, undefined, arguments)
                : emitCall(target.id(), checked, thisValue, undefined, arguments);
    }

    /**
     * Two to four functions seen: a test for each, most frequent first, and a call of anything behind them. Whether that
     * was done: not where nothing would be inlined.
     */
    private boolean callPolymorphic(
            List<Target> targets, int window, Node callee, Node thisValue, List<Node> arguments) {
        List<Target> known = targets.stream()
                .filter(target -> isUseful(f.snapshot().functions().get(target.function()), f.frequency(target.hits())))
                .sorted(Comparator.comparingInt(Target::hits).reversed())
                .toList();
        if (known.isEmpty()) {
            return false;
        }
        var ends = new ArrayList<Block>();
        var values = new ArrayList<Node>();
        for (Target target : known) {
            Block match = f.newBlock();
            Block other = f.newBlock();
            f.branch(f.emit(Operator.TestFunction, List.of(target.function()), callee), match, other);
            f.continueIn(match);
            Node function = f.refined(callee, Type.FUNCTION);
            Node result = callKnown(
                    f.snapshot().functions().get(target.function()), f.frequency(target.hits()), window, function, thisValue, arguments);
            if (result != null) {
                values.add(result);
                ends.add(f.current());
            }
            f.continueIn(other);
        }
        Node rest = emitCall(-1, callee, thisValue, f.constant(Value.UNDEFINED), arguments);
        values.add(rest);
        ends.add(f.current());
        f.set(f.operand(1), f.join(ends, values));
        return true;
    }

    private boolean isUseful(FunctionSnapshot target, double frequency) {
        return target != null && !isClass(target) && whyNotInlined(target, frequency) == null;
    }

    private static boolean isClass(FunctionSnapshot target) {
        return !target.isNative() && target.bytecode().is(Flag.CLASS_CONSTRUCTOR);
    }

    List<Node> arguments(int window) {
        var arguments = new ArrayList<Node>();
        for (int i = 0; i < f.operand(3); i++) {
            arguments.add(f.get(window + Frame.WINDOW_ARGUMENTS + i));
        }
        return arguments;
    }

    boolean hasNeverRun(List<Target> targets) {
        int slot = f.feedbackOffset();
        return targets.isEmpty() && !f.function().isMegamorphic(slot) && f.function().misses(slot) == 0;
    }

    /** The one function seen, or null. */
    FunctionSnapshot target(List<Target> targets) {
        return targets.size() == 1 && f.mayGuess(ExitReason.WRONG_TARGET)
                ? f.snapshot().functions().get(targets.getFirst().function())
                : null;
    }

    Node checkTarget(Node callee, Target target) {
        if (target.target() == 0) {
            Node checked = f.emit(Operator.CheckFunction, List.of(target.function()), callee);
            f.refine(callee, checked);
            return checked;
        }
        Node same = f.guard(ExitReason.WRONG_TARGET, Operator.CheckValue, List.of(target.target()), callee);
        same.setType(Type.FUNCTION);
        Node constant = f.constant(target.target());
        constant.setType(Type.FUNCTION);
        f.refine(callee, constant);
        return constant;
    }

    Node emitCall(int function, Node callee, Node thisValue, Node newTarget, List<Node> arguments) {
        var inputs = new ArrayList<Node>(List.of(callee, f.tagged(thisValue), newTarget));
        arguments.forEach(argument -> inputs.add(f.tagged(argument)));
        return f.emit(Operator.Call, List.of(function), inputs.toArray(Node[]::new));
    }

    /** Null where the function is to be inlined, else why it is not; either goes into the log. */
    String decide(FunctionSnapshot target, double frequency, int window) {
        boolean above = window >= f.function().bytecode().registerCount();
        String reason = above && !target.isNative() && target.bytecode().needsArguments()
                ? "has a rest parameter, and its arguments are in no registers of the caller"
                : whyNotInlined(target, frequency);
        String why = reason != null ? reason : "small enough: " + builtSize(target.bytecode()) + " words, "
                + f.builder().inliningBudget() + " of " + f.builder().limits().inliningBudget() + " left";
        f.builder().log(f.origin(), target.id(), reason == null, why);
        return reason;
    }

    /** Says why a place that calls several functions, or one that must not be guessed again, calls whatever is there. */
    private void logUnknown(List<Target> targets) {
        FunctionSnapshot only = targets.size() == 1 ? f.snapshot().functions().get(targets.getFirst().function()) : null;
        if (targets.size() == 1 && only == null) {
            f.builder().log(f.origin(), targets.getFirst().function(), false, "one function too many for the snapshot");
        } else if (targets.size() == 1 && isClass(only)) {
            f.builder().log(f.origin(), targets.getFirst().function(), false, "a class, which cannot be called");
        } else if (targets.size() == 1) {
            f.builder().log(f.origin(), targets.getFirst().function(), false, "the guess of this function failed too often");
        } else if (targets.isEmpty()) {
            f.builder().log(f.origin(), -1, false, "megamorphic: too many functions are called here");
        } else {
            for (Target target : targets) {
                FunctionSnapshot function = f.snapshot().functions().get(target.function());
                String reason = function == null ? "unknown" : isClass(function) ? "a class" : whyNotInlined(function, f.frequency(target.hits()));
                f.builder().log(f.origin(), target.function(), false,
                        "one of " + targets.size() + " functions called here: " + reason);
            }
        }
    }

    /** Null where the function is to be inlined. */
    String whyNotInlined(FunctionSnapshot target, double frequency) {
        if (target.isNative()) {
            return "a native function";
        }
        BytecodeFunction bytecode = target.bytecode();
        BuildLimits limits = f.builder().limits();
        int size = builtSize(bytecode);
        if (bytecode.needsArguments() && !SpreadBytecodes.needsRestOnly(bytecode)
                && (f.builder().leavesOut(BuilderStep.ARGUMENTS) || !ArgumentsUse.isSimple(f.snapshot(), target))) {
            return "uses its arguments object";
        }
        if (bytecode.is(Flag.GENERATOR) || bytecode.is(Flag.ASYNC)) {
            return "suspends";
        }
        int limit = limits.maxInlinedCode(frequency);
        if (size > limit) {
            return "too large for " + timesEach(frequency) + ": " + size + " words, limit " + limit;
        }
        if (size > f.builder().inliningBudget()) {
            return "the budget for inlining is spent: " + size + " words, " + f.builder().inliningBudget() + " of "
                    + limits.inliningBudget() + " left";
        }
        if (f.depth() >= limits.maxInliningDepth()) {
            return "nested too deeply: limit " + limits.maxInliningDepth();
        }
        if (recursion(target.id()) > limits.maxRecursion()) {
            return "recursive: limit " + limits.maxRecursion();
        }
        if (target.calls() == 0) {
            return "never ran in a tier that watches";
        }
        for (int pc = 0; pc < bytecode.code().length; pc += Opcode.of(bytecode.code()[pc]).length()) {
            Opcode opcode = Opcode.of(bytecode.code()[pc]);
            if (!BytecodeDispatch.isInlinable(f.snapshot(), target.id(), pc, opcode)) {
                return "has " + opcode.mnemonic() + ", which needs a frame";
            }
        }
        return null;
    }

    /** Words of code without the ways to iterate that are not taken: of the two that a hint chooses from, one is built. */
    private static int builtSize(BytecodeFunction bytecode) {
        int[] code = bytecode.code();
        int size = code.length;
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (Opcode.of(code[pc]) == Opcode.JUMP_IF_ENGINE_ITERATES) {
                size -= code[pc + Opcode.JUMP_IF_ENGINE_ITERATES.targetOperand()] - pc;
            }
        }
        return size;
    }

    private static String timesEach(double frequency) {
        return String.format(Locale.ROOT, "%.1f calls per entry", frequency);
    }

    private int recursion(int function) {
        int count = 0;
        for (FunctionBuilder at = f; at != null; at = at.call() == null ? null : at.call().caller()) {
            if (at.function().id() == function) {
                count++;
            }
        }
        return count;
    }

    /** The result, or null where the inlined body never returns. */
    Node inline(
            FunctionSnapshot target, double frequency, int window, boolean construct, Node callee, Node thisValue, Node newTarget,
            List<Node> arguments) {
        f.builder().spendInliningBudget(builtSize(target.bytecode()));
        // A frame that needs its arguments is moved up behind them; they stay in the caller's window.
        boolean moved = target.bytecode().needsArguments();
        FrameState callerState = moved ? f.stateDuringCall(window + Frame.WINDOW_ARGUMENTS, arguments) : f.stateDuringCall();
        int place = moved ? window + Frame.HEADER + arguments.size() : window;
        var call = new FunctionBuilder.Call(f, callerState, place, arguments, construct, f.origin(), frequency);
        f.builder().graph().reserveFrameSlots(
                callerState.baseSlot() + place + Frame.HEADER
                        + Math.max(target.bytecode().registerCount(), arguments.size()));
        var inner = new FunctionBuilder(f.builder(), target, call);
        List<FunctionBuilder.Edge> returns =
                inner.buildInlined(f.current(), callee, thisValue, newTarget, arguments);
        if (returns.isEmpty()) {
            f.continueIn(null);
            return null;
        }
        return f.join(
                returns.stream().map(FunctionBuilder.Edge::from).toList(),
                returns.stream().map(edge -> edge.registers()[0]).toList());
    }
}
