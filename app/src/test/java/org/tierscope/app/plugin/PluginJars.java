package org.tierscope.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes jars of plug-ins, from text or from the sample's sources. */
public final class PluginJars {
    private PluginJars() {
    }

    /** The sample plug-in, compiled from its sources. */
    public static Path sample(Path folder) throws IOException {
        Path sources = Path.of("../samples/plugin/src/main/java").toAbsolutePath().normalize();
        Path resources = Path.of("../samples/plugin/src/main/resources").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            return jar(folder, "hot-lines", java, resources);
        }
    }

    /** A plug-in of one class. */
    public static Path of(Path folder, String name, String className, String java, Map<String, String> files)
            throws IOException {
        Path source = Files.createDirectories(folder.resolve(name + "-source")).resolve(className + ".java");
        Files.writeString(source, java);
        Path resources = Files.createDirectories(folder.resolve(name + "-resources"));
        for (var file : files.entrySet()) {
            Path target = resources.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return jar(folder, name, List.of(source), resources);
    }

    private static Path jar(Path folder, String name, List<Path> sources, Path resources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(),
                "-cp", System.getProperty("java.class.path")));
        sources.forEach(source -> arguments.add(source.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, OutputStream.nullOutputStream(), null,
                arguments.toArray(String[]::new));
        assertThat(result).as("javac").isZero();
        Path jars = Files.createDirectories(folder.resolve("plugins"));
        Path jar = jars.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, classes);
            add(out, resources);
        }
        return jar;
    }

    private static void add(JarOutputStream out, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
