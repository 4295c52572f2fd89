/**
 * Recordings: what an engine tells about a run, written to a file or a pipe and read back.
 *
 * <p>The events are the protobuf messages of {@code recording.proto}, the requests to a running engine those of
 * {@code control.proto} ({@link org.tierscope.record.proto}). Both travel as the frames of
 * {@link org.tierscope.record.FrameWriter}. An engine posts events to a {@link org.tierscope.record.Recorder};
 * a {@link org.tierscope.record.RecordingReader} gives them back, whatever happened to the bytes meanwhile.
 */
package org.tierscope.record;
