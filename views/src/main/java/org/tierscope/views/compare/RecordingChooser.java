package org.tierscope.views.compare;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a recording. */
final class RecordingChooser {

    private RecordingChooser() {
    }

    static Optional<Path> ask(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a recording to compare with");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Recordings", "*.tsr"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }
}
