/**
 * The optimizer's intermediate representation: a control-flow graph of basic blocks with phis and typed,
 * effectful nodes in SSA form, with frame states that lead back to the interpreter.
 *
 * <p>{@link org.tierscope.ir.Operator} is the table of operations, {@link org.tierscope.ir.Graph} what passes
 * work on, {@link org.tierscope.ir.GraphBuilder} makes it from bytecode and feedback, {@link
 * org.tierscope.ir.GraphVerifier} says what is always true of it.
 */
package org.tierscope.ir;
