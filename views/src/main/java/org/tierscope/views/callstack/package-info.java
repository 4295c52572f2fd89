/** The stack of a paused program. */
package org.tierscope.views.callstack;
