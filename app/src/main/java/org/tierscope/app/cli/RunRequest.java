package org.tierscope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;

/**
 * What {@code tierscope run} was asked for.
 *
 * @param file the program
 * @param stats where the statistics go, if anywhere
 * @param options how the engine is to run it
 */
record RunRequest(Path file, Optional<Path> stats, EngineOptions options) {
    private static final String STATS = "--stats=";

    /**
     * Reads plain arguments without picocli, which takes longer to start than a short program takes to run:
     * one file and any of {@code --stats=OUT} and {@code --NAME=VALUE}. Empty where there is anything else,
     * or anything wrong: then picocli has the word, which reads these forms in the same way.
     *
     * @param arguments the whole command line, {@code run} included
     */
    static Optional<RunRequest> ofPlain(String[] arguments) {
        if (arguments.length < 2 || !arguments[0].equals("run")) {
            return Optional.empty();
        }
        Path file = null;
        Path stats = null;
        var options = EngineOptions.DEFAULTS;
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith(STATS) && stats == null && argument.length() > STATS.length()) {
                stats = Path.of(argument.substring(STATS.length()));
            } else if (argument.startsWith("--")) {
                var more = withPlainOption(options, argument);
                if (more.isEmpty()) {
                    return Optional.empty();
                }
                options = more.get();
            } else if (file == null && !argument.isEmpty() && "-@\"'".indexOf(argument.charAt(0)) < 0) {
                file = Path.of(argument);
            } else {
                return Optional.empty();
            }
        }
        if (file == null) {
            return Optional.empty();
        }
        return Optional.of(new RunRequest(file, Optional.ofNullable(stats), options));
    }

    private static Optional<EngineOptions> withPlainOption(EngineOptions options, String argument) {
        int equals = argument.indexOf('=');
        boolean hasValue = equals >= 0;
        String name = argument.substring("--".length(), hasValue ? equals : argument.length());
        EngineOption<?> option = EngineOption.named(name).orElse(null);
        if (option == null || option.isFlag() == hasValue || options.chosen().containsKey(option)) {
            return Optional.empty();
        }
        try {
            return Optional.of(options.withText(option, hasValue ? argument.substring(equals + 1) : "true"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
