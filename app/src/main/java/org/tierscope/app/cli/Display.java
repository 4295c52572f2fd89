package org.tierscope.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {}

    static boolean isPresent() {
        return isPresent(
                System.getProperty("os.name"), System.getProperty("glass.platform"), System.getenv());
    }

    /**
     * Whether JavaFX would find a display: on Linux it needs an X server's name (a Wayland session gives one
     * too); elsewhere a desktop is always there. {@code glass.platform=Headless} is a display that nobody
     * sees.
     */
    static boolean isPresent(String os, String glassPlatform, Map<String, String> environment) {
        String lower = os.toLowerCase(Locale.ROOT);
        return "Headless".equalsIgnoreCase(glassPlatform)
                || lower.contains("mac")
                || lower.contains("windows")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /** Says in one line what is missing and what works without it. */
    static int reportMissing(PrintWriter err) {
        err.println("tierscope: no display for the workbench;"
                + " 'tierscope snapshot FILE -o DIR' draws it as pictures");
        return ExitCode.USAGE;
    }
}
