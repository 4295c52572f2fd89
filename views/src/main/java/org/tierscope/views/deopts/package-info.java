/** The table of places where compiled code was left, each with the chain of causes in words. */
package org.tierscope.views.deopts;
