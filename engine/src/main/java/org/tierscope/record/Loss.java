package org.tierscope.record;

/**
 * Bytes of a recording that could not be read as events.
 *
 * @param from first byte, counted from the start of the stream
 * @param to the byte after the last
 * @param why what is wrong with them, for people
 * @param excerpt the printable ASCII in them, at most {@value #EXCERPT_CHARS} characters: what a dying process wrote into
 *     the pipe between two frames is often the reason of its death
 */
public record Loss(long from, long to, String why, String excerpt) {

    public static final int EXCERPT_CHARS = 4096;

    public long bytes() {
        return to - from;
    }

    @Override
    public String toString() {
        return "bytes " + from + " to " + to + ": " + why;
    }
}
