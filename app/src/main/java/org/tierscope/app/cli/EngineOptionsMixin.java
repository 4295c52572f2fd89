package org.tierscope.app.cli;

import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The engine options of a command, made from the table {@link EngineOption} so that both can't differ. */
final class EngineOptionsMixin {
    private EngineOptions options = EngineOptions.DEFAULTS;

    /** Adds every engine option to the command; {@link #options} has the choices once it has been parsed. */
    static EngineOptionsMixin addTo(CommandSpec command) {
        var mixin = new EngineOptionsMixin();
        for (EngineOption<?> option : EngineOption.ALL) {
            command.addOption(mixin.optionSpec(option, command));
        }
        return mixin;
    }

    EngineOptions options() {
        return options;
    }

    private OptionSpec optionSpec(EngineOption<?> option, CommandSpec command) {
        var spec = OptionSpec.builder(option.toString())
                .description(description(option))
                .setter(setter(option, command));
        if (option.isFlag()) {
            return spec.type(boolean.class).arity("0").build();
        }
        // picocli takes an option more than once only if it is an array
        Class<?> type = option.accumulates() ? String[].class : String.class;
        return spec.type(type).arity("1").paramLabel(option.placeholder()).build();
    }

    private ISetter setter(EngineOption<?> option, CommandSpec command) {
        return new ISetter() {
            @Override
            public <T> T set(T text) {
                // picocli also sets initial values: nothing, and false for a flag
                if (text instanceof String[] words) {
                    choose(option, String.join(",", words), command);
                } else if (text != null && !text.equals(false)) {
                    choose(option, text.toString(), command);
                }
                return null;
            }
        };
    }

    private void choose(EngineOption<?> option, String text, CommandSpec command) {
        try {
            String all = option.accumulates() && options.chosen().containsKey(option)
                    ? chosenText(option) + "," + text
                    : text;
            options = options.withText(option, all);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private <T> String chosenText(EngineOption<T> option) {
        return option.format(options.get(option));
    }

    /** The meaning, then unit, range and default in brackets; a flag has only its meaning. */
    private static String description(EngineOption<?> option) {
        if (option.isFlag()) {
            return option.meaning();
        }
        String unit = option.unit().isEmpty() ? "" : option.unit() + ", ";
        String byDefault = option.defaultText().isEmpty() ? "" : "; default " + option.defaultText();
        return option.meaning() + " [" + unit + option.range() + byDefault + "]";
    }
}
