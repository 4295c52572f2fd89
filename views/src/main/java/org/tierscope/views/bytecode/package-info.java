/** The view of a function's bytecode, with counts and feedback per instruction. */
package org.tierscope.views.bytecode;
