/**
 * Runs a checkout of test262, the conformance suite of ECMAScript, against the engine: {@code tests/test262}. {@link
 * org.tierscope.tests.test262.Main} is the command; docs/test262.md describes it.
 */
package org.tierscope.tests.test262;
