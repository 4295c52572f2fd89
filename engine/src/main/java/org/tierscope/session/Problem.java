package org.tierscope.session;

import java.util.Optional;

/**
 * Something a person should know about: an uncaught error, a crash, a damaged recording, a warning.
 *
 * @param where what it is about, if that can be selected
 */
public record Problem(long nanos, Severity severity, String text, Optional<Selection> where) {

    public enum Severity { WARNING, ERROR }
}
