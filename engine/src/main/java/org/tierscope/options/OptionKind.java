package org.tierscope.options;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the values of an option are written, read and limited. Every {@code parse} throws
 * {@link IllegalArgumentException} with what was expected and what came.
 *
 * @param <T> the type of the values
 */
sealed interface OptionKind<T> {
    /** What stands for a value in help texts; empty for a flag. */
    String placeholder();

    T parse(String text);

    /** The text that {@link #parse} turns into this value again. */
    String format(T value);

    /** The values allowed, for people. */
    String range();

    /** On or off. */
    record Flag() implements OptionKind<Boolean> {
        @Override
        public String placeholder() {
            return "";
        }

        @Override
        public Boolean parse(String text) {
            return switch (text) {
                case "", "true", "on" -> true;
                case "false", "off" -> false;
                default -> throw expected("on or off", text);
            };
        }

        @Override
        public String format(Boolean value) {
            return value.toString();
        }

        @Override
        public String range() {
            return "on, off";
        }
    }

    /** A whole number. */
    record Count(String placeholder, long min, long max) implements OptionKind<Long> {
        @Override
        public Long parse(String text) {
            try {
                long value = Long.parseLong(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // reported below, like a number out of range
            }
            throw expected("a whole number, " + range(), text);
        }

        @Override
        public String format(Long value) {
            return value.toString();
        }

        @Override
        public String range() {
            return max == Long.MAX_VALUE ? "at least " + min : min + " to " + max;
        }
    }

    /** A size in bytes, written with an optional suffix k, m or g (powers of 1024). */
    record Bytes(long min, long max) implements OptionKind<Long> {
        private static final String SUFFIXES = "kmg";

        @Override
        public String placeholder() {
            return "SIZE";
        }

        @Override
        public Long parse(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            int power = lower.isEmpty() ? -1 : SUFFIXES.indexOf(lower.charAt(lower.length() - 1));
            try {
                long number = Long.parseLong(power < 0 ? lower : lower.substring(0, lower.length() - 1));
                long value = Math.multiplyExact(number, 1L << 10 * (power + 1));
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException | ArithmeticException _) {
                // reported below, like a size out of range
            }
            throw expected("a size such as 64m, " + range(), text);
        }

        @Override
        public String format(Long value) {
            int power = value == 0 ? 0 : Math.min(3, Long.numberOfTrailingZeros(value) / 10);
            return (value >> 10 * power) + (power == 0 ? "" : SUFFIXES.substring(power - 1, power));
        }

        @Override
        public String range() {
            return format(min) + " to " + format(max);
        }
    }

    /** A time in seconds, fractions allowed. */
    record Seconds(double min, double max) implements OptionKind<Double> {
        @Override
        public String placeholder() {
            return "SECONDS";
        }

        @Override
        public Double parse(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // reported below, like a time out of range
            }
            throw expected("seconds, " + range(), text);
        }

        @Override
        public String format(Double value) {
            return value == value.longValue() ? Long.toString(value.longValue()) : value.toString();
        }

        @Override
        public String range() {
            return format(min) + " to " + format(max);
        }
    }

    /** One of the tiers. */
    record OneTier() implements OptionKind<Tier> {
        @Override
        public String placeholder() {
            return "TIER";
        }

        @Override
        public Tier parse(String text) {
            return Arrays.stream(Tier.values())
                    .filter(tier -> tier.label().equals(text))
                    .findFirst()
                    .orElseThrow(() -> expected(range(), text));
        }

        @Override
        public String format(Tier value) {
            return value.label();
        }

        @Override
        public String range() {
            return Arrays.stream(Tier.values()).map(Tier::label).collect(Collectors.joining(", "));
        }
    }

    /** Names, separated by commas; an empty text is none; given more than once, an option adds to what it had. */
    record Names() implements OptionKind<Set<String>> {
        @Override
        public String placeholder() {
            return "NAME";
        }

        @Override
        public Set<String> parse(String text) {
            var names = new LinkedHashSet<String>();
            if (text.isEmpty()) {
                return Set.of();
            }
            for (String name : text.split(",")) {
                if (name.isBlank()) {
                    throw expected("names separated by commas", text);
                }
                names.add(name.strip());
            }
            return Collections.unmodifiableSet(names);
        }

        @Override
        public String format(Set<String> value) {
            return String.join(",", value);
        }

        @Override
        public String range() {
            return "names, separated by commas";
        }
    }

    /** A place in the source, or none. */
    record Site() implements OptionKind<Optional<GuardSite>> {
        @Override
        public String placeholder() {
            return "SITE";
        }

        @Override
        public Optional<GuardSite> parse(String text) {
            return Optional.of(GuardSite.parse(text));
        }

        @Override
        public String format(Optional<GuardSite> value) {
            return value.map(GuardSite::toString).orElse("");
        }

        @Override
        public String range() {
            return "LINE or LINE:COLUMN";
        }
    }

    private static IllegalArgumentException expected(String what, String got) {
        return new IllegalArgumentException("expected " + what + ", got '" + got + "'");
    }
}
