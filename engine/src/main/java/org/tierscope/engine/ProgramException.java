package org.tierscope.engine;

import java.nio.file.Path;

/** A program could not be read or is not valid. Its message is complete, for people. */
public final class ProgramException extends RuntimeException {
    private final String path;
    private final int line;
    private final int column;
    private final int offset;
    private final String reason;

    ProgramException(String message, String path, int line, int column, int offset, String reason) {
        super(message, null, false, false);
        this.path = path;
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.reason = reason;
    }

    static ProgramException unreadable(Path file, String why) {
        return new ProgramException(file + ": " + why, file.toString(), 0, 0, 0, why);
    }

    public String path() {
        return path;
    }

    /** 1-based; 0 where the file could not be read. */
    public int line() {
        return line;
    }

    /** 1-based; 0 where the file could not be read. */
    public int column() {
        return column;
    }

    /** In UTF-16 units from 0. */
    public int offset() {
        return offset;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }
}
