/**
 * The model that every view reads: a recording, live or from a file, and its state at any moment of the run.
 *
 * <p>{@link org.tierscope.session.Session} takes events in and indexes them by time;
 * {@link org.tierscope.session.Moment} answers what was the case at one time;
 * {@link org.tierscope.session.Links} finds the counterparts of a {@link org.tierscope.session.Selection} in source,
 * bytecode, graph and machine code; {@link org.tierscope.session.Viewpoint} is where a person looks: a cursor and
 * a selection that all views share. Nothing here knows a user interface.
 */
package org.tierscope.session;
