package org.tierscope.session;

import org.tierscope.record.proto.EvalResult;

/**
 * An answer to what was asked at the prompt.
 *
 * @param outputsBefore how many pieces of {@link Moment#console()} stand before it
 */
public record Answer(EvalResult result, int outputsBefore) {
}
