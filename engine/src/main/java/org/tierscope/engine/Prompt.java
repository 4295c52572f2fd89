package org.tierscope.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tierscope.publish.Publisher;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ConsoleText;

/**
 * Evaluates in the running program what somebody types. A text runs as a script on the guest's thread, at a safepoint whose innermost
 * frame is not optimized: running code is patched when its assumptions break, but only behind its calls, and a safepoint at the
 * entry of optimized code is none. What is thrown becomes the answer; what takes too long is ended, past all handlers.
 */
final class Prompt {
    /** How long a text may run. */
    static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Of what is typed, as of a file. */
    static final String PATH = "prompt";

    private static final long NUDGE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Ends an evaluation from a safepoint in it. No guest handler sees it. */
    private static final class TooLong extends RuntimeException {
        TooLong() {
            super("too long", null, false, false);
        }
    }

    private record Question(int id, String text) {}

    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final Runnable interrupt;
    private boolean nudging;
    private volatile boolean busy;
    private volatile long started;

    /** @param interrupt brings the guest to a safepoint soon; may be called by any thread */
    Prompt(Runnable interrupt) {
        this.interrupt = interrupt;
    }

    /** Asks for an evaluation. Any thread. */
    void ask(int id, String text) {
        questions.add(new Question(id, text));
        interrupt.run();
        nudge();
    }

    /** Whether what runs now was typed. */
    boolean isBusy() {
        return busy;
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    /** One safepoint may be no place to evaluate at, and a text may run too long: the guest is interrupted again until all is answered. */
    private synchronized void nudge() {
        if (nudging) {
            return;
        }
        nudging = true;
        var thread = new Thread(this::keepNudging, "prompt");
        thread.setDaemon(true);
        thread.start();
    }

    private void keepNudging() {
        while (isNeeded()) {
            LockSupport.parkNanos(NUDGE_NANOS);
            if (!busy || isOverdue()) {
                interrupt.run();
            }
        }
    }

    private synchronized boolean isNeeded() {
        nudging = busy || hasQuestions();
        return nudging;
    }

    private boolean isOverdue() {
        return busy && System.nanoTime() - started > LIMIT_NANOS;
    }

    /** At a safepoint: answers what can be answered here, and ends what has run too long. */
    void atSafepoint(Vm vm, Publisher publisher) {
        if (isOverdue()) {
            throw new TooLong();
        }
        if (!busy && hasQuestions() && canEvaluate(vm)) {
            answerAll(vm, publisher);
        }
    }

    /** The same where the guest waits: a question that cannot be answered there gets that as its answer. */
    void whilePaused(Vm vm, Publisher publisher) {
        if (canEvaluate(vm)) {
            answerAll(vm, publisher);
            return;
        }
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            publisher.evaluated(question.id, question.text, null, "",
                    "the program is paused at the entry of optimized code, where nothing can be evaluated; let it go on");
        }
    }

    private static boolean canEvaluate(Vm vm) {
        long fp = vm.currentFp();
        return fp == vm.baseFp() || !Frame.has(fp, Frame.OPTIMIZED);
    }

    private void answerAll(Vm vm, Publisher publisher) {
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            answer(vm, publisher, question);
        }
    }

    private void answer(Vm vm, Publisher publisher, Question question) {
        started = System.nanoTime();
        busy = true;
        int unhandled = vm.promises().unhandledCount();
        var names = new ProgramNames(vm);
        vm.globals().setFallback(names::find);
        try {
            long value = vm.dynamicCode().runScript(PATH, question.text);
            publisher.evaluated(question.id, question.text, value, ConsoleText.of(vm, value), "");
        } catch (GuestException e) {
            publisher.evaluated(question.id, question.text, null, "", describe(vm, e.value()));
        } catch (TooLong e) {
            publisher.evaluated(question.id, question.text, null, "",
                    "stopped: it ran longer than " + TimeUnit.NANOSECONDS.toSeconds(LIMIT_NANOS) + " seconds");
        } finally {
            busy = false;
            vm.globals().setFallback(null);
            // A rejection made here is nothing that the program forgot to handle.
            vm.promises().forgetUnhandled(unhandled);
            vm.console().flush();
        }
    }

    private static String describe(Vm vm, long value) {
        try {
            return Layout.isString(value) ? vm.strings().toJava(value) : ConsoleText.of(vm, value);
        } catch (GuestException e) {
            return "a value that cannot be shown";
        }
    }
}
