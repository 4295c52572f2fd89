package org.tierscope.views.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.Motion;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Palette;

/** Shows one view of the sample recording in a window, refreshed as the workbench would do it. */
public abstract class ViewTest extends ApplicationTest {

    protected final TestContext context = new TestContext(SampleRecording.session());
    protected View view;
    private Scene scene;

    /** The view to test. */
    protected abstract ViewProvider provider();

    protected double width() {
        return 900;
    }

    protected double height() {
        return 260;
    }

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet());
        view = provider().create(context);
        scene = new Scene(new javafx.scene.layout.StackPane(view.node()), width(), height());
        style(Palette.DARK);
        stage.setScene(scene);
        // the stage is that of the test before, with its size
        stage.sizeToScene();
        stage.show();
        refreshNow();
        context.viewpoint().onChange(this::refreshNow);
        context.session().onChange(this::refreshNow);
    }

    private void style(Palette palette) {
        scene.getStylesheets().setAll(palette.styleSheet(), CodeFont.styleSheet(),
                CodeFont.class.getResource("views.css").toExternalForm());
    }

    private void refreshNow() {
        view.refresh(context.moment());
        view.select(context.viewpoint().links());
    }

    /** Does something on the JavaFX thread and waits until what follows from it has been drawn. */
    protected void act(Runnable action) {
        interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks what a query finds, as soon as it has been laid out: on a busy machine that may be after the next pulse. */
    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS,
                    () -> lookup(query).match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("nothing to click on is visible: " + query, e);
        }
        return super.clickOn(query, motion, buttons);
    }

    protected void useLightTheme() {
        act(() -> {
            Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            context.setPalette(Palette.LIGHT);
            style(Palette.LIGHT);
            view.themeChanged();
        });
    }

    /** A picture of the window as it is now, also kept under {@code target/pictures} for people to look at. */
    protected WritableImage picture(String name) {
        WritableImage[] image = new WritableImage[1];
        act(() -> image[0] = scene.snapshot(null));
        try {
            Path file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image[0];
    }
}
