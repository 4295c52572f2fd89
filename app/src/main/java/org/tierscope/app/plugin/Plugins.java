package org.tierscope.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tierscope.views.api.CommandProvider;
import org.tierscope.views.api.ViewProvider;

/**
 * What there is to show: the built-in views and, from the jars of a folder, more views, commands, samples and lessons.
 * A jar or class that cannot be loaded becomes a view that says so, when somebody opens it; nobody else notices.
 *
 * @param views all of them, built-in ones first
 * @param commands of plug-ins
 * @param sampleFolders of plug-ins, unpacked
 * @param notes what went wrong, a sentence each
 */
public record Plugins(List<ViewProvider> views, List<CommandProvider> commands, List<Path> sampleFolders,
        List<String> notes) {
    /** Names another folder than {@code plugins} beside the settings. */
    public static final String FOLDER_PROPERTY = "tierscope.plugins";

    /** What the class path has, with no folder. */
    public static Plugins builtIn() {
        return new Plugins(fromClassPath(), List.of(), List.of(), List.of());
    }

    /** The folder to look into: that of {@link #FOLDER_PROPERTY}, else {@code plugins} in the folder of the settings. */
    public static Path folder(Path settingsDirectory) {
        return Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)).map(Path::of)
                .orElse(settingsDirectory.resolve("plugins"));
    }

    /**
     * Loads all jars of a folder, which need not exist.
     *
     * @param unpacked receives the samples of plug-ins; what an earlier start left there is replaced
     */
    public static Plugins load(Path folder, Path unpacked) {
        Loading loading = new Loading(unpacked);
        fromClassPath().forEach(loading::add);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(loading::addJar);
            } catch (IOException | UncheckedIOException e) {
                loading.notes.add("The plug-ins in " + folder + " could not be read: " + e.getMessage());
            }
        }
        return new Plugins(List.copyOf(loading.views), List.copyOf(loading.commands), List.copyOf(loading.samples),
                List.copyOf(loading.notes));
    }

    private static List<ViewProvider> fromClassPath() {
        return ServiceLoader.load(ViewProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    private static final class Loading {
        private final Path unpacked;
        private final List<ViewProvider> views = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final List<CommandProvider> commands = new ArrayList<>();
        private final List<Path> samples = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Loading(Path unpacked) {
            this.unpacked = unpacked;
        }

        void add(ViewProvider provider) {
            ids.add(provider.id());
            views.add(provider);
        }

        void addJar(Path jar) {
            String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
            try {
                // never closed: its classes are loaded as long as the window is open
                URLClassLoader loader = new URLClassLoader("plug-in " + name, new URL[] {jar.toUri().toURL()},
                        Plugins.class.getClassLoader());
                each(ViewProvider.class, loader, provider -> addChecked(name, provider), name);
                each(CommandProvider.class, loader, commands::add, name);
                SamplesOfJar.unpack(jar, unpacked.resolve(name)).ifPresent(samples::add);
            } catch (IOException | RuntimeException e) {
                failed(name, e);
            }
        }

        private <T> void each(Class<T> service, ClassLoader loader, Consumer<T> found, String name) {
            Iterator<ServiceLoader.Provider<T>> all = ServiceLoader.load(service, loader).stream().iterator();
            for (int failures = 0; failures < 100;) {
                try {
                    if (!all.hasNext()) {
                        return;
                    }
                    ServiceLoader.Provider<T> provider = all.next();
                    if (provider.type().getClassLoader() == loader) {
                        found.accept(provider.get());
                    }
                } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                    failures++;
                    failed(name, e);
                }
            }
        }

        private void addChecked(String name, ViewProvider provider) {
            ViewProvider known = KnownView.of(provider);
            if (!ids.add(known.id())) {
                throw new IllegalArgumentException("there is already a view " + known.id());
            }
            views.add(known);
        }

        private void failed(String name, Throwable why) {
            String id = FailedPlugin.id(name, ids);
            ids.add(id);
            views.add(new FailedPlugin(id, name, why));
            notes.add("The plug-in " + name + " has failed: " + why.getMessage());
        }
    }
}
