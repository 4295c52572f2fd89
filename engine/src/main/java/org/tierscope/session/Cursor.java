package org.tierscope.session;

/** The time a person looks at: the end of the recording, wherever that is, or a fixed moment of it. */
public sealed interface Cursor {

    /** Follows the end of a recording. */
    record Live() implements Cursor {
    }

    /** Stays at one moment, nanoseconds since the start of the run. */
    record Fixed(long nanos) implements Cursor {
    }

    static Cursor live() {
        return new Live();
    }

    static Cursor at(long nanos) {
        return new Fixed(nanos);
    }
}
