package org.tierscope.tests.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What generated programs are mostly about. */
enum Profile {
    NUMBERS,
    OBJECTS,
    ARRAYS,
    CONTROL,
    EXCEPTIONS,
    CLOSURES,
    CLASSES,
    STRINGS,
    GC,
    ALL;

    /** How much likelier than usual constructs of its own subject are. */
    private static final int EMPHASIS = 6;

    /** The factor of a construct's weight. */
    int emphasis(Profile subject) {
        return this == subject ? EMPHASIS : 1;
    }

    static Optional<Profile> named(String name) {
        return Arrays.stream(values()).filter(profile -> profile.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
