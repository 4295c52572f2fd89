/**
 * The optimizer's passes, one class each. {@link org.tierscope.ir.pass.Passes} lists which run, in which
 * order; {@link org.tierscope.ir.pass.PassRunner} runs, times and verifies them.
 */
package org.tierscope.ir.pass;
