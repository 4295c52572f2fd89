package org.tierscope.options;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of engine options: name, default, unit, meaning and range of each, in one place. The command
 * line, its help and the workbench's settings are made from it.
 *
 * @param <T> the type of the values
 */
public final class EngineOption<T> {
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;
    private static final long GB = 1024 * MB;
    private static final String HOTNESS = "calls and loop iterations";

    public static final EngineOption<Tier> MAX_TIER = new EngineOption<>(
            "max-tier", new OptionKind.OneTier(), Tier.OPTIMIZING, "",
            "The highest tier that functions may reach.");

    public static final EngineOption<Long> BASELINE_THRESHOLD = new EngineOption<>(
            "baseline-threshold", new OptionKind.Count("N", 1, 1_000_000_000), 100L, HOTNESS,
            "How often a function runs in the interpreter before baseline code is made for it.");

    public static final EngineOption<Long> OPTIMIZE_THRESHOLD = new EngineOption<>(
            "optimize-threshold", new OptionKind.Count("N", 1, 1_000_000_000), 3000L, HOTNESS,
            "How often a function runs before optimized code is made for it.");

    public static final EngineOption<Long> MAX_VERSIONS = new EngineOption<>(
            "max-versions", new OptionKind.Count("N", 0, 1_000_000), 12L, "versions",
            "How often optimized code of a function may turn out wrong; the next is made without guesses.");

    public static final EngineOption<Boolean> JAVA_INTERPRETER = new EngineOption<>(
            "java-interpreter", new OptionKind.Flag(), false, "",
            "Interpret in Java instead of machine code.");

    public static final EngineOption<Boolean> SYNC_COMPILE = new EngineOption<>(
            "sync-compile", new OptionKind.Flag(), false, "",
            "Compile on the guest's own thread, so that the same program always takes the same path.");

    public static final EngineOption<Boolean> OSR_ALWAYS = new EngineOption<>(
            "osr-always", new OptionKind.Flag(), false, "",
            "Enter compiled code at every loop head where it can be entered (stress).");

    public static final EngineOption<Long> DEOPT_EVERY = new EngineOption<>(
            "deopt-every", new OptionKind.Count("N", 0, Long.MAX_VALUE), 0L, "guards",
            "Make every Nth guard that is passed fail (stress); 0 for none.");

    public static final EngineOption<Optional<GuardSite>> DEOPT_AT = new EngineOption<>(
            "deopt-at", new OptionKind.Site(), Optional.empty(), "",
            "Make the guards at this line, or line and column, fail (stress).");

    public static final EngineOption<Long> GC_EVERY = new EngineOption<>(
            "gc-every", new OptionKind.Count("N", 0, Long.MAX_VALUE), 0L, "allocations",
            "Collect garbage at every Nth allocation (stress); 0 for only when needed.");

    public static final EngineOption<Long> RANDOM_REGISTERS = new EngineOption<>(
            "random-registers", new OptionKind.Count("SEED", 0, Long.MAX_VALUE), 0L, "",
            "Give the register allocator some of the registers only, in random order, from this seed (stress); 0 for all of them.");

    public static final EngineOption<Long> RANDOM_FEEDBACK = new EngineOption<>(
            "random-feedback", new OptionKind.Count("SEED", 0, Long.MAX_VALUE), 0L, "",
            "Change what the optimizer reads of feedback at random, from this seed (stress); 0 for as it is.");

    public static final EngineOption<Boolean> POISON = new EngineOption<>(
            "poison", new OptionKind.Flag(), false, "",
            "Put a number that nobody wrote into dead registers where optimized code is left (stress).");

    public static final EngineOption<Long> RUN_GRAPHS = new EngineOption<>(
            "run-graphs", new OptionKind.Count("N", 0, 1_000_000), 0L, "entries",
            "Run the first N entries of each optimized function in the interpreter of its graph, as built and after each pass by "
                    + "turns (stress); 0 for none.");

    public static final EngineOption<Boolean> VERIFY = new EngineOption<>(
            "verify", new OptionKind.Flag(), false, "",
            "Check bytecode, the graph after each pass, register allocation and the heap (slow).");

    public static final EngineOption<Set<String>> DISABLE_PASS = new EngineOption<>(
            "disable-pass", new OptionKind.Names(), Set.of(), "",
            "Leave out this pass of the optimizing compiler; may be given more than once.");

    public static final EngineOption<Long> MAX_HEAP = new EngineOption<>(
            "max-heap", new OptionKind.Bytes(MB, 64 * GB), 512 * MB, "",
            "The most memory that the guest's objects may take; beyond it the guest gets an error.");

    public static final EngineOption<Long> MAX_STACK = new EngineOption<>(
            "max-stack", new OptionKind.Bytes(64 * KB, GB), 12 * MB, "",
            "The most memory that guest frames may take; beyond it the guest gets a RangeError.");

    public static final EngineOption<Double> TIMEOUT = new EngineOption<>(
            "timeout", new OptionKind.Seconds(0, 1_000_000), 0.0, "seconds",
            "Stop the program after this time; 0 for never.");

    public static final EngineOption<Long> SEED = new EngineOption<>(
            "seed", new OptionKind.Count("SEED", 0, Long.MAX_VALUE), 0L, "",
            "Where Math.random starts; 0 for somewhere else each time.");

    public static final EngineOption<Long> SAMPLE_INTERVAL = new EngineOption<>(
            "sample-interval", new OptionKind.Count("N", 1, 10_000), 25L, "milliseconds",
            "How often counters are sampled into a recording.");

    public static final EngineOption<Boolean> PERF_MAP = new EngineOption<>(
            "perf-map", new OptionKind.Flag(), false, "",
            "Name all machine code in /tmp/perf-PID.map, where Linux perf looks its symbols up.");

    /** What can be changed while a program runs: it holds from the next decision or compilation on. */
    public static final Set<EngineOption<?>> LIVE = Set.of(
            MAX_TIER, BASELINE_THRESHOLD, OPTIMIZE_THRESHOLD, DISABLE_PASS);

    /** Every option, in the order in which help lists them. */
    public static final List<EngineOption<?>> ALL = List.of(
            MAX_TIER, BASELINE_THRESHOLD, OPTIMIZE_THRESHOLD, MAX_VERSIONS, MAX_HEAP, MAX_STACK, TIMEOUT, SYNC_COMPILE,
            JAVA_INTERPRETER, SEED, DISABLE_PASS, VERIFY, DEOPT_EVERY, DEOPT_AT, OSR_ALWAYS, GC_EVERY, RANDOM_REGISTERS,
            RANDOM_FEEDBACK, POISON, RUN_GRAPHS, SAMPLE_INTERVAL, PERF_MAP);

    /** The option of this name, without dashes. */
    public static Optional<EngineOption<?>> named(String name) {
        for (EngineOption<?> option : ALL) {
            if (option.name.equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private final String name;
    private final OptionKind<T> kind;
    private final T defaultValue;
    private final String unit;
    private final String meaning;

    private EngineOption(String name, OptionKind<T> kind, T defaultValue, String unit, String meaning) {
        this.name = name;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The name without dashes: {@code max-tier}. */
    public String name() {
        return name;
    }

    public T defaultValue() {
        return defaultValue;
    }

    /** The default as it would be written on the command line; empty where there is none. */
    public String defaultText() {
        return kind.format(defaultValue);
    }

    /** What the number counts; empty where the value is no number or speaks for itself. */
    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** The values allowed, for people. */
    public String range() {
        return kind.range();
    }

    /** Whether naming the option is all: it takes no value on the command line. */
    public boolean isFlag() {
        return kind instanceof OptionKind.Flag;
    }

    /** What stands for the value in help texts; empty for a flag. */
    public String placeholder() {
        return kind.placeholder();
    }

    /** Whether giving the option again adds to the value instead of replacing it. */
    public boolean accumulates() {
        return kind instanceof OptionKind.Names;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException where the text is no value of this option; the message begins with
     *     the option's name
     */
    public T parse(String text) {
        try {
            return kind.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + name + ": " + e.getMessage(), e);
        }
    }

    /** The text that {@link #parse} turns into this value again. */
    public String format(T value) {
        return kind.format(value);
    }

    @Override
    public String toString() {
        return "--" + name;
    }
}
