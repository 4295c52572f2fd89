package org.tierscope.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.tests.corpus.GuestProgram;
import org.tierscope.tests.corpus.Oracle;
import org.tierscope.tests.corpus.Outcome;

/** Makes programs, runs each in a few setups, and shrinks what differs. One per thread, with a process of its own. */
final class FuzzJob implements AutoCloseable {
    private static final int SETUPS_PER_PROGRAM = 4;
    private static final int ORACLE_EVERY = 8;
    /** How exact powers are is up to the engine (21.3.2.26 Math.pow, 6.1.6.1.3 Number::exponentiate). */
    private static final String APPROXIMATE = "**";
    /** An oracle that has run many programs needs much memory, and is sometimes wrong. */
    private static final int PROGRAMS_PER_ORACLE = 200;

    private static final int MUTATED_ONE_IN = 3;
    private static final int MAX_MUTATED_LENGTH = 6000;

    private final Profile profile;
    private final int shrinkSeconds;
    private final List<GuestProgram> corpus;
    private final FuzzProcess process = new FuzzProcess();
    private Oracle oracle = new Oracle();
    private int asked;

    /** @param shrinkSeconds how long a program that differs is made smaller, at most */
    FuzzJob(Profile profile, int shrinkSeconds) {
        this.profile = profile;
        this.shrinkSeconds = shrinkSeconds;
        this.corpus = GuestProgram.corpus().stream()
                .filter(program -> program.source().length() < MAX_MUTATED_LENGTH)
                .toList();
    }

    /** What came of one seed. */
    sealed interface Result {
        /** @param runs in setups, the reference included */
        record Same(int runs) implements Result {}

        /** It does not end, or is no program. */
        record Skipped() implements Result {}

        record Different(Finding finding) implements Result {}
    }

    Result run(long seed) throws IOException {
        var chance = new Chance(seed);
        String name;
        String source;
        boolean mutated = chance.oneIn(MUTATED_ONE_IN);
        if (mutated) {
            GuestProgram original = chance.of(corpus);
            name = "seed " + seed + ", changed " + original.name();
            Optional<String> changed = Mutator.mutate(original.source(), chance);
            if (changed.isEmpty()) {
                return new Result.Skipped();
            }
            source = changed.get();
        } else {
            Profile subject = profile == Profile.ALL ? chance.of(List.of(Profile.values())) : profile;
            name = "seed " + seed + ", " + subject.text();
            source = ProgramText.of(subject, chance.seed());
        }
        boolean askOracle = !mutated && seed % ORACLE_EVERY == 0 && !source.contains(APPROXIMATE);
        return compare(name, source, FuzzSetups.some(chance, SETUPS_PER_PROGRAM), askOracle);
    }

    /** @param askOracle for programs that print what every engine prints */
    private Result compare(String name, String source, List<EngineOptions> setups, boolean askOracle) throws IOException {
        Ending expected = process.run(source, FuzzSetups.reference());
        if (expected.isUseless()) {
            return new Result.Skipped();
        }
        if (expected.kind() == Ending.Kind.BROKEN || expected.kind() == Ending.Kind.DIED) {
            return new Result.Different(shrink(new Finding(name, source, FuzzSetups.reference(), "nothing: it should run", expected, expected)));
        }
        for (EngineOptions options : setups) {
            Ending got = process.run(source, options);
            if (differ(expected, got)) {
                return new Result.Different(shrink(new Finding(name, source, options, "the interpreter", expected, got)));
            }
        }
        if (askOracle) {
            Optional<Ending> opinion = askTwice(source, expected);
            if (opinion.isPresent() && !opinion.get().equals(expected)) {
                return new Result.Different(new Finding(name, source, FuzzSetups.reference(), "GraalJS", opinion.get(), expected));
            }
        }
        return new Result.Same(setups.size() + 1);
    }

    /** A setup that is too slow for a program says nothing. */
    private static boolean differ(Ending expected, Ending got) {
        return got.kind() != Ending.Kind.STOPPED && !got.equals(expected);
    }

    /** The oracle's, or a fresh one's where that differs. Empty where it cannot say. */
    private Optional<Ending> askTwice(String source, Ending expected) {
        if (++asked % PROGRAMS_PER_ORACLE == 0) {
            oracle.close();
            oracle = new Oracle();
        }
        Optional<Ending> first = ask(oracle, source);
        if (first.isEmpty() || first.get().equals(expected)) {
            return first;
        }
        try (var fresh = new Oracle()) {
            return ask(fresh, source);
        }
    }

    private static Optional<Ending> ask(Oracle oracle, String source) {
        try {
            Outcome outcome = oracle.run("fuzz", source);
            return outcome.error().isEmpty() ? Optional.of(new Ending(Ending.Kind.COMPLETED, outcome.output())) : Optional.empty();
        } catch (PolyglotException | IllegalStateException itsOwnFault) {
            return Optional.empty();
        }
    }

    private Finding shrink(Finding found) {
        boolean deterministic = found.options().get(EngineOption.SYNC_COMPILE) || found.options().maxTier() != Tier.OPTIMIZING;
        if (!deterministic) {
            return found;
        }
        var shrinker = new Shrinker(source -> stillDiffers(source, found), shrinkSeconds);
        String small = shrinker.shrink(found.source());
        try {
            Ending expected = process.run(small, FuzzSetups.reference());
            Ending got = process.run(small, found.options());
            // What does not show again, for lack of time or memory perhaps, is reported as it was found.
            return differ(expected, got)
                    ? new Finding(found.name(), small, found.options(), found.against(), expected, got)
                    : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the same way: a crash stays a crash. */
    private boolean stillDiffers(String source, Finding found) {
        try {
            Ending expected = process.run(source, FuzzSetups.reference());
            if (expected.isUseless()) {
                return false;
            }
            Ending got = process.run(source, found.options());
            return got.kind() == found.got().kind() && (found.expected() == found.got() || differ(expected, got));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares one program in one setup, for {@code --replay}. */
    Result replay(String name, String source, EngineOptions options) throws IOException {
        return compare(name, source, List.of(options), true);
    }

    @Override
    public void close() {
        process.close();
        oracle.close();
    }
}
