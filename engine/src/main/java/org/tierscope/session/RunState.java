package org.tierscope.session;

import java.util.Optional;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunStarted;

/**
 * How far the program is.
 *
 * @param started absent before the first event
 * @param ended present if and only if the phase is {@link Phase#ENDED}
 */
public record RunState(Phase phase, Optional<RunStarted> started, Optional<RunEnded> ended) {

    public enum Phase { NOT_STARTED, RUNNING, PAUSED, ENDED }
}
