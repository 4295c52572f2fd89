/**
 * The engine as a process of its own: starting it, reading its recording as it grows, telling it what to do, and
 * finding out how it ended. Whatever happens to the engine, the recording until then stays.
 */
package org.tierscope.app.process;
