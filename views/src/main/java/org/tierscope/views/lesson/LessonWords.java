package org.tierscope.views.lesson;

import java.util.List;
import java.util.stream.Collectors;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.Lesson.Block;
import org.tierscope.views.api.Lesson.Piece;

/** A lesson as plain text. */
final class LessonWords {
    private LessonWords() {
    }

    static String of(Lesson lesson) {
        StringBuilder text = new StringBuilder(lesson.title()).append('\n');
        for (Lesson.Step step : lesson.steps()) {
            text.append('\n').append(step.title()).append('\n');
            step.blocks().forEach(block -> text.append(words(block)).append('\n'));
        }
        return text.toString();
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> (paragraph.bullet() ? "- " : "") + words(paragraph.pieces());
            case Block.Code code -> code.text();
            case Block.Question question -> "? " + words(question.pieces());
        };
    }

    private static String words(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
