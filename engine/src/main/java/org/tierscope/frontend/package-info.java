/**
 * Source text to bytecode: the parser behind one adapter, scopes, code generation. Start at {@link
 * org.tierscope.frontend.Compiler}. No other package knows the parser.
 */
package org.tierscope.frontend;
