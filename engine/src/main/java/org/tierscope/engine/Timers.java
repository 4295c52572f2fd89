package org.tierscope.engine;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.builtins.ObjectBuilder;

/**
 * setTimeout, setInterval, setImmediate, what cancels them, and queueMicrotask, as node has them: a timer is an object of class
 * Timeout or Immediate that converts to its number.
 */
final class Timers {
    private static final double LONGEST_MILLIS = Integer.MAX_VALUE;

    /** A callback that waits. The objects named are guest cells. */
    static final class Timer {
        private final int id;
        private final long object;
        private final long callback;
        /** A guest array. */
        private final long arguments;

        private final double millis;
        private final boolean repeats;
        private long due;
        private long order;
        private boolean active = true;
        private boolean keepsAlive = true;

        private Timer(int id, long object, long callback, long arguments, double millis, boolean repeats) {
            this.id = id;
            this.object = object;
            this.callback = callback;
            this.arguments = arguments;
            this.millis = millis;
            this.repeats = repeats;
        }
    }

    private final Vm vm;
    private final PriorityQueue<Timer> waiting =
            new PriorityQueue<>(Comparator.<Timer>comparingLong(t -> t.due).thenComparingLong(t -> t.order));
    private final ArrayDeque<Timer> immediates = new ArrayDeque<>();
    private final Map<Integer, Timer> byId = new HashMap<>();
    private long timeoutPrototype;
    private long immediatePrototype;
    private long idSymbol;
    private int nextId = 1;
    private long nextOrder;
    /** The time that this turn of the loop began: however long callbacks take, their timers count from it. */
    private long now = System.nanoTime();

    Timers(Vm vm) {
        this.vm = vm;
        vm.addRoots(mark -> {
            mark.accept(timeoutPrototype);
            mark.accept(immediatePrototype);
            mark.accept(idSymbol);
            byId.values().forEach(timer -> {
                mark.accept(timer.object);
                mark.accept(timer.callback);
                mark.accept(timer.arguments);
            });
        });
    }

    void install() {
        idSymbol = vm.names().newSymbol(vm.strings().of("asyncId"), 0);
        timeoutPrototype = prototype("Timeout")
                .method("ref", 0, (v, fp, argc) -> setRef(fp, true))
                .method("unref", 0, (v, fp, argc) -> setRef(fp, false))
                .method("hasRef", 0, (v, fp, argc) -> {
                    Timer timer = byId.get(idOf(thisValue(fp)));
                    return Value.ofBoolean(timer != null && timer.keepsAlive);
                })
                .method("refresh", 0, (v, fp, argc) -> {
                    Timer timer = byId.get(idOf(thisValue(fp)));
                    if (timer != null && waiting.remove(timer)) {
                        schedule(timer);
                    }
                    return thisValue(fp);
                })
                .method("close", 0, (v, fp, argc) -> {
                    cancel(thisValue(fp));
                    return thisValue(fp);
                })
                .object();
        immediatePrototype = prototype("Immediate").object();
        ObjectBuilder.on(vm, vm.realm().globalObject())
                .method("setTimeout", 2, (v, fp, argc) -> start(fp, argc, false))
                .method("setInterval", 2, (v, fp, argc) -> start(fp, argc, true))
                .method("setImmediate", 1, this::startImmediate)
                .method("clearTimeout", 1, this::clear)
                .method("clearInterval", 1, this::clear)
                .method("clearImmediate", 1, this::clear)
                .method("queueMicrotask", 1, (v, fp, argc) -> {
                    v.promises().jobs().addCallback(callback(fp, argc));
                    return Value.UNDEFINED;
                });
    }

    /** A prototype whose constructor only gives objects their class name. */
    private ObjectBuilder prototype(String name) {
        ObjectBuilder prototype = ObjectBuilder.plain(vm);
        long constructor = vm.functions().createNative(
                vm.defineNative(name, 0, (v, fp, argc) -> {
                    throw v.typeError("Illegal constructor");
                }),
                true);
        vm.definitions().define(constructor, vm.names().prototype, prototype.object(), Attributes.NONE);
        return prototype
                .define(vm.names().constructor, constructor, Attributes.HIDDEN)
                .method(vm.names().symbolToPrimitive, "[Symbol.toPrimitive]", 0, (v, fp, argc) ->
                        Value.ofInt(idOf(thisValue(fp))));
    }

    // Starting.

    private long callback(long fp, int argc) {
        long callback = argument(fp, argc, 0);
        if (!Layout.isCallable(callback)) {
            throw vm.typeError("The \"callback\" argument must be of type function. Received "
                    + vm.errors().render(callback));
        }
        return callback;
    }

    private long start(long fp, int argc, boolean repeats) {
        long callback = callback(fp, argc);
        double millis = vm.conversions().toDouble(argument(fp, argc, 1));
        boolean usable = millis >= 1 && millis <= LONGEST_MILLIS;
        Timer timer = create(timeoutPrototype, fp, argc, 2, callback, usable ? Math.floor(millis) : 1, repeats);
        schedule(timer);
        return timer.object;
    }

    private long startImmediate(Vm machine, long fp, int argc) {
        Timer timer = create(immediatePrototype, fp, argc, 1, callback(fp, argc), 0, false);
        immediates.add(timer);
        return timer.object;
    }

    private Timer create(
            long prototype, long fp, int argc, int firstArgument, long callback, double millis, boolean repeats) {
        long arguments = vm.literals().newArray();
        for (int i = firstArgument; i < argc; i++) {
            vm.literals().arrayAppend(arguments, Frame.get(fp, i));
        }
        int id = nextId++;
        long object = vm.realm().newObject(prototype, CellType.OBJECT);
        vm.definitions().define(object, idSymbol, Value.ofInt(id), Attributes.NONE);
        var timer = new Timer(id, object, callback, arguments, millis, repeats);
        byId.put(id, timer);
        return timer;
    }

    private void schedule(Timer timer) {
        timer.due = now + (long) (timer.millis * 1e6);
        timer.order = nextOrder++;
        waiting.add(timer);
    }

    // Cancelling.

    private long clear(Vm machine, long fp, int argc) {
        cancel(argument(fp, argc, 0));
        return Value.UNDEFINED;
    }

    private void cancel(long value) {
        Timer timer = byId.remove(idOf(value));
        if (timer != null) {
            timer.active = false;
            waiting.remove(timer);
            immediates.remove(timer);
        }
    }

    /** The number of a timer that is given as object, number or text; 0 for anything else. */
    private int idOf(long value) {
        long id = value;
        if (Layout.isObject(value)) {
            id = vm.properties().get(value, idSymbol);
        } else if (Layout.isString(value)) {
            id = vm.conversions().toNumber(value);
        }
        return Value.isInt(id) ? (int) id : 0;
    }

    private long setRef(long fp, boolean keepsAlive) {
        Timer timer = byId.get(idOf(thisValue(fp)));
        if (timer != null) {
            timer.keepsAlive = keepsAlive;
        }
        return thisValue(fp);
    }

    // Running.

    /** Whether nothing is left that the program would wait for. */
    boolean isEmpty() {
        return immediates.isEmpty() && waiting.stream().noneMatch(timer -> timer.keepsAlive);
    }

    boolean hasImmediates() {
        return !immediates.isEmpty();
    }

    int immediateCount() {
        return immediates.size();
    }

    Timer takeImmediate() {
        return immediates.poll();
    }

    /** Begins a turn of the loop. */
    void beginTurn() {
        now = System.nanoTime();
    }

    /** A timer whose time had come when this turn began, or null. */
    Timer takeDue() {
        Timer first = waiting.peek();
        return first != null && first.due - now <= 0 ? waiting.poll() : null;
    }

    /** How long until the first timer is due. */
    long nanosToNext() {
        Timer first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.due - System.nanoTime();
    }

    /** Calls a timer that was taken; an interval is started again. */
    void run(Timer timer) {
        if (!timer.active) {
            return;
        }
        if (!timer.repeats) {
            byId.remove(timer.id);
        }
        var arguments = new long[Elements.arrayLength(timer.arguments)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Elements.get(timer.arguments, i);
        }
        // The callback's frame keeps what it needs from here on.
        vm.call(timer.callback, timer.object, arguments);
        if (timer.repeats && timer.active) {
            schedule(timer);
        }
    }
}
