package org.tierscope.tests.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tests/fuzz} is asked for.
 *
 * @param programs stops after so many; 0 for no end
 * @param shrinkSeconds how long a program that differs is made smaller, at most
 * @param replay a file that it wrote, to be run again instead
 */
record FuzzArguments(Duration time, long programs, long seed, Profile profile, int jobs, int shrinkSeconds, Path out, Optional<Path> replay) {
    static final String USAGE = """
            usage: tests/fuzz [--minutes=N] [--programs=N] [--seed=S] [--profile=P] [--jobs=N] [--out=DIR]
                   tests/fuzz --replay=FILE.js
                   either: [--shrink-seconds=N]
            profiles: numbers objects arrays control exceptions closures classes strings gc all
            """;

    /** @throws IllegalArgumentException saying which argument is wrong */
    static FuzzArguments of(List<String> arguments) {
        Duration time = Duration.ofMinutes(1);
        long programs = 0;
        long seed = System.nanoTime() & 0xffff_ffffL;
        Profile profile = Profile.ALL;
        int jobs = Runtime.getRuntime().availableProcessors();
        int shrinkSeconds = 90;
        Path out = Path.of("fuzz-findings");
        Optional<Path> replay = Optional.empty();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("not an option: " + argument);
            }
            String value = parts[1];
            try {
                switch (parts[0]) {
                    case "--minutes" -> time = Duration.ofMillis((long) (Double.parseDouble(value) * 60_000));
                    case "--programs" -> programs = Long.parseLong(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--profile" -> profile = Profile.named(value).orElseThrow(() -> new IllegalArgumentException("no such profile: " + value));
                    case "--jobs" -> jobs = Integer.parseInt(value);
                    case "--shrink-seconds" -> shrinkSeconds = Integer.parseInt(value);
                    case "--out" -> out = Path.of(value);
                    case "--replay" -> replay = Optional.of(Path.of(value));
                    default -> throw new IllegalArgumentException("unknown option: " + argument);
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a number: " + argument, e);
            }
        }
        if (programs > 0 && arguments.stream().noneMatch(argument -> argument.startsWith("--minutes="))) {
            time = Duration.ofDays(1);
        }
        return new FuzzArguments(time, programs, seed, profile, jobs, shrinkSeconds, out, replay);
    }
}
