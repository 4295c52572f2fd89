package org.tierscope.app.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tierscope.app.html.SessionPage;
import org.tierscope.app.plugin.Plugins;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.app.workbench.Settings;
import org.tierscope.app.workbench.Theme;
import org.tierscope.app.workbench.Workbench;
import org.tierscope.record.proto.OptionSetting;
import org.tierscope.session.Moment;
import org.tierscope.views.api.ViewProvider;

/**
 * Renders a program's run or a recording to pictures: {@code workbench.png}, and {@code VIEW.png} for each view. Works
 * with no display, on JavaFX's headless platform.
 */
public final class Snapshots {
    /** A program that runs longer is stopped, and the pictures show what there is by then. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final EngineCommand engine;
    private final Request request;

    /**
     * @param input JavaScript file or recording
     * @param directory receives the pictures; made if it does not exist
     * @param options of the engine
     * @param width of the workbench's picture, in pixels
     * @param svg whether to write each view as SVG too
     * @param page whether to write the session as a page for browsers too
     */
    public record Request(Path input, Path directory, List<OptionSetting> options, Theme theme, int width, int height,
            boolean svg, boolean page) {
        static final int VIEW_WIDTH = 900;
        static final int VIEW_HEIGHT = 640;

        public static Request of(Path input, Path directory) {
            return new Request(input, directory, List.of(), Theme.DARK, 1600, 950, false, false);
        }
    }

    private Snapshots(EngineCommand engine, Request request) {
        this.engine = engine;
        this.request = request;
    }

    /**
     * Makes the pictures and returns the files. Starts JavaFX in this process if it does not run yet, without a
     * display.
     *
     * @throws IOException if the input cannot be read or a picture cannot be written
     */
    public static List<Path> render(EngineCommand engine, Request request) throws IOException {
        if (!Files.isReadable(request.input())) {
            throw new IOException("cannot read " + request.input());
        }
        startHeadless();
        Files.createDirectories(request.directory());
        return new Snapshots(engine, request).run();
    }

    private static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException runsAlready) {
            Platform.setImplicitExit(false);
        }
    }

    private List<Path> run() throws IOException {
        Path settings = Files.createTempDirectory("tierscope-snapshot");
        Plugins plugins = Optional.ofNullable(System.getProperty(Plugins.FOLDER_PROPERTY))
                .map(folder -> Plugins.load(Path.of(folder), settings.resolve("samples"))).orElseGet(Plugins::builtIn);
        Workbench workbench = onFx(() -> {
            Stage stage = new Stage();
            Settings size = Settings.in(settings);
            size.set("width", String.valueOf(request.width()));
            size.set("height", String.valueOf(request.height()));
            Workbench made = new Workbench(stage, size, engine, plugins);
            made.setTheme(request.theme());
            stage.setWidth(request.width());
            stage.setHeight(request.height());
            made.show();
            request.options().forEach(option -> made.program().setOption(option.getName(), option.getValue()));
            made.open(request.input());
            return made;
        });
        try {
            await(LONGEST_RUN, () -> !workbench.program().isRunning() && !workbench.program().loadingProperty().get());
            onFx(() -> {
                // an engine that has nothing to run any more stays, to be asked: that is to be seen too
                if (workbench.program().isRunning()) {
                    workbench.program().stop();
                }
                return null;
            });
            await(LONGEST_WAIT, () -> !workbench.program().isRunning());
            List<Path> pictures = new ArrayList<>();
            settle(workbench);
            pictures.add(picture("workbench", onFx(() -> workbench.scene().snapshot(null))));
            for (ViewProvider provider : plugins.views()) {
                pictures.addAll(picturesOf(workbench, provider));
            }
            if (request.page()) {
                Path page = request.directory().resolve("session.html");
                Moment moment = onFx(() -> workbench.viewpoint().moment());
                Files.writeString(page, SessionPage.of(moment, String.valueOf(request.input().getFileName())));
                pictures.add(page);
            }
            return pictures;
        } finally {
            onFx(() -> {
                workbench.close();
                return null;
            });
            delete(settings);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> picturesOf(Workbench workbench, ViewProvider provider) throws IOException {
        AtomicReference<Supplier<String>> asSvg = new AtomicReference<>();
        Stage stage = onFx(() -> {
            Region view = workbench.detachedView(provider, asSvg::set);
            Scene scene = new Scene(view, Request.VIEW_WIDTH, Request.VIEW_HEIGHT);
            scene.getStylesheets().setAll(workbench.scene().getStylesheets());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        settle(workbench);
        try {
            List<Path> files = new ArrayList<>();
            files.add(picture(provider.id(), onFx(() -> stage.getScene().snapshot(null))));
            if (request.svg()) {
                Path svg = request.directory().resolve(provider.id() + ".svg");
                Files.writeString(svg, onFx(() -> asSvg.get().get()));
                files.add(svg);
            }
            return files;
        } finally {
            onFx(() -> {
                stage.close();
                return null;
            });
        }
    }

    private Path picture(String name, WritableImage image) throws IOException {
        Path file = request.directory().resolve(name + ".png");
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG files");
        }
        return file;
    }

    /** Waits until all views have what they asked for, and have been laid out. */
    private static void settle(Workbench workbench) throws IOException {
        for (int round = 0; round < 2; round++) {
            onFx(() -> {
                workbench.refreshNow();
                return null;
            });
            await(LONGEST_WAIT, workbench::isIdle);
            sleep(SETTLE);
        }
    }

    private static void await(Duration longest, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        while (!onFx(condition::getAsBoolean) && System.nanoTime() < end) {
            sleep(Duration.ofMillis(20));
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static <T> T onFx(Callable<T> work) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("the user interface does not respond", e);
        }
    }
}
