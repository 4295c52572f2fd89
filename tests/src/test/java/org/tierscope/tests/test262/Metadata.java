package org.tierscope.tests.test262;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a test says about itself between {@code /*---} and {@code ---* /} (test262's INTERPRETING.md).
 *
 * @param includes harness files beside the usual ones
 * @param negative how the test must fail; empty where it must not
 */
record Metadata(List<String> includes, List<String> flags, List<String> features, Optional<Negative> negative) {
    private static final String BEGIN = "/*---";
    private static final String END = "---*/";

    /**
     * How a test must fail.
     *
     * @param phase parse, resolution or runtime
     * @param type name of the error's constructor
     */
    record Negative(String phase, String type) {}

    /** @throws IllegalArgumentException where the front matter is not as it should be */
    static Metadata of(String source) {
        int begin = source.indexOf(BEGIN);
        int end = source.indexOf(END, begin + 1);
        if (begin < 0 || end < 0) {
            return new Metadata(List.of(), List.of(), List.of(), Optional.empty());
        }
        String text = source.substring(begin + BEGIN.length(), end).replace("\r\n", "\n").replace('\r', '\n');
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("front matter is no mapping");
        }
        return new Metadata(list(map, "includes"), list(map, "flags"), list(map, "features"), negative(map));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    private static List<String> list(Map<?, ?> map, String key) {
        return switch (map.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object other -> throw new IllegalArgumentException(key + " is no list: " + other);
        };
    }

    private static Optional<Negative> negative(Map<?, ?> map) {
        return map.get("negative") instanceof Map<?, ?> negative
                ? Optional.of(new Negative(
                        String.valueOf(negative.get("phase")), String.valueOf(negative.get("type"))))
                : Optional.empty();
    }
}
