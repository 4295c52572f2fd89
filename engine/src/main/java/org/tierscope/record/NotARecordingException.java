package org.tierscope.record;

import java.io.IOException;

/** The bytes are not a recording, or one that only a later Tierscope can read. The message says which. */
public final class NotARecordingException extends IOException {

    private static final long serialVersionUID = 1;

    NotARecordingException(String message) {
        super(message);
    }

    static NotARecordingException laterVersion(int version) {
        return new NotARecordingException("this recording has format version " + version
                + ", made by a later Tierscope; this one reads versions up to " + RecordingFormat.VERSION);
    }
}
