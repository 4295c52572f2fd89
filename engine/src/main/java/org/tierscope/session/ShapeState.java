package org.tierscope.session;

import java.util.Optional;
import org.tierscope.record.proto.ShapeCreated;

/**
 * A shape at a moment.
 *
 * @param retired why no object gets it any more, if that has happened
 */
public record ShapeState(ShapeCreated shape, long createdNanos, Optional<String> retired) {

    public int id() {
        return shape.getShapeId();
    }
}
