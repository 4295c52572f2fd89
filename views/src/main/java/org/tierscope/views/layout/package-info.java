/**
 * Placement of control-flow graphs, as plain numbers: no toolkit types, so it is tested without a display and can
 * run on any thread.
 *
 * <p>{@link org.tierscope.views.layout.FlowGraph} goes in, {@link org.tierscope.views.layout.FlowLayout} comes out.
 */
package org.tierscope.views.layout;
