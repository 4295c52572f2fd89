package org.tierscope.views.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson: steps of text that point to views, functions and moments of a program's run. It is a file of Markdown with a
 * head; docs/lessons.md describes the format.
 *
 * @param file where it was read from
 * @param about one sentence
 * @param order lessons stand in ascending order
 * @param program what it is about; empty for a lesson on whatever is open
 */
public record Lesson(Path file, String title, String about, int order, Optional<Path> program, List<Step> steps) {

    /** Some text to read at once. */
    public record Step(String title, List<Block> blocks) {
        public Step {
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a step. */
    public sealed interface Block {
        /** Running text; {@code bullet} for one in a list. */
        record Paragraph(List<Piece> pieces, boolean bullet) implements Block {
            public Paragraph {
                pieces = List.copyOf(pieces);
            }
        }

        /** Text as it stands, in lines. */
        record Code(String text) implements Block {
        }

        /** Something to foretell: it holds or not, and the recording knows. */
        record Question(List<Piece> pieces, LessonClaim claim) implements Block {
            public Question {
                pieces = List.copyOf(pieces);
            }
        }
    }

    /**
     * Some words of one kind.
     *
     * @param target where a click on them leads: {@code view:ssa}, {@code function:sum}; empty if nowhere
     */
    public record Piece(String text, Kind kind, String target) {
        public enum Kind { PLAIN, CODE, STRONG, LINK }
    }

    public Lesson {
        steps = List.copyOf(steps);
    }

    /**
     * Reads one.
     *
     * @throws IOException if the file cannot be read, or is no lesson; the message says what is wrong in which line
     */
    public static Lesson read(Path file) throws IOException {
        return new LessonReader(file, Files.readAllLines(file)).read();
    }

    /** All lessons of a folder's {@code lessons}, in order; files that are none are left out. */
    public static List<Lesson> in(Path sampleFolder) {
        try (Stream<Path> files = Files.list(sampleFolder.resolve("lessons"))) {
            return files.filter(Lesson::isLesson).flatMap(file -> {
                try {
                    return Stream.of(read(file));
                } catch (IOException e) {
                    return Stream.empty();
                }
            }).sorted(Comparator.comparingInt(Lesson::order).thenComparing(Lesson::title)).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Whether a file is one by its name. */
    public static boolean isLesson(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file)
                && !file.getFileName().toString().equals("README.md");
    }
}
