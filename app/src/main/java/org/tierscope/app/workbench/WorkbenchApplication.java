package org.tierscope.app.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.tierscope.app.plugin.Plugins;
import org.tierscope.app.process.EngineCommand;

/** Opens the workbench on this machine's display; the file to open may be the only argument. */
public final class WorkbenchApplication extends Application {

    /** Opens the window and returns when it has been closed. */
    public static void open(List<Path> files) {
        launch(WorkbenchApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Path settings = Settings.userDirectory();
        Workbench workbench = new Workbench(stage, Settings.in(settings), EngineCommand.ofThisJvm(),
                Plugins.load(Plugins.folder(settings), settings.resolve("plugin-samples")));
        workbench.show();
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(workbench::open);
    }
}
