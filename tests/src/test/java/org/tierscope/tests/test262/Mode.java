package org.tierscope.tests.test262;

import java.util.List;
import java.util.Locale;

/** A way in which a test file is run. */
enum Mode {
    SLOPPY,
    STRICT,
    MODULE,
    RAW;

    /** All ways in which a file must be run. */
    static List<Mode> of(Metadata metadata) {
        if (metadata.has("module")) {
            return List.of(MODULE);
        }
        if (metadata.has("raw")) {
            return List.of(RAW);
        }
        if (metadata.has("onlyStrict")) {
            return List.of(STRICT);
        }
        return metadata.has("noStrict") ? List.of(SLOPPY) : List.of(SLOPPY, STRICT);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
