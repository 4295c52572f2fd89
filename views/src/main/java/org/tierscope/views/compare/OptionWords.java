package org.tierscope.views.compare;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options of an engine in a title. */
final class OptionWords {

    private OptionWords() {
    }

    /** Empty for the standard options. */
    static String suffix(Map<String, String> options) {
        return options.isEmpty() ? "" : new TreeMap<>(options).entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue()).collect(Collectors.joining(" ", ", ", ""));
    }
}
