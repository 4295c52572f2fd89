package org.tierscope.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was chosen for one run of the engine. Immutable; options not chosen have the default that
 * {@link EngineOption} gives them.
 *
 * @param chosen the values that were chosen, each of its option's type
 */
public record EngineOptions(Map<EngineOption<?>, Object> chosen) {
    /** Nothing chosen. */
    public static final EngineOptions DEFAULTS = new EngineOptions(Map.of());

    public EngineOptions {
        chosen = Map.copyOf(chosen);
    }

    /** The value chosen, or the default. */
    @SuppressWarnings("unchecked")
    public <T> T get(EngineOption<T> option) {
        return (T) chosen.getOrDefault(option, option.defaultValue());
    }

    /**
     * The same with one more choice.
     *
     * @throws IllegalArgumentException where the value is out of the option's range
     */
    public <T> EngineOptions with(EngineOption<T> option, T value) {
        return withText(option, option.format(value));
    }

    /**
     * The same with one more choice, written as on the command line.
     *
     * @throws IllegalArgumentException where the text is no value of this option
     */
    public EngineOptions withText(EngineOption<?> option, String text) {
        var all = new LinkedHashMap<>(chosen);
        all.put(option, option.parse(text));
        return new EngineOptions(all);
    }

    /** The choices as texts by the options' names, in the table's order. */
    public Map<String, String> toTexts() {
        var texts = new LinkedHashMap<String, String>();
        for (EngineOption<?> option : EngineOption.ALL) {
            if (chosen.containsKey(option)) {
                texts.put(option.name(), text(option));
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The choices as command line arguments, in the table's order: to start an engine in another process. */
    public List<String> toArguments() {
        return EngineOption.ALL.stream()
                .filter(chosen::containsKey)
                .filter(option -> !option.isFlag() || get(option).equals(true))
                .map(option -> option.isFlag() ? option.toString() : option + "=" + text(option))
                .toList();
    }

    private <T> String text(EngineOption<T> option) {
        return option.format(get(option));
    }

    public Tier maxTier() {
        return get(EngineOption.MAX_TIER);
    }

    /** In calls and loop iterations. */
    public int baselineThreshold() {
        return get(EngineOption.BASELINE_THRESHOLD).intValue();
    }

    /** In calls and loop iterations. */
    public int optimizeThreshold() {
        return get(EngineOption.OPTIMIZE_THRESHOLD).intValue();
    }

    /** Of optimized code of a function, that turn out wrong before it is made without guesses. */
    public int maxVersions() {
        return get(EngineOption.MAX_VERSIONS).intValue();
    }

    public boolean syncCompile() {
        return get(EngineOption.SYNC_COMPILE);
    }

    public boolean osrAlways() {
        return get(EngineOption.OSR_ALWAYS);
    }

    /** Every how many guards one is made to fail; 0 for never. */
    public long deoptEvery() {
        return get(EngineOption.DEOPT_EVERY);
    }

    public Optional<GuardSite> deoptAt() {
        return get(EngineOption.DEOPT_AT);
    }

    /** Every how many allocations the heap is collected; 0 for only when needed. */
    public long gcEvery() {
        return get(EngineOption.GC_EVERY);
    }

    /** The seed of the register allocator's random choices; 0 for its best choice. */
    public long randomRegisters() {
        return get(EngineOption.RANDOM_REGISTERS);
    }

    public boolean verify() {
        return get(EngineOption.VERIFY);
    }

    public Set<String> disabledPasses() {
        return get(EngineOption.DISABLE_PASS);
    }

    /** In bytes. */
    public long maxHeap() {
        return get(EngineOption.MAX_HEAP);
    }

    /** In bytes. */
    public long maxStack() {
        return get(EngineOption.MAX_STACK);
    }

    /** In seconds; 0 for never. */
    public double timeout() {
        return get(EngineOption.TIMEOUT);
    }

    /** Where Math.random starts; 0 for somewhere else each time. */
    public long seed() {
        return get(EngineOption.SEED);
    }

    /** In milliseconds. */
    public int sampleInterval() {
        return get(EngineOption.SAMPLE_INTERVAL).intValue();
    }
}
