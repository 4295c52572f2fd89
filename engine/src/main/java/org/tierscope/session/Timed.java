package org.tierscope.session;

/**
 * Something and when it happened.
 *
 * @param nanos since the start of the run
 */
public record Timed<T>(long nanos, T value) {
}
