package org.tierscope.frontend;

import org.tierscope.bytecode.SourceText;

/** Valid JavaScript that this engine does not compile yet; the message says what. */
public final class UnsupportedSyntaxException extends SyntaxErrorException {
    public UnsupportedSyntaxException(SourceText source, int offset, String what) {
        super(source, offset, what + " are not supported yet");
    }
}
