package org.tierscope.app.workbench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tierscope.app.html.SessionPage;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Table;
import org.tierscope.views.api.View;
import org.tierscope.views.svg.SvgPicture;

/** What can be done with any view: copy it, write it to a file. */
final class ViewActions {

    /** Asks for a file to write; empty if the person changes her mind. */
    interface FileQuestion extends Function<String, Optional<Path>> {
    }

    private final Workbench workbench;
    private FileQuestion fileQuestion;

    ViewActions(Workbench workbench, Stage stage) {
        this.workbench = workbench;
        this.fileQuestion = suggested -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Export");
            chooser.setInitialFileName(suggested);
            return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
        };
    }

    /** Asks in another way, as where there is nobody to ask. */
    void setFileQuestion(FileQuestion question) {
        fileQuestion = question;
    }

    void copyText(ViewHost host) {
        copy(host, host.view().text());
    }

    void copyMarkdown(ViewHost host) {
        copy(host, markdown(host));
    }

    private void copy(ViewHost host, Optional<String> text) {
        if (text.filter(words -> !words.isBlank()).isEmpty()) {
            workbench.say(host.provider().title() + " has nothing to copy yet");
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.get());
        Clipboard.getSystemClipboard().setContent(content);
        long lines = text.get().lines().count();
        workbench.say("Copied " + host.provider().title() + ", " + lines + (lines == 1 ? " line" : " lines"));
    }

    /** A heading, and below it a table or the text as code. */
    static Optional<String> markdown(ViewHost host) {
        View view = host.view();
        String heading = "### " + host.provider().title() + "\n\n";
        Optional<String> table = view.table().map(Table::markdown);
        return table.or(() -> view.text().filter(text -> !text.isBlank()).map(ViewActions::fenced))
                .map(body -> heading + body);
    }

    /** Code may itself have fences in it: the fence around it is longer. */
    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    void exportText(ViewHost host) {
        host.view().text().filter(text -> !text.isBlank()).ifPresentOrElse(
                text -> ask(host, "txt").ifPresent(file -> write(file, text)),
                () -> workbench.say(host.provider().title() + " has no text yet"));
    }

    void exportCsv(ViewHost host) {
        host.view().table().ifPresentOrElse(
                table -> ask(host, "csv").ifPresent(file -> {
                    Table made = table.made();
                    inBackground(file, () -> Files.writeString(file, made.csv()));
                }),
                () -> workbench.say(host.provider().title() + " is not a table"));
    }

    void exportSvg(ViewHost host) {
        ask(host, "svg").ifPresent(file -> write(file, svg(host)));
    }

    /** All that a view draws or, if it says no more, what is in sight of it; of one that has failed, its panel. */
    static String svg(ViewHost host) {
        return host.view() == null ? SvgPicture.of(host.panel()) : host.view().drawing().map(SvgPicture::of)
                .orElseGet(() -> SvgPicture.of((Region) host.view().node()));
    }

    void exportPng(ViewHost host) {
        ask(host, "png").ifPresent(file -> {
            WritableImage image = host.view().node().snapshot(null, null);
            inBackground(file, () -> {
                if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
                    throw new IOException("this Java cannot write PNG files");
                }
            });
        });
    }

    /** All there is to see at the cursor, as one page for browsers. */
    void exportPage() {
        String title = program().orElse("session");
        fileQuestion.apply(title + ".html").ifPresent(file -> {
            Moment moment = workbench.viewpoint().moment();
            workbench.say("Writing " + file);
            inBackground(file, () -> Files.writeString(file, SessionPage.of(moment, title)));
        });
    }

    private Optional<String> program() {
        return workbench.program().file().map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    private Optional<Path> ask(ViewHost host, String extension) {
        return fileQuestion.apply(program().map(name -> name + "-").orElse("") + host.provider().id() + "." + extension);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void write(Path file, String text) {
        inBackground(file, () -> Files.writeString(file, text));
    }

    private void inBackground(Path file, Writing writing) {
        workbench.runInBackground(() -> {
            try {
                writing.write();
                workbench.say("Wrote " + file);
            } catch (IOException | UncheckedIOException e) {
                workbench.say(file + " could not be written: " + e.getMessage());
            }
        });
    }
}
