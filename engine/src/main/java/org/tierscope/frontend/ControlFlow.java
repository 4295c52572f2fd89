package org.tierscope.frontend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/**
 * The statements that are open around the current point, and the ways out of them: break, continue and return close iterators and
 * run finally blocks on their way.
 */
final class ControlFlow {
    /** Something that an exit may pass or go to. */
    sealed interface Open {}

    /** A statement that break, and if it is a loop continue, can name. */
    static final class Breakable implements Open {
        /** Null where break cannot go. */
        final Label breakTarget;
        /** Null where continue cannot go. */
        final Label continueTarget;
        /** Whether break and continue without a label mean it. */
        final boolean unlabelled;
        final Set<String> labels;

        Breakable(Label breakTarget, Label continueTarget, boolean unlabelled, Set<String> labels) {
            this.breakTarget = breakTarget;
            this.continueTarget = continueTarget;
            this.unlabelled = unlabelled;
            this.labels = labels;
        }
    }

    /** Code whose exceptions are caught: what an exit does outside of it must not be. */
    record Protected(Region region) implements Open {}

    /** A for-of loop's or a pattern's iterator, to be closed by exits that pass it. */
    record Iterating(int record, Region region) implements Open {}

    /** The same for an async iterator. */
    record AsyncIterating(int record, Region region) implements Open {}

    /** A try with a finally block. */
    static final class Finally implements Open {
        /** The number of the way through the finally block. */
        final int selector;
        /** What is returned or thrown after it. */
        final int value;
        final Label entry;
        final List<Exit> exits = new ArrayList<>();

        Finally(int selector, int value, Label entry) {
            this.selector = selector;
            this.value = value;
            this.entry = entry;
        }

        /** The number of an exit: 0 goes on behind the statement, 1 throws, others from 2. */
        int number(Exit exit) {
            if (!exits.contains(exit)) {
                exits.add(exit);
            }
            return exits.indexOf(exit) + 2;
        }
    }

    /** Where an exit goes: to a label of an open statement, or out of the function. */
    record Exit(Breakable statement, Label target) {
        static final Exit RETURN = new Exit(null, null);
    }

    private final FunctionGenerator f;
    private final List<Open> open = new ArrayList<>();
    private final Set<String> pendingLabels = new HashSet<>();

    ControlFlow(FunctionGenerator f) {
        this.f = f;
    }

    void push(Open statement) {
        open.add(statement);
    }

    void pop() {
        open.removeLast();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** A label in front of the statement that comes next. */
    void label(String name) {
        pendingLabels.add(name);
    }

    /** Opens a loop or switch; labels right before it are its own. */
    Breakable breakable(Label breakTarget, Label continueTarget) {
        var statement = new Breakable(breakTarget, continueTarget, true, takeLabels());
        push(statement);
        return statement;
    }

    /** Labels that were given to no loop or switch: they belong to the statement in front of which they stand. */
    Set<String> takeLabels() {
        var labels = Set.copyOf(pendingLabels);
        pendingLabels.clear();
        return labels;
    }

    void breakTo(String label, Span at) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i) instanceof Breakable statement
                    && statement.breakTarget != null
                    && (label == null ? statement.unlabelled : statement.labels.contains(label))) {
                exit(new Exit(statement, statement.breakTarget), -1, at);
                return;
            }
        }
        throw new IllegalStateException("break to an unknown label: " + label);
    }

    void continueTo(String label, Span at) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i) instanceof Breakable statement
                    && statement.continueTarget != null
                    && (label == null || statement.labels.contains(label))) {
                exit(new Exit(statement, statement.continueTarget), -1, at);
                return;
            }
        }
        throw new IllegalStateException("continue to an unknown label: " + label);
    }

    /** Returns a value, a register that nothing on the way out writes. */
    void returnValue(int value, Span at) {
        exit(Exit.RETURN, value, at);
    }

    /** Goes to the exit's target; whatever it passes on the way is closed, or takes over in a finally block. */
    void exit(Exit exit, int value, Span at) {
        var paused = new ArrayList<Region>();
        boolean handedOver = false;
        for (int i = open.size() - 1; i >= 0 && open.get(i) != exit.statement && !handedOver; i--) {
            switch (open.get(i)) {
                case Breakable _ -> {}
                case Protected part -> pause(part.region, paused);
                case Iterating loop -> {
                    pause(loop.region, paused);
                    f.code.emit(Opcode.ITERATOR_CLOSE, at, loop.record, 0);
                }
                case AsyncIterating loop -> {
                    pause(loop.region, paused);
                    f.asyncLoops.close(loop.record, at);
                }
                case Finally block -> {
                    if (exit == Exit.RETURN) {
                        f.code.emit(Opcode.MOVE, at, block.value, value);
                    }
                    f.code.emit(Opcode.LOAD_INT, at, block.selector, block.number(exit));
                    f.code.jump(Opcode.JUMP, block.entry, at);
                    handedOver = true;
                }
            }
        }
        if (!handedOver) {
            if (exit == Exit.RETURN) {
                returnFromFunction(value, at);
            } else {
                f.code.jump(Opcode.JUMP, exit.target, at);
            }
        }
        paused.forEach(Region::resume);
    }

    private static void pause(Region region, List<Region> paused) {
        region.pause();
        paused.add(region);
    }

    /** The last thing a function does. */
    void returnFromFunction(int value, Span at) {
        if (f.role == FunctionRole.DERIVED_CONSTRUCTOR) {
            Binding thisBinding = f.classes.thisBinding();
            int thisValue = thisBinding == null ? Frame.THIS_REGISTER : f.variables.read(thisBinding, at);
            int result = f.registers.take();
            f.code.emit(Opcode.CHECK_CONSTRUCTOR_RESULT, at, result, value, thisValue);
            f.code.emit(Opcode.RETURN, at, result);
        } else {
            f.code.emit(Opcode.RETURN, at, f.suspension.result(value, at));
        }
    }
}
