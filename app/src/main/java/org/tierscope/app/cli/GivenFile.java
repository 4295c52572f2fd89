package org.tierscope.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tierscope.record.NotARecordingException;
import org.tierscope.session.Session;

/** Files named on the command line, and one clear line where one can't be read. */
final class GivenFile {
    private GivenFile() {}

    /**
     * To be asked before long work whose result goes into a file.
     *
     * @throws UnreadableException if the file cannot be written
     */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UnreadableException(file, "is a folder");
        } else if (folder == null || !Files.exists(folder)) {
            throw new UnreadableException(file, "there is no folder " + folder);
        } else if (!Files.isDirectory(folder)) {
            throw new UnreadableException(file, folder + " is no folder");
        } else if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
            throw new UnreadableException(file, "permission denied");
        }
    }

    /** A file on the command line can't be used; the message names it and says why. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableException(Path file, String why) {
            super(file + ": " + why);
        }
    }

    static boolean isRecording(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".tsr");
    }

    /** @throws UnreadableException if it is not a file that can be read */
    static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new UnreadableException(file, "no such file");
        } else if (Files.isDirectory(file)) {
            throw new UnreadableException(file, "is a folder");
        } else if (!Files.isReadable(file)) {
            throw new UnreadableException(file, "permission denied");
        }
    }

    /**
     * The text of a program; bytes that are no UTF-8 become replacement characters, and a byte order mark goes.
     *
     * @throws UnreadableException if it can't be read
     */
    static String program(Path file) {
        requireReadable(file);
        try {
            String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @throws UnreadableException if it can't be read or is no recording */
    static Session recording(Path file) {
        requireReadable(file);
        try {
            if (Files.size(file) == 0) {
                throw new UnreadableException(file, "is empty, and so no recording");
            }
            return Session.open(file);
        } catch (NotARecordingException e) {
            throw new UnreadableException(file, e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnreadableException unreadable(Path file, IOException e) {
        return new UnreadableException(file, switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        });
    }
}
