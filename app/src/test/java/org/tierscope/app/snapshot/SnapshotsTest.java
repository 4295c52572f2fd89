package org.tierscope.app.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.process.FakeEngine;
import org.tierscope.app.workbench.Theme;
import org.tierscope.app.workbench.Workbench;
import org.tierscope.record.RecordingWriter;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;

class SnapshotsTest {
    /** An empty panel or a bare message has fewer, even with the softened edges of its letters. */
    private static final int COLOURS_OF_A_FILLED_VIEW = 120;
    private static final int COLOURS_OF_WORDS = 20;
    /** Of these views the recording has only words to show, or nothing. */
    private static final Set<String> WITH_LITTLE_IN_IT = Set.of("console", "search", "settings", "explorer", "problems",
            "log", "syntax");

    @TempDir
    Path directory;

    @Test
    void everyViewOfARecordingIsDrawnAndFilled() throws Exception {
        Path recording = directory.resolve("sum.tsr");
        RecordingWriter.write(recording, SampleRecording.events());
        List<Path> pictures = Snapshots.render(engine(), Snapshots.Request.of(recording, directory.resolve("out")));
        assertThat(pictures).extracting(picture -> picture.getFileName().toString())
                .contains("workbench.png", "source.png", "ssa.png", "timeline.png")
                .hasSize(1 + Workbench.installedViews().size());
        for (Path picture : pictures) {
            String view = picture.getFileName().toString().replace(".png", "");
            assertThat(colours(ImageIO.read(picture.toFile()))).as(view)
                    .hasSizeGreaterThan(WITH_LITTLE_IN_IT.contains(view) ? COLOURS_OF_WORDS : COLOURS_OF_A_FILLED_VIEW);
        }
    }

    @Test
    void aProgramIsRunFirst() throws Exception {
        Path program = Files.writeString(directory.resolve("sum.js"), SampleProgram.TEXT);
        var request = new Snapshots.Request(program, directory.resolve("out"), List.of(), Theme.LIGHT, 1200, 700, true, true);
        Path picture = Snapshots.render(engine(), request).getFirst();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(700);
        assertThat(new java.awt.Color(image.getRGB(image.getWidth() - 20, 12)).getBlue()).as("a light window")
                .isGreaterThan(200);
        assertThat(colours(image)).hasSizeGreaterThan(COLOURS_OF_A_FILLED_VIEW);
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("missing.js");
        assertThatIOException().isThrownBy(() -> Snapshots.render(engine(), Snapshots.Request.of(missing, directory)))
                .withMessageContaining("missing.js");
    }

    private static EngineCommand engine() {
        return EngineCommand.ofThisJvm(FakeEngine.class.getName());
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
