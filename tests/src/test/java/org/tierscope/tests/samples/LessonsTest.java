package org.tierscope.tests.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.session.Transition;
import org.tierscope.tests.Repository;
import org.tierscope.tests.launcher.Launcher;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.ViewProvider;

/** Whatever a lesson points to is there, in a run of its program in which the guest waits for the compiler. */
class LessonsTest {
    private static final Path SAMPLES = Repository.root().resolve("samples");

    @TempDir
    Path folder;

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("lessons"))) {
            return files.filter(Lesson::isLesson).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void pointsOnlyToWhatIsThere(Path file) throws IOException {
        Lesson lesson = Lesson.read(file);
        Path recording = folder.resolve("lesson.tsr");
        var result = Launcher.run("record", "--sync-compile", lesson.program().orElseThrow().toString(), "-o",
                recording.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        Moment end = Session.open(recording).now();
        List<String> nowhere = new ArrayList<>();
        for (Lesson.Piece piece : pieces(lesson)) {
            if (piece.kind() == Lesson.Piece.Kind.LINK && !leadsSomewhere(piece.target(), end)) {
                nowhere.add(piece.target());
            }
        }
        assertThat(nowhere).isEmpty();
        for (Lesson.Block block : blocks(lesson)) {
            if (block instanceof Lesson.Block.Question question && !question.claim().function().isEmpty()) {
                assertThat(functions(end)).contains(question.claim().function());
            }
        }
    }

    private static boolean leadsSomewhere(String target, Moment end) {
        String[] parts = target.split(":", -1);
        int number = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
        return switch (parts[0]) {
            case "view" -> ServiceLoader.load(ViewProvider.class).stream()
                    .anyMatch(provider -> provider.get().id().equals(parts[1]));
            case "function" -> functions(end).contains(parts[1]);
            case "line" -> end.sources().stream().filter(source -> !source.getInternal()).findFirst().orElseThrow()
                    .getText().lines().count() >= Integer.parseInt(parts[1]);
            case "osr" -> transitions(end, Transition.Osr.class, parts[1]) >= number;
            // what only happens after the reader has changed an option cannot be asked for here
            case "deopt" -> transitions(end, Transition.Deopt.class, parts[1]) >= number || parts[1].equals("path");
            case "live", "run" -> true;
            default -> false;
        };
    }

    private static long transitions(Moment end, Class<? extends Transition> kind, String function) {
        return end.transitions().stream().filter(kind::isInstance).filter(transition -> {
            int at = transition instanceof Transition.Deopt deopt ? deopt.event().getAtFunctionId()
                    : transition.functionId();
            return end.function(at).orElseThrow().name().equals(function);
        }).count();
    }

    private static List<String> functions(Moment end) {
        return end.functions().stream().map(function -> function.name()).toList();
    }

    private static List<Lesson.Block> blocks(Lesson lesson) {
        return lesson.steps().stream().flatMap(step -> step.blocks().stream()).toList();
    }

    private static List<Lesson.Piece> pieces(Lesson lesson) {
        return blocks(lesson).stream().flatMap(block -> switch (block) {
            case Lesson.Block.Paragraph paragraph -> paragraph.pieces().stream();
            case Lesson.Block.Question question -> question.pieces().stream();
            case Lesson.Block.Code code -> Stream.<Lesson.Piece>empty();
        }).collect(Collectors.toList());
    }

    @Test
    void thereAreLessonsAndEachIsOneThatCanBeRead() throws IOException {
        assertThat(lessons()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(Lesson.in(SAMPLES)).hasSameSizeAs(lessons().toList()).extracting(Lesson::order).isSorted();
    }
}
