package org.tierscope.record;

import java.util.List;
import org.tierscope.record.proto.Event;

/**
 * Everything that could be read of a recording.
 *
 * @param events in order of time
 * @param losses bytes that were not readable; empty for an intact recording
 * @param unknownEvents events of kinds that a later engine added
 */
public record Recording(List<Event> events, List<Loss> losses, long unknownEvents) {
}
