package org.tierscope.views.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.session.Moment;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.Lesson.Block;
import org.tierscope.views.api.Lesson.Piece;

class LessonTest {
    private static final String HEAD = "---\ntitle: Loops\nabout: How loops run.\nprogram: ../loop.js\norder: 3\n---\n";

    @TempDir
    Path folder;

    private Lesson read(String text) throws IOException {
        Path lessons = Files.createDirectories(folder.resolve("lessons"));
        return Lesson.read(Files.writeString(lessons.resolve("loops.md"), text));
    }

    @Test
    void theHeadSaysWhatItIsAbout() throws IOException {
        Lesson lesson = read(HEAD + "Text.\n");
        assertThat(lesson.title()).isEqualTo("Loops");
        assertThat(lesson.about()).isEqualTo("How loops run.");
        assertThat(lesson.order()).isEqualTo(3);
        assertThat(lesson.program()).contains(folder.resolve("loop.js"));
    }

    @Test
    void eachHeadingBeginsAStep() throws IOException {
        Lesson lesson = read(HEAD + "First words.\n\n## More\nother\nwords\n- one\n- two\n```\nx = 1\n```\n");
        assertThat(lesson.steps()).extracting(Lesson.Step::title).containsExactly("", "More");
        assertThat(lesson.steps().get(1).blocks()).containsExactly(
                new Block.Paragraph(List.of(plain("other words")), false), new Block.Paragraph(List.of(plain("one")), true),
                new Block.Paragraph(List.of(plain("two")), true), new Block.Code("x = 1"));
    }

    @Test
    void wordsAreCodeOrStrongOrLead() throws IOException {
        Block block = read(HEAD + "The `loop` is **hot**: [see `SSA`](view:ssa).\n").steps().getFirst().blocks().getFirst();
        assertThat(((Block.Paragraph) block).pieces()).containsExactly(plain("The "),
                new Piece("loop", Piece.Kind.CODE, ""), plain(" is "), new Piece("hot", Piece.Kind.STRONG, ""), plain(": "),
                new Piece("see SSA", Piece.Kind.LINK, "view:ssa"), plain("."));
    }

    private static Piece plain(String text) {
        return new Piece(text, Piece.Kind.PLAIN, "");
    }

    @Test
    void aQuestionIsAnsweredByTheRecording() throws IOException {
        Block block = read(HEAD + "? Does it ever\nleave?\n= deopts add >= 1\n").steps().getFirst().blocks().getFirst();
        LessonClaim claim = ((Block.Question) block).claim();
        Moment end = SampleRecording.session().now();
        assertThat(claim.holds(end)).isTrue();
        assertThat(claim.inWords(end)).isEqualTo("deoptimizations in add: 1");
        assertThat(LessonClaim.parse("osr sum = 0").holds(end)).isFalse();
        assertThat(LessonClaim.parse("tier sum <= 1").holds(end)).isFalse();
        assertThat(LessonClaim.parse("shapes>=0").holds(end)).isTrue();
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> read("# Loops\n")).hasMessage("loops.md:1: a lesson begins with a line ---");
        assertThatThrownBy(() -> read("---\ntitle Loops\n---\n")).hasMessageStartingWith("loops.md:2: expected 'name: value'");
        assertThatThrownBy(() -> read(HEAD + "? Why?\n")).hasMessageStartingWith("loops.md:7: a question ends");
        assertThatThrownBy(() -> read(HEAD + "? Why?\n= shapes add = 1\n"))
                .hasMessageStartingWith("loops.md:8: expected a claim such as");
    }

    @Test
    void aFolderIsListedInOrderWithoutWhatIsNoLesson() throws IOException {
        read(HEAD + "Text.\n");
        Files.writeString(folder.resolve("lessons/first.md"), "---\ntitle: First\norder: 1\n---\nText.\n");
        Files.writeString(folder.resolve("lessons/notes.md"), "no lesson");
        Files.writeString(folder.resolve("lessons/README.md"), "---\ntitle: Read me\n---\nText.\n");
        assertThat(Lesson.in(folder)).extracting(Lesson::title).containsExactly("First", "Loops");
        assertThat(Lesson.in(folder.resolve("none"))).isEmpty();
    }
}
