package org.tierscope.session.text;

/** A person asked for something by a name that the recording does not have. The message lists the names it has. */
public final class NoSuchThingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchThingException(String message) {
        super(message);
    }
}
