package org.tierscope.app.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of an engine process, without what it shall run: that is sent to it.
 *
 * @param javaHome JDK to run on
 * @param classPath as for {@code -cp}
 * @param mainClass reads {@code Control} frames from its standard input and writes a recording to its standard output
 */
public record EngineCommand(Path javaHome, String classPath, List<String> jvmFlags, String mainClass) {

    public static final String ENGINE_MAIN = "org.tierscope.engine.EngineMain";

    /**
     * Calls into machine code; the parser's use of Unsafe; a collector that starts fast; the JVM's quick compiler before its
     * thorough one, as the launcher has it and docs/performance.md explains. The JVM's own warnings would
     * go to standard output, into the recording. {@code -Xshare} must not be among these: it excludes the cache.
     */
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:-UsePerfData",
            "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:C1MaxInlineLevel=3", "-XX:Tier3LoadFeedback=2",
            "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000");

    /** Set by the launcher: an ahead-of-time cache of the engine's classes, and the class path that it is for. */
    private static final String CACHE = "tierscope.engine.cache";
    private static final String CLASS_PATH = "tierscope.engine.classpath";

    public EngineCommand {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** The engine on this process's own Java, on the class path that the launcher chose or else on this process's own. */
    public static EngineCommand ofThisJvm() {
        EngineCommand command = ofThisJvm(ENGINE_MAIN);
        List<String> flags = new ArrayList<>(FLAGS);
        String cache = System.getProperty(CACHE, "");
        if (!cache.isEmpty()) {
            flags.add("-XX:AOTCache=" + cache);
        }
        String classPath = System.getProperty(CLASS_PATH, command.classPath());
        return new EngineCommand(command.javaHome(), classPath, flags, ENGINE_MAIN);
    }

    /** Another main class on this process's own Java and class path. */
    public static EngineCommand ofThisJvm(String mainClass) {
        Path home = Path.of(System.getProperty("java.home"));
        return new EngineCommand(home, absolute(System.getProperty("java.class.path")), FLAGS, mainClass);
    }

    /** An engine runs in a directory of its own, where relative entries would lead nowhere. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The words of the command. Reports of JVM crashes go into {@code directory}. */
    List<String> words(Path directory) {
        List<String> words = new ArrayList<>();
        words.add(javaHome.resolve("bin").resolve("java").toString());
        words.addAll(jvmFlags);
        words.add("-XX:ErrorFile=" + directory.resolve("hs_err_pid%p.log"));
        words.add("-XX:-CreateCoredumpOnCrash");
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        return words;
    }
}
