/** Measuring programs in each tier, each run in a process of its own, as {@code tierscope bench} does. */
package org.tierscope.app.bench;
