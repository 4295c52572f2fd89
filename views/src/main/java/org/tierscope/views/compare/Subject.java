package org.tierscope.views.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierscope.session.CodeState;
import org.tierscope.session.CompilationState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.TierBadge;

/** Something that can be compared with others of its kind. Subjects that are the same thing are equal. */
sealed interface Subject {

    /** What is compared; each kind only with itself. */
    enum Kind {
        BYTECODE("bytecode"), GRAPH("SSA graphs"), CODE("machine code"), RUN("whole runs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** As in a list to choose from. */
    String title();

    int functionId();

    record Bytecode(int functionId, String title) implements Subject {
    }

    /** The graph after a pass. */
    record Graph(int functionId, int compilationId, int pass, String title) implements Subject {
    }

    record Code(int functionId, int codeId, String title) implements Subject {
    }

    /** All functions of a run. */
    record Whole(String title) implements Subject {
        @Override
        public int functionId() {
            return 0;
        }
    }

    /** All there are of a kind, functions in the order of the program and each with its subjects in order of time. */
    static List<Subject> all(Kind kind, Moment moment) {
        if (kind == Kind.RUN) {
            return List.of(new Whole("all functions"));
        }
        return moment.functions().stream().filter(function -> !function.function().getInternal())
                .flatMap(function -> of(kind, function, moment)).toList();
    }

    private static Stream<Subject> of(Kind kind, FunctionState function, Moment moment) {
        String name = function.name() + " :" + function.function().getLine();
        return switch (kind) {
            case BYTECODE -> Stream.of(new Bytecode(function.id(), name));
            case GRAPH -> moment.compilationsOf(function.id()).stream().flatMap(c -> passes(c, name).stream());
            case CODE -> moment.codesOf(function.id()).stream().map(code -> new Code(function.id(), code.id(), name + "  "
                    + TierBadge.shortName(code.tier()) + " #" + code.id() + (isOsr(moment, code) ? " OSR" : "")));
            case RUN -> Stream.empty();
        };
    }

    private static boolean isOsr(Moment moment, CodeState code) {
        return moment.compilation(code.compilationId()).filter(CompilationState::isOsr).isPresent();
    }

    private static List<Subject> passes(CompilationState compilation, String name) {
        List<Subject> subjects = new ArrayList<>();
        for (Pass pass : compilation.passes()) {
            subjects.add(new Graph(compilation.started().getFunctionId(), compilation.id(), pass.index(),
                    "%s  %s #%d%s, after %d %s".formatted(name, Words.tier(compilation.started().getTier()).substring(0, 3),
                            compilation.id(), compilation.isOsr() ? " OSR" : "", pass.index(), pass.name())));
        }
        return subjects;
    }

    /**
     * What is most like a subject of another run: of the function with the same name and line, at the same tier or after the same pass, the
     * last. The first of all if there is nothing like it.
     */
    static Subject counterpart(Subject subject, List<Subject> others) {
        return others.stream().max(Comparator.comparingInt(other -> likeness(subject, other))).orElseThrow();
    }

    /** More for what is more alike. Titles begin with the function, and numbers of compilations differ from run to run. */
    private static int likeness(Subject a, Subject b) {
        boolean sameFunction = function(a).equals(function(b));
        boolean sameKind = NUMBER.matcher(a.title()).replaceAll("#").equals(NUMBER.matcher(b.title()).replaceAll("#"));
        return (sameFunction ? 2 : 0) + (sameFunction && sameKind ? 1 : 0);
    }

    private static String function(Subject subject) {
        int end = subject.title().indexOf("  ");
        return end < 0 ? subject.title() : subject.title().substring(0, end);
    }

    Pattern NUMBER = Pattern.compile("#\\d+");

    /** The graph before a compilation was optimized and after, the first code and the last: what people ask for most. */
    record Pair(Subject left, Subject right) {
        static Pair of(List<Subject> all, int functionId) {
            List<Subject> own = all.stream().filter(subject -> subject.functionId() == functionId).toList();
            if (own.isEmpty()) {
                return new Pair(all.getFirst(), all.getLast());
            }
            if (own.getLast() instanceof Graph last) {
                return new Pair(own.stream().filter(subject -> ((Graph) subject).compilationId() == last.compilationId())
                        .findFirst().orElse(last), last);
            }
            Subject other = own.size() > 1 ? own.getFirst()
                    : all.stream().filter(subject -> subject.functionId() != functionId).findFirst().orElse(own.getFirst());
            return own.size() > 1 ? new Pair(other, own.getLast()) : new Pair(own.getFirst(), other);
        }
    }
}
