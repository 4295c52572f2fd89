/**
 * Differential fuzzing: programs made by chance, each run in many setups of the engine, which must all agree. {@code Main} is
 * {@code tests/fuzz}; docs/fuzzing.md tells how to use it.
 */
package org.tierscope.tests.fuzz;
