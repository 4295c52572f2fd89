/**
 * What can be chosen for a run: one table of options ({@link org.tierscope.options.EngineOption}), from which the command line, the
 * documentation and the workbench's settings are made. It knows nothing of the engine, so every part of it may read it.
 */
package org.tierscope.options;
