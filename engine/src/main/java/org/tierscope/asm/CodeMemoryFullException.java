package org.tierscope.asm;

/**
 * Code memory has no free range that is large enough; the caller may free code and try again, or not compile.
 */
public final class CodeMemoryFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CodeMemoryFullException(int wanted, long largest, long size) {
        super("code memory is full: %d bytes wanted, largest free range %d of %d bytes"
                .formatted(wanted, largest, size));
    }
}
