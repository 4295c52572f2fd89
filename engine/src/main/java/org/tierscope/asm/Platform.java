package org.tierscope.asm;

import java.util.Locale;
import java.util.Optional;

/**
 * The one place that knows where machine code can be made: Linux on x86-64. Elsewhere the engine interprets.
 */
public final class Platform {

    private Platform() {
    }

    public static boolean hasMachineCode() {
        return whyNoMachineCode().isEmpty();
    }

    /** Why there is no machine code on this platform, for people; empty when there is. */
    public static Optional<String> whyNoMachineCode() {
        return whyNoMachineCode(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Optional<String> whyNoMachineCode(String os, String cpu) {
        boolean x64 = cpu.equals("amd64") || cpu.equals("x86_64");
        boolean linux = os.toLowerCase(Locale.ROOT).startsWith("linux");
        return x64 && linux ? Optional.empty()
                : Optional.of("no machine code on this platform (" + os + ", " + cpu + "): it takes Linux on x86-64");
    }

    /** @throws UnsupportedOperationException where there is no machine code */
    static void requireMachineCode() {
        whyNoMachineCode().ifPresent(why -> {
            throw new UnsupportedOperationException(why);
        });
    }
}
