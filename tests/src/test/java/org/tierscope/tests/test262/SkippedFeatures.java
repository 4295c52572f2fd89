package org.tierscope.tests.test262;

import java.util.Optional;

/**
 * Features whose tests are not run, and why: {@code tests/skipped-features.txt}. A name that ends with {@code *} stands for
 * all that begin so.
 */
final class SkippedFeatures {
    private final ReasonList list;

    SkippedFeatures(ReasonList list) {
        this.list = list;
    }

    /** Why a test is not run; empty where it is. */
    Optional<String> reason(Metadata metadata) {
        for (String feature : metadata.features()) {
            for (ReasonList.Entry entry : list.entries()) {
                if (matches(entry.name(), feature)) {
                    return Optional.of(feature + ": " + entry.reason());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String name, String feature) {
        return name.endsWith("*")
                ? feature.startsWith(name.substring(0, name.length() - 1))
                : feature.equals(name);
    }
}
