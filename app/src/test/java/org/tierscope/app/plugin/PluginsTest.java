package org.tierscope.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.ViewProvider;

class PluginsTest {
    private static final String SERVICE = "META-INF/services/org.tierscope.views.api.ViewProvider";

    @TempDir
    Path folder;

    private Plugins load() {
        return Plugins.load(folder.resolve("plugins"), folder.resolve("samples"));
    }

    @Test
    void aFolderThatIsNotThereIsNoFault() {
        Plugins plugins = load();
        assertThat(plugins.views()).hasSameSizeAs(Plugins.builtIn().views());
        assertThat(plugins.notes()).isEmpty();
    }

    @Test
    void aJarBringsViewsCommandsSamplesAndLessons() throws IOException {
        PluginJars.sample(folder);
        Plugins plugins = load();
        assertThat(plugins.notes()).isEmpty();
        assertThat(plugins.views()).extracting(ViewProvider::id).contains("source", "hot-lines");
        assertThat(plugins.commands()).hasSize(1);
        Path samples = plugins.sampleFolders().getFirst();
        assertThat(samples.resolve("hot-and-cold.js")).isRegularFile();
        assertThat(Lesson.in(samples)).extracting(Lesson::title).containsExactly("Where does the time go?");
    }

    @Test
    void whatAnEarlierVersionUnpackedGoes() throws IOException {
        PluginJars.sample(folder);
        Path old = Files.createDirectories(folder.resolve("samples/hot-lines"));
        Files.writeString(old.resolve("old.js"), "");
        load();
        assertThat(old.resolve("old.js")).doesNotExist();
        assertThat(old.resolve("hot-and-cold.js")).exists();
    }

    @Test
    void aFileThatIsNoJarBecomesAViewThatSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/Broken One.jar"), "no zip");
        Plugins plugins = load();
        assertThat(plugins.views().getLast().id()).isEqualTo("failed-broken-one");
        assertThat(plugins.notes()).singleElement().asString().startsWith("The plug-in Broken One has failed: ");
    }

    @Test
    void aClassThatIsNotThereDoesNotHideTheOthers() throws IOException {
        PluginJars.sample(folder);
        PluginJars.of(folder, "absent", "Nothing", "class Nothing { }", Map.of(SERVICE, "no.such.Provider\n"));
        Plugins plugins = load();
        assertThat(plugins.views()).extracting(ViewProvider::id).contains("hot-lines", "failed-absent");
    }

    @Test
    void aViewWithAnIdThatIsTakenIsRefused() throws IOException {
        PluginJars.of(folder, "double", "Double", provider("Double", "\"source\"", "\"bi-bug\""),
                Map.of(SERVICE, "Double\n"));
        assertThat(load().notes()).singleElement().asString().endsWith("there is already a view source");
    }

    @Test
    void aProviderThatThrowsOrHasNoIconIsRefused() throws IOException {
        PluginJars.of(folder, "icon", "NoIcon", provider("NoIcon", "\"no-icon\"", "\"bi-no-such-icon\""),
                Map.of(SERVICE, "NoIcon\n"));
        PluginJars.of(folder, "thrower", "Thrower", provider("Thrower", "String.valueOf(1 / 0)", "\"bi-bug\""),
                Map.of(SERVICE, "Thrower\n"));
        assertThat(load().notes()).hasSize(2).anyMatch(note -> note.contains("bi-no-such-icon"))
                .anyMatch(note -> note.contains("/ by zero"));
    }

    static String provider(String name, String id, String icon) {
        return """
                import org.tierscope.views.api.*;
                public class %s implements ViewProvider {
                    public String id() { return %s; }
                    public String title() { return "Of the plug-in"; }
                    public String description() { return "For the test."; }
                    public String icon() { return %s; }
                    public Place place() { return Place.of(Place.Area.DETAIL, 1).whenAsked(); }
                    public View create(ViewContext context) { throw new IllegalStateException("thrown by the plug-in"); }
                }
                """.formatted(name, id, icon);
    }
}
