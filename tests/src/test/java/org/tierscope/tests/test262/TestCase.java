package org.tierscope.tests.test262;

/**
 * One run of one file.
 *
 * @param file its path in the checkout, with slashes
 */
record TestCase(String file, Mode mode, Metadata metadata) {
    /** {@code test/built-ins/Array/length.js (strict)}. */
    @Override
    public String toString() {
        return file + " (" + mode + ")";
    }
}
